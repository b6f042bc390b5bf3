"""Touches at any time, and every one of them counted once."""

from datetime import UTC, datetime

import pytest

from tests.chat import Chat
from tests.storage.world import names

TODAY = "2026-11-30"


def touches(chat: Chat, name: str = "Ana Ruiz") -> list[tuple[str, str | None]]:
    return [(touch["on"], touch["note"]) for touch in chat.person(name)["touches"]]


def statuses(chat: Chat) -> list[str]:
    return [nudge["status"] for nudge in chat.export()["nudges"]]


@pytest.mark.parametrize(
    ("text", "on", "channel", "note"),
    [
        ("talked to Ben yesterday about the trial", "2026-11-22", None, "about the trial"),
        ("called Ben", "2026-11-23", "call", None),
        ("emailed Ben last week", "2026-11-16", "email", None),
        ("had lunch with Ben on Friday", "2026-11-20", "meeting", None),
        ("texted Ben on 3 November", "2026-11-03", "message", None),
        ("Ben called me this morning", "2026-11-23", "call", None),
        ("met Ben for coffee on Saturday", "2026-11-21", "meeting", "for coffee"),
    ],
)
def test_a_touch_at_any_time(chat: Chat, text: str, on: str, channel: str | None, note: str | None) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    said = chat.say(text)
    assert "In touch with Ben Okafor" in said
    (touch,) = chat.person("Ben Okafor")["touches"]
    assert (touch["on"], touch["channel"]) == (on, channel)
    assert touch["note"] == note


