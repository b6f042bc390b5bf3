from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.picking import Kind, pick, rank, reason_for
from storage.shapes import Candidate

TODAY = date(2026, 6, 15)


def contact(id: int, **facts: Any) -> Candidate:
    return Candidate(**{"id": id, "name": f"Contact {id}", "added_on": date(2026, 1, 1), **facts})


def seen(days_ago: int) -> date:
    return TODAY - timedelta(days=days_ago)


def picked(*contacts: Candidate, nudged_on: dict[int, date] | None = None, today: date = TODAY) -> int | None:
    chosen = pick(contacts, nudged_on=nudged_on or {}, today=today)
    return chosen.contact.id if chosen else None


def kind_of(one: Candidate) -> Kind:
    chosen = pick([one], nudged_on={}, today=TODAY)
    assert chosen is not None
    return chosen.reason.kind


def test_nobody_to_nudge_picks_nobody() -> None:
    assert pick([], nudged_on={}, today=TODAY) is None


def test_the_reason_tells_the_rhythm_and_the_day_it_asks_for() -> None:
    chosen = pick([contact(1, rhythm=30, last_touch_on=seen(60))], nudged_on={}, today=TODAY)
    assert chosen is not None
    assert (chosen.reason.cadence_days, chosen.reason.due_on) == (30, seen(30))


def test_whoever_is_snoozed_is_never_picked() -> None:
    assert picked(contact(1, snoozed_until=TODAY + timedelta(days=1))) is None


def test_a_snooze_ends_on_its_day() -> None:
    assert picked(contact(1, snoozed_until=TODAY)) == 1


def test_somebody_skipped_leaves_the_nudge_to_the_next() -> None:
    people = [contact(1), contact(2)]
    chosen = pick(people, nudged_on={}, today=TODAY, skip={1})
    assert chosen is not None
    assert chosen.contact.id == 2


def test_whoever_is_due_and_has_waited_longest_decides() -> None:
    monthly_two_months_ago = contact(2, rhythm=30, last_touch_on=seen(60))
    yearly_just_due = contact(1, rhythm=365, last_touch_on=seen(365))
    assert picked(yearly_just_due, monthly_two_months_ago) == 1
    assert picked(replace(yearly_just_due, last_touch_on=seen(350)), monthly_two_months_ago) == 2


def test_whoever_would_be_late_before_the_next_nudge_counts_as_due() -> None:
    late = contact(1, rhythm=30, last_touch_on=seen(60))
    assert picked(late, contact(2, rhythm=365, last_touch_on=seen(359))) == 2
    assert picked(late, contact(2, rhythm=365, last_touch_on=seen(358))) == 1


def test_people_within_their_cadence_come_after_those_due_the_nearest_to_due_first() -> None:
    people = [
        contact(1, rhythm=365, last_touch_on=seen(300)),
        contact(2, rhythm=30, last_touch_on=seen(30)),
        contact(3, rhythm=61, last_touch_on=seen(20)),
    ]
    ranked = rank(people, nudged_on={}, today=TODAY)
    assert [(each.contact.id, each.reason.kind) for each in ranked] == [(2, "due"), (3, "early"), (1, "early")]


def test_without_a_cadence_the_longest_unseen_comes_first() -> None:
    people = [contact(id, last_touch_on=seen(days)) for id, days in ((1, 60), (2, 400), (3, 90), (4, 250))]
    ranked = rank(people, nudged_on={}, today=TODAY)
    assert [each.contact.id for each in ranked] == [2, 4, 3, 1]


def test_ties_go_to_the_lower_id() -> None:
    assert picked(contact(3), contact(1), contact(2)) == 1


def test_a_birthday_this_week_comes_before_people_who_can_wait() -> None:
    overdue = contact(1, rhythm=30, last_touch_on=seen(90))
    birthday = contact(2, rhythm=30, last_touch_on=seen(5), birthday="1990-06-20")
    chosen = pick([overdue, birthday], nudged_on={}, today=TODAY)
    assert chosen is not None
    assert (chosen.contact.id, chosen.reason.kind, chosen.reason.birthday_on) == (2, "birthday", date(2026, 6, 20))


def test_the_nearer_birthday_comes_first() -> None:
    assert picked(contact(1, birthday="--06-20"), contact(2, birthday="--06-16")) == 2


@pytest.mark.parametrize("birthday", ["--06-23", "--06-11", "--02-30", "soon", None])
def test_a_birthday_further_off_or_gone_or_unreadable_is_no_reason(birthday: str | None) -> None:
    assert kind_of(contact(1, birthday=birthday)) == "never"


