from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.doubles import keep_first, likeness, merged_note, merged_values
from bot.rules.name_likeness import first_names_differ
from storage import Card
from storage.models import Contact, ContactPoint, Note

MONDAY = date(2026, 11, 23)
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def card(name: str, *points: str, notes: int = 0, **facts: Any) -> Card:
    """Somebody; points are "email:ana@example.org"."""
    given_facts = {"id": 1, "added_on": MONDAY, "status": "active", **facts}
    contact = Contact(user_id=7, name=name, name_key=name.lower(), created_at=NOW, **given_facts)
    reached = [point.partition(":") for point in points]
    ways = [ContactPoint(user_id=7, contact_id=1, kind=kind, value=value) for kind, _, value in reached]
    told = [Note(user_id=7, contact_id=1, noted_on=MONDAY, text="Likes tea", created_at=NOW) for _ in range(notes)]
    return Card(contact, ways, [], told)


SLUG = "link:https://www.linkedin.com/in/"


@pytest.mark.parametrize(
    ("first", "second", "reasons"),
    [
        (card("Ana Ruiz"), card("Ana Ruiz"), ("name",)),
        (card("Ana Ruiz", company="Acme"), card("ana ruíz", company="Acme GmbH"), ("name", "company")),
        (card("B. Okafor"), card("Ben Okafor"), ("initial",)),
        (card("Bob Park"), card("Robert Park"), ("nickname",)),
        (card("Ana Ruiz"), card("Anna Ruiz"), ("typo",)),
        (card("Ana Ruiz", "email:a@example.org"), card("Ana Lopez", "email:A@example.org"), ("email",)),
        (card("Ana Ruiz", "email:a@example.org"), card("Ana", "email:a@example.org"), ("name", "email")),
        (card("Luis Ruiz", "phone:+34600123456"), card("Ana Ruiz", "phone:+34600123456"), ("phone",)),
        (card("Ana", SLUG + "ana"), card("A. R.", SLUG + "ana"), ("link",)),
        (card("Ana Ruiz", birthday="--05-12"), card("Ana Ruiz", birthday="1990-05-12"), ("name", "birthday")),
        (card("Ana", "telegram_id:5"), card("Zed", "telegram_id:5"), ("telegram",)),
    ],
)
def test_what_speaks_for_one_person_is_told(first: Card, second: Card, reasons: tuple[str, ...]) -> None:
    found = likeness(first, second)
    assert found.reasons == reasons
    assert 0.5 <= found.score <= 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (card("Ana Ruiz"), card("Eva Ruiz")),
        (card("Ana Ruiz"), card("Ana Lopez")),
        (card("Ana"), card("Ana Ruiz")),
        (card("王芳"), card("Fang Wang")),
        (card("Ana Ruiz", company="Acme"), card("Luis Ruiz", company="Acme", city="Oslo")),
        (card("Ana Ruiz", birthday="1990-05-12"), card("Ana Ruiz", birthday="1971-01-03")),
        (card("Ana Ruiz", birthday="1990-05-12"), card("Ana Ruiz", birthday="1991-05-12")),
        (card("Ana Ruiz", SLUG + "ana"), card("Ana Ruiz", SLUG + "ana-ruiz-2")),
    ],
)
def test_two_people_are_not_worth_asking_about(first: Card, second: Card) -> None:
    assert likeness(first, second).score < 0.5


def test_what_contradicts_makes_it_less_likely() -> None:
    plain = likeness(card("Ana Ruiz"), card("Ana Ruiz")).score
    first = card("Ana Ruiz", "email:a@acme.example", company="Acme")
    second = card("Ana Ruiz", "email:a@nordlicht.example", company="Nordlicht")
    assert likeness(first, second).score < plain
    assert likeness(card("Ana Ruiz", company="Acme"), card("Ana Ruiz", company="Acme")).score > plain


