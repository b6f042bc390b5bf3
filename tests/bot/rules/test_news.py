from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.news import News, change_in, need_in, news_of

NOTED = date(2026, 4, 20)


def news(note: str, *, today: date = NOTED, last_touch_on: date | None = None) -> News | None:
    return news_of(note, noted_on=NOTED, last_touch_on=last_touch_on, first_name="Ana", today=today)


@pytest.mark.parametrize(("note", "expected"), [
    ("she starts a new job in May", News("job", "ahead")),
    ("starts at Stripe in May", News("job", "ahead", "Stripe")),
    ("Ana joins Stripe on 3 June", News("job", "ahead", "Stripe")),
    ("new job at Nordlicht", News("job", "open", "Nordlicht")),
    ("got a new job", News("job", "open")),
    ("She's moving to Berlin in May", News("move", "ahead", "Berlin")),
    ("Moving to New York May 3", News("move", "open", "New York")),
    ("just moved to Lisbon with her boyfriend", News("move", "past", "Lisbon")),
])
def test_plain_news_of_the_contact_is_read(note: str, expected: News) -> None:
    assert news(note) == expected


@pytest.mark.parametrize("note", [
    "her sister moves to Berlin", "Ben starts a new job", "might move to Berlin", "he isn't moving to Berlin",
    "not moving to Berlin", "moving to Berlin?", "moving to a bigger flat", "no new job yet", "he does logistics", "",
])
def test_other_people_hedges_and_other_notes_are_no_news(note: str) -> None:
    assert news(note) is None
    assert change_in(note, first_name="Ana") is None


def test_a_month_that_has_passed_makes_it_past() -> None:
    note = "she starts a new job in May"
    assert news(note, today=date(2026, 5, 10)) == News("job", "open")
    assert news(note, today=date(2026, 6, 1)) == News("job", "past")


def test_news_grows_stale_and_is_not_wished_luck_for_too_early() -> None:
    assert news("she starts a new job in May", today=date(2026, 10, 15)) is None
    assert news("she starts a new job in December") is None


def test_news_talked_over_since_is_not_told_again() -> None:
    note = "she starts a new job in May"
    assert news(note, today=date(2026, 6, 20), last_touch_on=date(2026, 6, 10)) is None
    assert news(note, today=date(2026, 6, 20), last_touch_on=NOTED) == News("job", "past")


def test_old_news_still_tells_that_something_changed() -> None:
    assert change_in("moved to Berlin", first_name="Ana") == "move"


@pytest.mark.parametrize(("note", "need"), [
    ("is looking for a designer", "a designer"), ("Ana needs a designer for the app", "a designer for the app"),
    ("doesn't need a designer", None), ("her boss needs a designer", None),
])
def test_a_need_is_read_from_a_note(note: str, need: str | None) -> None:
    assert need_in(note, first_name="Ana") == need


@given(st.text(max_size=4096) | st.text("amoving to A", max_size=4096))
def test_any_note_is_read_without_falling_over(note: str) -> None:
    found = news(note)
    assert found is None or found.where is None or found.where in note
