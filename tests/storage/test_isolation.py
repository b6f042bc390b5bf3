"""With another user's ids nobody reads anything and nobody changes anything: every method of the Store, found by looking
at it, so that a new one can't be forgotten."""

import dataclasses
import inspect
import random
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, text
from sqlmodel import SQLModel

from bot.rules.searches import Search
from storage import Incoming, Ledger, Merge, NewContact, Step, Store, Told, Turn
from storage.models import Touch
from tests.storage.test_erasing import keep_everything
from tests.storage.world import NOW, OTHER, TODAY, USER, WEEK, add, asking, dump, person

ROOT = Path(__file__).parents[2]
#: What every fact of the first user's holds that a result can be searched for.
SECRET = "Zyxwenna"
#: An update that only the first user sent.
NEWEST_UPDATE = 200
#: Telegram's number of a message that only the first user was sent.
MESSAGE = 1_077
#: Nobody's request: the loops that send nudges and bring in imports take what is due of all users, and go on by the ids
#: they were given. No handler may call one (see the test at the end).
OF_NOBODY = {
    "due_users": "whose nudge is due", "next_nudge": "when somebody is due",
    "next_push": "when something is due", "claim_push": "a nudge that goes out again", "let_go": "a nudge not sent",
    "release_push": "a nudge put off", "drop_reminder": "a reminder that did not go out",
    "reword_nudge": "a nudge that is about to go out", "due_imports": "which imports have work to do",
    "claim_due": "nudges of many users", "claim_pushes": "nudges that go out again", "settle_all": "nudges that went out",
    "release_all": "nudges put off", "still_claimed": "nudges that are to go out still",
    "needs_known": "to whom something may be proposed",
    "reserve": "whose turn it is to send", "hold": "when nobody may send", "free_at": "when somebody may",
    "drop_old_files": "files kept for their import", "forget_old": "what was kept for an Undo",
}  # fmt: skip
#: How others share a transaction.
WITHOUT_DATA = {"reading", "together"}
#: Arguments that name a row: with the other user's in each of them, nothing is there.
NAMING = ("_id", "ids", "pair", "turns", "merges", "nudge")
#: These need no row: the one that a nudge was about is only marked as answered.
NEEDING_NONE = {"change_settings"}
SKIPPED_FIRST = ("self", "user_id")
STATES = ("reading", "asking", "ready", "running", "done", "cancelled", "failed", "undone")

Ids = dict[str, list[int]]


class Draw:
    """Arguments of one method's call: ids are the other user's and, unless `foreign`, some one's own, some nobody's."""

    def __init__(self, rng: random.Random, theirs: Ids, own: Ids, *, due_at: Any, foreign: bool) -> None:
        self.rng = rng
        self.theirs = theirs
        self.own = own
        self.due_at = due_at
        self.foreign = foreign

    def row(self, table: str) -> int:
        of = self.theirs if self.foreign else self.rng.choices([self.theirs, self.own, {}], [5, 4, 1])[0]
        kinds = [table] if self.foreign or self.rng.random() < 0.9 else list(of)
        known = [row_id for kind in kinds for row_id in of.get(kind, ())]
        return self.rng.choice(known or [0, 1, 10**17])

    def update(self) -> int:
        """Telegram's number: mostly a new one, for a known one only repeats what was answered; the other's now and then."""
        new = self.rng.randint(1_000, 10**12)
        return new if self.foreign else self.rng.choice([new] * 4 + [NEWEST_UPDATE])

    def message(self) -> int:
        return MESSAGE if self.foreign else self.rng.choice([77, 78])

    def rows(self, table: str) -> list[int]:
        return [self.row(table) for _ in range(self.rng.randint(1, 4))]

    def pick(self, *values: Any) -> Any:
        return self.rng.choice(values)


def row_of(table: str) -> "Callable[[Draw], Any]":
    return lambda d: d.row(table)


