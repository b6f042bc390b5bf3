""" "Why Ana?", "why not Ben?"."""

import pytest

from tests.chat import Chat


@pytest.fixture
def three(chat: Chat) -> Chat:
    for name, day in (("Ana Ruiz", "1 May"), ("Ben Okafor", "1 August"), ("Grace Lim", "1 September")):
        chat.say(f"add {name}, monthly")
        chat.say(f"met {name} on {day}")
    return chat


@pytest.mark.parametrize("words", ["why Ana?", "why her?", "why?", "Why this one?"])
def test_of_whom_the_open_nudge_names_it_tells_the_facts_that_decided(three: Chat, words: str) -> None:
    three.say("/next")
    said = three.say(words)
    assert "Ana Ruiz is this week's." in said
    assert "What I go by: last in touch on 1 May · every month · due on 31 May" in said


def test_the_nudge_has_a_button_for_it_and_stays_as_it_is(three: Chat) -> None:
    three.say("/next")
    before, labels = three.kept(), three.nudge().labels
    assert "last in touch on 1 May" in three.press("Why?")
    assert three.kept() == before
    assert three.nudge().labels == labels


def test_of_anybody_else_it_tells_how_many_come_before(three: Chat) -> None:
    assert "Ana Ruiz comes next." in three.say("why Ana?")
    assert "Ben Okafor comes after one other: Ana Ruiz." in three.say("why not Ben?")
    assert "Grace Lim comes after two others, Ana Ruiz first." in three.say("when is it Grace's turn?")


def test_of_who_rests_it_tells_until_when(three: Chat) -> None:
    three.say("Ben not before summer")
    assert "Ben Okafor rests: I won't name them before 1 June 2027." in three.say("why not Ben?")
    three.say("archive Grace")
    assert "Grace Lim is archived, so I don't name them." in three.say("why not Grace?")
    three.say("called Ana today")
    assert "in touch in the last days. The next time can be from Sunday 29 November on." in three.say("why not Ana?")


def test_a_birthday_and_a_yearly_day_near_are_among_the_facts(three: Chat) -> None:
    three.say("Ben's birthday is 26 November")
    three.say("Grace's wedding anniversary is 27 November")
    assert "birthday on Thursday 26 November" in three.say("why Ben?")
    assert "wedding anniversary on Friday 27 November" in three.say("why Grace?")


def test_with_nothing_open_or_nobody_of_that_name_it_says_so(chat: Chat) -> None:
    assert "There's no nudge open right now" in chat.say("why her?")
    chat.say("add Ana Ruiz")
    chat.say("add Ana Lopez")
    assert "Which Ana do you mean?" in chat.say("why Ana?")
    chat.restart()
    assert "Ana Lopez comes after one other: Ana Ruiz" in chat.press("Ana Lopez")


def test_asked_twice_it_answers_twice(three: Chat) -> None:
    first = three.say("why Ana?")
    assert three.again() == first
