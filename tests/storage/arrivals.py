"""A small file to bring, of people who are plainly made up."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Engine

from storage import Card, Incoming, Merge, Store
from storage.models import Change
from tests.storage.world import NOW, USER, dump_data, names

DAY = timedelta(days=1)
JOE = Incoming(
    {
        "name": "Joe Park",
        "company": "Roche",
        "met_on": date(2019, 6, 15),
        "imported": {"company": "Roche", "met_on": "2019-06-15", "points": ["email:joe@example.org"]},
    },
    points=(("email", "joe@example.org"), ("link", "https://www.linkedin.com/in/joe-park")),
    tags=("basel",),
    notes=((date(2020, 1, 2), "likes chess"),),
)
GRACE = Incoming(
    {"name": "Grace Lim", "status": "active", "cadence_days": 30, "added_on": date(2021, 1, 1)},
    touches=((date(2026, 11, 1), "call", "about chess", "user"), (date(2026, 10, 1), None, None, None)),
    promises=(("send the book", date(2026, 12, 1), None, None), ("call", None, date(2026, 1, 5), None)),
)


def opened(store: Store, *, user_id: int = USER, update_id: int = 1, state: str = "running", now: Any = NOW) -> int:
    row = store.open_import(user_id, update_id, file_name="Connections.csv", content=b"First Name", now=now)
    assert row.id is not None
    if state != "reading":
        assert store.change_import(user_id, row.id, states=("reading",), state=state, counts={"skipped": 3})
    return row.id


def import_all(store: Store, *people: Incoming, merges: tuple[Merge, ...] = (), update_id: int = 1) -> Change:
    import_id = opened(store, update_id=update_id)
    store.stage(USER, import_id, people, now=NOW)
    change = store.finish_import(USER, update_id + 500, import_id, merges, now=NOW)
    assert change is not None
    return change


def state_of(store: Store, import_id: int) -> str:
    row = store.import_row(USER, import_id)
    assert row is not None
    return row.state


def card_of(store: Store, name: str) -> Card:
    (contact_id,) = [each for each, found in names(store, USER) if found == name]
    card = store.card(USER, contact_id)
    assert card is not None
    return card


def seen(engine: Engine) -> dict[str, list[dict[str, Any]]]:
    """All rows but those of imports, of changes, and of what is hidden."""
    rows = dump_data(engine)
    gone = {row["id"] for row in rows["contacts"] if row["deleted_at"] is not None}
    kept = {name: rows[name] for name in rows if name not in ("imports", "import_files")}
    kept["contacts"] = [row for row in kept["contacts"] if row["id"] not in gone]
    return {name: [row for row in found if row.get("contact_id") not in gone] for name, found in kept.items()}
