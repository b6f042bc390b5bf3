"""A small network to write to: two users, whose contacts are plainly made up."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Table, func, insert, select, text
from sqlmodel import SQLModel

from storage import Incoming, Merge, NewContact, Store, Turn
from storage.briefing import Briefing
from storage.claiming import Decision, Delivered
from storage.models import Change, Contact, Nudge
from storage.sending import pushes_due
from storage.tables import USERS

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TODAY = NOW.date()
WEEK = timedelta(days=7)
USER, OTHER = 5_000_000_001, 5_000_000_002


def person(name: str = "Ana Ruiz", **facts: Any) -> Contact:
    return Contact(**{"user_id": 0, "name": name, "name_key": "", "added_on": TODAY, "created_at": NOW, **facts})


def asking(contact_id: int | None, **more: Any) -> Nudge:
    return Nudge(**{"user_id": 0, "contact_id": contact_id, "created_at": NOW, "opener_keys": ["first"], **more})


def open_user(store: Store, user_id: int = USER, next_nudge_at: datetime | None = NOW) -> None:
    store.open_user(user_id, language="en", timezone="Europe/Madrid", next_nudge_at=next_nudge_at, now=NOW)


def add(store: Store, contact: Contact, *, user_id: int = USER, update_id: int = -1, **details: Any) -> int:
    change = store.add_contacts(user_id, update_id, [NewContact(contact, **details)], now=NOW)
    assert change is not None
    contact_id: int = change.result["contact_ids"][0]
    return contact_id


def claim(store: Store, nudge: Nudge | None, *, user_id: int = USER, seen: datetime = NOW) -> Nudge:
    """Take a user's slot for that nudge."""

    def decide(briefings: Sequence[Briefing], _: object) -> list[Decision]:
        return [Decision(each.user, seen + WEEK, nudge) for each in briefings]

    ((_, claimed),) = store.claim_due(seen, 1, decide, postponed_until=seen, only=user_id)[1]
    return claimed


def send(store: Store, nudge: Nudge, *, message_id: int = 77, user_id: int = USER, seen: datetime = NOW) -> int:
    """Claim and send a nudge; its id."""
    nudge_id = claim(store, nudge, user_id=user_id, seen=seen).id
    assert nudge_id is not None
    settle(store, nudge_id, message_id, remind_at=seen + timedelta(days=3), now=seen)
    return nudge_id


def settle(store: Store, nudge_id: int, message_id: int, *, remind_at: datetime | None = None, now: datetime) -> None:
    assert store.settle_all([Delivered(nudge_id, message_id, remind_at)], now) == 1


def due_pushes(store: Store, now: datetime) -> list[tuple[int, int, datetime]]:
    """(nudge id, user id, push_at) of what the sending loop would take as pushes, and does not."""
    with store.engine.begin() as connection:
        return [(row.id, row.user_id, row.push_at) for row in connection.execute(pushes_due(now, 10))]


@dataclass(frozen=True)
class World:
    """A user with two contacts, a touch and a nudge that waits for an answer."""

    ana: int
    ben: int
    nudge: int
    touch: int
    #: The one that Ana has.
    pycon: int
    #: Ben's name day.
    yearly: int


#: By dialect: the world of USER, and every row of a database with nothing else in it.
_FILLED: dict[str, tuple[World, list[tuple[Table, list[dict[str, Any]]]]]] = {}
#: How many tables have ever given an id.
_USED = {
    "sqlite": "SELECT count(*) FROM sqlite_sequence WHERE seq > 0",
    "postgresql": "SELECT count(*) FROM pg_sequences WHERE last_value IS NOT NULL",
}


def fill(store: Store, user_id: int = USER, updates: int = 100) -> World:
    """A world, written by the Store; the first one of a database once a process, and from then on its rows are copied,
    for writing them took half the time of a short test."""
    if (user_id, updates) != (USER, 100) or not _is_unused(store.engine):
        return _write_world(store, user_id, updates)
    dialect = store.engine.dialect.name
    if dialect not in _FILLED:
        _FILLED[dialect] = (_write_world(store, user_id, updates), _read_all(store.engine))
    else:
        _copy(store.engine, _FILLED[dialect][1])
    return _FILLED[dialect][0]


def _is_unused(engine: Engine) -> bool:
    with engine.begin() as connection:
        used = connection.scalar(text(_USED[engine.dialect.name]))
        return used == 0 and connection.scalar(select(func.count()).select_from(USERS)) == 0


def _read_all(engine: Engine) -> list[tuple[Table, list[dict[str, Any]]]]:
    with engine.begin() as connection:
        return [
            (table, [dict(row) for row in rows])
            for table in SQLModel.metadata.sorted_tables
            if (rows := connection.execute(select(table)).mappings().all())
        ]


