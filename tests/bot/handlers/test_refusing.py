""" "Not them, because…": in two taps on the nudge, and in words."""

import pytest

from tests.chat import Chat


def statuses(chat: Chat) -> list[tuple[str, str]]:
    return [(nudge["contact"], nudge["status"]) for nudge in chat.export()["nudges"]]


@pytest.fixture
def named(chat: Chat) -> Chat:
    """Ana, monthly, is named; Ben waits."""
    chat.say("Ana Ruiz, monthly")
    chat.say("met Ana on 1 September")
    chat.say("Ben Okafor, monthly")
    chat.say("met Ben on 1 November")
    chat.say("/next")
    assert "How about Ana Ruiz?" in chat.nudge().text
    return chat


def test_two_taps_say_why_not_and_there_is_a_way_back(named: Chat) -> None:
    before = named.nudge().labels
    named.press("Not Ana…")
    assert named.nudge().labels == [
        "Too soon",
        "Not close any more",
        "Wrong moment",
        "Somebody else keeps in touch",
        "Back",
    ]
    named.press("Back")
    assert named.nudge().labels == before
    assert statuses(named) == [("Ana Ruiz", "sent")]


@pytest.mark.parametrize(("reason", "answer", "days", "until"), [
    ("Too soon", "Ana Ruiz every two months from now on, and not before Wednesday 23 December.", 61, "2026-12-23"),
    ("Not close any more", "All right: Ana Ruiz once a year is enough, and not before 1 September 2027.", 365, "2027-09-01"),
    ("Wrong moment", "I'll leave Ana Ruiz alone until Wednesday 23 December; the rhythm stays as it is.", 30, "2026-12-23"),
    ("Somebody else", "Good that Ana Ruiz is looked after. I won't name them before 23 November 2027.", 30, "2027-11-23"),
])  # fmt: skip
def test_each_reason_does_something_that_lasts_and_says_what(
    named: Chat, reason: str, answer: str, days: int, until: str
) -> None:
    named.press("Not Ana…")
    said = named.press(reason)
    assert answer in said
    assert "Ana Ruiz: not this week" in said
    ana = named.person("Ana Ruiz")
    assert (ana["cadence_days"], ana["snoozed_until"]) == (days, until)
    assert statuses(named) == [("Ana Ruiz", "skipped")]


@pytest.mark.parametrize(("words", "because"), [
    ("not Ana, too soon", "every two months"), ("we're not close any more", "once a year"),
    ("wrong moment for Ana", "alone until"), ("her sister keeps in touch", "looked after"), ("too soon", "every two months"),
])  # fmt: skip
def test_the_same_in_words(named: Chat, words: str, because: str) -> None:
    assert because in named.say(words)
    assert statuses(named) == [("Ana Ruiz", "skipped")]


def test_in_reply_to_the_nudge_it_is_about_whom_that_names(named: Chat) -> None:
    first = named.nudge()
    named.press("Someone else")
    assert "How about Ben Okafor?" in named.nudge().text
    assert "Ana Ruiz every two months" in named.say("too soon", reply_to=first)
    assert statuses(named) == [("Ana Ruiz", "skipped"), ("Ben Okafor", "sent")]


def test_someone_else_for_this_week_is_one_tap_away(named: Chat) -> None:
    named.press("Not Ana…")
    named.press("Too soon")
    assert "How about Ben Okafor?" in named.press("Someone else")
    assert statuses(named) == [("Ana Ruiz", "skipped"), ("Ben Okafor", "sent")]


def test_an_undo_puts_everything_back_and_opens_the_nudge(named: Chat) -> None:
    before = named.kept()
    named.press("Not Ana…")
    named.press("Not close")
    assert "Taken back: putting Ana Ruiz aside" in named.press("Undo")
    assert named.kept() == before
    assert "✓ Done" in named.nudge().labels


def test_without_a_rhythm_too_soon_is_three_months(chat: Chat) -> None:
    chat.say("add Ana Ruiz")
    chat.say("/next")
    chat.press("Not Ana…")
    assert "I'll leave Ana Ruiz alone until 23 February" in chat.press("Too soon")


def test_without_a_reason_the_four_are_offered_also_for_somebody_not_named(named: Chat) -> None:
    said = named.say("not Ben")
    assert "Not Ben Okafor. What is it?" in said
    assert "[Too soon] [Not close any more]" in said
    assert "I'll leave Ben Okafor alone until" in named.press("Wrong moment")
    assert statuses(named) == [("Ana Ruiz", "sent")]


def test_delivered_twice_and_restarted_it_is_done_once(named: Chat) -> None:
    named.press("Not Ana…")
    named.restart()
    first = named.press("Too soon")
    named.restart()
    assert first.splitlines()[-2:] == named.again().splitlines()[-2:]
    assert named.person("Ana Ruiz")["cadence_days"] == 61


def test_a_second_tap_harms_nothing(named: Chat) -> None:
    nudge = named.nudge()
    named.press("Not Ana…")
    old = next(button for button in nudge.buttons if button.text == "Too soon")
    named.press("Too soon")
    before = named.kept()
    assert "answered already" in named.give(named.user.press(old, nudge))
    assert named.kept() == before


def test_with_nothing_open_it_says_so(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    assert "There's no nudge open right now" in chat.say("too soon")
    assert "There's no nudge open right now" in chat.say("not her, wrong moment")
