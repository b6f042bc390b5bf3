"""What an import would do: who of a file is new, who is known, and what the file adds to them.

What the user typed always wins. A contact keeps what files said of it (`Contact.imported`); a file may write a fact
only where nothing is and no file said anything before, or where what is there is still what a file said.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.rules.drafts import Draft
from bot.rules.likenesses import FACTS, Key, is_one, join, keys_of, point_key, points_of
from bot.rules.names import fold

if TYPE_CHECKING:
    from storage import Card, Incoming

#: So many people of one file are compared by name over one shared phone number; a switchboard's may be many more.
MOST_SHARING = 50


@dataclass(frozen=True, slots=True)
class Plan:
    """`new` in the order of the file; `merges` are contacts by id with what is new of them; `same` counts those who
    are known with nothing new, `joined` the rows that were one person with another row."""

    new: "tuple[Draft, ...]"
    merges: "tuple[tuple[int, Incoming], ...]"
    same: int
    joined: int


@dataclass(frozen=True, slots=True)
class Person:
    """One person of the file: all its rows as one, and their keys, strongest first."""

    draft: Draft
    keys: tuple[Key, ...]


def gather(people: Iterable[Draft]) -> list[Person]:
    """The file's people, with rows joined that share a key, unless their names say that it is shared by two."""
    found: list[Person] = []
    places: dict[Key, list[int]] = {}
    for draft in people:
        keys = keys_of(draft)
        place = _place_of(draft, keys, places, found)
        if place is None:
            place = len(found)
            found.append(Person(draft, keys))
        else:
            earlier = found[place]
            draft = join(earlier.draft, draft)
            keys = keys_of(draft)
            found[place] = Person(draft, keys)
        for key in keys:
            sharing = places.setdefault(key, [])
            if place not in sharing[:MOST_SHARING]:
                sharing.append(place)
    return found


def _place_of(
    draft: Draft, keys: tuple[Key, ...], places: Mapping[Key, Sequence[int]], found: Sequence[Person]
) -> int | None:
    for key in keys:
        for place in places.get(key, ())[:MOST_SHARING]:
            if is_one(key, draft.name, found[place].draft.name):
                return place
    return None


class Planning:
    """Sorts the gathered people of a file into new and known, a part of them at a time: all that is known of 30,000
    contacts would fill the memory.

    `make` is storage.Incoming, which a rule may not import. `today` dates the notes that have no day.
    """

    def __init__(self, people: Iterable[Person], *, make: "type[Incoming]", today: date) -> None:
        self._make, self._today = make, today
        self._shared = shared_keys(people)
        self._new: list[Draft] = []
        self._known: dict[int, Draft] = {}
        self._merges: dict[int, Incoming | None] = {}

    def add(
        self, people: Iterable[Person], matches: Mapping[Key, Collection[int]], cards: "Mapping[int, Card]"
    ) -> None:
        """`matches` are the contacts that have a key, of whom `cards` tell all."""
        found: set[int] = set()
        for person in people:
            contact_id = _known(person, matches, cards, self._shared)
            if contact_id is None:
                self._new.append(person.draft)
                continue
            earlier = self._known.get(contact_id)
            self._known[contact_id] = join(earlier, person.draft) if earlier else person.draft
            found.add(contact_id)
        for each in found:
            self._merges[each] = addition(cards[each], self._known[each], self._make, self._today)

    def unsure_names(
        self, people: Iterable[Person], matches: Mapping[Key, Collection[int]], cards: "Mapping[int, Card]"
    ) -> list[str]:
        """The names by which somebody may be known yet: who has no key, or shares one with another name's."""
        names: dict[str, None] = {}
        for person in people:
            found = not person.keys or any(key in matches for key in person.keys)
            if found and _known(person, matches, cards, self._shared) is None:
                names[person.draft.name] = None
        return list(names)

    def end(self, rows: int) -> Plan:
        """The plan for all that was added, from a file of so many rows."""
        merges = tuple((each, added) for each, added in self._merges.items() if added is not None)
        joined = rows - len(self._new) - len(self._known)
        return Plan(tuple(self._new), merges, len(self._known) - len(merges), joined)


def shared_keys(people: Iterable[Person]) -> set[Key]:
    """What several people of the file have: a landline, an office's mailbox."""
    seen: set[Key] = set()
    shared: set[Key] = set()
    for person in people:
        shared.update(key for key in person.keys if key in seen)
        seen.update(person.keys)
    return shared


def _known(
    person: Person, matches: Mapping[Key, Collection[int]], cards: "Mapping[int, Card]", shared: Collection[Key]
) -> int | None:
    """The contact the strongest key finds; whoever another key finds is a likely double, which /merge proposes.

    One person's email in the file is theirs whatever they are called; a phone, and an email that several people of the
    file have, is theirs whose name fits.
    """
    name = person.draft.name
    for key in person.keys:
        for contact_id in sorted(matches.get(key, ())):
            card = cards.get(contact_id)
            sure = key[0] == "email" and key not in shared
            if card is not None and (sure or is_one(key, name, card.contact.name)):
                return contact_id
    namesakes = [card for each in sorted(matches.get(name_key(name), ())) if (card := cards.get(each))]
    known = next((card for card in namesakes if _is_known_by_name(card, person)), None)
    return None if known is None else known.contact.id


def name_key(name: str) -> Key:
    """What finds contacts of the very same name."""
    return "name", fold(name)


