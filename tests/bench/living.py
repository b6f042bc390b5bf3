"""Two years with made-up networks: what comes of the rule that picks, beside two simpler ones.

A network of 20, 150 or 1,500 people lives 104 weeks of one nudge a week, with a user who answers 30, 60 or 95 % of the
nudges by getting in touch that day, and never does so otherwise. Everything is drawn from seeds other than those
the rule was tuned with; which weeks the user answers is drawn once for all rules, so that each sends as many messages and
has as many answered. Five networks are lived for each setting (three of 1,500), and the figures are their mean.

*random* names anybody. *most overdue* names whoever's due day is longest gone, as lists sorted by it do. Both choose among
the same people, and know of no rest: most overdue asks about one person week after week until that person is reached.
*overdue, rested* is the same with Dotty's rest, two weeks after a nudge that brought nothing: what it costs to keep a user
from being asked the same thing every week. To all rules somebody without a cadence is due half a year after a touch, and
somebody never in touch from the day they were added.

What is measured, for all alike:
- *unreached weeks*: weeks in which nobody was reached, for the user did not answer. The same for all by its making.
- *within*: of the people, how many were within their cadence at the end of a week, on average over the weeks. The user
  would say: with how many am I as I wish to be?
- *neglect*: the longest that anybody had gone neither in touch nor named, in days, in any week of the second year. The
  user would say: whom did it let me lose sight of? The first year goes into what lay neglected before, which no rule did.
- *silence*: the same, but only being in touch counts. Where few nudges are answered that is a matter of luck, and
  shortest for whoever repeats the name of the longest silent every week until it is answered. Dotty won't: nobody comes
  twice in a row, birthdays have their weeks, and of those who waited alike the one not named lately comes first; so of a
  score of people asked every few weeks one is unlucky for a year. At 95 % answered Dotty's silence is the shorter; at
  60 % it is about that of most overdue, by seed a tenth shorter or longer (a fifth shorter with 20 people); at 30 % most
  overdue has the shorter in most draws of the seeds.
- *revived*: of the ties silent for over a year at the start, how many they got in touch with.
- *most*: the most nudges about one person.
"""

import random
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from bot.rules.picking import pick
from bot.rules.waiters import REST_DAYS
from storage import Store
from storage.models import Contact, User
from storage.shapes import Candidate
from storage.tables import CONTACTS, NOTES, TOUCHES, USERS
from tests.bench.measuring import best, new_store, row, seconds
from tests.bench.people import FIRST, ROLES, last_name

START = date(2026, 11, 23)
WEEK = timedelta(days=7)
WEEKS, YEAR = 104, 52
UNWISHED = 180
SIZES = {20: 5, 150: 5, 1500: 3}
FIRST_SEED = 200
ANSWERED = (0.30, 0.60, 0.95)
#: How many of a network wish for which cadence, in hundredths: the larger it is, the rarer. None: no cadence.
CADENCES: dict[int, dict[int | None, int]] = {
    20: {30: 10, 61: 15, 91: 25, 182: 20, 365: 20, None: 10},
    150: {30: 3, 91: 17, 182: 30, 365: 35, None: 15},
    1500: {91: 2, 182: 13, 365: 45, 730: 10, None: 30},
}
#: How many of a network have a birthday noted, and were never in touch.
BIRTHDAYS = {20: 0.4, 150: 0.25, 1500: 0.1}
UNTOUCHED = {20: 0.1, 150: 0.2, 1500: 0.3}

Nudged = dict[int, date]
Rule = Callable[[Sequence[Candidate], Nudged, date, random.Random], int | None]


@dataclass(frozen=True, slots=True)
class Life:
    """What two years were like; see the module's docstring."""

    unreached_weeks: float
    within: float
    neglect: float
    silence: float
    revived: float
    most: float


def by_dotty(people: Sequence[Candidate], nudged_on: Nudged, today: date, rng: random.Random) -> int | None:
    chosen = pick(people, nudged_on=nudged_on, today=today)
    return chosen.contact.id if chosen else None


def at_random(people: Sequence[Candidate], nudged_on: Nudged, today: date, rng: random.Random) -> int | None:
    return rng.choice(people).id


def most_overdue(people: Sequence[Candidate], nudged_on: Nudged, today: date, rng: random.Random) -> int | None:
    return min(people, key=lambda one: (due_on(one), one.id)).id


