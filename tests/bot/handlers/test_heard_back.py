""" "Heard back?", what came of it, and what the words after a done tell."""

import pytest

from tests.chat import Chat

ASKED = "Did you hear back from Ana Ruiz?"
DAYS = 4.1


@pytest.fixture
def done(nudged: Chat) -> Chat:
    """The nudge about Ana is done, and nothing said of it."""
    nudged.say("done")
    return nudged


def touch(chat: Chat, name: str = "Ana Ruiz") -> tuple[str | None, str | None]:
    """What is known of the newest touch: the reply and the favour."""
    contact_id = next(each.id for each in chat.store.people(7, offset=0, limit=50)[0] if each.name == name)
    card = chat.store.card(7, contact_id or 0)
    assert card is not None
    return card.touches[0].reply, card.touches[0].favour


# Asked


def test_four_days_after_a_done_it_is_asked_once(done: Chat) -> None:
    assert ASKED not in done.days(3.9)
    said = done.days(0.2)
    assert ASKED in said
    assert "[Yes] [Not yet] [No answer]" in said
    assert ASKED not in done.days(30)


@pytest.mark.parametrize(
    "text", ["called her", "had coffee with her", "done: she's moving to Berlin", "met Ana for lunch"]
)
def test_it_is_not_asked_where_they_clearly_talked(nudged: Chat, text: str) -> None:
    nudged.say(text)
    assert ASKED not in nudged.days(6)


@pytest.mark.parametrize("text", ["wrote to her", "emailed her about the trial", "messaged Ana Ruiz"])
def test_it_is_asked_where_an_answer_may_be_to_come(nudged: Chat, text: str) -> None:
    nudged.say(text)
    assert ASKED in nudged.days(DAYS)


def test_it_is_not_asked_of_somebody_touched_again_since(done: Chat) -> None:
    done.days(1)
    done.say("called Ana")
    assert ASKED not in done.days(10)


def test_it_is_not_asked_once_the_note_tells_of_an_answer(done: Chat) -> None:
    done.say("she's fine, she said hello")
    assert touch(done) == ("yes", None)
    assert ASKED not in done.days(10)


