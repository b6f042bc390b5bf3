import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.meanings import Retagged, TagPaced, Untagged
from bot.rules.tag_phrases import read_tag_wish


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("rename #pycon to #pycon23", "pycon", "pycon23"),
        ("Rename #PyCon to pycon23.", "PyCon", "pycon23"),
        ("rename the tag pycon to pycon23", "pycon", "pycon23"),
        ('rename tag "pycon" to "pycon23"', "pycon", "pycon23"),
        ("please merge #friends into #pals", "friends", "pals"),
        ("merge the tag friends with the tag pals", "friends", "pals"),
        ("merge tags friends and pals", "friends", "pals"),
        ("change #a to #b", "a", "b"),
        ("call #a #b", "a", "b"),
        ("replace #maker-fair with #makers", "maker-fair", "makers"),
        ("rename #东京 to #tokyo", "东京", "tokyo"),
    ],
)
def test_a_tag_gets_another_name(text: str, old: str, new: str) -> None:
    assert read_tag_wish(text) == Retagged(old, new)


@pytest.mark.parametrize(
    "text",
    ["remove the tag #old", "delete #old", "delete tag old", "drop the label old", "get rid of #old", "delete the #old tag",
     "remove #old from everyone", "untag everyone from #old"],
)  # fmt: skip
def test_a_tag_is_taken_from_everybody(text: str) -> None:
    assert read_tag_wish(text) == Untagged("old")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("#pycon: yearly for those without a rhythm", 365),
        ("#pycon yearly for everyone without one", 365),
        ("#pycon every 3 months for people who have no rhythm of their own", 91),
        ("give #pycon a yearly rhythm", 365),
        ("set the rhythm of #pycon to monthly", 30),
        ("the tag pycon: monthly", 30),
        ("the rhythm of the tag #pycon is quarterly", 91),
        ("#pycon's rhythm: monthly", 30),
        ("remove the rhythm of the tag pycon", None),
        ("no rhythm for the tag #pycon", None),
        ("the tag pycon: none", None),
    ],
)
def test_a_tag_gets_a_rhythm_of_its_own(text: str, days: int | None) -> None:
    assert read_tag_wish(text) == TagPaced("pycon", days)


@pytest.mark.parametrize(
    "text",
    [
        "", "#pycon", "#pycon yearly", "set #pycon to yearly", "rename Ana to Anna", "rename pycon to pycon23",
        "merge Ana into Ben", "remove #old from Ana", "tag Ana #pycon", "tag Ana yearly", "delete Ana", "delete #old?",
        "rename #pycon yearly", "#pycon: Ana, Ben", "the tag on the dress: monthly wash", "delete\n#old", "remove the tag",
    ],
)  # fmt: skip
def test_other_wishes_are_left_to_others(text: str) -> None:
    assert read_tag_wish(text) is None


@given(st.text(max_size=250))
def test_reading_never_raises(text: str) -> None:
    read_tag_wish(text)
    read_tag_wish(f"rename #{text}")
