"""The sending loop: what comes when, and what happens to a nudge that nobody answers."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.models import User
from tests.chat import Chat

DUE = datetime(2026, 11, 30, 9, tzinfo=UTC)
WEEK, DAY, MINUTE = timedelta(days=7), timedelta(days=1), timedelta(minutes=1)


def user_of(chat: Chat, user_id: int = 7) -> User:
    user = chat.store.user(user_id)
    assert user is not None
    return user


def statuses(chat: Chat) -> list[tuple[str, str]]:
    return [(nudge["contact"], nudge["status"]) for nudge in chat.export()["nudges"]]


def at(chat: Chat, instant: datetime) -> str:
    """Let the loop run at that instant, and nothing before."""
    chat.now = instant
    return chat.tick()


# When


def test_the_nudge_comes_at_the_users_hour_and_not_before(three: Chat) -> None:
    assert at(three, DUE - MINUTE) == ""
    assert "Ana Ruiz" in at(three, DUE)
    assert at(three, DUE) == ""
    assert user_of(three).next_nudge_at == DUE + WEEK


def test_each_week_names_somebody_else(three: Chat) -> None:
    for name in ("Ana Ruiz", "Ben Okafor", "Grace Lim"):
        assert f"How about {name}?" in three.week()


def test_down_for_a_month_there_is_one_nudge_on_return(three: Chat) -> None:
    three.restart()
    assert at(three, DUE + 4 * WEEK + 2 * DAY).count("You could write") == 1
    assert user_of(three).next_nudge_at == DUE + 5 * WEEK
    assert at(three, DUE + 4 * WEEK + 3 * DAY) == ""


def test_three_people_a_week_are_three_different_people(chat: Chat) -> None:
    names = ["Ana Ruiz", "Ben Okafor", "Grace Lim", "Joe Park"]
    chat.say("\n".join(f"{name}, monthly" for name in names))
    chat.say("/settings")
    chat.press("People per week")
    chat.press("3")
    chat.pass_until(DUE + DAY)
    named = [(nudge["contact"], nudge["sent_at"][:10]) for nudge in chat.export()["nudges"]]
    assert named == [("Ana Ruiz", "2026-11-25"), ("Ben Okafor", "2026-11-27"), ("Grace Lim", "2026-11-30")]


def test_nobody_is_nudged_in_a_pause(three: Chat) -> None:
    three.say("pause until 7 January")
    assert three.pass_until(datetime(2027, 1, 6, 23, tzinfo=UTC)) == ""
    assert "You could write" in three.week()


def test_a_reminder_and_a_postponed_nudge_rest_in_a_pause_too(three: Chat) -> None:
    three.week()
    three.press("Someone else")
    three.press("Later")
    three.press("Tomorrow")
    three.say("/next")
    three.say("pause for two weeks")
    assert three.days(13.5) == ""


# Nobody to nudge


def test_with_nobody_to_nudge_names_are_asked_for_once(chat: Chat) -> None:
    chat.say("hi")
    assert "Who would you like to stay in touch with?" in chat.week()
    assert chat.week() == ""
    assert chat.week() == ""
    chat.say("Ana Ruiz, monthly")
    assert "Ana Ruiz" in chat.week()


def test_the_question_for_names_can_be_answered_at_once(chat: Chat) -> None:
    chat.say("hi")
    chat.week()
    assert "Added Ana Ruiz" in chat.say("Ana Ruiz, monthly")


def test_with_everybody_archived_there_is_no_nudge(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("archive Ana")
    assert "You could write" not in chat.week()


# Unanswered


def test_one_gentle_reminder_after_three_days(three: Chat) -> None:
    three.week()
    assert three.pass_until(DUE + 3 * DAY - MINUTE) == ""
    said = three.pass_until(DUE + 3 * DAY)
    assert "Still up for writing to Ana Ruiz?" in said
    assert "[✓ Done] [Later…] [Not this week]" in said
    assert three.pass_until(DUE + WEEK - MINUTE) == ""


def test_done_after_a_reminder_means_the_one_reminded_of(three: Chat) -> None:
    three.week()
    three.days(3)
    assert "Ana Ruiz" in three.press("✓ Done", three.last)
    assert [each.buttons for each in three.newest() if each.text.startswith("Ana Ruiz: done")] == [[], []]


def test_a_reaction_to_a_reminder_is_a_done(three: Chat) -> None:
    three.week()
    three.days(3)
    three.react("👍", three.last)
    assert statuses(three) == [("Ana Ruiz", "done")]


@pytest.mark.parametrize("answer", ["✓ Done", "Not this week"])
def test_an_answered_nudge_has_no_reminder(three: Chat, answer: str) -> None:
    three.week()
    three.press(answer)
    assert "Still up for" not in three.days(4)


@pytest.mark.parametrize("already_sent", [False, True])
def test_reminders_can_be_switched_off(three: Chat, already_sent: bool) -> None:
    if already_sent:
        three.week()
    three.say("/settings")
    three.press("Reminder")
    if not already_sent:
        three.week()
    assert three.pass_until(DUE + WEEK - MINUTE) == ""


def test_an_unanswered_nudge_expires_without_blame_when_the_next_is_due(three: Chat) -> None:
    three.week()
    said = three.pass_until(DUE + WEEK)
    newest = said.split("Still up for")[1].split("\n", 2)[2]
    assert newest.startswith("How about Ben Okafor?")
    assert statuses(three) == [("Ana Ruiz", "expired"), ("Ben Okafor", "sent")]
    assert user_of(three).unanswered == 1


def test_any_answer_breaks_the_row_of_unanswered_ones(three: Chat) -> None:
    for answer in (None, None, "Not this week", None, None):
        assert "You could write" in three.week()
        if answer:
            three.press(answer)
    assert "The last three" not in three.week()


def test_after_three_in_a_row_dotty_asks_about_the_pace_and_then_begins_anew(three: Chat) -> None:
    said = [three.week() for _ in range(5)]
    assert ["The last three went by" in each for each in said] == [False, False, False, True, False]
    assert "[Less often] [Pause for a month] [Pause] [Keep going]" in said[3]