def _copy(engine: Engine, filled: list[tuple[Table, list[dict[str, Any]]]]) -> None:
    with engine.begin() as connection:
        for table, rows in filled:
            connection.execute(insert(table), rows)
            if engine.dialect.name == "postgresql" and table is not USERS and "id" in table.c:
                newest = max(row["id"] for row in rows)
                connection.execute(select(func.setval(func.pg_get_serial_sequence(table.name, "id"), newest)))


def _write_world(store: Store, user_id: int, updates: int) -> World:
    open_user(store, user_id)
    ana = add(
        store,
        person("Ana Ruiz", cadence_days=30, company="Nordlicht"),
        user_id=user_id,
        update_id=updates,
        points=(("email", "ana@example.org"), ("phone", "+34600123456")),
        tags=("pycon",),
        notes=("likes tea",),
    )
    ben = add(store, person("Ben Okafor", cadence_days=91), user_id=user_id, update_id=updates + 1)
    nudge = send(store, asking(ana), user_id=user_id)
    touched = store.log_touches(user_id, updates + 2, [ben], on=date(2026, 11, 1), channel="call", now=NOW)
    assert touched is not None
    pycon = store.find_tag(user_id, "pycon")
    assert pycon is not None
    dated = store.set_yearly(user_id, updates + 3, ben, "name day", "--03-31", now=NOW)
    assert dated is not None
    return World(ana, ben, nudge, touched.result["touch_ids"][0], pycon.id or 0, yearly=dated.result["date_id"])


def bring(store: Store, user_id: int, update_id: int, world: World) -> Change | None:
    """Import somebody new, and where Ana lives."""
    if store.user(user_id) is None:
        return None
    opened = store.open_import(user_id, 1, file_name="people.csv", content=b"Joe Park", now=NOW)
    import_id = opened.id or 0
    if store.change_import(user_id, import_id, states=("reading",), state="running", work_at=None):
        joe = Incoming(
            {"name": "Joe Park", "added_on": TODAY}, (("email", "joe@example.org"),), ("basel",), ((TODAY, "a"),)
        )
        store.stage(user_id, import_id, [joe], now=NOW)
    where = Incoming({"city": "Berlin", "imported": {"city": "Berlin"}}, (("phone", "+49301234567"),), ("basel",))
    return store.finish_import(user_id, update_id, import_id, [Merge(world.ana, where)], now=NOW)


