"""The buttons on a nudge, and their words."""

from datetime import UTC, datetime
from itertools import pairwise
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from bot.practice.chats import ChatMessage
from tests.chat import Chat


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
    assert button(nudged.nudge(), "Open LinkedIn") == "https://www.linkedin.com/in/anaruiz"


def test_what_is_not_known_has_no_button(nudged: Chat) -> None:
    nudged.press("Someone else")
    assert nudged.nudge().labels[7:] == ["Copy the opener"]


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
    assert all(before != after for before, after in pairwise(openers))
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


@pytest.mark.parametrize(
    ("label", "day", "said"),
    [
        ("Tomorrow", datetime(2026, 12, 1, 9, tzinfo=UTC), "tomorrow"),
        ("In three days", datetime(2026, 12, 3, 9, tzinfo=UTC), "on Thursday 3 December"),
    ],
)
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
    assert "You asked me to bring Ana back today." in said
    assert "tomorrow" not in said
    assert "coming up" not in said
    assert any(word in said for word in ("belated", "late", "missed"))


def test_shown_again_on_a_later_day_a_nudge_tells_no_stale_day(chat: Chat) -> None:
    chat.say("Ana Ruiz, birthday 1 December, monthly")
    assert "tomorrow" in chat.week()
    chat.days(1)
    assert "It's Ana's birthday today" in chat.say("/next") or "Today is Ana's birthday" in chat.last.text
    chat.days(2)
    assert "birthday on Tuesday 1 December" in chat.say("/next") or "birthday was on Tuesday" in chat.last.text
    chat.days(2)
    assert "birthday" not in chat.say("/next").lower()


def test_an_only_contact_just_in_touch_is_not_named_again_the_same_day(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    assert "Ana" in chat.week()
    chat.say("done")
    assert "nobody else waiting" in chat.say("/next")
    assert "Nobody is due this week" in chat.week()


def test_somebody_due_comes_before_somebody_who_is_not_though_named_last_week(chat: Chat) -> None:
    chat.say("Cy Poe, weekly\nAna Ruiz, yearly")
    chat.say("talked to Ana today")
    for _ in range(3):
        assert "Cy Poe" in chat.week()
        chat.say("done")


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
