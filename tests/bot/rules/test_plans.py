from datetime import date

import pytest

from bot.rules.drafts import Known
from bot.rules.meanings import Changed, Meaning, Named, NotDone, Noted, Unclear
from bot.rules.outreach_meanings import Promised
from bot.rules.plans import read_plan
from bot.rules.roster import Roster

ROSTER = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor")])


def read(text: str) -> Meaning | None:
    return read_plan(text, ROSTER, today=date(2026, 11, 23), region="ES")


@pytest.mark.parametrize(
    "text",
    [
        "tried calling Ana, no answer",
        "called Ana but she didn't pick up",
        "couldn't reach Ana",
        "phoned Ana, got voicemail",
    ],
)
def test_what_has_not_happened_with_somebody_known_is_a_note_to_offer(text: str) -> None:
    assert read(text) == Unclear((Noted("Ana", text),))


@pytest.mark.parametrize(
    ("text", "what", "day"),
    [
        ("remind me to call Ana on friday", "call Ana", date(2026, 11, 27)),
        ("I'll write to Ana tomorrow", "write to Ana", date(2026, 11, 24)),
    ],
)
def test_a_plan_with_a_day_may_be_a_promise_or_a_note(text: str, what: str, day: date) -> None:
    assert read(text) == Unclear((Promised("Ana", what, day), Noted("Ana", text)))


def test_a_call_without_an_answer_is_about_the_nudge_where_nobody_is_named() -> None:
    text = "I called her but no answer"
    assert read(text) == Unclear((Noted("", text),))


@pytest.mark.parametrize(
    "text",
    [
        "not yet",
        "I haven't done it yet",
        "done?",
        "will do it",
        "I'll do it tomorrow",
        "I'll call her",
        "should I call her?",
        "I haven't called Ana yet",
    ],
)
def test_an_answer_to_the_nudge_is_not_done(text: str) -> None:
    assert read(text) == NotDone()


@pytest.mark.parametrize("text", ["I should call my dad more often", "what should i write to kim?"])
def test_a_plan_about_somebody_unknown_is_no_answer_to_the_nudge(text: str) -> None:
    assert read(text) == Unclear()


def test_a_plan_with_a_rhythm_is_a_change() -> None:
    assert read("i want to talk to ben every 2 weeks") == Changed("ben", {"cadence": "14"})


def test_a_question_about_somebody_known_opens_the_card() -> None:
    assert read("what should I write to Ana?") == Unclear((Named("Ana"),))


@pytest.mark.parametrize("text", ["called Ana", "Ana needs a designer", "", "sent her a note, no reply yet"])
def test_other_sentences_are_left_to_others(text: str) -> None:
    assert read(text) is None