def test_one_sentence_may_name_several(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nGrace Lim, quarterly")
    said = chat.say("had coffee with Ana and Grace on Friday")
    assert "In touch with Ana Ruiz and Grace Lim on Friday 20 November ✓" in said
    assert touches(chat) == touches(chat, "Grace Lim") == [("2026-11-20", None)]
    assert "Taken back" in chat.press("Undo")
    assert touches(chat) == touches(chat, "Grace Lim") == []


def test_a_touch_resets_the_rhythm_and_says_the_next_time(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    assert "Next time: 23 December." in chat.say("called Ana")
    assert chat.person("Ana Ruiz")["next_due_on"] == "2026-12-23"


def test_an_older_touch_does_not_reset_a_newer_one(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("called Ana yesterday")
    chat.say("emailed Ana last week")
    ana = chat.person("Ana Ruiz")
    assert (ana["last_touch_on"], ana["next_due_on"]) == ("2026-11-22", "2026-12-22")
    assert sorted(touch["on"] for touch in ana["touches"]) == ["2026-11-16", "2026-11-22"]


def test_a_touch_is_never_in_the_future(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("called Ana tomorrow")
    chat.say("I'm seeing Ana next Friday")
    assert touches(chat) == []


@pytest.mark.parametrize(
    ("city", "now", "today", "yesterday"),
    [
        ("Tokyo", datetime(2026, 11, 23, 20, tzinfo=UTC), "2026-11-24", "2026-11-23"),
        ("Los Angeles", datetime(2026, 11, 24, 3, tzinfo=UTC), "2026-11-23", "2026-11-22"),
    ],
)
def test_days_are_the_users_own(chat: Chat, city: str, now: datetime, today: str, yesterday: str) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    chat.say("/settings")
    chat.press("Time zone")
    chat.say(city)
    chat.now = now
    chat.say("called Ana")
    chat.say("called Ben yesterday")
    assert (touches(chat), touches(chat, "Ben Okafor")) == ([(today, None)], [(yesterday, None)])


def test_yesterday_keeps_its_meaning_while_dotty_asks(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nAna Lopez, monthly")
    chat.now = datetime(2026, 11, 23, 23, 55, tzinfo=UTC)
    assert "Which" in chat.say("talked to Ana yesterday")
    chat.now = datetime(2026, 11, 24, 0, 5, tzinfo=UTC)
    chat.press("Ana Lopez")
    assert touches(chat, "Ana Lopez") == [("2026-11-22", None)]
    assert touches(chat) == []


def test_somebody_unknown_is_added_with_the_touch_if_they_say_so(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    said = chat.say("had coffee with Ana and Joe Park on Friday")
    assert "In touch with Ana Ruiz on Friday 20 November ✓" in said
    assert "[Add Joe Park]" in said
    chat.press("Add Joe Park")
    assert touches(chat, "Joe Park") == [("2026-11-20", None)]


def test_a_misspelt_name_is_asked_about_and_nothing_is_recorded_before(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    chat.say("talked to Bne Okafor yesterday")
    assert touches(chat, "Ben Okafor") == []
    chat.press("Ben Okafor")
    assert touches(chat, "Ben Okafor") == [("2026-11-22", None)]


def test_a_touch_answers_the_nudge_about_them(nudged: Chat) -> None:
    said = nudged.say("had coffee with Ana")
    assert "Ana Ruiz: done ✓" in said
    assert statuses(nudged) == ["done"]
    assert nudged.nudge_of("Ana Ruiz").buttons == []
    assert nudged.days(4) == ""


def test_a_touch_of_long_ago_leaves_the_nudge_open(nudged: Chat) -> None:
    nudged.say("had lunch with Ana on 3 March")
    assert touches(nudged) == [("2026-03-03", None)]
    assert statuses(nudged) == ["sent"]
    nudged.say("done")
    assert nudged.person("Ana Ruiz")["last_touch_on"] == TODAY


def test_a_touch_from_the_card(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana")
    chat.press("In touch")
    assert "In touch with Ana Ruiz yesterday ✓" in chat.press("Yesterday")
    assert touches(chat) == [("2026-11-22", None)]


@pytest.mark.parametrize("data", ["touched:1:²", "touched:1:-5", "touched:1:99999999", "touched:99:0", "touch:99"])
def test_made_up_days_and_people_are_answered_kindly(chat: Chat, data: str) -> None:
    chat.say("Ana Ruiz, monthly")
    said = chat.give(chat.user.tap(data))
    assert said
    assert "fault" not in said


# Once


def test_a_double_tap_counts_once(nudged: Chat) -> None:
    nudge = nudged.nudge()
    first, second = nudged.user.press("✓ Done", nudge), nudged.user.press("✓ Done", nudge)
    nudged.give(first)
    assert "already" in nudged.give(second)
    assert len(touches(nudged)) == 1


@pytest.mark.parametrize("text", [
    "done", "done: she likes chess", "talked to Ben yesterday", "had coffee with Ana and Ben",
])  # fmt: skip
def test_a_retried_update_counts_once_and_answers_the_same(nudged: Chat, text: str) -> None:
    nudged.say(text)
    answer = nudged.last.text
    count = len(touches(nudged)), len(touches(nudged, "Ben Okafor"))
    retried = next(each for each in nudged.updates if each.get("message", {}).get("text") == text)
    nudged.restart()
    assert answer in nudged.give(retried)
    assert (len(touches(nudged)), len(touches(nudged, "Ben Okafor"))) == count


def test_a_retried_tap_counts_once_after_a_crash(nudged: Chat) -> None:
    tap = nudged.user.press("✓ Done", nudged.nudge())
    nudged.give(tap)
    nudged.restart()
    assert "Anything worth remembering?" in nudged.give(tap)
    assert len(touches(nudged)) == 1


def test_a_retried_note_is_kept_once(nudged: Chat) -> None:
    nudged.say("done")
    nudged.say("she's moving to Berlin in May")
    nudged.restart()
    nudged.again()
    assert len(nudged.person("Ana Ruiz")["notes"]) == 1


def test_a_conversation_goes_on_after_a_crash(nudged: Chat) -> None:
    nudged.say("done")
    nudged.restart()
    nudged.say("she's moving to Berlin in May")
    assert touches(nudged) == [(TODAY, "she's moving to Berlin in May")]


def test_a_second_tap_on_today_counts_once(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("ana")
    card = chat.last
    chat.press("In touch", card)
    chat.press("Today", card)
    assert "already" in chat.give(chat.user.tap(f"touched:{names(chat.store, chat.user.id)[0][0]}:0", card))
    assert len(chat.person("Ana Ruiz")["touches"]) == 1
