"""Promises in the chat: made, reminded of, moved, kept, dropped, and taken back."""

from datetime import UTC, datetime

import pytest

from tests.chat import Chat

LINKEDIN = """First Name,Last Name,URL,Email Address,Company,Position,Connected On
Zora,Novak,https://www.linkedin.com/in/zora-novak-example,,Acme,Clerk,15 Jun 2019
"""


@pytest.fixture
def known(chat: Chat) -> Chat:
    """Three people; it is Monday 23 November, half past nine."""
    chat.say("Ana Ruiz, monthly\nBen Okafor, monthly\nGrace Lim, monthly")
    return chat


def promises(chat: Chat, name: str = "Ana Ruiz") -> list[tuple[str, str | None, str | None]]:
    return [(each["text"], each["due_on"], each["kept_on"]) for each in chat.person(name)["promises"]]


# Made


@pytest.mark.parametrize(
    ("text", "what", "due"),
    [
        ("I promised Ana to send the report by Friday", "send the report", "2026-11-27"),
        ("/promise Ana: send the report by Friday", "send the report", "2026-11-27"),
        ("remind me to send Ana the report on Friday", "send Ana the report", "2026-11-27"),
        ("I'll send Ana the report by Friday", "send Ana the report", "2026-11-27"),
        ("I promised Ana I'd send the slides by the end of the month", "send the slides", "2026-11-30"),
        ("promised Ana the book before Christmas", "the book", "2026-12-24"),
        ("I owe Ana Ruiz the photos in two weeks", "the photos", "2026-12-07"),
        ("/promise Ana send the report on 3 December", "send the report", "2026-12-03"),
    ],
)
def test_a_promise_in_plain_words_is_kept_with_its_day(known: Chat, text: str, what: str, due: str) -> None:
    said = known.say(text)
    assert "You promised Ana Ruiz" in said
    assert "I'll remind you" in said
    assert promises(known) == [(what, due, None)]
    assert "Taken back: the promise to Ana Ruiz" in known.press("Undo")
    assert promises(known) == []


def test_without_a_day_it_is_asked_once(known: Chat) -> None:
    said = known.say("I owe Ben an intro to Grace")
    assert "You promised Ben Okafor: an intro to Grace." in said
    assert "[Tomorrow] [Friday] [Next week] [No day]" in said
    assert "I'll remind you on Friday 27 November." in known.press("Friday")
    assert promises(known, "Ben Okafor") == [("an intro to Grace", "2026-11-27", None)]


@pytest.mark.parametrize(
    ("text", "due"),
    [("by Friday", "2026-11-27"), ("tomorrow", "2026-11-24"), ("in two weeks", "2026-12-07"), ("3 Dec", "2026-12-03")],
)
def test_the_day_may_be_typed(known: Chat, text: str, due: str) -> None:
    known.say("I owe Ben the slides")
    assert "I'll remind you" in known.say(text)
    assert promises(known, "Ben Okafor") == [("the slides", due, None)]


def test_a_day_typed_badly_is_asked_for_again_and_nothing_is_lost(known: Chat) -> None:
    known.say("I owe Ben the slides")
    assert "I can't make a day of that" in known.say("31 Novembre??!!")
    assert "on Friday 27 November" in known.say("friday")
    assert promises(known, "Ben Okafor") == [("the slides", "2026-11-27", None)]


@pytest.mark.parametrize("text", ["no", "no day", "whenever"])
def test_there_need_be_no_day(known: Chat, text: str) -> None:
    known.say("I owe Ben the slides")
    assert "No day, then" in known.say(text)
    assert promises(known, "Ben Okafor") == [("the slides", None, None)]


def test_whoever_says_something_else_meanwhile_is_heard(known: Chat) -> None:
    known.say("I owe Ben the slides")
    assert "In touch with Ana Ruiz" in known.say("called Ana")
    assert promises(known, "Ben Okafor") == [("the slides", None, None)]


