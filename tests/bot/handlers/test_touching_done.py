"""Done: the ways people say it, what is not a done, and what follows one."""

import pytest

from tests.chat import Chat

TODAY, YESTERDAY = "2026-11-30", "2026-11-29"


def touches(chat: Chat, name: str = "Ana Ruiz") -> list[tuple[str, str | None]]:
    return [(touch["on"], touch["note"]) for touch in chat.person(name)["touches"]]


def statuses(chat: Chat) -> list[str]:
    return [nudge["status"] for nudge in chat.export()["nudges"]]


# Done


@pytest.mark.parametrize("text", [
    "done", "Done!", "did it", "sent", "I did it", "yes, done", "just called her", "wrote to her", "we talked", "✅",
    "👍", "/done", "Ana done", "done with Ana", "messaged Ana Ruiz",
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


@pytest.mark.parametrize(
    ("text", "on", "note"),
    [
        ("done yesterday", YESTERDAY, None),
        ("done on Friday", "2026-11-27", None),
        ("done 3 days ago", "2026-11-27", None),
        ("done: she's moving to Berlin in May", TODAY, "she's moving to Berlin in May"),
        ("done, she starts a new job in May", TODAY, "she starts a new job in May"),
        ("/done yesterday", YESTERDAY, None),
        ("called her yesterday about the trial", YESTERDAY, "about the trial"),
    ],
)
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
    "not done", "I haven't done it yet", "done?", "I'll do it tomorrow", "didn't", "no time this week",
    "should I call her?", "I didn't write to her", "I haven't called Ana yet", "👎",
])  # fmt: skip
def test_what_is_not_done_is_not_recorded(nudged: Chat, text: str) -> None:
    said = nudged.say(text)
    assert "✓" not in said
    assert "done it" not in said
    assert touches(nudged) == []
    assert statuses(nudged) == ["sent"]


def test_not_yet_is_taken_kindly_and_with_no_nudge_open_nothing_waits(nudged: Chat) -> None:
    assert nudged.say("not yet") == "No hurry. It'll be here when you're ready."
    nudged.say("done")
    nudged.press("Skip")
    assert nudged.say("I haven't called Ben yet") == "All right. Tell me when it's done, and I'll note it."


# After a done


def test_after_a_done_comes_one_warm_line_the_next_time_and_room_for_a_note(nudged: Chat) -> None:
    said = nudged.say("done")
    assert "Next time: 30 December." in said
    assert "Anything worth remembering?" in said
    assert "[Skip]" in said
    assert len(nudged.last.text.split("\n")) == 3


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


@pytest.mark.parametrize("text", [
    "no", "Nope", "nothing", "not really", "no thanks", "skip", "nah", "nothing special", "-",
])  # fmt: skip
def test_the_note_is_skipped_in_words(nudged: Chat, text: str) -> None:
    nudged.say("done")
    assert nudged.say(text) == "All right."
    assert touches(nudged) == [(TODAY, None)]
    assert "Noted" not in nudged.say("she's moving to Berlin in May")
    assert nudged.person("Ana Ruiz")["notes"] == []


@pytest.mark.parametrize("text", ["likes tea", "Likes tea", "vegetarian", "Vegetarian", "two kids, Tom and Zoe"])
def test_a_note_may_be_as_short_as_a_name(nudged: Chat, text: str) -> None:
    nudged.say("done")
    assert "Kept" in nudged.say(text)
    assert touches(nudged) == [(TODAY, text)]


@pytest.mark.parametrize("name", ["Joe Park", "Ben", "Bne Okafor"])
def test_a_name_after_a_done_is_no_note(nudged: Chat, name: str) -> None:
    nudged.say("done")
    assert "Kept" not in nudged.say(name)
    assert touches(nudged) == [(TODAY, None)]


def test_the_note_may_be_left_out_for_whatever_comes_next(nudged: Chat) -> None:
    nudged.say("done")
    assert "Added Joe Park" in nudged.say("add Joe Park, weekly")
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
