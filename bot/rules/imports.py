"""What an import would do: who of a file is new, who is known, and what the file adds to them.

What the user typed always wins. A contact keeps what files said of it (`Contact.imported`); a file may write a fact
only where nothing is and no file said anything before, or where what is there is still what a file said.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bot.rules.additions import addition
from bot.rules.drafts import Draft
from bot.rules.likenesses import Key, difference, is_one, join, keys_of, point_key
from bot.rules.names import fold

if TYPE_CHECKING:
    from bot.rules.additions import Standing
    from storage import Incoming


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
    """One person of the file, and their keys, strongest first."""

    draft: Draft
    keys: tuple[Key, ...]


def identified(people: Iterable[Draft]) -> list[Person]:
    """The people of a file, who are each in it once (bot.rules.files.gathering), with what tells who they are."""
    return [Person(draft, keys_of(draft)) for draft in people]


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
        self, people: Iterable[Person], matches: Mapping[Key, Collection[int]], cards: "Mapping[int, Standing]"
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
        self, people: Iterable[Person], matches: Mapping[Key, Collection[int]], cards: "Mapping[int, Standing]"
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
    person: Person, matches: Mapping[Key, Collection[int]], cards: "Mapping[int, Standing]", shared: Collection[Key]
) -> int | None:
    """The contact the strongest key finds; whoever another key finds is a likely double, which /merge proposes.

    One person's email in the file is theirs whatever they are called; a phone, and an email that several people of the
    file have, is theirs whose name fits.
    """
    if not matches:
        return None
    name = person.draft.name
    for key in person.keys:
        if key in shared and person.draft.added_on is not None:
            continue  # the user keeps both apart: only the name tells which
        for contact_id in sorted(matches.get(key, ())):
            card = cards.get(contact_id)
            sure = key[0] == "email" and key not in shared
            if card is not None and (sure or is_one(key, name, card.contact.name)):
                return contact_id
    namesakes = [card for each in sorted(matches.get(name_key(name), ())) if (card := cards.get(each))]
    known = [card for card in namesakes if _is_known_by_name(card, person)]
    return min(known, key=lambda card: difference(card, person.draft)).contact.id if known else None


def name_key(name: str) -> Key:
    """What finds contacts of the very same name."""
    return "name", fold(name)


def _is_known_by_name(card: "Standing", person: Person) -> bool:
    """A name alone joins nobody, but to whom a file brought by that name alone before, and to whom our own export
    was made of: or else the same file twice would bring them twice. With the same phone it is the same person."""
    if person.keys:
        there = {point_key(point.kind, point.value) for point in card.points}
        return any(key in there for key in person.keys)
    if person.draft.added_on is not None:
        return person.draft.added_on == card.contact.added_on
    return card.contact.source == "import" and _agree(card, person.draft)


def _agree(card: "Standing", draft: Draft) -> bool:
    """Whether what files said of the contact is what this one says: else it is a namesake."""
    said = card.contact.imported or {}
    bare = not any(point_key(point.kind, point.value) for point in card.points)
    return bare and all(said.get(name) in (None, value) for name in ("company", "role", "city", "birthday")
                        if (value := getattr(draft, name)) is not None)  # fmt: skip
