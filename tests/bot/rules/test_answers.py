from datetime import date

import pytest

from bot.rules.answers import read_done, read_not_done
from bot.rules.drafts import Known
from bot.rules.meanings import NotDone, Touched, Unclear
from bot.rules.roster import Roster

MONDAY = date(2026, 11, 23)
YESTERDAY = date(2026, 11, 22)
ROSTER = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor")])


@pytest.mark.parametrize(
    "text",
    [
        "done",
        "Done!",
        "DONE",
        "did it",
        "sent",
        "sent it",
        "I sent it",
        "yes, done",
        "all done",
        "I'm done",
        "it's done",
        "done it",
        "done with it",
        "done with it all",
        "done, thanks!",
        "done for today",
        "finally done",
        "ok done",
        "✅",
        "👍",
        "👍🏽",
        "✔️",
        "☑️",
        "✅✅",
        "done ✅",
        "✅ done",
        "yes I did",
        "just did",
        "thanks, done",
        "did that",
        "done and dusted",
    ],
)
def test_done_in_any_words_answers_the_open_nudge(text: str) -> None:
    assert read_done(text, ROSTER, today=MONDAY) == Touched((), MONDAY)


@pytest.mark.parametrize(
    ("text", "on", "note"),
    [
        ("done yesterday", YESTERDAY, None),
        ("did it on Friday", date(2026, 11, 20), None),
        ("👍 done yesterday", YESTERDAY, None),
        ("done - yesterday", YESTERDAY, None),
        ("done yesterday, she's well", YESTERDAY, "she's well"),
        ("done: she's moving to Berlin in May", MONDAY, "she's moving to Berlin in May"),
        ("done, she starts a new job in May", MONDAY, "she starts a new job in May"),
        ("done she starts on Friday", MONDAY, "she starts on Friday"),
        ("done - had a great talk", MONDAY, "had a great talk"),
        ("Done. She said hi.", MONDAY, "She said hi"),
        ("done, Ana is moving", MONDAY, "Ana is moving"),
        (
            "done: she asked whether I could help her find a flat?",
            MONDAY,
            "she asked whether I could help her find a flat?",
        ),
    ],
)
def test_what_follows_done_is_its_day_or_its_note(text: str, on: date, note: str | None) -> None:
    assert read_done(text, ROSTER, today=MONDAY) == Touched((), on, None, note)


@pytest.mark.parametrize(
    ("text", "who", "on"),
    [
        ("Done with Ana", ("Ana",), MONDAY),
        ("done ana", ("ana",), MONDAY),
        ("done talking to Ana", ("Ana",), MONDAY),
        ("done with Ana and Ben yesterday", ("Ana", "Ben"), YESTERDAY),
        ("done, Ana", ("Ana",), MONDAY),
        ("Ana done", ("Ana",), MONDAY),
        ("Ana: done yesterday", ("Ana",), YESTERDAY),
        ("Ana Ruiz ✅", ("Ana Ruiz",), MONDAY),
    ],
)
def test_done_may_say_with_whom(text: str, who: tuple[str, ...], on: date) -> None:
    assert read_done(text, ROSTER, today=MONDAY) == Touched(who, on)


def test_a_bare_yes_is_asked_about() -> None:
    assert read_done("yes", ROSTER, today=MONDAY) == Unclear((Touched((), MONDAY),))


def test_done_before_other_words_is_asked_about() -> None:
    assert isinstance(read_done("done with this bot", ROSTER, today=MONDAY), Unclear)


def test_done_with_an_unknown_word_may_name_somebody() -> None:
    named, noted = Touched(("zed",), MONDAY), Touched((), MONDAY, None, "zed")
    assert read_done("done zed", ROSTER, today=MONDAY) == Unclear((named, noted))
    assert read_done("done both", ROSTER, today=MONDAY) == Unclear()


def test_done_tomorrow_records_nothing() -> None:
    assert read_done("done tomorrow", ROSTER, today=MONDAY) == Unclear()


@pytest.mark.parametrize(
    "text",
    [
        "not done",
        "I haven't done it yet",
        "done?",
        "didn't",
        "I didn't",
        "not yet",
        "will do",
        "I'll do it tomorrow",
        "should I call her?",
        "should I call her",
        "is it done",
        "is it done?",
        "done, right?",
        "haven't",
        "no",
        "nope",
        "no time this week",
        "not sent",
        "I didn't call Ana",
        "haven't spoken to Ben since May",
        "couldn't reach her",
        "forgot to call Ana",
        "tried to call her",
        "I'll call Ben tomorrow",
        "I will write to Ana",
        "need to call Ana",
        "going to call Ben",
        "I'm going to meet Ana",
        "must email Ben",
        "remind me to call Ana on Friday",
        "don't forget to call Ana",
        "tomorrow I'll call",
        "doing it later",
        "calling Ana tomorrow",
        "I want to call Ana",
        "on it",
        "soon",
        "❌",
        "👎",
        "I've not called Ana",
        "never called her",
        "not done yet, sorry",
    ],
)
def test_what_has_not_happened_is_not_done(text: str) -> None:
    assert read_not_done(text) == NotDone()


@pytest.mark.parametrize(
    "text",
    [
        "done",
        "done: she hasn't decided yet",
        "talked to Ben, he isn't well",
        "called Ana",
        "Ana needs a designer",
        "not this week",
        "no thanks",
        "I don't like this",
        "sent her a note, no reply yet",
    ],
)
def test_other_sentences_are_left_to_others(text: str) -> None:
    assert read_not_done(text) is None