def test_somebody_passed_over_for_half_a_year_comes_before_a_birthday() -> None:
    waiting = contact(1, rhythm=30, last_touch_on=seen(240), added_on=seen(300))
    assert picked(waiting, contact(2, birthday="--06-20")) == 1


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({"birthday": "--06-15"}, "birthday"),
        ({}, "never"),
        ({"rhythm": 30}, "never"),
        ({"rhythm": 30, "last_touch_on": seen(30)}, "due"),
        ({"rhythm": 30, "last_touch_on": seen(37)}, "overdue"),
        ({"rhythm": 30, "last_touch_on": seen(29)}, "early"),
        ({"last_touch_on": seen(366)}, "dormant"),
        ({"last_touch_on": seen(365)}, "waiting"),
        ({"birthday": "--06-12"}, "birthday"),
        ({"birthday": "--06-12", "last_touch_on": seen(7)}, "birthday"),
    ],
)
def test_the_reason_names_what_decided(facts: dict[str, Any], kind: Kind) -> None:
    assert kind_of(contact(1, **facts)) == kind
    assert reason_for(contact(1, **facts), today=TODAY).kind == kind


def test_nobody_nudged_in_the_last_two_weeks_is_picked_while_others_wait() -> None:
    pressing = contact(1, rhythm=7, last_touch_on=seen(300))
    other = contact(2, rhythm=365, last_touch_on=seen(10))
    assert picked(pressing, other, nudged_on={1: seen(13)}) == 2
    assert picked(pressing, other, nudged_on={1: seen(14)}) == 1


def test_a_touch_since_the_nudge_is_rest_so_that_somebody_due_never_waits_for_somebody_who_is_not() -> None:
    cy = contact(1, rhythm=7, last_touch_on=seen(7))
    ana = contact(2, rhythm=365, last_touch_on=seen(7))
    chosen = pick([ana, cy], nudged_on={1: seen(7)}, today=TODAY)
    assert chosen is not None
    assert (chosen.contact.id, chosen.reason.kind) == (1, "due")
    assert picked(ana, replace(cy, last_touch_on=seen(8)), nudged_on={1: seen(7)}) == 2


@pytest.mark.parametrize(
    ("facts", "nudged", "named"),
    [
        ({"rhythm": 30, "last_touch_on": seen(5)}, None, False),
        ({"rhythm": 30, "last_touch_on": seen(6)}, None, True),
        ({"rhythm": 30, "last_touch_on": TODAY + timedelta(days=2)}, None, False),
        ({"rhythm": 3, "last_touch_on": seen(3)}, None, True),
        ({"rhythm": 30, "last_touch_on": seen(90)}, 5, False),
        ({"rhythm": 30, "last_touch_on": seen(90)}, 6, True),
        ({"rhythm": 2, "last_touch_on": seen(3)}, 3, True),
        ({"birthday": "--06-18", "last_touch_on": seen(2)}, None, True),
        ({"birthday": "--06-18", "last_touch_on": seen(2)}, 2, False),
    ],
)
def test_whoever_was_just_named_or_in_touch_is_left_in_peace(
    facts: dict[str, Any], nudged: int | None, named: bool
) -> None:
    nudged_on = {} if nudged is None else {1: seen(nudged)}
    assert picked(contact(1, **facts), nudged_on=nudged_on) == (1 if named else None)


def test_a_birthday_is_told_once_and_not_again_on_the_day() -> None:
    overdue = contact(1, rhythm=30, last_touch_on=seen(90))
    birthday = contact(2, rhythm=30, last_touch_on=seen(7), birthday="--06-15")
    assert picked(overdue, birthday) == 2
    assert picked(overdue, birthday, nudged_on={2: seen(7)}) == 1


def test_a_birthday_just_gone_by_is_told_unless_it_was_told_or_they_were_in_touch_since() -> None:
    overdue = contact(1, rhythm=30, last_touch_on=seen(90))
    gone = contact(2, rhythm=30, birthday="--06-12", last_touch_on=seen(20))
    chosen = pick([overdue, gone], nudged_on={}, today=TODAY)
    assert chosen is not None
    assert (chosen.contact.id, chosen.reason.kind, chosen.reason.birthday_on) == (2, "birthday", date(2026, 6, 12))
    assert picked(overdue, gone, nudged_on={2: date(2026, 6, 8)}) == 1
    assert picked(overdue, replace(gone, last_touch_on=date(2026, 6, 12))) == 1


def test_a_birthday_ahead_comes_before_one_gone_by() -> None:
    assert picked(contact(1, birthday="--06-14"), contact(2, birthday="--06-21")) == 2


@pytest.mark.parametrize(("other", "nobody_due"), [(seen(90), False), (seen(20), True)])
def test_that_nobody_is_due_is_said_only_where_nobody_is(other: date, nobody_due: bool) -> None:
    people = [contact(1, rhythm=30, last_touch_on=seen(10)), contact(2, rhythm=30, last_touch_on=other)]
    chosen = pick(people, nudged_on={2: seen(8)}, today=TODAY)
    assert chosen is not None
    assert (chosen.contact.id, chosen.reason.nobody_due) == (1, nobody_due)


