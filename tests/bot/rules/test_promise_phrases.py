from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.drafts import Known
from bot.rules.outreach_meanings import Kept, Promised
from bot.rules.promise_phrases import is_thing, may_be_promise, promise_in, read_promise, to_you
from bot.rules.roster import Roster

TODAY = date(2026, 11, 23)  # a Monday
FRIDAY = date(2026, 11, 27)
ROSTER = Roster([Known(1, "Ana Ruiz"), Known(2, "Ben Okafor"), Known(3, "Grace Lim")])


def read(text: str) -> Promised | Kept | None:
    return read_promise(text, ROSTER, today=TODAY)


@pytest.mark.parametrize(
    ("text", "promised"),
    [
        ("I promised Ana to send the report by Friday", Promised("Ana", "send the report", FRIDAY)),
        ("I promised Ana I'd send the report by Friday", Promised("Ana", "send the report", FRIDAY)),
        ("I promised to send Ana the report", Promised("Ana", "send Ana the report")),
        ("promise Ana: send the report", Promised("Ana", "send the report")),
        ("promise to Zora: send the deck tomorrow", Promised("Zora", "send the deck", date(2026, 11, 24))),
        ("I owe Ben an intro to Grace", Promised("Ben", "an intro to Grace")),
        ("I owe her a book", Promised("", "a book")),
        ("remind me to send Ana the report on Friday", Promised("Ana", "send Ana the report", FRIDAY)),
        ("remind me on Friday to send her the report", Promised("", "send her the report", FRIDAY)),
        ("I'll send Ana the report by Friday", Promised("Ana", "send Ana the report", FRIDAY)),
        ("I'll send Ana the report by Friday at 3pm", Promised("Ana", "send Ana the report at 3pm", FRIDAY)),
        ("I'll help Ana with taxes", Promised("Ana", "help Ana with taxes")),
    ],
)
def test_a_promise_is_read_with_whom_what_and_by_when(text: str, promised: Promised) -> None:
    assert read(text) == promised


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("kept: the report to Ana", Kept("Ana", "the report")),
        ("kept my promise to Ana", Kept("Ana")),
        ("promise to Ana kept", Kept("Ana")),
        ("sent Ana the report I promised", Kept("Ana", "sent Ana the report")),
        ("sent her the slides as promised", Kept("", "sent her the slides")),
    ],
)
def test_a_kept_promise_is_read(text: str, kept: Kept) -> None:
    assert read(text) == kept


@pytest.mark.parametrize(
    "text",
    ["I owe her one", "I owe Ana a lot", "I'll call Ana tomorrow", "I'll send Ana a message", "I'll send it tomorrow",
     "promised",
     "kept in touch with Ana", "should I send Ana the report?", "remind me tomorrow", "remind me to call Ana every month",
     "I'll pay", "Ana promised me a book", "I promised myself to call Ana", "called Ana", "", "I'll help"],
)  # fmt: skip
def test_other_sentences_are_left_to_others(text: str) -> None:
    assert read(text) is None


def test_a_plan_that_may_be_a_promise_is_told_apart() -> None:
    assert may_be_promise("remind me to call Ana on Friday", ROSTER, today=TODAY) == Promised("Ana", "call Ana", FRIDAY)
    assert may_be_promise("I should call Ana", ROSTER, today=TODAY) is None


@pytest.mark.parametrize(
    ("note", "promised"),
    [
        ("she's fine, I'll send her the report by Friday", Promised("", "send her the report", FRIDAY)),
        ("I owe him an intro to Grace", Promised("", "an intro to Grace")),
        ("need to send him the deck, he is busy", Promised("", "send him the deck")),
        ("great chat. I’ll call her next week", Promised("", "call her", date(2026, 11, 30))),
        ("she will send me the report", None),
        ("he'll be in Berlin", None),
        ("I'll miss her", None),
        ("I will send her a note", None),
        ("I owe her one", None),
    ],
)
def test_a_promise_in_a_note(note: str, promised: Promised | None) -> None:
    assert promise_in(note, today=TODAY) == promised


def test_it_is_said_back_to_whom_it_was_said_by() -> None:
    assert to_you("send her my notes, I'm late") == "send her your notes, you're late"
    assert to_you("ı and myſelf") == "ı and myſelf"
    assert is_thing("an intro to Grace")
    assert not is_thing("send the report")


@given(st.text(max_size=600))
def test_no_text_makes_it_fail(text: str) -> None:
    read(text)
    promise_in(text, today=TODAY)
    may_be_promise(text, ROSTER, today=TODAY)
    to_you(text)


@pytest.mark.parametrize(
    "piece", ["I'll ", "remind me ", "promised ", "I owe ", "to ", "a", "kept ", "i will send ", ", and she "]
)
def test_a_long_text_is_read_at_once(piece: str) -> None:
    text = (piece * 4096)[:4096]
    start = perf_counter()
    read(text)
    promise_in(text, today=TODAY)
    assert perf_counter() - start < 1
