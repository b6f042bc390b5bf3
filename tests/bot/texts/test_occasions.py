"""Why this contact, where something is at hand: each sentence has the facts that decided, and none reproaches."""

import re
from datetime import date, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.events import Event, EventKind
from bot.rules.reasons import Kind, Reason
from bot.texts import Texts
from storage.models import Contact
from tests.storage.world import NOW

TODAY = date(2026, 11, 23)
AHEAD, PAST = date(2026, 11, 27), date(2026, 11, 20)
TEXTS = Texts("en")
GUILT = re.compile(r"sorry|neglect|forgot|should have|never|at last|finally|guilt|(?<!too )late\b", re.IGNORECASE)


def worded(kind: Kind, **facts: Any) -> list[str]:
    """Every wording of such a reason, over contacts enough for all of them."""
    reason = Reason(kind, TODAY, date(2020, 1, 1), **facts)
    people = [
        Contact(id=id, user_id=7, name="Ana Ruiz", name_key="", added_on=date(2020, 1, 1), created_at=NOW)
        for id in range(30)
    ]
    return sorted({TEXTS.reason(reason, each) for each in people})


def event(
    kind: EventKind, first: date, last: date | None = None, what: str = "exam", where: str | None = None
) -> Event:
    return Event(kind, what, first, last or first, where)


def check(sentences: list[str], *facts: str) -> None:
    assert len(sentences) > 1
    for sentence in sentences:
        assert "Ana" in sentence
        assert all(fact in sentence for fact in facts), sentence
        assert not GUILT.search(sentence), sentence
        assert "{" not in sentence
        assert "  " not in sentence
        assert sentence[0].isupper() or sentence[0] == "“"
        assert sentence.count(". ") <= 1, sentence


def test_a_turn_the_user_wished_for() -> None:
    check(worded("turn"))
    check(worded("turn", turn_on=TODAY, last_touch_on=date(2026, 5, 1)), "1 May")


@pytest.mark.parametrize(
    ("due", "told"), [(AHEAD, "Friday 27 November"), (PAST, "Friday 20 November"), (TODAY, "oday")]
)
def test_a_promise_names_what_and_when(due: date, told: str) -> None:
    check(worded("promise", promise="send the report", promise_due_on=due), "send the report", told)


def test_a_promise_without_a_day() -> None:
    check(worded("promise", promise="an intro to Grace"), "an intro to Grace")


@pytest.mark.parametrize(
    ("day", "told"), [(AHEAD, "on Friday 27 November"), (PAST, "on Friday 20 November"), (TODAY, "oday")]
)
def test_a_yearly_day_has_its_name_and_its_day(day: date, told: str) -> None:
    check(worded("yearly", yearly="wedding anniversary", yearly_on=day), "wedding anniversary", told)


def test_an_introduction_names_the_other() -> None:
    check(
        worded("introduced", introduced_to="Grace Lim", introduced_on=date(2026, 10, 20)), "Grace Lim", "on 20 October"
    )


@pytest.mark.parametrize(("kind", "noun"), [
    ("exam", "an exam"), ("interview", "an interview"), ("launch", "a launch"), ("talk", "a talk"),
    ("trip", "a trip"), ("race", "a race"), ("wedding", "a wedding"), ("show", "a show"),
])  # fmt: skip
def test_an_event_is_named_with_its_article_and_day(kind: EventKind, noun: str) -> None:
    check(worded("event", event=event(kind, AHEAD)), noun, "on Friday 27 November")
    check(worded("event", event=event(kind, TODAY)), noun, "today")
    check(worded("event", event=event(kind, PAST)), noun.split()[1], "on Friday 20 November")


def test_a_new_job_and_a_move_name_the_place_where_it_is_known() -> None:
    december = (date(2026, 12, 1), date(2026, 12, 31))
    check(worded("event", event=event("job", *december, "starts at Stripe", "Stripe")), "at Stripe", "in December")
    check(worded("event", event=event("job", *december, "new job")), "new job", "in December")
    check(worded("event", event=event("job", PAST, where="Stripe")), "at Stripe", "on Friday 20 November")
    check(worded("event", event=event("move", *december, "moves to Oslo", "Oslo")), "to Oslo", "in December")
    check(worded("event", event=event("move", PAST, what="moves")), "move", "on Friday 20 November")


def test_back_from_leave_keeps_the_users_words() -> None:
    spring = (date(2027, 3, 1), date(2027, 5, 31))
    check(worded("event", event=event("back", *spring, "back from leave")), "back from leave", "in spring")
    check(worded("event", event=event("back", PAST, what="back from leave")), "back")
    check(worded("event", event=event("back", *spring, "returns from leave")), "be back from leave", "in spring")


def test_any_other_event_is_in_the_users_words() -> None:
    for day in (AHEAD, TODAY, PAST):
        assert all("“boat trials”" in each for each in worded("event", event=event("other", day, what="boat trials")))


@pytest.mark.parametrize(("first", "last", "told"), [
    (date(2026, 12, 1), date(2026, 12, 31), "in December"), (date(2026, 11, 1), date(2026, 11, 30), "this month"),
    (date(2026, 9, 1), date(2026, 11, 30), "this autumn"), (date(2026, 12, 1), date(2027, 2, 28), "in winter"),
    (date(2026, 11, 30), date(2026, 12, 6), "in the week of Monday 30 November"),
    (date(2026, 11, 23), date(2026, 11, 29), "this week"), (date(2026, 12, 10), date(2026, 12, 31), "around 10 December"),
])  # fmt: skip
def test_how_a_time_is_told(first: date, last: date, told: str) -> None:
    assert TEXTS.event_day(event("exam", first, last), TODAY) == told


anything = st.text(max_size=80) | st.sampled_from(["{name}", "{", "%s", "{0}", "<b>", "}"])


@given(
    kind=st.sampled_from(get_args(EventKind)), what=anything, where=st.none() | anything, promise=anything,
    yearly=anything, away=st.integers(-400, 400), length=st.integers(0, 120),
    decided=st.sampled_from(get_args(Kind)),
)  # fmt: skip
def test_whatever_was_typed_is_data(
    kind: EventKind, what: str, where: str | None, promise: str, yearly: str, away: int, length: int, decided: Kind
) -> None:
    first = TODAY + timedelta(days=away)
    facts: dict[str, Any] = {
        "event": Event(kind, what, first, first + timedelta(days=length), where), "promise": promise, "yearly": yearly,
        "yearly_on": first, "promise_due_on": first, "introduced_to": what, "introduced_on": first,
    }  # fmt: skip
    assert all(worded(decided, **facts))
    TEXTS.in_few_words(Reason(decided, TODAY, TODAY, **facts))