def test_it_is_not_asked_of_a_touch_that_answered_no_nudge(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("pause")
    chat.say("wrote to Ana")
    assert chat.days(10) == ""


def test_a_pause_holds_it_back(done: Chat) -> None:
    done.say("pause for two weeks")
    assert ASKED not in done.days(10)
    assert ASKED in done.days(10)


def test_an_undo_of_the_done_takes_it_along(done: Chat) -> None:
    done.press("Undo")
    assert ASKED not in done.days(6)


# Answered


def test_yes_asks_how_it_went_and_keeps_the_words_with_the_touch(done: Chat) -> None:
    done.days(DAYS)
    said = done.press("Yes")
    assert "Ana Ruiz answered ✓" in said
    assert "How did it go with Ana Ruiz?" in said
    assert "Kept" in done.say("lovely, they had a baby")
    (kept,) = done.person("Ana Ruiz")["touches"]
    assert kept["note"] == "lovely, they had a baby"
    assert touch(done) == ("yes", None)


def test_how_it_went_can_be_skipped(done: Chat) -> None:
    done.days(DAYS)
    done.press("Yes")
    assert done.say("nothing special") == "All right."
    assert done.person("Ana Ruiz")["touches"][0]["note"] is None


def test_words_on_how_it_went_come_behind_the_note(done: Chat) -> None:
    done.say("about her trial")
    done.days(DAYS)
    done.press("Yes")
    done.say("very well")
    assert done.person("Ana Ruiz")["touches"][0]["note"] == "about her trial\nvery well"
    assert [note["text"] for note in done.person("Ana Ruiz")["notes"]] == ["about her trial", "very well"]


def test_not_yet_is_fine_and_nothing_more(done: Chat) -> None:
    done.days(DAYS)
    assert "that's fine" in done.press("Not yet")
    assert touch(done) == (None, None)
    assert ASKED not in done.days(30)


def test_no_answer_is_noted_and_undone(done: Chat) -> None:
    done.days(DAYS)
    assert "It happens" in done.press("No answer")
    assert touch(done) == ("no", None)
    assert ASKED in done.press("Undo")
    assert touch(done) == (None, None)
    done.press("Yes")
    assert touch(done) == ("yes", None)


@pytest.mark.parametrize(
    ("text", "reply"),
    [("yes she did", "yes"), ("yes", "yes"), ("not yet", None), ("no answer", "no"), ("she never replied", "no")],
)
def test_the_question_may_be_answered_by_a_reply(done: Chat, text: str, reply: str | None) -> None:
    done.days(DAYS)
    done.say(text, reply_to=done.last)
    assert touch(done) == (reply, None)


def test_after_three_without_an_answer_it_is_asked_what_to_do(done: Chat) -> None:
    done.press("Skip")
    done.say("wrote to Ana yesterday")
    done.say("wrote to Ana on Friday")
    tapped = [done.give(done.user.tap(f"heard:{touch_id}:no")) for touch_id in (1, 2, 3)]
    assert ["It happens" in each for each in tapped] == [True, True, False]
    said = tapped[2]
    assert "What now?" in said
    assert "[Try another way] [Leave for a year] [Keep as it is]" in said
    assert "Another way to Ana Ruiz" in done.press("Try another way")
    assert "I'll leave Ana Ruiz in peace until" in done.press("Leave for a year")
    assert "Taken back" in done.press("Undo")
    assert "stays as it is" in done.press("Keep as it is")


def test_another_way_shows_how_to_reach_them(done: Chat) -> None:
    done.press("Skip")
    done.say("Ana's phone is +34 600 123 456")
    said = done.give(done.user.tap("heard:1:way"))
    assert "Phone: +34600123456" in said
    assert "[Open WhatsApp]" in said


def test_pressed_twice_and_delivered_twice_it_counts_once(done: Chat) -> None:
    done.days(DAYS)
    said = done.press("No answer")
    done.again()
    assert "It happens" in said
    assert "settled" in done.give(done.user.tap("heard:1:no"))
    done.restart()
    assert touch(done) == ("no", None)


# The words after a done


def test_a_promise_in_the_note_is_offered_with_its_day(done: Chat) -> None:
    said = done.say("she's fine, I'll send her the report by Friday")
    assert "Kept" in said
    assert "Shall I remind you to send her the report on Friday 4 December?" in said
    assert "[Yes] [Another day] [No] [Undo]" in said
    assert done.person("Ana Ruiz")["promises"] == []
    assert "I'll remind you on Friday 4 December." in done.press("Yes")
    assert [each["due_on"] for each in done.person("Ana Ruiz")["promises"]] == ["2026-12-04"]
    assert "on your list already" in done.give(done.user.tap("promise:1:o.yes"))
    assert "You promised Ana Ruiz: send her the report." in done.days(5)


@pytest.mark.parametrize(("text", "due"), [("yes", "2026-12-04"), ("next Monday", "2026-12-07"), ("no", None)])
def test_the_offer_may_be_answered_in_words(done: Chat, text: str, due: str | None) -> None:
    done.say("I'll send her the report by Friday")
    done.say(text)
    assert [each["due_on"] for each in done.person("Ana Ruiz")["promises"]] == ([due] if due else [])


def test_another_day_is_a_tap_or_typed(done: Chat) -> None:
    done.say("I'll send her the report by Friday")
    assert "[Tomorrow] [Friday] [Next week] [No day]" in done.press("Another day")
    assert "on Monday 7 December" in done.press("Next week")


def test_a_promise_without_a_day_asks_for_one(done: Chat) -> None:
    said = done.say("I owe him an intro to Grace")
    assert "Shall I remind you of an intro to Grace? By when?" in said
    assert "tomorrow" in done.press("Tomorrow")
    assert [each["text"] for each in done.person("Ana Ruiz")["promises"]] == ["an intro to Grace"]


def test_an_offer_of_old_still_works_and_a_past_day_is_asked_for(done: Chat) -> None:
    done.say("I'll send her the report by Friday")
    done.days(20)
    done.restart()
    assert "By when?" in done.give(done.user.tap("promise:1:o.yes"))


@pytest.mark.parametrize("text", ["lunch, all well, again in two weeks", "again in two weeks"])
def test_the_next_time_told_with_the_note_is_set(done: Chat, text: str) -> None:
    assert "Next time: 14 December." in done.say(text)
    contact = done.store.people(7, offset=0, limit=9)[0]
    assert [str(each.turn_on) for each in contact if each.name == "Ana Ruiz"] == ["2026-12-14"]


@pytest.mark.parametrize(
    ("text", "favour"),
    [
        ("sent her the report", "gave"),
        ("helped her with taxes", "gave"),
        ("asked her for feedback", "asked"),
        ("likes tea", None),
    ],
)
def test_a_favour_given_or_asked_is_read(done: Chat, text: str, favour: str | None) -> None:
    assert "Kept" in done.say(text)
    assert touch(done)[1] == favour


def test_what_was_promised_is_asked_about_with_a_done(nudged: Chat) -> None:
    nudged.say("I promised Ana to send the report by 20 December")
    said = nudged.say("done")
    assert "And your promise (send the report): kept too?" in said
    assert "[Kept: send the report] [Skip] [Undo]" in said
    assert "Ana Ruiz: send the report ✓" in nudged.press("Kept: send")
    assert "settled already" in nudged.press("Kept: send")
    assert nudged.person("Ana Ruiz")["promises"][0]["kept_on"] == "2026-11-30"


def test_two_promises_are_asked_about_at_most(nudged: Chat) -> None:
    for what in ("send the book", "find the photos", "bring the cake"):
        nudged.say(f"I promised Ana to {what} by 20 December")
    assert nudged.say("done").count("[Kept:") == 2


def test_a_promise_without_a_day_is_heard_in_how_it_went(done: Chat) -> None:
    done.days(DAYS)
    done.press("Yes")
    assert "Shall I remind you" in done.say("I'll send her the book")


@pytest.mark.parametrize("text", ["good", "Great, thanks!", "really nice"])
def test_one_kind_word_on_how_it_went_is_kept(done: Chat, text: str) -> None:
    done.days(DAYS)
    done.press("Yes")
    assert "Kept, for the next time you write to Ana Ruiz" in done.say(text)
    assert done.person("Ana Ruiz")["notes"][0]["text"] == text


def test_nobody_is_asked_about_somebody_who_died(done: Chat) -> None:
    done.say("skip")
    done.say("Ana died")
    done.press("Keep it as a note")
    assert ASKED not in done.days(30)
