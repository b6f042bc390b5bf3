"""What makes two rows of files one person: the keys they share, and how both become one."""

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from rapidfuzz import fuzz

from bot.rules.drafts import Draft, History
from bot.rules.links import normalise_linkedin
from bot.rules.name_likeness import compare_names
from bot.rules.names import fold

if TYPE_CHECKING:
    from storage import Card, Compared

#: The kind of a way to reach somebody, and its value as it is compared.
Key = tuple[str, str]

#: The facts of a contact that a file may bring.
FACTS = (
    "cadence_days", "company", "role", "met", "met_on", "city", "birthday", "language", "needs", "offers",
)  # fmt: skip
#: Telephones, emails, notes and so on of one person.
MOST_OF_EACH = 200
#: Of 100: how much alike two first names of one person are; "Kate" and "Katherine" share their beginning instead.
ALIKE = 75
_MERGED = tuple(field.name for field in fields(Draft) if field.name not in ("name", "history"))


def keys_of(draft: Draft) -> tuple[Key, ...]:
    """What tells that a row is this person, the surest first. Several people may share a phone."""
    keys = [key for link in draft.links if (key := point_key("link", link))]
    if draft.telegram_id:
        keys.append(("telegram_id", draft.telegram_id))
    keys += [("email", email.lower()) for email in draft.emails]
    if draft.telegram:
        keys.append(("telegram", draft.telegram.lower()))
    keys += [("phone", phone) for phone in draft.phones if phone.startswith("+")]
    return tuple(keys)


def point_key(kind: str, value: str) -> Key | None:
    """The key that a way to reach somebody is; None where it tells of nobody, as most links do."""
    if kind == "link":
        profile = normalise_linkedin(value)
        return ("link", profile) if profile else None
    if kind == "phone":
        return (kind, value) if value.startswith("+") else None
    return kind, value.lower()


def points_of(draft: Draft) -> tuple[tuple[str, str], ...]:
    """The ways to reach somebody, as they are kept."""
    points = [("phone", each) for each in draft.phones] + [("email", each) for each in draft.emails]
    points += [point_key("link", each) or ("link", each) for each in draft.links]
    if draft.telegram:
        points.append(("telegram", draft.telegram.lower()))
    if draft.telegram_id:
        points.append(("telegram_id", draft.telegram_id))
    return tuple(dict.fromkeys(points))


def is_one(key: Key, first: str, second: str) -> bool:
    """Whether two people who share a key are one. A profile or an account is one person's; a landline is a household's,
    with one last name, or a firm's, and a mailbox an office's: there the names say."""
    if key[0] not in ("phone", "email"):
        return True
    ones, others = fold(first).split(), fold(second).split()
    if not ones or not others:
        return True
    if key[0] == "email":
        return _alike_first_names(ones, others) or not set(ones).isdisjoint(others)
    if len(ones) == 1 or len(others) == 1:
        return _alike_first_names(ones, others)
    return compare_names(first, second).score > 0 or len({*ones} & {*others}) > 1


def _alike_first_names(ones: list[str], others: list[str]) -> bool:
    """The first names are alike, or one begins the other, or is among the other's."""
    one, other = ones[0].strip("."), others[0].strip(".")
    if one in others or other in ones or one.startswith(other) or other.startswith(one):
        return True
    return fuzz.ratio(one, other) >= ALIKE


def join(first: Draft, second: Draft) -> Draft:
    """Two rows as one person: the first one's facts, and of the second what the first doesn't say."""
    values: dict[str, Any] = {}
    for name in _MERGED:
        one, other = getattr(first, name), getattr(second, name)
        if isinstance(one, tuple):
            full = one == other or len(one) >= MOST_OF_EACH
            values[name] = one if full else tuple(dict.fromkeys((*one, *other)))[:MOST_OF_EACH]
        else:
            values[name] = other if one is None else one
    return replace(first, **values, history=_join_history(first.history, second.history))


def _join_history(first: History | None, second: History | None) -> History | None:
    if first is None or second is None:
        return first or second
    return History(
        tuple(dict.fromkeys(first.notes + second.notes)),
        tuple(dict.fromkeys(first.touches + second.touches)),
        tuple(dict.fromkeys(first.promises + second.promises)),
        tuple(dict.fromkeys(first.dates + second.dates)),
        first.from_files or second.from_files,
    )


def difference(card: "Card | Compared", draft: Draft) -> int:
    """How much tells them apart: of namesakes added on one day, which our own export may hold, the likest is meant."""
    history = draft.history or History()
    facts = [name for name in FACTS if getattr(draft, name) != getattr(card.contact, name)]
    notes = {*draft.notes, *(text for _, text in history.notes)} ^ {note.text for note in card.notes}
    there = {(touch.touched_on, touch.channel, touch.note) for touch in card.touches}
    touches = {(touch[0], touch[1], touch[2]) for touch in history.touches} ^ there
    return len(facts) + len(notes) + (len(touches) if draft.history else 0)
