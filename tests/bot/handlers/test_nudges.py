"""The buttons on a nudge, a nudge asked for, and answers that come late."""

from datetime import UTC, datetime
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from bot.practice.chats import ChatMessage
from tests.chat import Chat

ANA = "Ana Ruiz, monthly, +34 600 123 456, @anaruiz, linkedin.com/in/anaruiz"


@pytest.fixture
def nudged(chat: Chat) -> Chat:
    """Monday 30 November, 09:00: Dotty has just named Ana; Ben and Grace wait."""
    chat.say(f"{ANA}\nBen Okafor, monthly\nGrace Lim, monthly")
    assert "Ana Ruiz" in chat.week()
    return chat


def statuses(chat: Chat) -> list[tuple[str, str]]:
    return [(nudge["contact"], nudge["status"]) for nudge in chat.export()["nudges"]]


def next_nudge_at(chat: Chat) -> datetime | None:
    user = chat.store.user(chat.user.id)
    assert user is not None
    return user.next_nudge_at


def test_a_nudge_has_a_name_a_reason_an_opener_and_its_buttons(nudged: Chat) -> None:
    nudge = nudged.nudge()
    name, reason, _, opener = nudge.text.split("\n")
    assert "Ana Ruiz" in name
    assert "every month" in reason
    assert "Ana" in opener
    assert nudge.labels[:5] == ["✓ Done", "Later…", "Another opener", "Someone else", "Not this week"]


# Ways to reach them


def button(message: ChatMessage, label: str) -> str:
    found = next(each for each in message.buttons if each.text == label)
    return found.copies or found.url or ""


def test_the_opener_is_copied_with_one_tap(nudged: Chat) -> None:
    assert button(nudged.nudge(), "Copy the opener") == nudged.opener()


def test_telegram_and_whatsapp_open_with_the_opener_filled_in(nudged: Chat) -> None:
    telegram = urlsplit(button(nudged.nudge(), "Open Telegram"))
    assert (telegram.netloc, telegram.path) == ("t.me", "/anaruiz")
    assert parse_qs(telegram.query)["text"] == [nudged.opener()]
    whatsapp = urlsplit(button(nudged.nudge(), "Open WhatsApp"))
    assert (whatsapp.netloc, whatsapp.path) == ("wa.me", "/34600123456")
    assert unquote(whatsapp.query.removeprefix("text=")) == nudged.opener()


def test_linkedin_opens_the_profile(nudged: Chat) -> None:
    assert button(nudged.nudge(), "Open LinkedIn") == "https://linkedin.com/in/anaruiz"


def test_what_is_not_known_has_no_button(nudged: Chat) -> None:
    nudged.press("Someone else")
    assert nudged.nudge().labels[5:] == ["Copy the opener"]


# Another opener


def test_another_opener_gives_at_least_five_more_with_no_facts_at_all(chat: Chat) -> None:
    chat.say("add Ana Ruiz")
    chat.say("/next")
    message = chat.nudge()
    openers = [chat.opener()]
    for _ in range(8):
        chat.press("Another opener", message)
        openers.append(chat.opener())
        assert button(message, "Copy the opener") == chat.opener()
    assert len(set(openers[:6])) == 6
    assert all(before != after for before, after in zip(openers, openers[1:], strict=False))
    assert len([each for each in chat.newest() if "You could write" in each.text]) == 1


def test_another_opener_leaves_the_nudge_open_and_the_rhythm_as_it_is(nudged: Chat) -> None:
    due = next_nudge_at(nudged)
    nudged.press("Another opener")
    assert next_nudge_at(nudged) == due
    assert "Ana Ruiz" in nudged.say("done")


def test_another_opener_changes_the_message_whose_button_was_pressed(nudged: Chat) -> None:
    first = nudged.nudge()
    nudged.say("/next")
    again, before = nudged.nudge(), nudged.nudge().text
    nudged.press("Another opener", first)
    assert again.text == before
    assert first.text != before


# Someone else


