from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.ledger import answered_in, favour_in, may_ask, may_ask_need, only_asked
from storage import Ledger
from storage.models import User
from tests.storage.world import NOW, person


@pytest.mark.parametrize(
    "text",
    ["sent her the report", "helped him with taxes", "introduced her to Ben", "sent Ana Ruiz the slides",
     "gave her feedback", "shared my notes with her", "reviewed his deck", "recommended a book to her"],
)  # fmt: skip
def test_what_was_done_for_somebody_is_a_give(text: str) -> None:
    assert favour_in(text) == "gave"


@pytest.mark.parametrize(
    "text", ["asked her for feedback", "asked him to introduce me to Grace", "asked if she could help"]
)
def test_what_was_asked_of_somebody_is_an_ask(text: str) -> None:
    assert favour_in(text) == "asked"


@pytest.mark.parametrize(
    "text",
    ["sent her a message", "sent her a quick note about it", "asked how she is", "asked her about Berlin", "gave her a call",
     "she sent him the report", "likes tea", "", "called her"],
)  # fmt: skip
def test_a_hello_is_neither(text: str) -> None:
    assert favour_in(text) is None


@pytest.mark.parametrize(
    "text", ["she's fine, she said hi", "they had a baby", "great chat", "he's moving to Berlin", "heard back"]
)
def test_words_that_tell_of_an_answer(text: str) -> None:
    assert answered_in(text)


@pytest.mark.parametrize(
    "text", ["no answer", "he didn't reply", "she hasn't answered", "about the trial", "likes tea"]
)
def test_words_that_tell_of_none(text: str) -> None:
    assert not answered_in(text)


def test_an_ask_comes_after_two_gives_more() -> None:
    assert [may_ask(Ledger(gave, asked)) for gave, asked in ((0, 0), (1, 0), (2, 0), (2, 1), (3, 1))] == [
        False, False, True, False, True,
    ]  # fmt: skip
    assert only_asked(Ledger(0, 1))
    assert not only_asked(Ledger(1, 5))
    assert not only_asked(Ledger())


def test_a_need_is_asked_once_a_week_where_none_is_known() -> None:
    today = date(2026, 11, 23)
    user = User(id=1, created_at=NOW)
    assert may_ask_need(user, person(), today)
    assert not may_ask_need(user, person(needs="a designer"), today)
    user.need_asked_on = date(2026, 11, 17)
    assert not may_ask_need(user, person(), today)
    user.need_asked_on = date(2026, 11, 16)
    assert may_ask_need(user, person(), today)


@given(st.text(max_size=400))
def test_no_text_makes_it_fail(text: str) -> None:
    favour_in(text)
    answered_in(text)


@pytest.mark.parametrize("piece", ["sent ", "asked her ", "she is ", "gave her ", "not ", "shared x x ", "A"])
def test_a_long_text_is_read_at_once(piece: str) -> None:
    text = (piece * 4096)[:4096]
    start = perf_counter()
    favour_in(text)
    answered_in(text)
    assert perf_counter() - start < 1