def test_of_two_of_one_name_it_is_asked_which(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly\nAna Lopez, monthly")
    assert "Which Ana" in chat.say("I promised Ana to send the report by Friday")
    assert "You promised Ana Lopez: send the report." in chat.press("Ana Lopez")
    assert promises(chat, "Ana Lopez") == [("send the report", "2026-11-27", None)]


def test_whom_she_is_is_asked_where_nobody_was_spoken_of(known: Chat) -> None:
    assert "Whom did you promise it?" in known.say("I promised her to send the report by Friday")
    assert "You promised Grace Lim" in known.press("Grace Lim")
    assert promises(known, "Grace Lim") == [("send the report", "2026-11-27", None)]


def test_a_command_that_names_nobody_asks_whom_it_is_to(known: Chat) -> None:
    assert "Whom did you promise it?" in known.say("/promise send the report by Friday")
    assert "You promised Ben Okafor: send the report." in known.press("Ben Okafor")
    assert promises(known, "Ben Okafor") == [("send the report", "2026-11-27", None)]


def test_with_a_nudge_open_she_is_whom_it_names(known: Chat) -> None:
    known.week()
    assert "You promised Ana Ruiz: send her the report." in known.say("I'll send her the report by Friday")


def test_a_plan_that_may_be_a_promise_is_asked_about(known: Chat) -> None:
    said = known.say("remind me to call Ana on Friday")
    assert "[Remind me on Friday 27 November: call Ana] [Keep it as a note on Ana] [None]" in said
    assert "I'll remind you on Friday 27 November." in known.press("Remind me")
    assert promises(known) == [("call Ana", "2026-11-27", None)]


def test_the_same_is_promised_once(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    assert "on your list already" in known.say("I promised Ana to send the report by Friday")
    assert len(promises(known)) == 1


def test_what_was_promised_is_shown_as_it_was_typed(known: Chat) -> None:
    said = known.say("/promise Ana: send <b>my</b> & her notes by Friday")
    assert "send <b>your</b> & her notes" in said
    assert promises(known)[0][0] == "send <b>my</b> & her notes"


def test_a_promise_to_somebody_unknown_is_not_lost(known: Chat) -> None:
    assert "[Add Zed Quill]" in known.say("I promised Zed Quill to send the deck by Friday")
    known.press("Add Zed Quill")
    assert "send the deck" in str(known.person("Zed Quill")["notes"])


# Shown


def test_what_is_open_is_listed_with_those_due_on_top(known: Chat) -> None:
    assert "Nothing promised is open" in known.say("/promise")
    known.say("I owe Ben the slides")
    known.press("No day")
    known.say("I promised Grace to send the book by 3 December")
    known.say("I promised Ana to send the report by tomorrow")
    lines = known.say("what have I promised?").split("\n")
    assert lines[0] == "3 promises are open:"
    assert lines[1] == "• Ana Ruiz: send the report · tomorrow"
    assert lines[2] == "• Grace Lim: send the book · Thursday 3 December"
    assert lines[3] == "• Ben Okafor: the slides"
    known.days(3)
    assert "send the report · since Tuesday 24 November" in known.say("/promise")


def test_one_of_the_list_can_be_moved_or_dropped(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.say("/promise")
    assert "[Done] [Tomorrow] [Next week] [Drop]" in known.press("Ana Ruiz")
    assert "I'll remind you tomorrow" in known.press("Tomorrow")
    assert promises(known) == [("send the report", "2026-11-24", None)]
    known.say("/promise")
    known.press("Ana Ruiz")
    assert "Dropped: send the report" in known.press("Drop")
    assert "You promised" not in known.days(3)
    assert "Nothing promised is open" in known.say("/promise")
    known.press("Undo")
    assert "One promise is open" in known.say("/promise")


def test_the_card_shows_what_is_promised(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    assert "Promised: send the report (Friday 27 November)" in known.say("Ana")
    known.say("kept: the report to Ana")
    said = known.say("Ana")
    assert "Promised:" not in said
    assert "You gave once." in said


# Kept


@pytest.mark.parametrize(
    "text", ["kept: the report to Ana", "sent Ana the report I promised", "kept my promise to Ana", "promise kept"]
)
def test_a_kept_promise_in_plain_words(known: Chat, text: str) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.days(4)
    said = known.say(text)
    assert "Ana Ruiz: send the report ✓" in said
    assert "[Also in touch today] [Undo]" in said
    assert promises(known) == [("send the report", "2026-11-27", "2026-11-27")]


def test_in_the_words_after_a_done_it_is_a_promise_to_whom_it_was_about(known: Chat) -> None:
    known.say("I promised Ana to send the report by Thursday")
    known.say("I promised Ben to send the report by Friday")
    assert "How about Ana Ruiz?" in known.week()
    known.say("done")
    assert "Ana Ruiz: send the report ✓" in known.say("sent her the report I promised")
    assert promises(known, "Ben Okafor")[0][2] is None


def test_of_several_the_one_that_fits_is_kept_and_else_it_is_asked(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.say("I promised Ana to lend her the red book by Friday")
    known.say("kept: the red book to Ana")
    assert [kept is not None for _, _, kept in promises(known)] == [False, True]
    known.say("I promised Ana to bring cake on Sunday")
    assert "Which promise to Ana Ruiz is kept?" in known.say("kept my promise to Ana")
    known.press("Ana Ruiz: bring cake")
    assert [kept is not None for _, _, kept in promises(known)] == [False, True, True]


def test_nothing_open_to_them_is_said(known: Chat) -> None:
    assert "I know of no open promise to Ana Ruiz" in known.say("kept my promise to Ana")
    assert "In touch with Ana Ruiz today" in known.press("Also in touch today")


def test_keeping_it_may_have_been_a_touch_too(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.say("kept my promise to Ana")
    assert "In touch with Ana Ruiz today" in known.press("Also in touch today")
    known.press("Also in touch today")
    assert len(known.person("Ana Ruiz")["touches"]) == 1


# Reminded


def test_one_reminder_comes_on_the_day_at_the_users_hour(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    assert "You promised" not in known.pass_until(datetime(2026, 11, 27, 8, 59, tzinfo=UTC))
    said = known.pass_until(datetime(2026, 11, 27, 9, 0, tzinfo=UTC))
    assert "You promised Ana Ruiz: send the report.\nToday's the day." in said
    assert "[Done] [Tomorrow] [Next week] [Drop]" in said
    assert "Today's the day" not in known.pass_until(datetime(2026, 12, 20, 8, 0, tzinfo=UTC))


def test_done_on_the_reminder_ends_it_there(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.days(4)
    reminder = known.last.id
    assert "Ana Ruiz: send the report ✓" in known.press("Done")
    assert next(each for each in known.newest() if each.id == reminder).buttons == []
    assert promises(known) == [("send the report", "2026-11-27", "2026-11-27")]
    known.press("Undo")
    assert promises(known) == [("send the report", "2026-11-27", None)]
    assert "Done" in next(each for each in known.newest() if each.id == reminder).labels


def test_moved_from_the_reminder_it_comes_again(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.days(4)
    assert "I'll remind you tomorrow" in known.press("Tomorrow")
    assert "You promised Ana Ruiz: send the report." in known.days(1)
    assert "on Saturday 5 December" in known.press("Next week")
    assert "You promised Ana" in known.days(7.1)


def test_an_undo_takes_the_reminder_along(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.press("Undo")
    assert "You promised" not in known.days(6)


@pytest.mark.parametrize(("text", "kept"), [("done", True), ("✅", True), ("tomorrow", False), ("in two weeks", False)])
def test_a_reminder_may_be_answered_by_a_reply(known: Chat, text: str, kept: bool) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.days(4)
    known.say(text, reply_to=known.last)
    ((_, due, kept_on),) = promises(known)
    assert (kept_on is not None, due != "2026-11-27") == (kept, not kept)
    assert known.person("Ana Ruiz")["touches"] == []


def test_a_bare_done_with_no_nudge_open_keeps_what_was_reminded_of(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.days(4)
    assert "Ana Ruiz: send the report ✓" in known.say("done")


def test_due_today_after_the_hour_it_comes_soon(known: Chat) -> None:
    assert "later today" in known.say("I promised Ana to send the report today")
    assert "You promised Ana Ruiz" in known.pass_until(datetime(2026, 11, 23, 12, 0, tzinfo=UTC))


def test_a_reminder_comes_in_a_pause_too(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.say("pause until 7 January")
    assert "You promised Ana Ruiz: send the report." in known.days(5)


@pytest.mark.parametrize(
    ("now", "at"),
    [  # London's clocks go back on 25 October and forward on 28 March
        (datetime(2026, 10, 23, 8, 30, tzinfo=UTC), datetime(2026, 10, 26, 9, tzinfo=UTC)),
        (datetime(2027, 3, 26, 9, 30, tzinfo=UTC), datetime(2027, 3, 29, 8, tzinfo=UTC)),
    ],
)
def test_the_hour_is_the_users_across_a_change_of_clocks(known: Chat, now: datetime, at: datetime) -> None:
    known.say("pause")
    known.now = now
    known.say("I promised Ana to send the report by Monday")
    assert known.store.next_push() == at


def test_somebody_of_the_inbox_is_reminded_of_too(chat: Chat) -> None:
    chat.drop("people.csv", LINKEDIN)
    chat.press("Import")
    chat.say("I promised Zora to send the report by Friday")
    assert "You promised Zora Novak" in chat.days(5)


# Once, and by anybody


def test_delivered_twice_it_is_one_promise(known: Chat) -> None:
    said = known.say("I owe Ben the slides")
    assert known.again() == said
    known.press("Friday")
    known.again()
    assert promises(known, "Ben Okafor") == [("the slides", "2026-11-27", None)]
    known.days(4)
    known.press("Done")
    known.again()
    assert promises(known, "Ben Okafor") == [("the slides", "2026-11-27", "2026-11-27")]


def test_after_a_restart_the_question_still_waits_and_the_reminder_comes(known: Chat) -> None:
    known.say("I owe Ben the slides")
    known.restart()
    assert "on Friday 27 November" in known.say("by friday")
    known.restart()
    assert "You promised Ben Okafor" in known.days(5)


def test_buttons_pressed_twice_say_so(known: Chat) -> None:
    known.say("I promised Ana to send the report by Friday")
    known.days(4)
    known.press("Done")
    before = known.kept()
    assert "settled already" in known.give(known.user.tap("promise:1:done"))
    assert "settled already" in known.give(known.user.tap("promise:1:tomorrow"))
    assert known.kept() == before


@pytest.mark.parametrize(
    "data",
    ["promise:99:done", "promise:0", "promise:99:o.yes", "promise:1:o.friday", "promise:1:blah", "promise:1:d.²",
     "heard:99:yes", "heard:1:zzz", "heard:99:leave", "heard:99:way", "need:99:no", "need:0", "promise:99:touch"],
)  # fmt: skip
def test_made_up_buttons_are_answered_kindly(known: Chat, data: str) -> None:
    known.say("I promised Ana to send the report by Friday")
    before = known.kept()
    known.say("/help")
    said = known.give(known.user.tap(data))
    assert said
    assert "fault" not in said
    assert known.kept() == before


@pytest.mark.parametrize("text", ["done", "sent it"])
def test_a_done_in_reply_to_a_reminder_is_not_for_the_open_nudge(chat: Chat, text: str) -> None:
    chat.say("Ana Ruiz, Joe Park")
    assert "How about Ana Ruiz?" in chat.week()
    chat.say("I promised Joe to send the book tomorrow")
    chat.days(1)
    assert "Joe Park: send the book ✓" in chat.say(text, chat.last)
    assert chat.person("Ana Ruiz")["touches"] == []