def test_someone_else_names_another_and_closes_the_first(nudged: Chat) -> None:
    first = nudged.nudge()
    said = nudged.press("Someone else")
    assert "Ana Ruiz: not this week" in said
    assert "Ben Okafor" in said
    assert first.buttons == []
    assert statuses(nudged) == [("Ana Ruiz", "skipped"), ("Ben Okafor", "sent")]


def test_someone_else_goes_round_everybody_then_says_that_nobody_is_left(nudged: Chat) -> None:
    assert "Ben Okafor" in nudged.press("Someone else")
    assert "Grace Lim" in nudged.press("Someone else")
    assert "nobody else" in nudged.press("Someone else")
    assert statuses(nudged)[-1] == ("Grace Lim", "sent")
    assert "Grace Lim" in nudged.say("done")


def test_a_double_tap_on_someone_else_names_one(nudged: Chat) -> None:
    nudge = nudged.nudge()
    taps = [nudged.user.press("Someone else", nudge) for _ in range(2)]
    nudged.give(taps[0])
    assert "answered already" in nudged.give(taps[1])
    assert len(statuses(nudged)) == 2


def test_a_retried_tap_on_someone_else_names_one(nudged: Chat) -> None:
    nudged.press("Someone else")
    nudged.restart()
    assert "You could write" not in nudged.again()
    assert len(statuses(nudged)) == 2


# Later


@pytest.mark.parametrize(("label", "day", "said"), [
    ("Tomorrow", datetime(2026, 12, 1, 9, tzinfo=UTC), "tomorrow"),
    ("In three days", datetime(2026, 12, 3, 9, tzinfo=UTC), "on Thursday 3 December"),
])
def test_later_brings_the_nudge_back_on_that_day_at_the_users_hour(
    nudged: Chat, label: str, day: datetime, said: str
) -> None:
    due = next_nudge_at(nudged)
    nudged.now = nudged.now.replace(hour=21)
    nudged.press("Later")
    assert f"I'll bring Ana Ruiz back {said}." in nudged.press(label)
    assert next_nudge_at(nudged) == due
    assert nudged.pass_until(day.replace(hour=8, minute=59)) == ""
    assert "Ana Ruiz" in nudged.pass_until(day)
    assert "Ana Ruiz" in nudged.say("done")


def test_a_postponed_nudge_that_meets_the_slot_takes_it(nudged: Chat) -> None:
    nudged.press("Later")
    nudged.press("Next week")
    said = nudged.week()
    assert nudged.now == datetime(2026, 12, 7, 9, tzinfo=UTC)
    assert said.count("You could write") == 1
    assert "Ana Ruiz" in said
    assert next_nudge_at(nudged) == datetime(2026, 12, 14, 9, tzinfo=UTC)
    assert "Ben Okafor" in nudged.week()


def test_a_nudge_that_comes_back_says_so_and_tells_no_stale_day(chat: Chat) -> None:
    chat.say("Ana Ruiz, birthday 1 December, monthly")
    assert "tomorrow" in chat.week()
    chat.press("Later")
    chat.press("In three days")
    said = chat.days(3)
    assert "You asked me to bring Ana back." in said
    assert "tomorrow" not in said
    assert "birthday" not in said.lower()


def test_shown_again_on_a_later_day_a_nudge_tells_no_stale_day(chat: Chat) -> None:
    chat.say("Ana Ruiz, birthday 1 December, monthly")
    assert "tomorrow" in chat.week()
    chat.days(1)
    assert "It's Ana's birthday today" in chat.say("/next") or "Today is Ana's birthday" in chat.last.text
    chat.days(2)
    assert "birthday" not in chat.say("/next").lower()


def test_the_choice_of_days_has_a_way_back(nudged: Chat) -> None:
    nudge = nudged.nudge()
    nudged.press("Later")
    assert nudge.labels == ["Tomorrow", "In three days", "Next week", "Back"]
    nudged.press("Back")
    assert nudge.labels[:2] == ["✓ Done", "Later…"]


