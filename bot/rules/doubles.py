"""Whether two contacts are one person, which of them stays, and what it takes over from the other."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from bot.rules.likenesses import FACTS
from bot.rules.name_likeness import NameReason, compare_names, first_names_differ
from bot.rules.names import fold
from bot.rules.search_words import telling, words_in

if TYPE_CHECKING:
    from storage import Card

Reason = NameReason | Literal["link", "telegram", "email", "phone", "company", "birthday", "city"]

#: How far each way to reach somebody that both have speaks for one person: a profile is one person's, a mailbox may be a
#: couple's or an office's, a phone a whole family's.
_SHARED: Final[dict[str, float]] = {"link": 0.9, "telegram": 0.9, "telegram_id": 0.95, "email": 0.6, "phone": 0.5}
_REASONS: Final[dict[str, Reason]] = {
    "link": "link", "telegram": "telegram", "telegram_id": "telegram", "email": "email", "phone": "phone",
}  # fmt: skip
#: The same where the first names go together: somebody who married, or is filed by the first name alone.
_WITH_FIRST_NAME: Final = 0.85
_SAME: Final[dict[Reason, float]] = {"birthday": 0.5, "company": 0.3, "city": 0.1}
#: What is left of the likeness where the two say different things of what one person has but one of.
_OTHER_BIRTHDAY, _OTHER_PROFILE, _OTHER_WORK = 0.2, 0.25, 0.75
_PROFILE = "https://www.linkedin.com/in/"
#: What is kept in words where both say something, and not the same.
_TOLD: Final = ("name", "company", "role", "met", "city", "birthday", "language", "needs", "offers")
_STATUSES: Final = {"active": 2, "archived": 1, "inbox": 0}


@dataclass(frozen=True, slots=True)
class Likeness:
    """`score` is 0 to 1: from 0.5 on worth asking about. `reasons` are what speaks for it, the names first."""

    score: float
    reasons: tuple[Reason, ...]


def likeness(first: "Card", second: "Card") -> Likeness:
    """How likely two contacts are one person; the same either way round."""
    name = compare_names(first.contact.name, second.contact.name)
    reasons: list[Reason] = [name.reason] if name.reason else []
    apart = 1 - name.score
    together = name.score > 0 or not first_names_differ(first.contact.name, second.contact.name)
    for kind in _shared_points(first, second):
        apart *= 1 - max(_SHARED[kind], _WITH_FIRST_NAME if together else 0)
        reasons.append(_REASONS[kind])
    for fact in _shared_facts(first, second):
        apart *= 1 - _SAME[fact] if reasons else 1
        reasons.append(fact)
    return Likeness(round((1 - apart) * _doubt(first, second), 3), tuple(dict.fromkeys(reasons)))


def _shared_points(first: "Card", second: "Card") -> list[str]:
    """The kinds of the ways to reach them that both have, the surest first."""
    both = _points(first) & _points(second)
    return [kind for kind in _SHARED if any(each[0] == kind for each in both)]


def _points(card: "Card") -> set[tuple[str, str]]:
    return {(point.kind, point.value.lower()) for point in card.points}


def _shared_facts(first: "Card", second: "Card") -> list[Reason]:
    one, other = first.contact, second.contact
    found: list[Reason] = []
    if one.birthday and other.birthday and _agree(one.birthday, other.birthday):
        found.append("birthday")
    if _firm(one.company) & _firm(other.company):
        found.append("company")
    if one.city and other.city and fold(one.city) == fold(other.city):
        found.append("city")
    return found


def _firm(company: str | None) -> set[str]:
    return {" ".join(telling(words_in(company), firm=True))} if company else set()


def _agree(one: str, other: str) -> bool:
    """Whether two birthdays may be one: the same day, and the same year where both tell it."""
    return one[-5:] == other[-5:] and (one[:4] == other[:4] or one.startswith("--") or other.startswith("--"))


def _doubt(first: "Card", second: "Card") -> float:
    """What is left of the likeness where they contradict each other; 1 where they don't."""
    one, other = first.contact, second.contact
    left = 1.0
    if one.birthday and other.birthday and not _agree(one.birthday, other.birthday):
        left *= _OTHER_BIRTHDAY
    if _apart(_profiles(first), _profiles(second)) or _apart(_of(first, "telegram_id"), _of(second, "telegram_id")):
        left *= _OTHER_PROFILE
    if _apart(_of(first, "email"), _of(second, "email")) and _apart(_firm(one.company), _firm(other.company)):
        left *= _OTHER_WORK
    return left


def _apart(one: set[str], other: set[str]) -> bool:
    """Whether both have some, and none in common."""
    return bool(one and other and not one & other)


def _of(card: "Card", kind: str) -> set[str]:
    return {value for each, value in _points(card) if each == kind}


def _profiles(card: "Card") -> set[str]:
    return {link for link in _of(card, "link") if link.startswith(_PROFILE)}


def keep_first(first: "Card", second: "Card") -> bool:
    """Whether the first stays: who is active, or else was archived by hand; who has more history; who is older here."""
    return _standing(first) >= _standing(second)


def _standing(card: "Card") -> tuple[int, int, int, int]:
    contact = card.contact
    history = len(card.notes) + len(card.touches) + len(card.promises)
    return _STATUSES.get(contact.status, 0), history, -contact.added_on.toordinal(), -(contact.id or 0)


#: What the user wished for somebody, besides the facts.
_WISHES = ("turn_on", "headsup_days", "voice")


def merged_values(keep: "Card", drop: "Card") -> dict[str, object]:
    """Columns to write to the one that stays: what only the other has. Nothing that is there is written over, but that
    a birthday gets its year."""
    one, other = keep.contact, drop.contact
    values = {
        name: getattr(other, name)
        for name in (*FACTS, *_WISHES)
        if _empty(getattr(one, name)) and not _empty(getattr(other, name))
    }
    if one.birthday and other.birthday and one.birthday.startswith("--") and _agree(one.birthday, other.birthday):
        values["birthday"] = other.birthday
    return {name: value for name, value in values.items() if value != getattr(one, name)}


def _empty(value: object) -> bool:
    return value is None or value == ""


def merged_note(keep: "Card", drop: "Card") -> dict[str, str]:
    """Field → what the other says of it, where the one that stays says something else: to be kept in words. {} where
    nothing would be lost."""
    one, other = keep.contact, drop.contact
    told = {name: (getattr(one, name), getattr(other, name)) for name in _TOLD}
    lost = {name: str(theirs) for name, (mine, theirs) in told.items() if mine and theirs and not _same(mine, theirs)}
    if "birthday" in lost and _agree(str(one.birthday), str(other.birthday)):
        del lost["birthday"]
    return lost


def _same(one: object, other: object) -> bool:
    return fold(str(one)).strip(" .") == fold(str(other)).strip(" .")
