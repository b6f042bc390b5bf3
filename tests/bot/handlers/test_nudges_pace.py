"""The question after three nudges without an answer: less often, or a break?"""

from datetime import datetime

import pytest

from tests.chat import Chat


def next_nudge_at(chat: Chat) -> datetime | None:
    user = chat.store.user(chat.user.id)
    assert user is not None
    return user.next_nudge_at


@pytest.fixture
def asked(chat: Chat) -> Chat:
    """Three nudges went by without an answer."""
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly\nGrace Lim, monthly")
    said = [chat.week() for _ in range(4)]
    assert ["You could write" in each for each in said] == [True, True, True, False]
    assert "The last three went by" in said[3]
    return chat


def test_less_often_leaves_a_week_out_once(asked: Chat) -> None:
    question = asked.last
    taps = [asked.user.press("Less often", question) for _ in range(2)]
    assert "every 2 weeks" in asked.give(taps[0])
    assert "already" in asked.give(taps[1])
    user = asked.store.user(asked.user.id)
    assert user is not None
    assert user.every_weeks == 2
    assert question.buttons == []
    assert asked.days(13.9) == ""
    assert "You could write" in asked.days(0.2)


def test_a_pause_for_a_month_ends_by_itself(asked: Chat) -> None:
    assert "Paused" in asked.press("Pause for a month")
    assert asked.days(29) == ""
    assert "You could write" in asked.week()


def test_a_pause_lasts_till_they_say_so(asked: Chat) -> None:
    assert "Paused" in asked.give(asked.user.press("Pause", asked.last))
    assert next_nudge_at(asked) is None
    assert asked.days(60) == ""
    asked.say("I'm back")
    assert "You could write" in asked.week()


def test_keep_going_keeps_the_pace(asked: Chat) -> None:
    question = asked.last
    due = next_nudge_at(asked)
    assert "as before" in asked.press("Keep going")
    assert question.buttons == []
    assert next_nudge_at(asked) == due
    assert "You could write" in asked.week()


def test_the_answer_about_the_pace_can_be_undone(asked: Chat) -> None:
    asked.press("Less often")
    asked.press("Undo")
    user = asked.store.user(asked.user.id)
    assert user is not None
    assert user.every_weeks == 1


def test_a_retried_answer_about_the_pace_counts_once(asked: Chat) -> None:
    asked.press("Less often")
    asked.restart()
    assert "every 2 weeks" in asked.again()
    user = asked.store.user(asked.user.id)
    assert user is not None
    assert user.every_weeks == 2


def test_the_question_about_the_pace_may_go_unanswered(asked: Chat) -> None:
    assert "You could write" in asked.week()


def test_done_in_reply_to_a_question_means_the_newest_open_nudge(asked: Chat) -> None:
    question = asked.last
    assert "Who was it with?" in asked.say("done", reply_to=question)