#: By parameter, or method and parameter: what is given. A parameter that is not among them fails the test.
VALUES: dict[str, Callable[[Draw], Any]] = {
    **{
        f"{name}_id": row_of(table)
        for name, table in {
            "contact": "contacts", "first": "contacts", "second": "contacts", "keep": "contacts", "drop": "contacts",
            "nudge": "nudges", "old": "nudges", "touch": "touches", "tag": "tags", "date": "yearly_dates", "note": "notes",
            "promise": "promises", "introduction": "introductions", "import": "imports", "change": "changes",
        }.items()
    },
    "update_id": lambda d: d.update(),
    "message_id": lambda d: d.message(),
    "contact_ids": lambda d: d.rows("contacts"),
    "ids": lambda d: d.rows("contacts"),
    "touches_by_ids.ids": lambda d: d.rows("touches"),
    "pair": lambda d: (d.row("contacts"), d.row("contacts")),
    "turns": lambda d: [Turn(row_id, TODAY, None) for row_id in dict.fromkeys(d.rows("contacts"))],
    "merges": lambda d: [Merge(d.row("contacts"), Incoming({"city": "Berlin"}, tags=("basel",)))],
    "nudge": lambda d: asking(d.row("contacts"), user_id=OTHER),
    "skip_and_plan.new": lambda d: d.pick(None, asking(d.row("contacts"))),
    "merge_facts.new": lambda d: NewContact(person("Joe Park", city="Berlin"), (("email", "z@example.org"),), ("new",)),
    "touch": lambda d: Touch(
        id=d.row("touches"), user_id=d.pick(USER, OTHER), contact_id=d.row("contacts"), touched_on=TODAY, created_at=NOW
    ),
    "people": lambda d: [NewContact(person("Zed Quill"), tags=("new",), notes=("met once",))],
    "stage.people": lambda d: [Incoming({"name": "Zed Quill"}, (("email", "zed@example.org"),), ("new",))],
    "criteria": lambda d: d.pick(Search(SECRET), Search("#quokka", tags=("quokka",)), Search("")),
    "keys": lambda d: [("email", "zyxwenna@example.org"), ("phone", "+34600123456"), ("email", "ana@example.org")],
    "names": lambda d: [SECRET, f"{SECRET} Quorlimund"],
    "text": lambda d: "likes chess",
    "alike.text": lambda d: d.pick(SECRET, "Zyxwena Quorlimund"),
    "named.text": lambda d: f"met {SECRET} today",
    "find_tag.name": lambda d: "quokka",
    "name": lambda d: "name day",
    "tags": lambda d: ("new",),
    "finish_import.tags": lambda d: {"new": 30},
    "remove_tags": lambda d: ("quokka",),
    "points": lambda d: [("email", "new@example.org")],
    "remove_points": lambda d: [("email", None)],
    "told": lambda d: Told(reply="yes", favour="gave"),
    "then": lambda d: d.pick(None, Step("note", {"touch": 3}, NOW + timedelta(hours=1))),
    "step": lambda d: Step("note", {"touch": 3}, NOW + timedelta(hours=1)),
    "values": lambda d: {"city": "Berlin"},
    "change_settings.values": lambda d: {"nudge_weekday": 3},
    "change_import.values": lambda d: {"state": d.pick(*STATES), "work_at": None},
    "states": lambda d: STATES,
    "statuses": lambda d: ("proposed", "asked", "agreed", "made", "declined", "closed"),
    "status": lambda d: d.pick("skipped", "later", "expired"),
    "people.status": lambda d: d.pick("active", "inbox", "archived"),
    "action": lambda d: d.pick("cadence", "tag", "archive", "restore"),
    "verdict": lambda d: d.pick("different", "later"),
    "sort_contact.verdict": lambda d: d.pick("keep", "later", "never"),
    "reply": lambda d: d.pick("yes", "no"),
    "because": lambda d: "soon",
    "channel": lambda d: "call",
    "note": lambda d: "about logistics",
    "needs": lambda d: "a designer",
    "outcome": lambda d: "yes",
    "why": lambda d: "both sail",
    "opener": lambda d: "Hello again!",
    "key": lambda d: "second",
    "day": lambda d: "--06-24",
    "days": lambda d: 14,
    "cadence_days": lambda d: 14,
    "tag": lambda d: "quokka",
    "content": lambda d: b"Name\nZed Quill\n",
    "file_name": lambda d: "people.csv",
    "language": lambda d: "en",
    "timezone": lambda d: "Europe/Madrid",
    "limit": lambda d: 500,
    "offset": lambda d: 0,
    "n": lambda d: 50,
    "most": lambda d: 10,
    "wake": lambda d: True,
    "spare": lambda d: d.pick(True, False),
    "next_slot": lambda d: lambda user, now: now,
    **dict.fromkeys(("on", "due_on", "not_before", "snoozed_until"), lambda d: TODAY),
    "leave_contact.until": lambda d: TODAY + WEEK,
    "since": lambda d: NOW - 52 * WEEK,
    "put_off_user.seen": lambda d: d.due_at,
    "claim": lambda d: d.pick(None, NOW),
    **dict.fromkeys(("now", "seen", "until"), lambda d: NOW),
    **dict.fromkeys(("push_at", "remind_at", "ask_at", "next_at", "next_nudge_at"), lambda d: NOW + WEEK),
}  # fmt: skip


def methods() -> dict[str, inspect.Signature]:
    public = inspect.getmembers(Store, inspect.isfunction)
    return {name: inspect.signature(method) for name, method in public if not name.startswith("_")}


def of_a_user() -> dict[str, inspect.Signature]:
    return {name: signature for name, signature in methods().items() if list(signature.parameters)[1:2] == ["user_id"]}


def test_every_method_is_a_users_or_listed_with_its_reason() -> None:
    assert set(methods()) - set(of_a_user()) - WITHOUT_DATA == set(OF_NOBODY)


@pytest.mark.parametrize("name", of_a_user())
def test_no_argument_of_a_method_is_forgotten_here(name: str) -> None:
    parameters = [each for each in methods()[name].parameters if each not in SKIPPED_FIRST]
    assert [each for each in parameters if f"{name}.{each}" not in VALUES and each not in VALUES] == []


def test_no_handler_calls_what_is_nobodys_request() -> None:
    calls = re.compile(rf"\bstore\.({'|'.join(OF_NOBODY)})\b")
    found = [path.name for path in (ROOT / "bot" / "handlers").rglob("*.py") if calls.search(path.read_text())]
    assert found == []


