"""What holds whoever else is in the network: the guards of picking, over drawn networks and years."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from bot.rules.best_places import best_places
from bot.rules.candidates import Candidate as Weighed
from bot.rules.picking import Pick, line_up, pick, rank
from bot.rules.standings import is_accomplished
from bot.rules.weeks import week_of
from storage.shapes import Candidate

START = date(2026, 6, 15)
DAY, WEEK = timedelta(days=1), timedelta(days=7)


def ago(days: int) -> date:
    return START - timedelta(days=days)


@st.composite
def somebody(draw: st.DrawFn, /, id: int, **fixed: Any) -> Candidate:
    facts: dict[str, Any] = {
        "id": id, "name": f"Contact {id}", "added_on": ago(draw(st.integers(0, 3000))),
        "rhythm": draw(st.sampled_from([None, 7, 30, 91, 365])),
        "last_touch_on": draw(st.none() | st.integers(0, 3000).map(ago)),
        "birthday": draw(st.sampled_from([None, None, "--06-18", "1980-06-13", "--02-29", "--11-02"])),
        "role": draw(st.sampled_from([None, "Head of Data", "student"])),
        "touches": draw(st.integers(0, 12)), "unanswered": draw(st.sampled_from([0, 0, 1, 2, 3])),
        "tags": tuple(draw(st.sets(st.integers(1, 3), max_size=2))),
        "snoozed_until": draw(st.sampled_from([None, None, None, ago(3), START + WEEK])),
        "turn_on": draw(st.sampled_from([None, None, None, None, ago(2), START + DAY])),
        "promises": draw(st.sampled_from([(), (), (), (("the report", ago(-2), ago(9)),)])),
        "noted": draw(st.sampled_from([(), (), ((ago(5), "exam on 20 June"),), ((ago(5), "likes tea"),)])),
    }  # fmt: skip
    return Candidate(**{**facts, **fixed})


@st.composite
def networks(draw: st.DrawFn, /, smallest: int = 0, **fixed: Any) -> list[Candidate]:
    count = draw(st.integers(smallest, 9))
    return [draw(somebody(id, **fixed)) for id in range(1, count + 1)]


NAMED = st.dictionaries(st.integers(1, 9), st.integers(0, 60).map(ago), max_size=6)


def ids(picks: Sequence[Pick]) -> list[int | None]:
    return [each.contact.id for each in picks]


@given(networks(), NAMED, st.dictionaries(st.integers(1, 9), st.integers(0, 30).map(ago), max_size=3))
@settings(max_examples=80)
def test_a_place_at_best_is_never_after_the_true_one(
    people: list[Candidate], named: dict[int, date], touched: dict[int, date]
) -> None:
    for today in (START, START + WEEK, START + 2 * WEEK, START + 3 * WEEK):
        awake = [one for one in people if one.snoozed_until is None or one.snoozed_until <= today]
        best_place = best_places(week_of(awake, named, today), touched)
        for waiter in line_up(people, nudged_on=named, today=today, touched_on=touched):
            assert best_place(waiter.contact) <= waiter.place()


@given(networks(), NAMED)
def test_the_line_holds_whoever_may_be_named_in_the_order_of_their_places(
    people: list[Candidate], named: dict[int, date]
) -> None:
    waiters = line_up(people, nudged_on=named, today=START, touched_on={})
    ready = sorted((each for each in waiters if each.hindrance() is None), key=lambda each: each.place())
    assert ids(rank(people, nudged_on=named, today=START)) == [each.contact.id for each in ready]


@given(networks(), NAMED, st.integers(0, 5))
def test_after_any_touch_they_are_left_in_peace_unless_due_or_told_of_something_new(
    people: list[Candidate], named: dict[int, date], days: int
) -> None:
    people = [replace(one, last_touch_on=ago(days)) for one in people]
    for one in (each.contact for each in rank(people, nudged_on=named, today=START)):
        occasion = one.birthday in ("--06-18", "1980-06-13") or one.noted
        assert days >= (one.rhythm or 180) or occasion or one.turn_on is not None


@given(networks(1, unanswered=0, promises=(), noted=(), birthday=None, turn_on=None, snoozed_until=None, rhythm=30))
def test_two_without_an_answer_weigh_as_half_the_waiting(people: list[Candidate]) -> None:
    people = [replace(one, tags=(), last_touch_on=ago(40 + 7 * (one.id % 5)), added_on=ago(40)) for one in people]
    shy = replace(people[0], id=99, unanswered=2, last_touch_on=ago(2 * 40 - 1))
    line = ids(rank([*people, shy], nudged_on={}, today=START))
    assert line[-1] == 99
    assert ids(rank([*people, replace(shy, unanswered=1)], nudged_on={}, today=START))[0] == 99


@given(networks(), st.integers(3, 6), st.integers(0, 200), st.booleans())
def test_three_without_an_answer_take_out_till_the_user_says_or_91_days_pass(
    others: list[Candidate], unanswered: int, days: int, said: bool
) -> None:
    quiet = Candidate(
        99, "Zed Quill", ago(900), rhythm=1, last_touch_on=ago(days), unanswered=unanswered,
        snoozed_until=ago(days - 1) if said and days else None,
    )  # fmt: skip
    line = ids(rank([*others, quiet], nudged_on={}, today=START))
    assume(days > 0)
    assert (99 in line) == (days >= 91 or said)


@given(networks(2, snoozed_until=None, turn_on=None, unanswered=0), st.lists(st.booleans(), min_size=30, max_size=30))
@settings(max_examples=30)
def test_nobody_comes_twice_in_a_row_unless_nobody_else_waits(people: list[Candidate], answered: list[bool]) -> None:
    named: dict[int, date] = {}
    last = 0
    for number, answer in enumerate(answered):
        today = START + number * WEEK
        line = rank(people, nudged_on=named, today=today)
        if not line:
            continue
        id = line[0].contact.id or 0
        if id == last and (line[0].reason.last_touch_on or date.min) < named[id]:
            waits = [one.contact for one in line if (one.contact.id or 0) not in named]
            waits += [one.contact for one in line if today - named.get(one.contact.id or 0, today) >= 2 * WEEK]
            assert not waits
        named[id], last = today, id
        people = [replace(one, last_touch_on=today) if answer and one.id == id else one for one in people]


@given(st.lists(st.integers(366, 3000), min_size=14, max_size=20), st.randoms())
@settings(max_examples=30)
def test_a_week_in_four_is_a_dormant_tie_s_the_less_familiar_first(silent: list[int], rng: Any) -> None:
    """Beside people who would be ahead of them by their waiting: never in touch, and added long ago."""
    dormant = [
        Candidate(id, f"Contact {id}", ago(10), rhythm=365, last_touch_on=ago(days), touches=rng.choice((1, 5, 20)),
                  role=rng.choice((None, "Head of Data")))
        for id, days in enumerate(silent, 1)
    ]  # fmt: skip
    waiting = [Candidate(id, f"Contact {id}", ago(5000), rhythm=30) for id in range(100, 100 + 40)]
    people, named, weeks = [*dormant, *waiting], dict[int, date](), []
    for number in range(12):
        today = START + number * WEEK
        waiting_now = [one for one in people if one.id not in named]
        chosen = pick([replace(one, added_on=today - 90 * DAY) for one in waiting_now], nudged_on=named, today=today)
        assert chosen is not None
        named[chosen.contact.id or 0] = today
        if week_of([], {}, today).dormant:
            weeks.append(number)
            assert chosen.reason.kind == "dormant"
            quarter = (today - (chosen.contact.last_touch_on or today)).days // 91
            alike = [
                one for one in waiting_now if one.last_touch_on and (today - one.last_touch_on).days // 91 == quarter
            ]
            assert familiarity(chosen.contact) == min(familiarity(one) for one in alike)
    assert len(weeks) == 3


def familiarity(one: Weighed) -> tuple[int, bool]:
    return (one.touches > 3) + (one.touches > 10), not is_accomplished(one.role)


@given(
    networks(4, snoozed_until=None, turn_on=None, promises=(), noted=(), birthday=None, unanswered=0), st.integers(1, 3)
)
def test_when_the_last_three_share_a_tag_its_bearers_come_behind_all_others_who_are_due(
    people: list[Candidate], tag: int
) -> None:
    people = [replace(one, last_touch_on=ago(400), rhythm=91, added_on=ago(100)) for one in people]
    bearers = [replace(one, tags=(tag,), last_touch_on=START) for one in people[:3]]
    others = people[3:]
    named = {one.id: ago(20 + one.id) for one in bearers}
    line = rank([*bearers, *others], nudged_on=named, today=START)
    has_tag = [tag in each.contact.tags for each in line if each.reason.kind != "early"]
    assert has_tag == sorted(has_tag)


@given(networks(1), NAMED)
def test_a_turn_comes_before_all_but_promises(people: list[Candidate], named: dict[int, date]) -> None:
    people = [replace(one, promises=()) for one in people]
    chosen = Candidate(99, "Ana Ruiz", ago(1), rhythm=3650, last_touch_on=ago(3), turn_on=START, unanswered=5)
    line = rank([*people, chosen], nudged_on=named, today=START)
    turns = [each.reason.kind == "turn" for each in line]
    assert turns == sorted(turns, reverse=True)
    assert 99 in ids(line)[: sum(turns)]
