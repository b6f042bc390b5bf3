"""Being in touch: "done" in the ways people say it, what is not a done, and touches at any time."""

from datetime import UTC, datetime

import pytest

from tests.chat import Chat

TODAY, YESTERDAY = "2026-11-30", "2026-11-29"


@pytest.fixture
def nudged(chat: Chat) -> Chat:
    """Monday 30 November, 09:00: Dotty has just named Ana; Ben waits."""
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    assert "Ana Ruiz" in chat.week()
    return chat


def touches(chat: Chat, name: str = "Ana Ruiz") -> list[tuple[str, str | None]]:
    return [(touch["on"], touch["note"]) for touch in chat.person(name)["touches"]]


def statuses(chat: Chat) -> list[str]:
    return [nudge["status"] for nudge in chat.export()["nudges"]]


# Done


@pytest.mark.parametrize("text", [
    "done", "Done!", "DONE.", "did it", "Did it!!", "sent", "sent it", "I did it", "all done", "yes, done", "ok done",
    "just called her", "called him", "texted them", "wrote to her", "emailed her", "we talked", "✅", "👍", "/done",
    "just did it", "that's done", "Ana done", "done with Ana", "wrote to Ana", "messaged Ana Ruiz",
])  # fmt: skip
def test_done_the_way_people_say_it(nudged: Chat, text: str) -> None:
    said = nudged.say(text)
    assert "Ana Ruiz" in said
    assert "✓" in said
    assert touches(nudged) == [(TODAY, None)]
    assert statuses(nudged) == ["done"]


def test_finally_wrote_to_somebody_else_is_a_touch_with_them(nudged: Chat) -> None:
    assert "In touch with Ben Okafor today ✓" in nudged.say("finally wrote to Ben")
    assert touches(nudged, "Ben Okafor") == [(TODAY, None)]
    assert touches(nudged) == []
    assert statuses(nudged) == ["sent"]


@pytest.mark.parametrize(("text", "on", "note"), [
    ("done yesterday", YESTERDAY, None),
    ("done on Friday", "2026-11-27", None),
    ("done 3 days ago", "2026-11-27", None),
    ("done: she's moving to Berlin in May", TODAY, "she's moving to Berlin in May"),
    ("done, she starts a new job in May", TODAY, "she starts a new job in May"),
    ("/done yesterday", YESTERDAY, None),
    ("called her yesterday about the trial", YESTERDAY, "about the trial"),
])
def test_a_done_may_carry_its_day_and_a_note(nudged: Chat, text: str, on: str, note: str | None) -> None:
    said = nudged.say(text)
    assert touches(nudged) == [(on, note)]
    assert note is None or f"Noted: {note}" in said
    assert note is None or nudged.person("Ana Ruiz")["notes"] == [{"on": on, "text": note}]


def test_the_button_is_a_done(nudged: Chat) -> None:
    said = nudged.press("✓ Done")
    assert "Ana Ruiz: done ✓" in said
    assert nudged.nudge_of("Ana Ruiz").buttons == []
    assert touches(nudged) == [(TODAY, None)]


@pytest.mark.parametrize("emoji", ["👍", "❤", "🔥"])
def test_a_reaction_is_a_done(nudged: Chat, emoji: str) -> None:
    assert "✓" in nudged.react(emoji, nudged.nudge())
    assert touches(nudged) == [(TODAY, None)]
    assert nudged.react("👏", nudged.nudge_of("Ana Ruiz")) == ""
    assert touches(nudged) == [(TODAY, None)]


@pytest.mark.parametrize("emoji", ["👎", "🤔", None])
def test_other_reactions_record_nothing(nudged: Chat, emoji: str | None) -> None:
    assert nudged.give(nudged.user.react(emoji, nudged.nudge())) == ""
    assert touches(nudged) == []


def test_a_reaction_to_anything_but_a_nudge_records_nothing(nudged: Chat) -> None:
    nudged.say("/help")
    assert nudged.react("👍", nudged.last) == ""
    assert touches(nudged) == []


