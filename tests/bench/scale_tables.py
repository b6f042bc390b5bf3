"""Writes the tables of docs/scale.md: `python -m tests.bench.scale_tables` puts them between their marks."""

import re
from collections.abc import Callable, Sequence
from functools import cache, partial
from math import ceil
from pathlib import Path

from tests.bench.scaling import (
    ANSWERING,
    ASKED,
    FREE,
    NUDGES_OF_FREE,
    NUDGES_OF_PAID,
    NUDGES_PER_CORE,
    PAID,
    PLANNED_LOAD,
    REMINDED,
    UPDATE_SECONDS,
    UPDATES_EACH,
    UPDATES_PER_CORE,
    WEBHOOK_CONNECTIONS,
    Lateness,
    Wave,
    Waves,
    cores,
    given_days,
    is_bearable,
    monday_at_nine,
    own_choices,
    simulate,
    world,
)

DOCUMENT = Path(__file__).parents[2] / "docs" / "scale.md"
MILLION, WEEKS_A_MONTH = 1e6, 365 / 7 / 12
SIZES = (1, 10, 100)

#: (table, rows of a user after a year, bytes of a row with its indexes): `python -m tests.bench sizes` measures them.
ROWS: tuple[tuple[str, float, float], ...] = (
    ("users", 1, 655),
    ("contacts", 100, 377),
    ("contact_points", 120, 299),
    ("tags", 4, 225),
    ("contact_tags", 40, 167),
    ("notes", 30, 224),
    ("touches", 60, 173),
    ("promises", 6, 205),
    ("introductions", 3, 437),
    ("nudges", 80, 584),
    ("nudge_messages", 100, 153),
    ("changes", 15, 555),
    ("contact_words", 1480.5, 156),
)
#: What tables hold beside their rows: dead rows between two vacuums, pages half full, room to rewrite the largest table.
SLACK = 1.5

# Prices a month in US dollars: orders of magnitude, of large providers' lists.
CORE, DATABASE_CORE, GIGABYTE, GIGABYTE_OF_BACKUP = 30.0, 60.0, 0.15, 0.03
#: Of a Star, as Telegram's clients sell it (stars_usd_sell_rate_x1000 = 1410, https://core.telegram.org/api/config), and
#: how many a message beyond the free ones costs (https://core.telegram.org/bots/api#paid-broadcasts).
STAR, STARS_A_MESSAGE = 0.0141, 0.1

CHOICES: tuple[tuple[str, Callable[[], Waves]], ...] = (
    ("one country, Monday 9:00", lambda: (Wave(1.0, 9 * 60, 0),)),
    ("the world, Monday 9:00", monday_at_nine),
    ("the same, spread over 60 minutes", lambda: monday_at_nine(60)),
    ("the same, and 30 of 100 chose their own time", lambda: own_choices(0.3)),
    ("a weekday and an hour given to each, 60 minutes", given_days),
)
#: How late the last of 20 may be.
BEARABLE = 15 * 60


def tables() -> dict[str, str]:
    return {
        "assumed": _assumed(), "zones": _zones(), "lateness": _lateness(), "caps": _caps(), "bots": _bots(), "load": _load(),
        "rows": _rows(), "cost": _cost(),
    }  # fmt: skip


def written(document: str) -> str:
    """The document with its tables as they come out now."""
    for name, table in tables().items():
        marks = re.compile(rf"(<!-- {name} -->\n)[^<]*(<!-- end -->)")
        document = marks.sub(partial(_between, table), document)
    return document


def _between(table: str, marks: re.Match[str]) -> str:
    return f"{marks[1]}{table}\n{marks[2]}"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] + ["---:"] * (len(heads) - 1), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def span(seconds: float | None) -> str:
    """As people say it: "0.8 s", "12 min", "3.4 h"; "never" of what never catches up."""
    if seconds is None:
        return "never"
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 90 * 60 else f"{seconds / 3600:.1f} h"


def count(number: float) -> str:
    """Two figures of it are worth telling."""
    if number < 10:
        return f"{number:.2g}"
    digits = len(str(int(number))) - 2
    return f"{round(number, -digits):,.0f}"


def dollars(amount: float) -> str:
    return f"${count(amount)}"


def _assumed() -> str:
    return _table(("What", "Figure"), [
        ("nudges a second and core (measured: `python -m tests.bench nudging`)", count(NUDGES_PER_CORE)),
        ("updates a second and core (measured: `python -m tests.bench replies`)", count(UPDATES_PER_CORE)),
        ("of which is planned for", f"{PLANNED_LOAD:.0%}"),
        ("nudges a second: of Telegram's 30; of its 1,000", f"{NUDGES_OF_FREE:.0f}; {NUDGES_OF_PAID:.0f}"),
        ("users who answer a nudge; with so many updates each", f"{ANSWERING:.0%}; {UPDATES_EACH}"),
        ("nudges that lead to a reminder; to a “did they answer?”", f"{REMINDED:.0%}; {ASKED:.0%}"),
        ("dollars a month: a core; one of the database; a GB; a GB of backup",
         f"{CORE:.0f}; {DATABASE_CORE:.0f}; {GIGABYTE}; {GIGABYTE_OF_BACKUP}"),
        ("Stars a message beyond the free 30 a second; dollars a Star", f"{STARS_A_MESSAGE}; {STAR}"),
    ])  # fmt: skip


def _zones() -> str:
    shown = sorted(world().items(), key=lambda each: -each[1])[:10]
    named = [(f"UTC{offset // 60:+d}:{offset % 60:02d}", f"{share:.1%}") for offset, share in shown]
    heads = ("", *(name for name, _ in named))
    return _table(heads, [("share of people", *(share for _, share in named))])


