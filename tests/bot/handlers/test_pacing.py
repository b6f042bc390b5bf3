"""When somebody is named next: in words, and on the outlook that /next shows."""

import pytest

from bot.practice.chats import ChatMessage
from tests.chat import Chat


def outlook(chat: Chat) -> ChatMessage:
    return next(each for each in chat.newest() if each.text.startswith(("This week", "Next, probably")))


def press_made_up(chat: Chat, data: str) -> str:
    """A button as somebody could make it up, on the newest message that has buttons."""
    message = next(each for each in chat.newest() if each.buttons)
    update = chat.user.press(next(each for each in message.buttons if each.data), message)
    update["callback_query"]["data"] = data
    return chat.give(update)


@pytest.fixture
def four(chat: Chat) -> Chat:
    """Four people due one after the other, Ana first."""
    for name, day in (
        ("Ana Ruiz", "1 May"),
        ("Ben Okafor", "1 June"),
        ("Grace Lim", "1 July"),
        ("Joe Park", "1 August"),
    ):
        chat.say(f"add {name}, monthly")
        chat.say(f"met {name} on {day}")
    return chat


# In words


@pytest.mark.parametrize(("words", "answer", "turn_on", "snoozed_until"), [
    ("Ana again in two weeks", "I'll name Ana Ruiz again from Monday 7 December.", "2026-12-07", "2026-12-07"),
    ("Ana not before summer", "I won't name Ana Ruiz before 1 June 2027.", None, "2027-06-01"),
    ("bring Ana back in March", "I'll name Ana Ruiz again from 1 March 2027.", "2027-03-01", "2027-03-01"),
])  # fmt: skip
def test_a_next_time_is_said_back_with_its_day(
    four: Chat, words: str, answer: str, turn_on: str | None, snoozed_until: str
) -> None:
    assert answer in four.say(words)
    ana = four.person("Ana Ruiz")
    assert (ana["turn_on"], ana["snoozed_until"]) == (turn_on, snoozed_until)
    assert "Taken back: when Ana Ruiz comes next" in four.press("Undo")
    ana = four.person("Ana Ruiz")
    assert (ana["turn_on"], ana["snoozed_until"]) == (None, None)


def test_without_a_name_it_is_about_whom_was_spoken_of_last(four: Chat) -> None:
    four.say("/next")
    four.say("called Joe")
    assert "Joe Park again from Monday 7 December" in four.say("again in two weeks")
    four.say("/next")
    assert "won't name" in four.say("not before summer", reply_to=four.nudge())


def test_after_done_it_is_about_whom_that_was_with(four: Chat) -> None:
    four.say("/next")
    first = four.nudge().text.split("?")[0].removeprefix("How about ")
    four.say("done")
    assert "before 1 June 2027" in four.say("not before summer")
    assert four.person(first)["snoozed_until"] == "2027-06-01"


def test_about_whom_the_open_nudge_names_it_answers_the_nudge(four: Chat) -> None:
    four.say("/next")
    first = four.nudge().text.split("?")[0].removeprefix("How about ")
    assert f"{first}: not this week" in four.say("again in two weeks")
    assert four.export()["nudges"][-1]["status"] == "skipped"
    four.press("Undo")
    assert four.export()["nudges"][-1]["status"] == "sent"


def test_on_that_day_it_is_their_turn(four: Chat) -> None:
    four.say("Joe again in two weeks")
    assert "Joe Park" not in four.week()
    said = four.week()
    assert "How about Joe Park?" in said


def test_with_nobody_spoken_of_it_asks_for_a_name(chat: Chat) -> None:
    assert "Say it with the name" in chat.say("again in two weeks")


def test_delivered_twice_the_next_time_is_set_once(four: Chat) -> None:
    first = four.say("Ana again in two weeks")
    four.restart()
    assert four.again() == first
    four.say("undo")
    assert four.person("Ana Ruiz")["turn_on"] is None


# The outlook


def shown(chat: Chat) -> str:
    return outlook(chat).text


def test_next_shows_this_week_and_the_two_after_and_the_nudge_stays_the_newest(four: Chat) -> None:
    four.say("/next")
    newest, before = four.newest()[:2]
    assert "You could write" in newest.text
    assert (
        before.text == "This week Ana Ruiz. After that, probably Ben Okafor (every month) and Grace Lim (every month)."
    )
    assert before.labels == [
        "Ben now",
        "Someone other than Ben",
        "Grace now",
        "Someone other than Grace",
        "Grace first",
    ]


def test_where_nobody_comes_after_there_is_no_outlook(chat: Chat) -> None:
    chat.say("add Ana Ruiz")
    assert "After that" not in chat.say("/next")
    assert "This week" not in chat.say("/next")


def test_the_two_change_places_and_the_weeks_go_by_it(four: Chat) -> None:
    four.say("/next")
    four.press("Grace first")
    assert "probably Grace Lim (your wish) and Ben Okafor" in shown(four)
    four.say("done")
    assert "How about Grace Lim?" in four.week()
    four.say("done")
    assert "How about Ben Okafor?" in four.week()


def test_somebody_else_comes_in_their_place_for_these_weeks(four: Chat) -> None:
    four.say("/next")
    four.press("Someone other than Ben")
    assert "probably Joe Park (your wish) and Grace Lim" in shown(four)
    four.say("done")
    assert "How about Joe Park?" in four.week()
    four.say("done")
    assert "How about Grace Lim?" in four.week()
    four.say("done")
    assert "How about Ben Okafor?" in four.week()


def test_a_change_of_the_outlook_is_undone_exactly_and_the_message_says_so(four: Chat) -> None:
    four.say("/next")
    before, said = four.kept(), shown(four)
    four.press("Grace first")
    assert "Taken back: whose turn it is" in four.press("Undo", outlook(four))
    assert four.kept() == before
    assert shown(four) == said


def test_either_can_be_had_now_instead(four: Chat) -> None:
    four.say("/next")
    said = four.press("Grace now")
    assert "How about Grace Lim?" in said
    assert "Ana Ruiz: not this week" in said
    assert [(each["contact"], each["status"]) for each in four.export()["nudges"]] == [
        ("Ana Ruiz", "skipped"), ("Grace Lim", "sent")
    ]  # fmt: skip
    assert outlook(four).labels == []


def test_a_swap_delivered_twice_and_after_a_restart_is_one(four: Chat) -> None:
    four.say("/next")
    four.restart()
    four.press("Someone other than Ben")
    said = shown(four)
    four.restart()
    four.again()
    assert shown(four) == said
    four.press("Undo", outlook(four))
    assert four.person("Ben Okafor")["snoozed_until"] is None
    assert four.person("Joe Park")["turn_on"] is None


def test_an_old_outlook_says_that_it_has_changed_and_shows_the_present_one(four: Chat) -> None:
    four.say("/next")
    old = outlook(four)
    button = next(each for each in old.buttons if each.text == "Someone other than Ben")
    four.say("Ben not before summer")
    before = four.kept()
    assert "That has changed since" in four.give(four.user.press(button, old))
    assert "Ben" not in old.text
    assert four.kept() == before


@pytest.mark.parametrize("data", [
    "turn:999999:skip", "turn:1:swap.999999", "turn:1:swap.x", "turn:1:swap", "turn:0:skip", "now:999999", "turn:1:what",
    "turn:999999:soon", "why:999999", "refuse:999999:soon", "refuse:999999",
])  # fmt: skip
def test_made_up_buttons_change_nothing(four: Chat, data: str) -> None:
    four.say("/next")
    before = four.kept()
    press_made_up(four, data)
    assert four.kept() == before