def test_a_reply_to_an_older_nudge_means_that_one(nudged: Chat) -> None:
    older = nudged.nudge()
    assert "Ben Okafor" in nudged.week()
    said = nudged.say("done", reply_to=older)
    assert "Ana Ruiz" in said
    assert "Ben Okafor" not in said
    assert (len(touches(nudged)), touches(nudged, "Ben Okafor")) == (1, [])
    assert sorted(statuses(nudged)) == ["done", "sent"]


def test_a_reply_to_an_answered_nudge_counts_no_second_time(nudged: Chat) -> None:
    nudge = nudged.nudge()
    nudged.say("done")
    assert "already" in nudged.say("done", reply_to=nudge)
    assert len(touches(nudged)) == 1


def test_a_reply_to_any_other_message_means_the_newest_open_nudge(nudged: Chat) -> None:
    nudged.say("/help")
    nudged.say("done", reply_to=nudged.last)
    assert touches(nudged) == [(TODAY, None)]


def test_without_a_reply_the_newest_open_nudge_is_meant(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly\nGrace Lim, monthly")
    chat.week()
    chat.press("Later")
    chat.press("Tomorrow")
    chat.say("/next")
    assert "Ana Ruiz" in chat.days(1.1)
    assert "Ana Ruiz" in chat.say("done")
    assert "Ben Okafor" in chat.say("done")


def test_with_nothing_open_dotty_asks_who(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    said = chat.say("done yesterday")
    assert "Who was it with?" in said
    assert "[Ana Ruiz]" in said
    assert "In touch with Ben Okafor yesterday ✓" in chat.press("Ben")
    assert touches(chat, "Ben Okafor") == [("2026-11-22", None)]


@pytest.mark.parametrize("who", ["Ben", "ben okafor", "Bne Okafor"])
def test_asked_who_one_may_type_the_name(chat: Chat, who: str) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    chat.say("done yesterday: he likes chess")
    if "[Ben Okafor]" in chat.say(who):  # a typing mistake is asked about
        chat.press("Ben Okafor")
    assert touches(chat, "Ben Okafor") == [("2026-11-22", "he likes chess")]


def test_asked_who_one_may_type_two_names(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    chat.say("done yesterday")
    assert "In touch with Ana Ruiz and Ben Okafor yesterday ✓" in chat.say("Ana and Ben")
    assert touches(chat) == touches(chat, "Ben Okafor") == [("2026-11-22", None)]


def test_asked_who_one_may_name_somebody_new(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("done yesterday")
    assert "[Add Joe Park]" in chat.say("Joe Park")
    assert chat.names() == ["Ana Ruiz"]
    chat.press("Add Joe Park")
    assert touches(chat, "Joe Park") == [("2026-11-22", None)]


def test_asked_who_one_may_say_nobody(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("done")
    chat.press("None")
    assert touches(chat) == []


def test_done_with_nobody_known_asks_for_a_name(chat: Chat) -> None:
    assert "Type a name" in chat.say("done")


# Not done


@pytest.mark.parametrize("text", [
    "not done", "Not yet", "I haven't done it yet", "haven't yet", "done?", "Is it done?", "I'll do it tomorrow",
    "didn't", "no time this week", "will do", "should I call her?", "I didn't write to her", "not sent yet",
    "I haven't called Ana yet", "👎",
])  # fmt: skip
def test_what_is_not_done_is_not_recorded(nudged: Chat, text: str) -> None:
    said = nudged.say(text)
    assert "✓" not in said
    assert "done it" not in said
    assert touches(nudged) == []
    assert statuses(nudged) == ["sent"]


# After a done


def test_after_a_done_comes_one_warm_line_the_next_time_and_room_for_a_note(nudged: Chat) -> None:
    said = nudged.say("done")
    assert "Next time: 30 December." in said
    assert "Anything worth remembering?" in said
    assert "[Skip]" in said
    assert len(said.split("Anything")[0].strip().split("\n")) == 3  # the nudge's own message, the warm line, the next time


def test_the_note_after_a_done_is_kept_with_the_touch(nudged: Chat) -> None:
    nudged.say("done")
    assert "Ana Ruiz" in nudged.say("she's moving to Berlin in May")
    assert touches(nudged) == [(TODAY, "she's moving to Berlin in May")]
    assert nudged.person("Ana Ruiz")["notes"] == [{"on": TODAY, "text": "she's moving to Berlin in May"}]


def test_the_note_is_skipped_with_one_tap(nudged: Chat) -> None:
    nudged.say("done")
    nudged.press("Skip")
    nudged.say("she's moving to Berlin in May")
    assert touches(nudged) == [(TODAY, None)]


@pytest.mark.parametrize("text", ["no", "Nope", "nothing", "not really", "no thanks", "skip", "nah", "nothing special", "-"])
def test_the_note_is_skipped_in_words(nudged: Chat, text: str) -> None:
    nudged.say("done")
    assert nudged.say(text) == "All right."
    assert touches(nudged) == [(TODAY, None)]
    assert "Noted" not in nudged.say("she's moving to Berlin in May")
    assert nudged.person("Ana Ruiz")["notes"] == []


def test_the_note_may_be_left_out_for_whatever_comes_next(nudged: Chat) -> None:
    nudged.say("done")
    assert "Added Grace Lim" in nudged.say("add Grace Lim, weekly")
    assert "Ben Okafor" in nudged.say("Ben")
    assert touches(nudged) == [(TODAY, None)]


def test_a_day_later_what_is_typed_is_no_note_any_more(nudged: Chat) -> None:
    nudged.say("done")
    nudged.days(1.1)
    nudged.say("she's moving to Berlin in May")
    assert touches(nudged) == [(TODAY, None)]


def test_without_a_rhythm_the_next_time_is_named_too(chat: Chat) -> None:
    chat.say("add Ana Ruiz, met at PyCon")
    chat.week()
    assert "Next time: when their turn comes round." in chat.say("done")


def test_a_long_note_never_makes_the_answer_too_long(nudged: Chat) -> None:
    said = nudged.say("done: " + "<she & I> " * 400)
    assert "✓" in said
    assert len(nudged.last.text) < 1000
    assert len(str(touches(nudged)[0][1])) > 3900


def test_a_done_can_be_undone_and_the_nudge_is_open_again(nudged: Chat) -> None:
    nudged.say("done")
    assert "Taken back" in nudged.press("Undo")
    assert touches(nudged) == []
    assert statuses(nudged) == ["sent"]
    assert "✓ Done" in nudged.nudge().labels
    nudged.press("✓ Done")
    assert touches(nudged) == [(TODAY, None)]


# Once


def test_a_double_tap_counts_once(nudged: Chat) -> None:
    nudge = nudged.nudge()
    first, second = nudged.user.press("✓ Done", nudge), nudged.user.press("✓ Done", nudge)
    nudged.give(first)
    assert "already" in nudged.give(second)
    assert len(touches(nudged)) == 1


@pytest.mark.parametrize("text", ["done", "done: she likes chess", "talked to Ben yesterday", "had coffee with Ana and Ben"])
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


# Touches at any time


@pytest.mark.parametrize(("text", "on", "channel", "note"), [
    ("talked to Ben yesterday about the trial", "2026-11-22", None, "about the trial"),
    ("called Ben", "2026-11-23", "call", None),
    ("emailed Ben last week", "2026-11-16", "email", None),
    ("had lunch with Ben on Friday", "2026-11-20", "meeting", None),
    ("texted Ben on 3 November", "2026-11-03", "message", None),
    ("Ben called me this morning", "2026-11-23", "call", None),
    ("met Ben for coffee on Saturday", "2026-11-21", "meeting", "for coffee"),
])
def test_a_touch_at_any_time(chat: Chat, text: str, on: str, channel: str | None, note: str | None) -> None:
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly")
    said = chat.say(text)
    assert "In touch with Ben Okafor" in said
    (touch,) = chat.person("Ben Okafor")["touches"]
    assert (touch["on"], touch["channel"]) == (on, channel)
    assert touch["note"] == note


def test_one_sentence_may_name_several(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nGrace Lim, quarterly")
    assert "In touch with Ana Ruiz and Grace Lim on Friday 20 November ✓" in chat.say("had coffee with Ana and Grace on Friday")
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


@pytest.mark.parametrize(("city", "now", "today", "yesterday"), [
    ("Tokyo", datetime(2026, 11, 23, 20, tzinfo=UTC), "2026-11-24", "2026-11-23"),
    ("Los Angeles", datetime(2026, 11, 24, 3, tzinfo=UTC), "2026-11-23", "2026-11-22"),
])
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
