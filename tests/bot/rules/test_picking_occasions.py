"""What speaks for somebody on some days: their turn, a promise, a date, an event, an introduction; and what against."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.rules.picking import Pick, pick, rank, reason_for
from storage.shapes import Candidate
from tests.bot.rules.test_picking import TODAY, contact, seen

LATE = contact(1, rhythm=30, last_touch_on=seen(90))
#: A week that leans to dormant ties, and one that doesn't.
DORMANT_WEEK, OTHER_WEEK = (
    next(TODAY + timedelta(weeks=n) for n in range(4) if (((TODAY.toordinal() - 1) // 7 + n) % 4 == 1) is leans)
    for leans in (True, False)
)


def first(*people: Candidate, nudged_on: dict[int, date] | None = None, today: date = TODAY) -> Pick:
    chosen = pick(people, nudged_on=nudged_on or {}, today=today)
    assert chosen is not None
    return chosen


def named(*people: Candidate, nudged_on: dict[int, date] | None = None, today: date = TODAY) -> tuple[int | None, str]:
    chosen = first(*people, nudged_on=nudged_on, today=today)
    return chosen.contact.id, chosen.reason.kind


def at_ease(id: int = 2, **facts: object) -> Candidate:
    """Somebody seen two weeks ago, with whom there is no hurry."""
    return contact(id, rhythm=365, last_touch_on=seen(14), **facts)


def test_whose_turn_the_user_wished_it_to_be_comes_before_all_others() -> None:
    wished = at_ease(turn_on=seen(1))
    assert named(LATE, wished, contact(3, birthday="--06-15")) == (2, "turn")
    assert first(LATE, wished).reason.turn_on == seen(1)
    assert named(LATE, at_ease(turn_on=TODAY + timedelta(days=1))) == (1, "overdue")


def test_a_turn_is_over_once_they_were_named_or_in_touch() -> None:
    wished = at_ease(turn_on=seen(10))
    assert named(LATE, wished, nudged_on={2: seen(8)}) == (1, "overdue")
    assert named(LATE, replace(wished, last_touch_on=seen(9))) == (1, "overdue")


@pytest.mark.parametrize(
    ("due_on", "made_on", "comes_first"),
    [
        (TODAY + timedelta(days=6), seen(3), True),
        (TODAY + timedelta(days=7), seen(3), False),
        (seen(40), seen(60), True),
        (None, seen(14), True),
        (None, seen(13), False),
    ],
)
def test_a_promise_comes_first_in_the_week_it_is_due_and_after(
    due_on: date | None, made_on: date, comes_first: bool
) -> None:
    promised = at_ease(promises=(("send the report", due_on, made_on),))
    chosen = first(LATE, promised)
    assert chosen.contact.id == (2 if comes_first else 1)
    if comes_first:
        assert (chosen.reason.kind, chosen.reason.promise) == ("promise", "send the report")
        assert chosen.reason.promise_due_on == due_on


def test_the_promise_due_soonest_comes_first_and_each_is_told_once() -> None:
    sooner = at_ease(2, promises=(("call", seen(3), seen(9)),))
    later = at_ease(3, promises=(("write", TODAY, seen(9)),))
    assert [each.contact.id for each in rank([later, sooner, LATE], nudged_on={}, today=TODAY)] == [2, 3, 1]
    assert named(LATE, sooner, nudged_on={2: seen(8)}) == (1, "overdue")


@pytest.mark.parametrize(
    ("headsup", "days", "told"), [(None, 7, True), (None, 8, False), (14, 14, True), (0, 1, False)]
)
def test_yearly_dates_are_told_as_many_days_before_as_the_user_set(headsup: int | None, days: int, told: bool) -> None:
    on = TODAY + timedelta(days=days)
    dated = at_ease(yearly=(("wedding anniversary", f"2015-{on:%m-%d}"),), headsup_days=headsup)
    chosen = first(LATE, dated)
    assert chosen.contact.id == (2 if told else 1)
    if told:
        assert (chosen.reason.kind, chosen.reason.yearly, chosen.reason.yearly_on) == (
            "yearly",
            "wedding anniversary",
            on,
        )


def test_an_event_is_told_in_the_days_before_it_and_asked_after_when_it_is_over() -> None:
    noted = at_ease(noted=((seen(30), "exam on 20 June"),))
    chosen = first(LATE, noted)
    assert (chosen.contact.id, chosen.reason.kind) == (2, "event")
    assert chosen.reason.event is not None
    assert (chosen.reason.event.kind, chosen.reason.event.first_on) == ("exam", date(2026, 6, 20))
    assert named(LATE, noted, nudged_on={2: seen(5)}) == (1, "overdue")
    after = date(2026, 6, 29)
    assert named(LATE, noted, nudged_on={2: TODAY}, today=after) == (2, "event")
    assert named(LATE, replace(noted, last_touch_on=date(2026, 6, 21)), today=after + timedelta(weeks=1)) == (
        1,
        "overdue",
    )
    assert named(LATE, noted, today=date(2026, 6, 5)) == (1, "overdue")
    assert named(LATE, noted, today=date(2026, 7, 12)) == (1, "overdue")


@pytest.mark.parametrize(("days", "told"), [(13, False), (14, True), (42, True), (43, False)])
def test_who_was_introduced_two_to_six_weeks_ago_is_asked_after(days: int, told: bool) -> None:
    introduced = contact(2, rhythm=365, last_touch_on=seen(60), introductions=(("Grace Lim", seen(days)),))
    chosen = first(LATE, introduced)
    assert chosen.contact.id == (2 if told else 1)
    if told:
        assert (chosen.reason.kind, chosen.reason.introduced_to) == ("introduced", "Grace Lim")
    assert first(LATE, replace(introduced, last_touch_on=seen(days - 7))).contact.id == 1


def test_one_week_in_four_goes_to_a_dormant_tie_the_less_familiar_and_accomplished_first() -> None:
    def silent(id: int, **facts: object) -> Candidate:
        return contact(id, last_touch_on=seen(400), **facts)

    due = contact(1, rhythm=30, last_touch_on=seen(420), touches=30)
    people = [
        due,
        silent(2, touches=30),
        silent(3, touches=2),
        silent(4, touches=2, role="Founder"),
        silent(5, touches=5),
    ]
    ranked = rank([*people[1:]], nudged_on={}, today=DORMANT_WEEK)
    assert [(each.contact.id, each.reason.kind) for each in ranked] == [(each, "dormant") for each in (4, 3, 5, 2)]
    recent = contact(6, rhythm=365, last_touch_on=seen(380), touches=1)
    monthly = contact(7, rhythm=30, last_touch_on=seen(300))
    assert named(monthly, recent, today=DORMANT_WEEK) == (6, "dormant")
    weeks = [TODAY + timedelta(weeks=n) for n in range(8)]
    quick = contact(8, last_touch_on=seen(460), touches=1)
    slow = contact(9, last_touch_on=seen(470), touches=40)
    leaning = [first(slow, quick, today=week).contact.id for week in weeks]
    assert leaning.count(8) == 2


def test_two_touches_without_an_answer_halve_the_waiting_and_three_take_them_out() -> None:
    other = contact(2, rhythm=30, last_touch_on=seen(60))
    assert first(LATE, other, today=OTHER_WEEK).contact.id == 1
    assert first(replace(LATE, unanswered=1), other, today=OTHER_WEEK).contact.id == 1
    assert first(replace(LATE, unanswered=2), other, today=OTHER_WEEK).contact.id == 2
    silent = replace(LATE, unanswered=3)
    assert pick([silent], nudged_on={}, today=TODAY) is None
    assert reason_for(silent, today=TODAY).unanswered == 3


def test_whoever_leaves_three_unanswered_is_back_when_the_user_said_what_to_do_or_a_quarter_is_over() -> None:
    silent = replace(LATE, unanswered=3)
    assert named(replace(silent, turn_on=TODAY), at_ease()) == (1, "turn")
    assert named(replace(silent, snoozed_until=seen(3)), at_ease()) == (1, "overdue")
    assert named(silent, at_ease(), today=TODAY + timedelta(days=1)) == (1, "overdue")


def test_nobody_comes_twice_in_a_row_unless_nobody_else_waits() -> None:
    weekly = contact(1, rhythm=7, last_touch_on=seen(7))
    other = contact(2, rhythm=7, last_touch_on=seen(7))
    assert first(weekly, other, nudged_on={1: seen(7)}).contact.id == 2
    assert first(weekly, replace(other, rhythm=30), nudged_on={1: seen(7)}).contact.id == 1


def test_no_four_of_one_tag_in_a_row_while_others_are_due() -> None:
    work = [contact(id, rhythm=30, last_touch_on=seen(400 - id), tags=(5,)) for id in range(1, 5)]
    other = contact(9, rhythm=30, last_touch_on=seen(40))
    nudged_on = {1: seen(21), 2: seen(14), 3: seen(7)}
    assert first(*work, other, nudged_on=nudged_on).contact.id == 9
    assert first(*work, other, nudged_on={2: seen(14), 3: seen(7)}).contact.id == 1
    assert first(*work, replace(other, last_touch_on=seen(10)), nudged_on=nudged_on).contact.id == 4


def test_birthdays_by_the_dozen_leave_weeks_to_those_who_have_none() -> None:
    days = [TODAY + timedelta(days=13 * n) for n in range(28)]
    people = [
        contact(n, rhythm=91, last_touch_on=seen(30), birthday=f"--{day:%m-%d}") for n, day in enumerate(days, 10)
    ]
    late = [contact(n, rhythm=30, last_touch_on=seen(500)) for n in range(1, 5)]
    kinds = [first(*people, *late, today=TODAY + timedelta(weeks=n)).reason.kind for n in range(8)]
    assert kinds.count("birthday") <= 2
    own = replace(people[0], headsup_days=7)
    assert named(own, *people[1:], *late) == (10, "birthday")