def most_overdue_rested(people: Sequence[Candidate], nudged_on: Nudged, today: date, rng: random.Random) -> int | None:
    named = {each for each, day in nudged_on.items() if today - day < timedelta(days=REST_DAYS)}
    return most_overdue([one for one in people if one.id not in named] or people, nudged_on, today, rng)


RULES: dict[str, Rule] = {"Dotty": by_dotty, "random": at_random, "most overdue": most_overdue}
#: Printed beside them.
RESTED: dict[str, Rule] = {"overdue, rested": most_overdue_rested}


def living() -> list[dict[str, Any]]:
    """The table, and the time that one pick takes."""
    rows = []
    print(f"{'':<32}{'unreached':>10}{'within':>9}{'neglect':>9}{'silence':>9}{'revived':>9}{'most':>6}")
    print(f"{'':<32}{'weeks':>10}{'%':>9}{'days':>9}{'days':>9}{'%':>9}{'':>6}")
    for size in SIZES:
        for answered in ANSWERED:
            setting = f"{size:,} people, {answered:.0%} answered"
            lives = {name: lived(size, answered, rule) for name, rule in (RULES | RESTED).items()}
            for name, life in lives.items():
                print(
                    f"{setting + ', ' if name == 'Dotty' else '':<32}{life.unreached_weeks:>10.0f}{life.within:>9.1f}"
                    f"{life.neglect:>9.0f}{life.silence:>9.0f}{life.revived:>9.0f}{life.most:>6.1f}  {name}"
                )
            rows += told(setting, lives)
    return rows + [timed(people) for people in (20, 1_500, 30_000)]


def told(setting: str, lives: Mapping[str, Life]) -> list[dict[str, Any]]:
    """Dotty's main figures, each beside the better of the others."""
    others = [life for name, life in lives.items() if name in RULES and name != "Dotty"]
    within, neglect = max(life.within for life in others), min(life.neglect for life in others)
    silence = min(life.silence for life in others)
    return [
        row(f"{setting}: within their cadence", lives["Dotty"].within, "%", "the better of the others", within),
        row(f"{setting}: longest neglect", lives["Dotty"].neglect, "days", "the better of the others", neglect),
        row(f"{setting}: longest silence", lives["Dotty"].silence, "days", "the better of the others", silence),
    ]


def lived(size: int, answered: float, rule: Rule, seed: int = FIRST_SEED) -> Life:
    """The mean over the networks of a setting."""
    lives = [live(network(size, seed + number), answered, rule, seed + number) for number in range(SIZES[size])]
    return Life(*(sum(values) / len(values) for values in zip(*map(figures, lives), strict=True)))


def figures(life: Life) -> tuple[float, ...]:
    return life.unreached_weeks, life.within, life.neglect, life.silence, life.revived, life.most


def live(people: list[Candidate], answered: float, rule: Rule, seed: int, weeks: int = WEEKS) -> Life:
    """Two years of one network under one rule."""
    by_id = {one.id: one for one in people}
    dormant = {one.id for one in people if one.last_touch_on and (START - one.last_touch_on).days > 365}
    answers, chance = random.Random(f"answers {seed}"), random.Random(f"rule {seed}")
    nudged_on: Nudged = {}
    nudges: dict[int, int] = dict.fromkeys(by_id, 0)
    reached: set[int] = set()
    unreached_weeks, within, neglect, silence = 0, 0.0, 0, 0
    for week in range(weeks):
        today = START + week * WEEK
        if week >= YEAR:
            neglect = max(neglect, longest(today, (seen_on(one, nudged_on) for one in by_id.values())))
            silence = max(silence, longest(today, (seen_on(one, {}) for one in by_id.values())))
        chosen = rule(list(by_id.values()), nudged_on, today, chance)
        is_answered = answers.random() < answered
        if chosen is not None:
            nudged_on[chosen] = today
            nudges[chosen] += 1
            if is_answered:
                one = by_id[chosen]
                by_id[chosen] = replace(one, last_touch_on=today, touches=one.touches + 1)
                reached.add(chosen)
        unreached_weeks += chosen is None or not is_answered
        within += share_within(by_id.values(), today + WEEK - timedelta(days=1))
    revived = len(dormant & reached) / max(1, len(dormant))
    return Life(unreached_weeks, 100 * within / weeks, neglect, silence, 100 * revived, max(nudges.values()))