def _lateness() -> str:
    columns = [(1, FREE, NUDGES_OF_FREE), *((millions, PAID, NUDGES_OF_PAID) for millions in SIZES)]
    rows = [
        (what, *(_three(simulate(millions * MILLION, waves(), rate)) for millions, _, rate in columns))
        for what, waves in CHOICES
    ]
    heads = ("Everybody's nudge", *(f"{millions} million, {limit:,.0f}/s" for millions, limit, _ in columns))
    return _table(heads, rows)


def _three(late: Lateness) -> str:
    if late.half is None:
        return "never"
    if (late.worst or 0) < 1:
        return "on time"
    return " / ".join(map(span, (late.half, late.most, late.worst)))


def _caps() -> str:
    """What a million pay for being on time, and ten."""
    rows = []
    for millions, rates in ((1, (25, 35, 70)), (10, (100, 200, 700))):
        for rate in rates:
            late = simulate(millions * MILLION, monday_at_nine(60), rate)
            rows.append((f"{millions} million, {rate} a second", _three(late), dollars(_stars(late.paid))))
    return _table(("The world's Monday 9:00, 60 minutes", "late", "Stars a month"), rows)


def _stars(paid: float) -> float:
    """Dollars a month."""
    return paid * WEEKS_A_MONTH * STARS_A_MESSAGE * STAR


def _bots() -> str:
    """How many tokens bring 95 of 100 messages within what is bearable."""
    columns = [(millions, *each) for each in ((FREE, NUDGES_OF_FREE), (PAID, NUDGES_OF_PAID)) for millions in SIZES]
    rows = [
        (what, *(count(fewest(millions * MILLION, waves(), rate)) for millions, _, rate in columns))
        for what, waves in (("Monday 9:00, spread over 60 minutes", CHOICES[2][1]), CHOICES[4])
    ]
    heads = ("Everybody's nudge", *(f"{millions} million, {limit:,.0f}/s" for millions, limit, _ in columns))
    return _table(heads, rows)


@cache
def fewest(users: float, waves: Waves, rate: float) -> int:
    low, high = 0, 1
    while not is_bearable(users, waves, rate * high, BEARABLE):
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_bearable(users, waves, rate * middle, BEARABLE) else (middle, high)
    return high


@cache
def plans() -> list[tuple[str, float, int, Lateness, float]]:
    """(what, users, bots, lateness, messages a week beyond what is free) of the ways to serve each size."""
    found = []
    for millions in SIZES:
        users = millions * MILLION
        free = fewest(users, given_days(), NUDGES_OF_FREE)
        late = simulate(users, given_days(), free * NUDGES_OF_FREE)
        found.append((f"{millions} million, given times, {free} free bot{'s' * (free > 1)}", users, free, late, 0.0))
        paid = fewest(users, monday_at_nine(60), NUDGES_OF_PAID)
        late = simulate(users, monday_at_nine(60), paid * NUDGES_OF_PAID, bots=paid)
        what = f"{millions} million, Monday 9:00, {paid} paid bot{'s' * (paid > 1)}"
        found.append((what, users, paid, late, late.paid))
    return found


def _load() -> str:
    rows = []
    for what, _, bots, late, _ in plans():
        updates = late.updates
        busy = updates * UPDATE_SECONDS
        rows.append((what, span(late.most), count(late.sends), count(updates), str(cores(late)),
                     f"{count(busy)} of {bots * WEBHOOK_CONNECTIONS:,}"))  # fmt: skip
    heads = ("Plan", "95 of 100 within", "most sends/s", "most updates/s", "cores", "webhook requests at once")
    return _table(heads, rows)


def bytes_a_user() -> float:
    return sum(rows * size for _, rows, size in ROWS)


def _rows() -> str:
    whole = bytes_a_user()
    large = [each for each in ROWS if each[1] * each[2] >= 0.01 * whole]
    rows = [
        (name, count(rows), count(size), count(rows * size / 1000), f"{rows * size / whole:.0%}")
        for name, rows, size in sorted(large, key=lambda each: -each[1] * each[2])
    ]
    left = whole - sum(rows * size for _, rows, size in large)
    rows.append(("the others", "", "", count(left / 1000), f"{left / whole:.0%}"))
    rows.append(("all", "", "", count(whole / 1000), "100%"))
    heads = ("Table", "rows of a user", "bytes a row with indexes", "kB of a user", "share")
    return _table(heads, rows)


def _cost() -> str:
    rows = []
    for what, users, _, late, paid in plans():
        gigabytes = users * bytes_a_user() * SLACK / 1e9
        # A core of the database for each 1,000 commits a second, and for each 500 GB; with a standby of the same size.
        commits = late.sends * 0.5 + late.updates * 3
        database = 2 * max(2, ceil(commits / 1000), ceil(gigabytes / 500))
        servers = cores(late) * CORE + database * DATABASE_CORE
        disk = gigabytes * (2 * GIGABYTE + 2 * GIGABYTE_OF_BACKUP)
        stars = _stars(paid)
        rows.append((what, f"{count(gigabytes)} GB", str(database), *map(dollars, (servers, disk, stars)),
                     dollars((servers + disk + stars) / users * 1000)))  # fmt: skip
    heads = ("Plan", "database", "its cores, with a standby", "servers", "disk, backups", "Stars", "for 1,000 users")
    return _table(heads, rows)


def main() -> None:
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
