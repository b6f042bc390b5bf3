import pytest

from bot.rules.drafts import Known
from bot.rules.lookups import read_lookup
from bot.rules.meanings import Named, Unclear
from bot.rules.roster import Roster

ROSTER = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor"), Known(3, "Tom Hill"), Known(4, "Tom Park")])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ana r", "Ana Ruiz"),
        ("tom h", "Tom Hill"),
        ("Tom P.", "Tom Park"),
        ("ana's card", "ana"),
        ("ana info", "ana"),
        ("more about ana", "ana"),
        ("show all notes on ana", "ana"),
        ("find Ana", "Ana"),
        ('find "Ana"', "Ana"),
        ("find ana's", "ana"),
        ("who is Ana?", "Ana"),
        ("tell me about ben", "ben"),
        ("notes on Ana", "Ana"),
        ("ana's number", "ana"),
    ],
)
def test_somebody_known_is_looked_up(text: str, name: str) -> None:
    assert read_lookup(text, ROSTER) == Named(name)


@pytest.mark.parametrize(
    "text",
    [
        "when's ana's birthday?",
        "what's ana's number?",
        "what do you know about ana",
        "is ana in Berlin?",
    ],
)
def test_a_question_about_somebody_known_is_answered_by_the_card(text: str) -> None:
    assert read_lookup(text, ROSTER) == Unclear((Named("ana"),))


@pytest.mark.parametrize("text", ["ana x", "Ana moved to Berlin", "what now", "who", "", "tom", "Ana's job is hard"])
def test_other_texts_are_left_to_others(text: str) -> None:
    assert read_lookup(text, ROSTER) in (None, Named("tom"))