def longest(today: date, days: Iterable[date]) -> int:
    return max((today - day).days for day in days)


def seen_on(one: Candidate, nudged_on: Nudged) -> date:
    """When they were last in touch or named; where never, when they were added."""
    newest = [day for day in (one.last_touch_on, nudged_on.get(one.id)) if day is not None]
    return max(newest, default=one.added_on)


def due_on(one: Candidate) -> date:
    if one.last_touch_on is None:
        return one.added_on
    return one.last_touch_on + timedelta(days=one.rhythm or UNWISHED)


def share_within(people: Iterable[Candidate], today: date) -> float:
    counted = [one.last_touch_on is not None and due_on(one) >= today for one in people]
    return sum(counted) / len(counted)


def network(size: int, seed: int) -> list[Candidate]:
    rng = random.Random(f"network {size} {seed}")
    return [made_up(number, size, rng) for number in range(1, size + 1)]


def made_up(number: int, size: int, rng: random.Random) -> Candidate:
    """Somebody added in the three months before; a quarter of those ever in touch had been silent for long."""
    cadence = rng.choices(list(CADENCES[size]), weights=list(CADENCES[size].values()))[0]
    silent = int(rng.expovariate(1 / (cadence or UNWISHED))) + rng.randrange(1, 30)
    silent += rng.randrange(200, 2000) if rng.random() < 0.25 else 0
    untouched = rng.random() < UNTOUCHED[size]
    birthday = START + timedelta(days=rng.randrange(365))
    return Candidate(
        id=number,
        name=f"{rng.choice(FIRST)} {last_name(rng)}",
        added_on=START - timedelta(days=rng.randrange(90)),
        rhythm=cadence,
        last_touch_on=None if untouched else START - timedelta(days=silent),
        birthday=f"--{birthday:%m-%d}" if rng.random() < BIRTHDAYS[size] else None,
        role=rng.choice(ROLES),
        touches=0 if untouched else rng.choice((1, 1, 2, 3, 5, 8, 13, 30)),
        tags=tuple(tag for tag in (1, 2, 3) if rng.random() < 0.25),
    )


def timed(people: int) -> dict[str, Any]:
    """One pick from the database on: read whoever may be named, and name one."""
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder) / "people.db")
        fill(store, people)
        taken = best(lambda: seconds(lambda: pick(store.candidates(1), nudged_on={}, today=START)), 3)
        reading = best(lambda: seconds(lambda: store.candidates(1)), 3)
    return row(f"pick among {people:,} contacts, read from the database", taken * 1000, "ms", "reading", reading * 1000)


def noted(number: int) -> str:
    """What is noted of somebody; no two alike, and one in five announces an event."""
    if number % 50:
        return f"likes tea, met her at table {number} of the fair; we spoke about gardens, old maps and the choir"
    return f"likes tea. Starts at Nordlicht{number} in January"


def fill(store: Store, people: int) -> None:
    """A network with a touch for everybody ever touched, and a note about one in ten."""
    rng = random.Random(f"network {people}")
    made_at = datetime(2026, 11, 22, 9, tzinfo=UTC)
    rows: dict[str, list[dict[str, Any]]] = {"contacts": [], "touches": [], "notes": []}
    for one in (made_up(number, 20 if people == 20 else 1500, rng) for number in range(1, people + 1)):
        told = {"user_id": 1, "contact_id": one.id, "created_at": made_at}
        contact = Contact(
            id=one.id, user_id=1, name=one.name, name_key=one.name.lower(), cadence_days=one.rhythm, role=one.role,
            last_touch_on=one.last_touch_on, birthday=one.birthday, added_on=one.added_on, created_at=made_at,
        )  # fmt: skip
        rows["contacts"].append(contact.model_dump())
        if one.last_touch_on is not None:
            rows["touches"].append({**told, "touched_on": one.last_touch_on})
        if one.id % 10 == 0:
            rows["notes"].append({**told, "noted_on": START, "text": noted(one.id)})
    with store.engine.begin() as connection:
        connection.execute(insert(USERS), [User(id=1, created_at=made_at).model_dump()])
        for table in (CONTACTS, TOUCHES, NOTES):
            connection.execute(insert(table), rows[table.name])
