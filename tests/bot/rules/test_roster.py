import pytest

from bot.rules.drafts import Known
from bot.rules.roster import Roster, Who

ROSTER = Roster([Known(1, "Ana María Ruiz"), Known(2, "Ben Okafor"), Known(3, "Grace Lim"), Known(4, "Will Stone")])


@pytest.mark.parametrize("name", ["Ana", "ana maria", "Ruiz", "ANA MARÍA RUIZ", "okafor"])
def test_a_contact_is_known_by_first_names_last_name_and_the_whole(name: str) -> None:
    assert ROSTER.knows(name)


@pytest.mark.parametrize("name", ["", "An", "Zed", "María Ruiz Ana"])
def test_nobody_is_known_by_other_words(name: str) -> None:
    assert not ROSTER.knows(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana María Ruiz moved", "Ana María Ruiz"),
        ("Ana moved", "Ana"),
        ("Ana's birthday", "Ana"),
        ("will called me", "will"),
        ("Ana: hi", "Ana"),
    ],
)
def test_the_longest_known_name_at_the_start_is_found(text: str, name: str) -> None:
    end = ROSTER.known_at(text)
    assert end is not None
    assert text[:end] == name


def test_another_last_name_is_another_person() -> None:
    assert ROSTER.known_at("Ana Lopez moved") is None
    assert ROSTER.who("Ana Lopez yesterday") == Who(("Ana Lopez",), 9)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana", ("Ana",)),
        ("Ana and Ben about work", ("Ana", "Ben")),
        ("Ana, Ben & Grace yesterday", ("Ana", "Ben", "Grace")),
        ("Zed Quux yesterday", ("Zed Quux",)),
        ("Zed van der Berg", ("Zed van der Berg",)),
        ("zed yesterday", ("zed",)),
        ("Ana Friday", ("Ana",)),
        ("Ana, Great talk with her", ("Ana",)),
        ("Ana and asked about it", ("Ana",)),
        ("my friend Zed", ("Zed",)),
        ("her yesterday", ()),
        ("ana and zed on tuesday", ("ana", "zed")),
        ("José and 张伟", ("José", "张伟")),
    ],
)
def test_the_people_a_text_begins_with_are_listed_as_typed(text: str, names: tuple[str, ...]) -> None:
    who = ROSTER.who(text)
    assert who is not None
    assert who.names == names


@pytest.mark.parametrize(
    "text",
    [
        "",
        "the bank",
        "a movie",
        "yesterday",
        "Friday",
        "123",
        "everyone at work",
        "some people came",
    ],
)
def test_words_that_are_no_name_are_nobody(text: str) -> None:
    assert ROSTER.who(text) is None


def test_nobody_is_known_in_an_empty_network() -> None:
    assert Roster([]).known_at("Ana") is None
    assert Roster([]).who("Ana") == Who(("Ana",), 3)


def test_names_are_found_anywhere_but_not_in_everyday_words() -> None:
    roster = Roster([Known(1, "Ana Ruiz"), Known(2, "Will Stone")])
    assert roster.mentions("what will ana's plan with Will be, ana?") == ("ana", "Will")


def test_a_misspelt_surname_belongs_to_the_name() -> None:
    roster = Roster([Known(1, "Ana Ruiz")])
    assert roster.known_at("ana ruis today") == len("ana ruis")
    assert roster.known_at("ana ruined it") == len("ana")


def test_an_initial_tells_namesakes_apart() -> None:
    roster = Roster([Known(1, "Tom Hill"), Known(2, "Tom Park"), Known(3, "Tom Price")])
    assert roster.full_name("tom h") == "Tom Hill"
    assert roster.full_name("tom p") is None
    assert roster.full_name("tom") is None
