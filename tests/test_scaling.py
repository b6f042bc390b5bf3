"""The simulation behind docs/scale.md: its queue is right, and the tables in the document are what comes out of it."""

from collections import deque
from collections.abc import Callable

import pytest

from tests.bench import scale_tables
from tests.bench.scaling import (
    ASKED,
    FREE,
    NUDGES_OF_FREE,
    NUDGES_OF_PAID,
    REMINDED,
    WEEK,
    Wave,
    Waves,
    given_days,
    is_bearable,
    monday_at_nine,
    own_choices,
    simulate,
    world,
)

EACH = 1 + REMINDED + ASKED


def test_the_worlds_people_are_all_there_and_most_of_them_in_asia() -> None:
    shares = world()
    assert sum(shares.values()) == pytest.approx(1)
    first, second = sorted(shares, key=lambda offset: -shares[offset])[:2]
    assert (first, second) == (8 * 60, 5 * 60 + 30)
    assert 0.19 < shares[first] < 0.24
    assert all(-12 * 60 <= offset <= 14 * 60 for offset in shares)


@pytest.mark.parametrize("waves", [monday_at_nine, lambda: own_choices(0.3), given_days])
def test_however_people_choose_each_of_them_is_counted_once(waves: Callable[[], Waves]) -> None:
    assert sum(wave.share for wave in waves()) == pytest.approx(1)
    assert simulate(1e6, waves(), 100).messages == pytest.approx(EACH * 1e6)


def test_a_million_at_once_take_as_long_as_their_messages_take_to_send() -> None:
    late = simulate(1e6, (Wave(1.0, 9 * 60, 0),), 25)
    assert late.worst == pytest.approx(1e6 / 25)
    assert late.half == pytest.approx(0.5 * EACH * 1e6 / 25 / 3, rel=0.01)  # all three waves are that late at first
    assert late.sends == pytest.approx(25)
    assert late.paid == 0


def test_what_fits_is_on_time_and_what_never_fits_never_catches_up() -> None:
    on_time = simulate(90_000, (Wave(1.0, 0, 60),), 25)  # the most that an hour takes
    assert (on_time.most, on_time.worst) == (0, 0)
    full = 25 * 60 * WEEK / EACH
    assert simulate(full * 0.999, monday_at_nine(), 25).worst is not None
    late = simulate(full * 1.001, monday_at_nine(), 25)
    assert (late.half, late.most, late.worst) == (None, None, None)


def test_the_queue_is_that_of_messages_sent_one_after_the_other() -> None:
    """Against a queue of single messages, second for second, of two crowds of which the second meets the first."""
    waves = (Wave(0.6, 100, 0), Wave(0.4, 103, 10))
    users, per_second = 6000, 5
    due = [100 * 60] * 3600 + sorted(103 * 60 + number * 600 // 2400 for number in range(2400))
    line, waits, now = deque(due), [], 100 * 60
    while line:
        for _ in range(per_second):
            if line and line[0] <= now:
                waits.append(now - line.popleft())
        now += 1
    late = simulate(users, waves, per_second)
    waits.sort()
    # A nudge's wave is followed by two lesser ones, which wait less: only the longest wait is the same.
    assert late.worst == pytest.approx(waits[-1], abs=60)
    assert late.half is not None
    assert late.half < waits[len(waits) // 2]


def test_only_what_goes_beyond_the_free_messages_of_each_bot_is_paid_for() -> None:
    users = 40 * 3600
    waves = (Wave(1.0, 0, 60),)  # forty a second for an hour; the lesser waves keep within the free ones
    assert simulate(users, waves, 950).paid == pytest.approx((40 - FREE) * 3600)
    assert simulate(users, waves, 950, bots=2).paid == 0


def test_answers_come_in_behind_what_is_sent() -> None:
    slow, fast = (simulate(1e6, monday_at_nine(), rate) for rate in (NUDGES_OF_FREE, NUDGES_OF_PAID))
    assert 0 < slow.updates < fast.updates < fast.sends


def test_so_many_bots_are_enough_and_one_less_is_not() -> None:
    waves = monday_at_nine(60)
    bots = scale_tables.fewest(1e7, waves, NUDGES_OF_FREE)
    assert is_bearable(1e7, waves, bots * NUDGES_OF_FREE, scale_tables.BEARABLE)
    assert not is_bearable(1e7, waves, (bots - 1) * NUDGES_OF_FREE, scale_tables.BEARABLE)


@pytest.mark.parametrize(("seconds", "said"), [(None, "never"), (0.2, "0 s"), (120, "2 min"), (40_000, "11.1 h")])
def test_times_are_told_as_people_say_them(seconds: float | None, said: str) -> None:
    assert scale_tables.span(seconds) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0"), (0.584, "0.58"), (12.4, "12"), (1_480, "1,500"), (6e4, "60,000")]
)
def test_figures_are_told_no_finer_than_they_are_known(number: float, said: str) -> None:
    assert scale_tables.count(number) == said


def test_the_documents_tables_are_those_that_come_out_now() -> None:
    """Else `python -m tests.bench.scale_tables` writes them anew."""
    document = scale_tables.DOCUMENT.read_text(encoding="utf-8")
    assert all(f"<!-- {name} -->" in document for name in scale_tables.tables())
    assert scale_tables.written(document) == document
