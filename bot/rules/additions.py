"""What a file says of somebody, as it is written: whole where they are new, else what it adds to what is known.

A contact keeps what files said of it (`Contact.imported`); a file may write a fact only where nothing is and no file
said anything before, or where what is there is still what a file said.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from bot.rules.drafts import Draft, TouchTold
from bot.rules.likenesses import FACTS, point_key, points_of
from bot.rules.names import fold

if TYPE_CHECKING:
    from storage import Card, Compared, Incoming

    #: A contact, with what a file may add to.
    Standing = Card | Compared

#: What a draft or a contact says, in the order of FACTS.
fact_values = attrgetter(*FACTS)


def incoming_of(draft: Draft, make: "type[Incoming]", *, today: date) -> "Incoming":
    """Somebody new. Whom a file brings waits in the inbox; our own export says where they were."""
    points, texts, added_on = points_of(draft), draft.notes, draft.added_on or today
    facts = _facts_of(draft)
    history = draft.history
    values: dict[str, Any] = {
        **facts, "name": draft.name, "status": draft.status or "inbox", "source": "import", "added_on": added_on,
        "snoozed_until": draft.snoozed_until, "turn_on": draft.turn_on, "headsup_days": draft.headsup_days,
        "voice": draft.voice, "imported": _origin(facts, points, draft),
    }  # fmt: skip
    return make(
        values, points, draft.tags, _dated(texts, today) + (history.notes if history else ()),
        _touches(draft) + (history.touches if history else ()), history.promises if history else (),
        history.dates if history else (),
    )  # fmt: skip


def _facts_of(draft: Draft) -> dict[str, Any]:
    return {name: value for name, value in zip(FACTS, fact_values(draft), strict=True) if value is not None}


def _dated(texts: Sequence[str], today: date) -> tuple[tuple[date, str], ...]:
    return tuple((today, text) for text in texts)


def _touches(draft: Draft) -> tuple[TouchTold, ...]:
    return ((draft.touched_on, draft.channel, None, None),) if draft.touched_on else ()


def _origin(facts: Mapping[str, Any], points: Iterable[tuple[str, str]], draft: Draft) -> dict[str, Any] | None:
    """What files said of somebody new. Our own export tells what that was: the rest of it the user typed."""
    if draft.added_on is None:
        return _said(facts, points, draft)
    return dict(draft.history.from_files) if draft.history and draft.history.from_files else None


def _said(facts: Mapping[str, Any], points: Iterable[tuple[str, str]], draft: Draft) -> dict[str, Any]:
    """What this file says, as JSON keeps it."""
    said = dict(facts)
    if "met_on" in said:  # the one that is no text and no number
        said["met_on"] = _plain(said["met_on"])
    if keys := [_written(*each) for each in points]:
        said["points"] = keys
    if draft.tags:
        said["tags"] = [fold(tag) for tag in draft.tags]
    if notes := [*draft.notes, *(text for _, text in (draft.history.notes if draft.history else ()))]:
        said["notes"] = notes
    return said


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _written(kind: str, value: str) -> str:
    kind, value = point_key(kind, value) or (kind, value.lower().rstrip("/"))
    return f"{kind}:{value}"


def addition(card: "Standing", draft: Draft, make: "type[Incoming]", today: date) -> "Incoming | None":
    """What the file adds to a contact who is there; None where that is nothing."""
    said = card.contact.imported or {}
    facts = _new_facts(card, draft, said)
    points = _new_points(card, draft, said)
    tags = _new(draft.tags, {fold(tag) for tag in card.tags}, said.get("tags", ()), fold)
    notes = _new_notes(card, draft, said, today)
    touches = _new_touches(card, draft)
    promises, dates = _new_promises(card, draft), _new_dates(card, draft)
    if not (facts or points or tags or notes or touches or promises or dates):
        return None
    told = {
        name: value for name, value in _facts_of(draft).items() if name in facts or getattr(card.contact, name) != value
    }
    imported = _remember(said, _said(told, points_of(draft), draft))
    return make({**facts, "imported": imported}, points, tags, notes, touches, promises, dates)


def _remember(before: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as the newest file says them; of points, tags and notes all that files ever said."""
    lists = {
        name: list(dict.fromkeys([*before.get(name, ()), *said.get(name, ())])) for name in ("points", "tags", "notes")
    }
    return {**before, **said, **{name: values for name, values in lists.items() if values}}


def _new_facts(card: "Standing", draft: Draft, said: Mapping[str, Any]) -> dict[str, Any]:
    """A role that is there is not changed to one at another company than the one that stays: both would be wrong."""
    facts = {}
    for name, value, present in zip(FACTS, fact_values(draft), fact_values(card.contact), strict=True):
        if value is None or value == present:
            continue
        if said.get(name) == _plain(present) and (present is not None or name not in said):
            facts[name] = value
    if (
        "role" in facts
        and card.contact.role is not None
        and not _fits(draft.company, facts.get("company", card.contact.company))
    ):
        del facts["role"]
    return facts


def _fits(company: str | None, kept: str | None) -> bool:
    """Whether a company in a file is the one that is kept, "Roche" and "Roche Diagnostics AG"."""
    if company is None or kept is None:
        return True
    one, other = set(fold(company).split()), set(fold(kept).split())
    return one <= other or other <= one


def _new_points(card: "Standing", draft: Draft, said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    there = {_written(point.kind, point.value) for point in card.points} | set(said.get("points", ()))
    return tuple(each for each in points_of(draft) if _written(*each) not in there)


def _new(values: Iterable[str], there: set[str], said: Iterable[str], key: Any) -> tuple[str, ...]:
    known = there | set(said)
    return tuple(value for value in values if key(value) not in known)


def _new_notes(card: "Standing", draft: Draft, said: Mapping[str, Any], today: date) -> tuple[tuple[date, str], ...]:
    there = {note.text for note in card.notes} | set(said.get("notes", ()))
    history = draft.history.notes if draft.history else ()
    return tuple(note for note in (*_dated(draft.notes, today), *history) if note[1] not in there)


def _new_touches(card: "Standing", draft: Draft) -> tuple[TouchTold, ...]:
    there = {(touch.touched_on, touch.channel, touch.note) for touch in card.touches}
    history = draft.history.touches if draft.history else ()
    return tuple(touch for touch in (*_touches(draft), *history) if (touch[0], touch[1], touch[2]) not in there)


def _new_promises(card: "Standing", draft: Draft) -> tuple[tuple[str, date | None, date | None, date | None], ...]:
    there = {(promise.text, promise.due_on) for promise in card.promises}
    return tuple(each for each in (draft.history.promises if draft.history else ()) if each[:2] not in there)


def _new_dates(card: "Standing", draft: Draft) -> tuple[tuple[str, str], ...]:
    """Of a name that is there, the day that is there stays."""
    there = {fold(each.name) for each in card.dates}
    return tuple(each for each in (draft.history.dates if draft.history else ()) if fold(each[0]) not in there)