@pytest.mark.parametrize(("text", "said"), [
    ("tomorrow", "back tomorrow"), ("remind me tomorrow", "back tomorrow"),
    ("in three days", "back on Thursday 3 December"), ("ask me next week", "back on Monday 7 December"),
])  # fmt: skip
def test_later_in_words(nudged: Chat, text: str, said: str) -> None:
    assert said in nudged.say(text)
    assert statuses(nudged) == [("Ana Ruiz", "later")]


def test_later_without_a_day_asks_for_it(nudged: Chat) -> None:
    assert "When should I bring Ana Ruiz back?" in nudged.say("later")
    asked = nudged.last
    nudged.press("Tomorrow")
    assert asked.buttons == nudged.nudge_of("Ana Ruiz").buttons == []
    assert "Ana Ruiz" in nudged.days(1)


def test_a_reply_says_which_nudge_is_put_off(nudged: Chat) -> None:
    older = nudged.nudge()
    nudged.press("Later")
    nudged.press("Tomorrow")
    nudged.say("/next")
    nudged.say("not this week", reply_to=older)
    assert statuses(nudged) == [("Ana Ruiz", "skipped"), ("Ben Okafor", "sent")]


def test_done_while_it_is_put_off_keeps_it_from_coming_back(nudged: Chat) -> None:
    nudged.press("Later")
    nudged.press("Tomorrow")
    nudged.say("called Ana")
    assert nudged.days(2) == ""


def test_an_archived_contact_put_off_does_not_come_back_nor_hold_up_the_others(nudged: Chat) -> None:
    nudged.press("Later")
    nudged.press("Next week")
    nudged.say("archive Ana")
    assert "Ben Okafor" in nudged.week()


def test_putting_off_can_be_undone(nudged: Chat) -> None:
    nudged.press("Later")
    nudged.press("Next week")
    nudged.press("Undo")
    assert statuses(nudged) == [("Ana Ruiz", "sent")]
    assert nudged.nudge().labels[0] == "✓ Done"
    assert "Still up for" in nudged.days(3)


# Not this week


def test_not_this_week_names_the_next_nudge_and_is_no_touch(nudged: Chat) -> None:
    said = nudged.press("Not this week")
    assert "The next nudge comes Monday 7 December at 09:00." in said
    assert statuses(nudged) == [("Ana Ruiz", "skipped")]
    assert nudged.person("Ana Ruiz")["touches"] == []
    assert nudged.days(6.9) == ""
    assert "Ben Okafor" in nudged.week()


@pytest.mark.parametrize("text", ["skip", "not this week", "skip this one", "pass"])
def test_not_this_week_in_words(nudged: Chat, text: str) -> None:
    assert "not this week" in nudged.say(text)
    assert statuses(nudged) == [("Ana Ruiz", "skipped")]


def test_not_this_week_in_a_pause_promises_no_day(nudged: Chat) -> None:
    nudged.store.change_settings(nudged.user.id, -1, values={"next_nudge_at": None}, now=nudged.now)
    assert nudged.press("Not this week").startswith("Ana Ruiz: not this week\nAll right, not this week.\n")


