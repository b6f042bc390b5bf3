from datetime import date, timedelta

from bot.rules.outlooks import Expected, Outlook, turns_exchanged, turns_without
from bot.rules.reasons import Reason

FIRST, SECOND, THIRD = (date(2026, 11, 30) + timedelta(weeks=week) for week in range(3))
WHY = Reason("early", FIRST, FIRST)
BEN, GRACE = Expected(2, "Ben Okafor", FIRST, WHY), Expected(3, "Grace Lim", SECOND, WHY)
JOE = Expected(4, "Joe Park", THIRD, WHY)
OUTLOOK = Outlook("Ana Ruiz", (BEN, GRACE), JOE)


def test_without_somebody_the_next_likely_has_their_week_and_they_rest_till_the_weeks_shown_are_over() -> None:
    rest = SECOND + timedelta(days=1)
    assert turns_without(OUTLOOK, 2) == [(2, None, rest), (4, FIRST, None)]
    assert turns_without(OUTLOOK, 3) == [(3, None, rest), (4, SECOND, None)]


def test_without_somebody_and_nobody_likely_they_only_rest() -> None:
    assert turns_without(Outlook("", (BEN,)), 2) == [(2, None, FIRST + timedelta(days=1))]


def test_two_change_places_and_neither_comes_sooner_than_that() -> None:
    assert turns_exchanged(OUTLOOK, 2, 3) == [(2, SECOND, SECOND), (3, FIRST, None)]


def test_what_is_not_shown_so_any_more_changes_nothing() -> None:
    assert turns_without(OUTLOOK, 9) == []
    assert turns_exchanged(OUTLOOK, 3, 2) == []
    assert turns_exchanged(Outlook("", (BEN,)), 2, 3) == []
