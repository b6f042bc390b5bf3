"""Who should know whom, and why."""

import time
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from bot.rules.matching import Match, best_matches, match_pair, phrases_of
from storage.models import Contact
from tests.storage.world import person


def contact(contact_id: int, name: str, **facts: Any) -> Contact:
    return person(name, id=contact_id, **facts)


def best(
    *contacts: Contact, tags: dict[int, list[str]] | None = None, apart: set[tuple[int, int]] | None = None
) -> list[Match]:
    return best_matches(list(contacts), tags or {}, apart or set())


def met(need: str, **gives: Any) -> Match | None:
    return match_pair(contact(1, "Grace Lim", needs=need), contact(2, "Joe Park", **gives), {})


# Needs and offers


@pytest.mark.parametrize(("need", "gives", "same"), [
    ("a designer", {"role": "Designer"}, True), ("a designer for her shop", {"role": "Designer"}, True),
    ("a designer", {"role": "Head of Design"}, False), ("pricing advice", {"offers": "advice on pricing"}, True),
    ("help with prices", {"offers": "pricing advice"}, True), ("designers", {"offers": "design feedback"}, True),
    ("eine Anwältin", {"role": "Lawyer"}, False), ("un diseñador gráfico", {"offers": "graphic design"}, False),
    ("un avocat", {"offers": "conseil juridique, avocats"}, True), ("Hilfe bei der Steuer", {"offers": "tax advice"}, True),
    ("a photograhper", {"role": "Photographer"}, False), ("a desinger", {"role": "Designer"}, False),
    ("somebody to look at her taxes", {"role": "Tax advisor"}, False),
])  # fmt: skip
def test_a_need_meets_what_another_offers_or_does(need: str, gives: dict[str, Any], same: bool) -> None:
    found = met(need, **gives)
    assert found is not None
    fit = found.fits[0]
    assert (fit.needs_id, fit.gives_id, fit.need) == (1, 2, phrases_of(need)[0].text)
    assert fit.gift in next(iter(gives.values()))
    if fit.by == "role":
        assert fit.same is same


@pytest.mark.parametrize(("need", "gives"), [
    ("help", {"offers": "help"}), ("advice", {"offers": "good advice"}), ("a patent lawyer", {"offers": "patient care"}),
    ("a designer", {"role": "Baker"}), ("a product designer for fintech", {"role": "Fintech banker"}),
    ("a designer in Berlin", {"city": "Berlin"}), ("", {"offers": "everything"}), ("the and of", {"offers": "the and of"}),
    ("a baker", {"name": "Joe Baker"}), ("a designer", {"company": "Design Studio"}),
])  # fmt: skip
def test_what_only_sounds_alike_is_no_match(need: str, gives: dict[str, Any]) -> None:
    facts = {"name": "Joe Park", **gives}
    assert match_pair(contact(1, "Grace Lim", needs=need), person(id=2, **facts), {}) is None


def test_neither_city_nor_tag_nor_name_makes_a_match() -> None:
    tags = {1: ["climbing"], 2: ["climbing"]}
    assert not best(
        contact(1, "Ana Baker", city="Oslo", needs="a baker"), contact(2, "Ben Baker", city="Oslo"), tags=tags
    )


def test_but_they_support_one() -> None:
    needy = contact(1, "Grace Lim", needs="a designer", city="Oslo")
    far, near = (
        contact(2, "Joe Park", role="Designer", city="Rome"),
        contact(3, "Zed Quill", role="Designer", city="oslo"),
    )
    assert [(match.second_id, match.same_city) for match in best(needy, far, near)] == [(3, True), (2, False)]
    tags = {1: ["climbing"], 2: ["Climbing"]}
    assert best(needy, far, contact(4, "Kim Lee", role="Designer"), tags=tags)[0].second_id == 2


def test_who_can_help_each_other_comes_first_with_both_reasons() -> None:
    found = best(
        contact(1, "Ana Ruiz", needs="a designer"), contact(2, "Ben Okafor", role="Designer"),
        contact(3, "Grace Lim", offers="design", needs="pricing"),
        contact(4, "Joe Park", offers="pricing advice", needs="a designer"),
    )  # fmt: skip
    assert (found[0].first_id, found[0].second_id) == (3, 4)
    assert {fit.needs_id for fit in found[0].fits} == {3, 4}


# Who is left out


@pytest.mark.parametrize(("first", "second"), [
    ({"company": "Nordlicht GmbH"}, {"company": "nordlicht"}), ({"met": "through Joe"}, {}), ({}, {"met": "via Grace Lim"}),
    ({}, {"met": "Grace introduced us"}), ({"status": "archived"}, {}), ({}, {"status": "inbox"}), ({}, {"name": "Mum"}),
    ({}, {"role": "designer, my sister"}), ({"name": "Uncle Joe"}, {}),
])  # fmt: skip
def test_some_are_never_introduced(first: dict[str, Any], second: dict[str, Any]) -> None:
    assert not best(
        person(**{"name": "Grace Lim", "needs": "a designer", **first}, id=1),
        person(**{"name": "Joe Park", "role": "designer", **second}, id=2),
    )


def test_relatives_by_tag_and_pairs_that_were_proposed_are_left_out_in_either_order() -> None:
    pair = contact(7, "Grace Lim", needs="a designer"), contact(2, "Joe Park", role="Designer")
    assert best(*pair)
    assert not best(*pair, tags={2: ["Family"]})
    assert not best(*pair, apart={(2, 7)})


def test_nobody_is_introduced_to_themselves() -> None:
    assert not best(contact(1, "Grace Lim", needs="a designer", role="Designer", offers="design"))


def test_being_met_through_somebody_else_of_that_name_is_no_reason_against() -> None:
    assert best(
        contact(1, "Grace Lim", needs="a designer", met="through Joe Smith"), contact(2, "Joe Park", role="designer")
    )


# Speed, and anything typed

_KIND_WORDS = "graphic product java tax patent wedding garden music film retail cloud energy food fashion health robot"
_JOB_WORDS = (
    "designer lawyer developer accountant photographer baker investor translator writer teacher architect plumber"
)


def test_fifteen_hundred_people_are_matched_at_once() -> None:
    things = [f"{kind} {job}" for kind in _KIND_WORDS.split() for job in _JOB_WORDS.split()]
    people = [
        contact(
            number + 1, f"Person {number}", needs=f"a {things[number * 7 % len(things)]}",
            role=things[number * 5 % len(things)],
            offers=f"{things[number * 11 % len(things)]}, help with {things[number * 3 % len(things)]}",
        )
        for number in range(1500)
    ]  # fmt: skip
    best_matches(people[:200], {}, set())  # the stems are kept from then on
    took = []
    for _ in range(4):
        began = time.perf_counter()
        assert best_matches(people, {}, set())
        took.append(time.perf_counter() - began)
    assert min(took) < 0.15  # a tenth of a second on a machine with nothing else to do


@given(some.lists(some.tuples(some.text(max_size=60), some.text(max_size=60), some.text(max_size=30)), max_size=6))
def test_nothing_that_is_typed_breaks_it(facts: list[tuple[str, str, str]]) -> None:
    people = [
        contact(
            number + 1,
            f"P{number}",
            needs=needs,
            offers=offers,
            role=role,
            met=role,
            company=offers,
            added_on=date(2026, 1, 1),
        )
        for number, (needs, offers, role) in enumerate(facts)
    ]
    for match in best_matches(people, {}, set()):
        assert match.first_id < match.second_id
        assert match.score > 0