NAMES = st.sampled_from(["Ana Ruiz", "Ana", "A. Ruiz", "Ruiz Ana", "Ben Okafor", "王芳"])
CARDS = st.builds(
    lambda name, points, company, birthday: card(name, *points, company=company, birthday=birthday),
    NAMES,
    st.lists(
        st.sampled_from(["email:a@example.org", "phone:+1555", SLUG + "ana", SLUG + "ben"]), max_size=3, unique=True
    ),
    st.sampled_from([None, "Acme", "Nordlicht"]),
    st.sampled_from([None, "--05-12", "1990-05-12", "1971-01-03"]),
)


@settings(max_examples=60, deadline=None)
@given(CARDS, CARDS)
def test_likeness_is_the_same_either_way_round(first: Card, second: Card) -> None:
    found = likeness(first, second)
    assert found == likeness(second, first)
    assert 0 <= found.score <= 1


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [("Ana Ruiz", "Luis Ruiz", False), ("Ana Ruiz", "Ana Lopez", True), ("Bob Park", "Robert Park", True),
     ("Ana", "Ruiz, Ana", True), ("王芳", "王芳", True)],
)  # fmt: skip
def test_first_names_plainly_differ_or_go_together(first: str, second: str, *, one: bool) -> None:
    assert first_names_differ(first, second) is not one


@pytest.mark.parametrize(
    ("stays", "goes"),
    [
        (card("Ana", status="active"), card("Ana", status="inbox", notes=3)),
        (card("Ana", status="active"), card("Ana", status="archived", notes=3)),
        (card("Ana", status="archived"), card("Ana", status="inbox", notes=3)),
        (card("Ana", notes=2), card("Ana", notes=1, added_on=date(2020, 1, 1))),
        (card("Ana", added_on=date(2020, 1, 1), id=2), card("Ana", id=1)),
        (card("Ana", id=1), card("Ana", id=2)),
    ],
)
def test_who_is_kept_up_with_stays_then_who_has_more_history_then_who_is_older(stays: Card, goes: Card) -> None:
    assert keep_first(stays, goes)
    assert not keep_first(goes, stays)


def test_only_what_is_lacking_is_taken_over() -> None:
    keep = card("Ana Ruiz", company="Acme", city=None, cadence_days=None)
    drop = card("Ana R.", company="Nordlicht", city="Berlin", cadence_days=91, met_on=date(2019, 1, 1))
    assert merged_values(keep, drop) == {"city": "Berlin", "cadence_days": 91, "met_on": date(2019, 1, 1)}


def test_a_birthday_gets_its_year() -> None:
    keep, drop = card("Ana", birthday="--05-12"), card("Ana", birthday="1990-05-12")
    assert merged_values(keep, drop) == {"birthday": "1990-05-12"}
    assert merged_values(drop, keep) == {}
    assert merged_note(keep, drop) == merged_note(drop, keep) == {}


def test_what_the_other_says_differently_is_kept_in_words() -> None:
    keep = card("Ana Ruiz", company="Acme", city="Berlin", birthday="1990-05-12")
    drop = card("Anna Ruiz", company="Nordlicht", city="berlin", birthday="1991-05-12", role="Designer")
    assert merged_note(keep, drop) == {"name": "Anna Ruiz", "company": "Nordlicht", "birthday": "1991-05-12"}


TEXTS = st.sampled_from([None, "", "Acme", "acme", "Berlin"])
FILLED_CARDS = st.builds(
    lambda company, city, needs, name: card(name, company=company, city=city, needs=needs), TEXTS, TEXTS, TEXTS, NAMES
)


@settings(max_examples=60, deadline=None)
@given(FILLED_CARDS, FILLED_CARDS)
def test_nothing_that_was_said_is_lost_and_nothing_written_over(keep: Card, drop: Card) -> None:
    values, told = merged_values(keep, drop), merged_note(keep, drop)
    for fact in ("company", "city", "needs", "name"):
        mine, theirs = getattr(keep.contact, fact), getattr(drop.contact, fact)
        assert not (mine and fact in values)
        assert not theirs or theirs.lower() in (
            str(values.get(fact)).lower(),
            str(told.get(fact)).lower(),
            str(mine).lower(),
        )
