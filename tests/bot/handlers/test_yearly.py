"""Days that come round every year, and how long before them Dotty tells of them."""

import pytest

from tests.chat import Chat


@pytest.fixture
def ana(chat: Chat) -> Chat:
    chat.say("Ana Ruiz, monthly")
    return chat


def test_a_yearly_day_is_kept_shown_exported_and_undone(ana: Chat) -> None:
    before = ana.kept()
    said = ana.say("Ana's wedding anniversary is 12 June")
    assert "Noted: Ana Ruiz's wedding anniversary is on 12 June. I'll bring it up in the week before." in said
    assert "Wedding anniversary: 12 June" in ana.say("Ana")
    assert ana.person("Ana Ruiz")["dates"] == [{"name": "wedding anniversary", "day": "--06-12"}]
    ana.say("undo")
    assert ana.kept() == before


def test_a_day_told_again_replaces_the_one_before(ana: Chat) -> None:
    ana.say("remember Ana's name day on 24 June")
    ana.say("Ana's name day is 26 July")
    assert ana.person("Ana Ruiz")["dates"] == [{"name": "name day", "day": "--07-26"}]


def test_a_day_is_forgotten_and_comes_back_with_an_undo(ana: Chat) -> None:
    ana.say("Ana's wedding anniversary is 12 June 2015")
    before = ana.kept()
    assert "Forgotten: Ana Ruiz's wedding anniversary." in ana.say("forget Ana's anniversary")
    assert ana.person("Ana Ruiz")["dates"] == []
    ana.press("Undo")
    assert ana.kept() == before


def test_a_day_that_is_not_known_is_said_so_with_those_that_are(ana: Chat) -> None:
    assert "I know no name day of Ana Ruiz's." in ana.say("forget Ana's name day")
    ana.say("Ana's wedding anniversary is 12 June")
    ana.say("Ana's work anniversary is 1 March")
    said = ana.say("forget Ana's anniversary")
    assert "What I know: wedding anniversary and work anniversary." in said
    assert len(ana.person("Ana Ruiz")["dates"]) == 2


@pytest.mark.parametrize(("words", "answer", "days"), [
    ("remind me 3 days before Ana's birthday", "up to three days before", 3),
    ("tell me of Ana's birthday on the day", "on the day itself", 0),
    ("remind me the day before Ana's birthday", "a day before", 1),
])  # fmt: skip
def test_how_long_before_is_settled_per_person(ana: Chat, words: str, answer: str, days: int) -> None:
    assert answer in ana.say(words)
    assert ana.person("Ana Ruiz")["headsup_days"] == days
    ana.press("Undo")
    assert ana.person("Ana Ruiz")["headsup_days"] is None


def test_the_day_brings_its_nudge(ana: Chat) -> None:
    ana.say("called Ana today")
    ana.say("add Ben Okafor, monthly")
    ana.say("met Ben on 20 October")
    ana.say("Ana's wedding anniversary is 4 December")
    said = ana.week()
    assert "How about Ana Ruiz?" in said
    assert "wedding anniversary" in said


def test_what_users_type_is_data(ana: Chat) -> None:
    ana.say("Ana's <b>{name} anniversary is 12 June")
    ana.say("Ana's {0} <i> anniversary is 12 June")
    assert "Ana Ruiz" in ana.say("Ana")


def test_delivered_twice_and_restarted_it_is_kept_once(ana: Chat) -> None:
    first = ana.say("Ana's name day is 26 July")
    ana.restart()
    assert ana.again() == first
    assert len(ana.person("Ana Ruiz")["dates"]) == 1


def test_of_somebody_new_it_asks_first(chat: Chat) -> None:
    chat.say("Ana Ruiz\nAna Lopez")
    assert "Which Ana do you mean?" in chat.say("Ana's name day is 26 July")
    chat.restart()
    assert "Ana Lopez's name day is on 26 July" in chat.press("Ana Lopez")