def test_when_everybody_was_nudged_lately_the_one_nudged_longest_ago_comes_again() -> None:
    people = [contact(1, rhythm=7, last_touch_on=seen(100)), contact(2, last_touch_on=seen(30))]
    assert picked(*people, nudged_on={1: seen(7), 2: seen(9)}) == 2


def test_a_single_contact_is_nudged_every_week_for_that_is_the_promise() -> None:
    chosen = pick([contact(1, rhythm=30, last_touch_on=seen(6))], nudged_on={1: seen(7)}, today=TODAY)
    assert chosen is not None
    assert chosen.reason.kind == "early"


def test_somebody_the_user_never_answers_about_does_not_hold_up_the_others() -> None:
    ignored = [contact(id, rhythm=7, last_touch_on=seen(900)) for id in (1, 2, 3)]
    asked: set[int | None] = set()
    nudged_on: dict[int, date] = {}
    for week in range(10):
        chosen = picked(
            *ignored,
            contact(4, rhythm=90, last_touch_on=seen(91)),
            nudged_on=nudged_on,
            today=TODAY + timedelta(weeks=week),
        )
        asked.add(chosen)
        nudged_on[chosen or 0] = TODAY + timedelta(weeks=week)
    assert asked == {1, 2, 3, 4}


CADENCES = st.sampled_from([None, 7, 14, 30, 61, 91, 182, 365])
BIRTHDAYS = st.sampled_from([None, None, "--01-20", "1990-05-12", "--02-29", "2000-12-31"])
NETWORKS = st.lists(st.tuples(CADENCES, BIRTHDAYS, st.none() | st.integers(0, 900)), min_size=1, max_size=30)


def is_rested(one: Candidate, nudged_on: date | None, today: date) -> bool:
    touched_since = nudged_on is not None and one.last_touch_on is not None and one.last_touch_on >= nudged_on
    return nudged_on is None or (today - nudged_on).days >= 14 or touched_since


def is_due(one: Candidate, today: date) -> bool:
    return one.last_touch_on is None or (today - one.last_touch_on).days >= (one.rhythm or 180)


@settings(max_examples=25, deadline=None)
@given(NETWORKS, st.sampled_from([0.0, 0.3, 0.95]), st.integers(0, 1000))
def test_over_two_years_a_nudge_comes_each_week_and_nobody_active_starves(
    network: list[tuple[int | None, str | None, int | None]], answered: float, seed: int
) -> None:
    rng = Random(seed)
    people = {each.id: each for each in made(network, added_on=TODAY)}
    nudged_on: dict[int, date] = {}
    last_chance = dict.fromkeys(people, TODAY)
    longest = dict.fromkeys(people, 0)
    for week in range(104):
        today = TODAY + timedelta(weeks=week)
        chosen = pick(list(people.values()), nudged_on=nudged_on, today=today)
        if chosen is None:  # only at first, while everybody was in touch in the last days
            assert week == 0
            assert all((today - (each.last_touch_on or date.min)).days < 6 for each in people.values())
            continue
        who = chosen.contact.id or 0
        rested = [each for each in people.values() if is_rested(each, nudged_on.get(each.id), today)]
        assert is_rested(people[who], nudged_on.get(who), today) or not rested or week == 0
        if chosen.reason.kind == "early" and (chosen.reason.due_on or today) > today + timedelta(days=6):
            assert not [each for each in rested if is_due(each, today) and each.id != who]
        longest[who] = max(longest[who], (today - last_chance[who]).days)
        nudged_on[who] = last_chance[who] = today
        if rng.random() < answered:
            people[who] = replace(people[who], last_touch_on=today)
    end = TODAY + timedelta(weeks=104)
    for each in people.values():
        waited = max(longest[each.id], (end - last_chance[each.id]).days)
        # A round is a week for each contact; somebody within their own cadence is not kept waiting.
        assert waited <= 7 * 2 * len(people) + (each.rhythm or 180) + 14


def made(network: list[tuple[int | None, str | None, int | None]], **facts: Any) -> list[Candidate]:
    return [
        contact(id, rhythm=rhythm, birthday=birthday, last_touch_on=None if ago is None else seen(ago), **facts)
        for id, (rhythm, birthday, ago) in enumerate(network, 1)
    ]


@given(NETWORKS, st.randoms())
def test_the_order_does_not_hang_on_the_order_of_the_list(
    network: list[tuple[int | None, str | None, int | None]], shuffler: Random
) -> None:
    people = made(network)
    order = [each.contact.id for each in rank(people, nudged_on={}, today=TODAY)]
    shuffler.shuffle(people)
    assert [each.contact.id for each in rank(people, nudged_on={}, today=TODAY)] == order
    assert picked(*people) == next(iter(order), None)