def call(store: Store, name: str, draw: Draw) -> Any:
    """One method, for the second user; what isn't needed is left out now and then."""
    given: dict[str, Any] = {}
    for parameter in list(methods()[name].parameters.values())[2:]:
        value = VALUES.get(f"{name}.{parameter.name}") or VALUES[parameter.name]
        if parameter.kind is inspect.Parameter.VAR_KEYWORD:
            given |= value(draw)
        elif parameter.default is inspect.Parameter.empty or draw.foreign or draw.rng.random() < 0.8:
            given[parameter.name] = value(draw)
    return getattr(store, name)(OTHER, **given)


def fill_both(store: Store) -> None:
    """Each has a row in every table; the first one's hold the secret, and no id is given to both."""
    _spread_ids(store.engine)
    keep_everything(store, USER)
    facts = {"company": f"{SECRET} Ltd", "role": f"{SECRET}'s", "city": SECRET, "needs": SECRET, "offers": SECRET}
    add(
        store, person(f"{SECRET} Quorlimund", **facts, met=SECRET, language="es"), update_id=NEWEST_UPDATE,
        points=(("email", "zyxwenna@example.org"),), tags=("quokka",), notes=(f"{SECRET} likes tea",),
    )  # fmt: skip
    _spread_ids(store.engine)
    with store.engine.begin() as connection:
        connection.execute(text(f"UPDATE nudge_messages SET message_id = {MESSAGE}"))
    keep_everything(store, OTHER)


def _spread_ids(engine: Engine) -> None:
    """Ids of each table from now on in a range of its own, so that one found in a result tells whose row it is."""
    with engine.begin() as connection:
        for number, table in enumerate(SQLModel.metadata.sorted_tables, 1):
            if "id" not in table.c or table.name == "users":
                continue
            for statement in _RAISE[engine.dialect.name]:
                connection.execute(text(statement), {"table": table.name, "start": number * 10_000_000})


_RAISE = {
    "sqlite": [
        "INSERT INTO sqlite_sequence (name, seq) SELECT :table, 0 "
        "WHERE :table NOT IN (SELECT name FROM sqlite_sequence) AND :start > 0",
        "UPDATE sqlite_sequence SET seq = max(:start, seq + 1000) WHERE name = :table",
    ],
    "postgresql": [
        "SELECT setval(pg_get_serial_sequence(:table, 'id'), "
        "greatest(:start, nextval(pg_get_serial_sequence(:table, 'id')) + 1000))",
    ],
}  # fmt: skip


def ids_of(rows: dict[str, list[dict[str, Any]]]) -> Ids:
    return {table: [row["id"] for row in kept] for table, kept in rows.items() if kept and "id" in kept[0]}


def leaves(result: Any) -> Iterator[Any]:
    """Everything in a result, however deep."""
    if isinstance(result, SQLModel):
        result = result.model_dump()
    elif dataclasses.is_dataclass(result) and not isinstance(result, type):
        result = {each.name: getattr(result, each.name) for each in dataclasses.fields(result)}
    if isinstance(result, dict):
        result = [*result.keys(), *result.values()]
    if isinstance(result, (list, tuple, set, frozenset)):
        for each in result:
            yield from leaves(each)
    else:
        yield result


def leaks(result: Any, secrets: set[object]) -> list[Any]:
    """What of a result is the first user's."""
    folded = SECRET.casefold()
    found = [leaf for leaf in leaves(result) if isinstance(leaf, (str, int, bytes, date))]
    return [leaf for leaf in found if leaf in secrets or (isinstance(leaf, str) and folded in leaf.casefold())]


def names_a_row(name: str) -> bool:
    parameters = [each for each in methods()[name].parameters if each not in (*SKIPPED_FIRST, "update_id")]
    return name not in NEEDING_NONE and any(each.endswith(NAMING) for each in parameters)


def is_nothing(result: Any) -> bool:
    return not result or result == Ledger()


@settings(
    max_examples=2, phases=[Phase.generate], deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32))
def test_no_method_reads_or_changes_what_is_another_users(store: Store, engine: Engine, seed: int) -> None:
    """All methods in some order, each with the other's ids alone and then with some of both, on two full worlds."""
    rng = random.Random(seed)
    for user_id in (USER, OTHER):
        store.erase(user_id)
    fill_both(store)
    before = dump(engine, only=USER)
    theirs, own = ids_of(before), ids_of(dump(engine, only=OTHER))
    secrets: set[object] = {USER} | {each for ids in theirs.values() for each in ids}
    names = [name for name in of_a_user() if name != "erase"]
    for name in [*rng.sample(names, len(names)), "erase"]:
        for foreign in (True, False):
            due_at = getattr(store.user(OTHER), "next_nudge_at", NOW)
            result = call(store, name, Draw(rng, theirs, own, due_at=due_at, foreign=foreign))
            assert leaks(result, secrets) == [], name
            assert not foreign or not names_a_row(name) or is_nothing(result), (name, result)
    assert dump(engine, only=USER) == before
