import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.sorting import WEIGHTS, Ranked, Reason, Row, rank

MONDAY = date(2026, 11, 23)
ABOUT = "product design in Berlin"


@dataclass(frozen=True)
class Someone:
    id: int = 1
    name: str = "Ana Ruiz"
    company: str | None = None
    role: str | None = None
    city: str | None = None
    met_on: date | None = None
    birthday: str | None = None
    put_off_on: date | None = None
    points: int = 0
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Friends:
    companies: Mapping[str, int] = field(default_factory=dict)
    roles: Mapping[str, int] = field(default_factory=dict)
    cities: Mapping[str, int] = field(default_factory=dict)
    tags: Mapping[str, int] = field(default_factory=dict)


FRIENDS = Friends({"nordlicht gmbh": 2}, {"ux designer": 3, "baker": 1}, {"berlin": 2}, {"pycon": 4})


def ranked(*rows: Row, about: str = ABOUT, city: str | None = None) -> list[Ranked]:
    return rank(rows, network=FRIENDS, about=about, city=city, today=MONDAY)


def reasons(row: Row, about: str = ABOUT, city: str | None = None) -> tuple[Reason, ...]:
    return ranked(row, about=about, city=city)[0].reasons


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (Someone(role="Senior Product Designer"), "same_field"),
        (Someone(role="Head of Design"), "same_field"),
        (Someone(company="Design Works Ltd"), "same_field"),
        (Someone(city="Berlin"), "same_city"),
        (Someone(city="Berlin, Germany"), "same_city"),
        (Someone(company="Nordlicht"), "same_company"),
        (Someone(tags=("PyCon",)), "shared_tag"),
        (Someone(met_on=date(2020, 1, 1)), "dormant"),
        (Someone(met_on=date(2023, 11, 24)), "dormant"),
        (Someone(met_on=date(2026, 6, 1)), "recent"),
        (Someone(role="Founder & CEO"), "senior"),
        (Someone(role="Baker", company="Acme", points=1, birthday="--05-12"), "complete"),
    ],
)
def test_what_speaks_for_somebody_is_told(row: Someone, reason: Reason) -> None:
    assert reason in reasons(row)


@pytest.mark.parametrize(
    "row",
    [
        Someone(role="Baker", company="Acme", city="Oslo", met_on=date(2024, 11, 1)),
        Someone(role="Manager", company="Berlin Logistics", tags=("choir",)),
        Someone(),
    ],
)
def test_nothing_is_made_up(row: Someone) -> None:
    assert set(reasons(row)) <= {"complete"}


def test_a_city_counts_under_its_other_names() -> None:
    assert "same_city" in reasons(Someone(city="München"), about="", city="Munich")
    assert "same_city" in reasons(Someone(city="Cologne"), about="law in Köln")


def test_who_has_not_said_what_they_do_is_known_by_their_people() -> None:
    assert "same_field" in reasons(Someone(role="UX researcher"), about="")
    assert "same_field" not in reasons(Someone(role="Baker"), about="")


def test_the_field_of_the_user_beats_the_city_and_that_beats_the_rest() -> None:
    baker = Someone(1, role="Baker")
    old = Someone(2, met_on=date(2015, 1, 1))
    near = Someone(3, city="Berlin")
    designer = Someone(4, role="Designer")
    assert [each.id for each in ranked(baker, old, near, designer)] == [4, 3, 2, 1]


def test_reasons_come_by_weight() -> None:
    told = reasons(Someone(role="Design Director", city="Berlin", met_on=date(2015, 1, 1), points=1))
    assert told == ("same_field", "same_city", "dormant", "senior", "complete")
    assert list(WEIGHTS.values()) == sorted(WEIGHTS.values(), reverse=True)


@pytest.mark.parametrize("name", ["Newsletter Acme", "no-reply", "Support", "info@acme.example", "Taxi 555123"])
def test_names_of_no_people_come_behind_people(name: str) -> None:
    robot = Someone(1, name=name, role="Designer", city="Berlin")
    assert [each.id for each in ranked(robot, Someone(2))] == [2, 1]


def test_those_put_off_come_last_the_longest_ago_first() -> None:
    lately = Someone(1, role="Designer", put_off_on=date(2026, 11, 20))
    before = Someone(2, put_off_on=date(2026, 10, 1))
    robot = Someone(3, name="Newsletter")
    assert [each.id for each in ranked(lately, before, robot, Someone(4))] == [4, 3, 2, 1]


def test_equals_stay_in_their_order() -> None:
    assert [each.id for each in ranked(*(Someone(number) for number in (5, 3, 9)))] == [5, 3, 9]


PEOPLE = st.builds(
    Someone,
    name=st.sampled_from(["Ana Ruiz", "Newsletter", "王芳"]),
    company=st.sampled_from([None, "Nordlicht", "Acme"]),
    role=st.sampled_from([None, "Designer", "Founder"]),
    city=st.sampled_from([None, "Berlin", "Oslo"]),
    met_on=st.none() | st.dates(date(2000, 1, 1), MONDAY),
    put_off_on=st.none() | st.dates(date(2026, 1, 1), MONDAY),
    points=st.integers(0, 2),
    tags=st.sampled_from([(), ("pycon",)]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(PEOPLE, max_size=12))
def test_everybody_is_ranked_once_and_those_put_off_last(people: list[Someone]) -> None:
    rows = [replace(person, id=number) for number, person in enumerate(people)]
    order = [each.id for each in ranked(*rows)]
    assert sorted(order) == list(range(len(rows)))
    put_off = [rows[each].put_off_on is not None for each in order]
    assert put_off == sorted(put_off)


FACTS = st.sampled_from([
    Someone(company="Nordlicht"), Someone(company="Acme"), Someone(role="Designer"), Someone(role="Baker"),
    Someone(city="Oslo"), Someone(birthday="--05-12"), Someone(points=1), Someone(tags=("choir",)),
    Someone(met_on=date(2024, 12, 1)),
])  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(PEOPLE, FACTS)
def test_one_more_fact_never_ranks_lower(person: Someone, fact: Someone) -> None:
    better = replace(
        person,
        company=person.company or fact.company,
        role=person.role or fact.role,
        city=person.city or fact.city,
        birthday=person.birthday or fact.birthday,
        points=person.points or fact.points,
        tags=person.tags or fact.tags,
        met_on=person.met_on or fact.met_on,
    )
    assert ranked(better)[0].score >= ranked(person)[0].score


def test_thirty_thousand_are_ranked_in_no_time() -> None:
    rows = [
        Someone(number, company=f"Firm {number % 9_000}", role=f"Designer of {number % 3_000}", points=number % 2)
        for number in range(30_000)
    ]
    began = time.process_time()
    assert len(ranked(*rows)) == 30_000
    assert time.process_time() - began < 1.5