def _is_known_by_name(card: "Card", person: Person) -> bool:
    """A name alone joins nobody, but to whom a file brought by that name alone before, and to whom our own export
    was made of: or else the same file twice would bring them twice. With the same phone it is the same person."""
    if person.keys:
        there = {point_key(point.kind, point.value) for point in card.points}
        return any(key in there for key in person.keys)
    if person.draft.history is not None:
        return person.draft.added_on == card.contact.added_on
    return card.contact.source == "import" and _agree(card, person.draft)


def _agree(card: "Card", draft: Draft) -> bool:
    """Whether what files said of the contact is what this one says: else it is a namesake."""
    said = card.contact.imported or {}
    bare = not any(point_key(point.kind, point.value) for point in card.points)
    return bare and all(said.get(name) in (None, value) for name in ("company", "role", "city", "birthday")
                        if (value := getattr(draft, name)) is not None)  # fmt: skip


def incoming_of(draft: Draft, make: "type[Incoming]", *, today: date) -> "Incoming":
    """Somebody new. Whom a file brings waits in the inbox; our own export says where they were."""
    points, texts, added_on = points_of(draft), draft.notes, draft.added_on or today
    facts = {name: value for name in FACTS if (value := getattr(draft, name)) is not None}
    history = draft.history
    values: dict[str, Any] = {
        **facts, "name": draft.name, "status": draft.status or "inbox", "source": "import", "added_on": added_on,
        "snoozed_until": draft.snoozed_until, "imported": _said(facts, points, draft),
    }  # fmt: skip
    return make(
        values, points, draft.tags, _dated(texts, today) + (history.notes if history else ()),
        _touches(draft) + (history.touches if history else ()), history.promises if history else (),
    )  # fmt: skip


def _dated(texts: Sequence[str], today: date) -> tuple[tuple[date, str], ...]:
    return tuple((today, text) for text in texts)


def _touches(draft: Draft) -> tuple[tuple[date, str | None, str | None, str | None], ...]:
    return ((draft.touched_on, draft.channel, None, None),) if draft.touched_on else ()


def _said(facts: Mapping[str, Any], points: Iterable[tuple[str, str]], draft: Draft) -> dict[str, Any]:
    """What this file says, as JSON keeps it."""
    said: dict[str, Any] = {name: _plain(value) for name, value in facts.items()}
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


def addition(card: "Card", draft: Draft, make: "type[Incoming]", today: date) -> "Incoming | None":
    """What the file adds to a contact who is there; None where that is nothing."""
    said = card.contact.imported or {}
    facts = _new_facts(card, draft, said)
    points = _new_points(card, draft, said)
    tags = _new(draft.tags, {fold(tag) for tag in card.tags}, said.get("tags", ()), fold)
    notes = _new_notes(card, draft, said, today)
    touches = _new_touches(card, draft)
    promises = _new_promises(card, draft)
    if not (facts or points or tags or notes or touches or promises):
        return None
    given = {name: value for name in FACTS if (value := getattr(draft, name)) is not None}
    told = {name: value for name, value in given.items() if name in facts or getattr(card.contact, name) != value}
    imported = _remember(said, _said(told, points_of(draft), draft))
    return make({**facts, "imported": imported}, points, tags, notes, touches, promises)


def _remember(before: Mapping[str, Any], said: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as the newest file says them; of points, tags and notes all that files ever said."""
    lists = {
        name: list(dict.fromkeys([*before.get(name, ()), *said.get(name, ())])) for name in ("points", "tags", "notes")
    }
    return {**before, **said, **{name: values for name, values in lists.items() if values}}


def _new_facts(card: "Card", draft: Draft, said: Mapping[str, Any]) -> dict[str, Any]:
    facts = {}
    for name in FACTS:
        value, present = getattr(draft, name), getattr(card.contact, name)
        if value is None or value == present:
            continue
        if said.get(name) == _plain(present) and (present is not None or name not in said):
            facts[name] = value
    return facts


def _new_points(card: "Card", draft: Draft, said: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    there = {_written(point.kind, point.value) for point in card.points} | set(said.get("points", ()))
    return tuple(each for each in points_of(draft) if _written(*each) not in there)


def _new(values: Iterable[str], there: set[str], said: Iterable[str], key: Any) -> tuple[str, ...]:
    known = there | set(said)
    return tuple(value for value in values if key(value) not in known)


def _new_notes(card: "Card", draft: Draft, said: Mapping[str, Any], today: date) -> tuple[tuple[date, str], ...]:
    there = {note.text for note in card.notes} | set(said.get("notes", ()))
    history = draft.history.notes if draft.history else ()
    return tuple(note for note in (*_dated(draft.notes, today), *history) if note[1] not in there)


def _new_touches(card: "Card", draft: Draft) -> tuple[tuple[date, str | None, str | None, str | None], ...]:
    there = {(touch.touched_on, touch.channel, touch.note) for touch in card.touches}
    history = draft.history.touches if draft.history else ()
    return tuple(touch for touch in (*_touches(draft), *history) if touch[:3] not in there)


def _new_promises(card: "Card", draft: Draft) -> tuple[tuple[str, date | None, date | None, date | None], ...]:
    there = {(promise.text, promise.due_on) for promise in card.promises}
    return tuple(each for each in (draft.history.promises if draft.history else ()) if each[:2] not in there)