#: Every method that writes a change, as (user, update id, the world it writes to) → Change or None.
Write = Callable[[Store, int, int, World], Change | None]
WRITES: dict[str, Write] = {
    "add_contacts": lambda s, u, i, _: s.add_contacts(
        u,
        i,
        [NewContact(person("Grace Lim"), (("telegram", "gracelim"),), ("new",), ("met once",), (TODAY, None))],
        now=NOW,
    ),
    "merge_facts": lambda s, u, i, w: s.merge_facts(
        u,
        i,
        w.ana,
        NewContact(
            person(city="Berlin", cadence_days=14),
            (("phone", "+49301234567"),),
            ("berlin",),
            ("moved",),
            (TODAY, "call"),
        ),
        now=NOW,
    ),
    "edit_contact": lambda s, u, i, w: s.edit_contact(
        u,
        i,
        w.ana,
        values={"name": "Ana Ruiz Soto", "company": None, "cadence_days": 7, "met_on": date(2023, 5, 1)},
        points=[("email", "ana.ruiz@example.org")],
        remove_points=[("email", None)],
        tags=["vip"],
        remove_tags=["#PyCon".strip("#")],
        now=NOW,
    ),
    "set_cadence": lambda s, u, i, w: s.set_cadence(u, i, [w.ana, w.ben], 14, now=NOW),
    "archive": lambda s, u, i, w: s.archive(u, i, w.ana, now=NOW),
    "add_note": lambda s, u, i, w: s.add_note(u, i, w.ana, "likes hats", on=TODAY, now=NOW),
    "log_touches": lambda s, u, i, w: s.log_touches(
        u, i, [w.ana, w.ben], on=TODAY, channel="email", note="the trial", now=NOW
    ),
    "mark_done": lambda s, u, i, w: s.mark_done(u, i, w.nudge, on=TODAY, note="a new job in May", now=NOW),
    "note_touch": lambda s, u, i, w: s.note_touch(u, i, w.touch, "about logistics", now=NOW),
    "make_promise": lambda s, u, i, w: s.make_promise(
        u, i, w.ana, "send the report", due_on=TODAY, remind_at=NOW + timedelta(hours=2), now=NOW
    ),
    "set_reply": lambda s, u, i, w: s.set_reply(u, i, w.touch, "no", now=NOW),
    "leave_contact": lambda s, u, i, w: s.leave_contact(u, i, w.ana, until=TODAY + 52 * WEEK, now=NOW),
    "set_needs": lambda s, u, i, w: s.set_needs(u, i, w.ana, "a designer", now=NOW),
    "skip": lambda s, u, i, w: s.answer_nudge(u, i, w.nudge, status="skipped", snoozed_until=TODAY + WEEK, now=NOW),
    "postpone": lambda s, u, i, w: s.answer_nudge(
        u, i, w.nudge, status="later", push_at=NOW + timedelta(days=1), now=NOW
    ),
    "show_opener": lambda s, u, i, w: s.show_opener(u, i, w.nudge, opener="Hello again!", key="second", now=NOW),
    "word_nudge": lambda s, u, i, w: s.word_nudge(u, i, w.nudge, opener="My own words?", key="own", now=NOW),
    "plan_nudge": lambda s, u, i, w: s.plan_nudge(u, i, asking(w.ben), now=NOW),
    "skip_and_plan": lambda s, u, i, w: s.skip_and_plan(
        u, i, w.nudge, asking(w.ben), snoozed_until=TODAY + WEEK, now=NOW
    ),
    "set_next_time": lambda s, u, i, w: s.set_next_time(u, i, w.ana, on=TODAY + WEEK, now=NOW),
    "set_turns": lambda s, u, i, w: s.set_turns(
        u, i, [Turn(w.ana, None, TODAY + WEEK), Turn(w.ben, TODAY + WEEK, None)], now=NOW
    ),
    "refuse": lambda s, u, i, w: s.refuse(
        u, i, w.ana, "soon", not_before=TODAY + WEEK, cadence_days=61, nudge_id=w.nudge, now=NOW
    ),
    "set_yearly": lambda s, u, i, w: s.set_yearly(u, i, w.ana, "name day", "--06-24", now=NOW),
    "drop_yearly": lambda s, u, i, w: s.drop_yearly(u, i, w.yearly, now=NOW),
    "set_headsup": lambda s, u, i, w: s.set_headsup(u, i, w.ana, 3, now=NOW),
    "ask_introduction": lambda s, u, i, w: s.ask_introduction(u, i, (w.ana, w.ben), "both sail", now=NOW),
    "refuse_pair": lambda s, u, i, w: s.refuse_pair(u, i, (w.ben, w.ana), now=NOW),
    "rename_tag": lambda s, u, i, w: s.rename_tag(u, i, w.pycon, "PyCon 2026", now=NOW),
    "remove_tag": lambda s, u, i, w: s.remove_tag(u, i, w.pycon, now=NOW),
    "set_tag_cadence": lambda s, u, i, w: s.set_tag_cadence(u, i, w.pycon, 365, now=NOW, wake=True),
    "change_many": lambda s, u, i, w: s.change_many(u, i, [w.ana, w.ben], action="cadence", days=14, now=NOW),
    "judge_pair": lambda s, u, i, w: s.judge_pair(u, i, w.ben, w.ana, "different", on=TODAY, now=NOW),
    "merge_contacts": lambda s, u, i, w: s.merge_contacts(
        u, i, w.ben, w.ana, values={"company": "Nordlicht"}, note="was Ana", on=TODAY, now=NOW
    ),
    "finish_import": lambda s, u, i, w: bring(s, u, i, w),
    "change_settings": lambda s, u, i, _: s.change_settings(
        u, i, values={"nudge_weekday": 3, "timezone": "Asia/Tokyo", "paused_until": NOW + WEEK}, now=NOW
    ),
}


def dump(engine: Engine, *, only: int | None = None) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table but the changes, or of one user's."""
    found: dict[str, list[dict[str, Any]]] = {}
    with engine.begin() as connection:
        for table in (each for each in SQLModel.metadata.sorted_tables if each.name != "pace"):
            owner = table.c.id if table.name == "users" else table.c.user_id
            query = select(table).order_by(*table.primary_key.columns)
            rows = connection.execute(query if only is None else query.where(owner == only)).mappings()
            found[table.name] = [dict(row) for row in rows]
    return found


def dump_data(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    return {name: rows for name, rows in dump(engine).items() if name != "changes"}


def names(store: Store, user_id: int = USER) -> list[tuple[int, str]]:
    """(id, name) of everybody the user has, those not archived first."""
    export = store.export(user_id)
    contacts = [card.contact for card in export.cards] if export else []
    return [(each.id or 0, each.name) for each in sorted(contacts, key=lambda one: one.status == "archived")]
