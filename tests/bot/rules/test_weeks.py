from datetime import date, timedelta

from bot.rules.weeks import week_of
from tests.bot.rules.test_picking import TODAY, contact, seen

WEEKS = [TODAY + timedelta(weeks=n) for n in range(8)]


def test_of_four_weeks_one_leans_to_dormant_ties_on_each_of_its_days() -> None:
    assert sum(week_of([], {}, day).dormant for day in WEEKS) == 2
    monday = date(2026, 6, 15)
    assert len({week_of([], {}, monday + timedelta(days=n)).dormant for n in range(7)}) == 1


def test_many_birthdays_decide_in_one_week_of_eight_and_few_in_any() -> None:
    few = [contact(n, birthday="--06-15") for n in range(26)]
    assert {week_of(few, {}, day).birthdays for day in WEEKS} == {"all"}
    many = [*few, contact(99, birthday="--06-15")]
    assert sorted(week_of(many, {}, day).birthdays for day in WEEKS) == ["due"] + ["none"] * 7


def test_a_tag_is_spent_when_the_last_three_named_all_have_it() -> None:
    people = [contact(1, tags=(5, 6)), contact(2, tags=(5,)), contact(3, tags=(5, 6)), contact(4)]
    named = {1: seen(21), 2: seen(14), 3: seen(7)}
    assert week_of(people, named, TODAY).spent_tags == {5}
    assert week_of(people, {**named, 4: seen(2)}, TODAY).spent_tags == set()
    assert week_of(people, {**named, 99: seen(2)}, TODAY).spent_tags == set()
    assert week_of(people, {1: seen(21), 2: seen(14)}, TODAY).spent_tags == set()
