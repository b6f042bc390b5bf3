from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.events import Event, events_in
from bot.rules.lexicon import EVENT_KINDS

#: A Monday.
NOTED = date(2026, 4, 20)
JUNE_12 = date(2026, 6, 12)


def told(note: str) -> list[Event]:
    return events_in(note, noted_on=NOTED, first_name="Ana")


def one(note: str) -> Event:
    (event,) = told(note)
    return event


@pytest.mark.parametrize(
    ("note", "kind", "what", "where"),
    [
        ("exam on 12 June", "exam", "exam", None),
        ("her driving exam is on 12 June", "exam", "driving exam", None),
        ("Ana has an interview at Google next Tuesday", "interview", "interview", "Google"),
        ("She's launching in June", "launch", "launching", None),
        ("giving a talk at PyCon in May", "talk", "talk", "PyCon"),
        ("goes on holiday to Japan next month", "trip", "holiday", "Japan"),
        ("Ana is running the Berlin marathon on 27 September", "race", "Berlin marathon", None),
        ("getting married in July", "wedding", "getting married", None),
        ("her exhibition opens on 3 May", "show", "exhibition", None),
        ("graduation in June", "other", "graduation", None),
        ("starts at Stripe in May", "job", "starts at Stripe", "Stripe"),
        ("new job in May", "job", "new job", None),
        ("moves to Berlin in June", "move", "moves to Berlin", "Berlin"),
        ("back from leave in autumn", "back", "back from leave", None),
        ("returns from parental leave on 1 September", "back", "returns from parental leave", None),
    ],
)
def test_what_somebody_has_before_them_is_read(note: str, kind: str, what: str, where: str | None) -> None:
    event = one(note)
    assert (event.kind, event.what, event.where) == (kind, what, where)


@pytest.mark.parametrize(
    ("when", "first_on", "last_on"),
    [
        ("on 12 June", JUNE_12, JUNE_12),
        ("tomorrow", date(2026, 4, 21), date(2026, 4, 21)),
        ("on Friday", date(2026, 4, 24), date(2026, 4, 24)),
        ("next week", date(2026, 4, 27), date(2026, 5, 3)),
        ("this weekend", date(2026, 4, 25), date(2026, 4, 26)),
        ("next month", date(2026, 5, 1), date(2026, 5, 31)),
        ("in two weeks", date(2026, 5, 1), date(2026, 5, 7)),
        ("in May", date(2026, 5, 1), date(2026, 5, 31)),
        ("in March", date(2027, 3, 1), date(2027, 3, 31)),
        ("in early June", date(2026, 6, 1), date(2026, 6, 10)),
        ("at the end of June", date(2026, 6, 20), date(2026, 6, 30)),
        ("in June 2027", date(2027, 6, 1), date(2027, 6, 30)),
        ("in autumn", date(2026, 9, 1), date(2026, 11, 30)),
        ("this spring", date(2026, 3, 1), date(2026, 5, 31)),
        ("this winter", date(2026, 12, 1), date(2027, 2, 28)),
    ],
)
def test_the_days_are_those_the_words_may_mean(when: str, first_on: date, last_on: date) -> None:
    event = one(f"exam {when}")
    assert (event.first_on, event.last_on) == (first_on, last_on)


def test_a_winter_that_has_begun_is_this_one() -> None:
    (event,) = events_in("trip this winter", noted_on=date(2027, 1, 10), first_name=None)
    assert (event.first_on, event.last_on) == (date(2026, 12, 1), date(2027, 2, 28))


@pytest.mark.parametrize(
    "note",
    [
        "her sister's wedding in June",
        "her son has an exam on 12 June",
        "Joe Park has an exam on 12 June",
        "I have an exam on 12 June",
        "our trip in June",
        "might have an exam on 12 June",
        "no exam in May",
        "her exam isn't on 12 June",
        "exam on 12 June?",
        "interview on Friday got cancelled",
        "had an exam on Friday",
        "passed the exam in May",
        "exam went well",
        "likes talks in May",
        "hospital on 12 June",
        "exam soon",
        "may have an exam",
        "",
    ],
)
def test_other_people_hedges_what_is_over_and_what_has_no_day_are_no_events(note: str) -> None:
    assert told(note) == []


def test_every_sentence_of_a_note_is_read() -> None:
    assert [
        event.kind for event in told("Had coffee. Interview at Google next week; likes tea\nmoves to Berlin in June")
    ] == [
        "interview",
        "move",
    ]


def test_the_kinds_are_those_that_openers_have_words_for() -> None:
    assert set(EVENT_KINDS) >= {one(f"{noun} on 12 June").kind for noun in ("exam", "gig", "trip", "retirement")}


@given(st.text(max_size=400))
def test_no_note_breaks_it(note: str) -> None:
    assert isinstance(told(f"{note} exam {note}"), list)


def test_a_long_note_is_read_in_no_time() -> None:
    for piece in ("exam ", "a big new ", "on the next ", "back from ", "in about ", "may ", "interview at A "):
        assert isinstance(told(piece * (4096 // len(piece))), list)
