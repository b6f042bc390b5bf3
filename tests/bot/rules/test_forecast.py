from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.rules.candidates import Candidate
from bot.rules.forecast import forecast, standing
from bot.rules.picking import Pick, pick
from tests.bot.rules.test_picking import TODAY, contact, seen

DAYS = [TODAY + timedelta(weeks=n) for n in range(3)]
PEOPLE = [contact(n, rhythm=30, last_touch_on=seen(100 - n)) for n in (1, 2, 3, 4)]


def ahead(
    people: Sequence[Candidate] = PEOPLE,
    *,
    days: Sequence[date] = DAYS,
    touched_on: Mapping[int, date] | None = None,
    without: int | None = None,
) -> list[Pick]:
    return forecast(
        people, nudged_on={}, days=days, touched_on=touched_on or {}, fits=lambda each: each.contact.id != without
    )


def ids(picks: Sequence[Pick]) -> list[int | None]:
    return [each.contact.id for each in picks]


def test_the_next_weeks_name_one_after_the_other() -> None:
    assert ids(ahead()) == [1, 2, 3]


def test_the_first_is_who_would_be_picked_today() -> None:
    chosen = pick(PEOPLE, nudged_on={}, today=TODAY)
    assert ahead(days=DAYS[:1]) == [chosen]


def test_whoever_does_not_fit_or_was_named_just_now_is_passed_over() -> None:
    assert ids(ahead(without=1)) == [2, 3, 4]
    assert ids(ahead(touched_on={1: TODAY - timedelta(days=1)})) == [2, 3, 4]


def test_each_is_told_with_the_reason_of_its_day() -> None:
    picks = ahead([contact(1, rhythm=365, last_touch_on=seen(30), birthday="--06-29"), *PEOPLE[1:]])
    assert [each.reason.today for each in picks] == DAYS
    assert [each.reason.kind for each in picks if each.contact.id == 1] == ["birthday"]


def test_each_comes_once() -> None:
    found = ahead(days=[TODAY + timedelta(weeks=n) for n in range(8)])
    assert ids(found) == [1, 2, 3, 4]
    assert {each.reason.kind for each in found} == {"overdue"}


def test_a_day_with_nobody_to_name_has_none() -> None:
    assert ahead([]) == []
    away = contact(1, snoozed_until=DAYS[1])
    assert [each.reason.today for each in ahead([away])] == DAYS[1:2]


def test_a_standing_tells_how_many_come_before() -> None:
    found = standing(PEOPLE, 3, nudged_on={}, today=TODAY)
    assert found is not None
    assert (found.before, found.of, found.hindrance, found.reason.kind) == (2, 4, None, "overdue")
    assert found.first is not None
    assert found.first.contact.id == 1
    leading = standing(PEOPLE, 1, nudged_on={}, today=TODAY)
    assert leading is not None
    assert (leading.before, leading.first) == (0, None)


def test_a_standing_tells_what_holds_somebody_back_and_until_when() -> None:
    held = [
        contact(1, snoozed_until=TODAY + timedelta(days=9)),
        contact(2, rhythm=30, last_touch_on=seen(2)),
        contact(3, rhythm=30, last_touch_on=seen(90)),
        contact(4, rhythm=30, last_touch_on=seen(90), unanswered=3),
    ]
    told = [standing(held, id, nudged_on={3: seen(1)}, today=TODAY) for id in (1, 2, 3, 4)]
    assert [(each.hindrance, each.until, each.before) for each in told if each] == [
        ("snoozed", TODAY + timedelta(days=9), None),
        ("touched", TODAY + timedelta(days=4), None),
        ("named", TODAY + timedelta(days=5), None),
        ("unanswered", TODAY + timedelta(days=1), None),
    ]


def test_somebody_who_is_no_candidate_stands_nowhere() -> None:
    assert standing(PEOPLE, 99, nudged_on={}, today=TODAY) is None