def test_with_no_nudge_open_the_words_are_answered_kindly(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    assert "no nudge open" in chat.say("later")
    assert "no nudge open" in chat.say("skip")


# A nudge now


def test_next_gives_a_nudge_now_and_leaves_the_rhythm_as_it_is(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    due = next_nudge_at(chat)
    assert "Ana Ruiz" in chat.say("/next")
    assert next_nudge_at(chat) == due
    chat.say("done")
    assert "Ben Okafor" in chat.say("who should I write to next?")


def test_next_shows_the_one_that_is_open_again(nudged: Chat) -> None:
    first = nudged.nudge()
    assert "Ana Ruiz" in nudged.say("/next")
    assert statuses(nudged) == [("Ana Ruiz", "sent")]
    nudged.say("done", reply_to=first)
    assert first.buttons == nudged.nudge_of("Ana Ruiz").buttons == []


def test_a_retried_next_gives_one(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    chat.say("/next")
    chat.restart()
    chat.again()
    assert statuses(chat) == [("Ana Ruiz", "sent")]


def test_next_works_in_a_pause(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("pause for two weeks")
    assert "Ana Ruiz" in chat.say("/next")


def test_next_with_nobody_there_asks_for_a_name(chat: Chat) -> None:
    assert "Type a name" in chat.say("/next")


# Old buttons


def test_an_expired_nudge_can_still_be_done(nudged: Chat) -> None:
    old = nudged.nudge()
    nudged.week()
    assert "Ana Ruiz ✓" in nudged.press("✓ Done", old)
    assert nudged.person("Ana Ruiz")["last_touch_on"] == "2026-12-07"
    assert statuses(nudged) == [("Ana Ruiz", "done"), ("Ben Okafor", "sent")]


@pytest.mark.parametrize("verb", ["done", "another", "else", "later", "postpone", "notnow", "back"])
def test_a_button_of_an_answered_nudge_says_so(nudged: Chat, verb: str) -> None:
    nudged.press("✓ Done")
    said = nudged.give(nudged.user.tap(f"{verb}:1:3"))
    assert "already" in said
    assert statuses(nudged) == [("Ana Ruiz", "done")]


@pytest.mark.parametrize("verb", ["done", "another", "else", "later", "postpone", "notnow", "back"])
def test_a_button_about_somebody_deleted_since_says_so(chat: Chat, verb: str) -> None:
    chat.say("add Ana Ruiz")
    adding = chat.last
    chat.say("/next")
    chat.press("Undo", adding)
    said = chat.give(chat.user.tap(f"{verb}:1:3"))
    assert "isn't in your list any more" in said
    assert chat.export()["nudges"] == []


@pytest.mark.parametrize("verb", ["done", "another", "else", "later", "postpone", "notnow", "back", "pace"])
def test_another_users_nudge_is_not_to_be_had(nudged: Chat, verb: str) -> None:
    stranger = nudged.api.user(8, first_name="Kim")
    stranger.start_chat()
    hello = stranger.text("hi")
    nudged.give(hello)
    before = statuses(nudged)
    tap = stranger.tap(f"{verb}:1:3")
    nudged.give(tap)
    assert [call.values.get("text", "") for call in nudged.api.calls if call.method == "answerCallbackQuery"][-1]
    assert "Ana" not in stranger.chat.last().text
    assert statuses(nudged) == before


@pytest.mark.parametrize("data", [
    "done", "done:", "done:x", "done:1x", "done:-1", "done:99999999999999999999999", "later:0", "frobnicate:1", "v2|done|1",
    "postpone:1:²", "postpone:1:1000000", "pace:1:never", "done:1:🎉", "::::", "{}",
])  # fmt: skip
def test_made_up_buttons_are_answered_kindly(nudged: Chat, data: str) -> None:
    said = nudged.give(nudged.user.tap(data))
    assert said
    assert "my fault" not in said
    assert nudged.person("Ana Ruiz")["touches"] == [] or data == "done:1:🎉"


def test_the_button_of_a_message_too_old_for_telegram_to_show_works(nudged: Chat) -> None:
    for label in ("✓ Done", "Later"):
        tap = nudged.user.press(label, nudged.nudge())
        message = tap["callback_query"]["message"]
        tap["callback_query"]["message"] = {"chat": message["chat"], "message_id": message["message_id"], "date": 0}
        if label == "✓ Done":
            assert "✓" in nudged.give(tap)
            nudged.press("Undo")
        else:
            nudged.give(tap)
            assert nudged.nudge().labels[0] == "Tomorrow"


def test_a_deleted_nudge_message_is_no_obstacle(nudged: Chat) -> None:
    nudged.nudge().deleted = True
    assert "Ana Ruiz ✓" in nudged.say("done")


# The question about the pace


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
