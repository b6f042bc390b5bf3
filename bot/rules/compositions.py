"""What can be said to a contact: every whole line, and every opening with every closing, that fits what is known.

How much each tells is what it is weighed by; `bot.rules.openers` chooses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from bot.rules.lexicon import Lexicon, Line, Moment, Offer
from bot.rules.opener_facts import OpenerFacts

#: Between the keys of an opening and a closing in the key of what they make.
JOINT = "+"
#: What makes the user give first comes before small talk.
_OFFER_WEIGHT: dict[Offer, int] = {"need": 12, "intro": 10, "congrats": 6, "ask": 3, "share": 0, "interest": 0}
_FACT_WEIGHT = {
    "match": 14, "need": 12, "event": 8, "employer": 6, "place": 6, "other": 6, "topic": 6, "company": 5, "met": 5,
    "met_at": 5, "event_day": 4, "role": 4, "field": 4, "city": 3,
}  # fmt: skip
#: A day to celebrate: nothing is asked for or held out then.
_FESTIVE: frozenset[Moment] = frozenset(
    (
        "birthday_today", "birthday_soon", "birthday_past", "anniversary", "name_day",
        "kin", "kin_birthday_today", "kin_birthday_soon", "kin_birthday_past",
    )
)  # fmt: skip
_GLAD: frozenset[Moment] = frozenset(("work_anniversary", "job_ahead", "job_open"))
#: Nothing is asked of somebody who is owed something, for a promise kept is no favour to call in; nor of who has their
#: hands full, or as the first word after a long silence.
_NO_TIME_TO_ASK: frozenset[Moment] = frozenset(
    (
        "promise_due", "promise_kept", "introduced", "lately", "dormant", "still", "never", "job_ahead", "move_ahead",
        "move_open", "event_ahead", "event_past", "back_ahead", "back_past",
    )
)  # fmt: skip
#: What an opening speaks of → what the closing doesn't go on to: each would be a subject of its own.
_LEADS_AWAY: dict[str, frozenset[str]] = {
    "topic": frozenset({"field", "company", "city", "need", "match"}),
    "field": frozenset({"topic", "company", "city", "need", "match"}),
    "city": frozenset({"topic", "company", "field"}),
    "company": frozenset({"topic", "city"}),
}
_NOWHERE: frozenset[str] = frozenset()
#: What is so much on their mind that an offer of something else would read as not having listened.
_ABSORBING = (
    "event", "promise", "introduced", "topic", "back_ahead", "job_ahead", "job_open", "move_ahead", "move_open",
    "work_anniversary",
)  # fmt: skip
#: An introduction to nobody in particular is no more than a polite question.
_NEEDED: frozenset[str] = frozenset({"need", "match"})
_ANYBODY_WEIGHT = -4
#: What they have to tell, or wait for: to that a line of its own answers better than an offer of something else.
_OCCASIONS = (
    "birthday", "anniversary", "work_anniversary", "name_day", "event", "back", "promise", "introduced", "job", "move",
    "topic", "kin",
)  # fmt: skip
_TO_THE_POINT_WEIGHT = 30
#: They say nothing for a line.
_NAMES = frozenset({"first", "name"})


#: Moment, offer, how many lines, and the first words.
Shape = tuple[Moment | None, Offer | None, int, str]


@dataclass(frozen=True)
class Composition:
    """One whole line, or an opening and a closing. What follows from its lines is worked out once."""

    lines: tuple[Line, ...]

    @cached_property
    def key(self) -> str:
        return JOINT.join([line.key for line in self.lines])

    @cached_property
    def line_keys(self) -> tuple[str, ...]:
        return tuple(line.key for line in self.lines)

    @cached_property
    def moment(self) -> Moment | None:
        return self.lines[0].moment

    @cached_property
    def offer(self) -> Offer | None:
        return self.lines[-1].offer

    @cached_property
    def slots(self) -> frozenset[str]:
        return self.lines[0].needs.union(*[line.needs for line in self.lines[1:]]) - _NAMES

    @cached_property
    def shape(self) -> Shape:
        """What makes two openers look alike."""
        first_words = " ".join(self.lines[0].template[:40].casefold().split()[:2])
        return self.moment, self.offer, len(self.lines), first_words

    @cached_property
    def side(self) -> str:
        """What it is mostly about: its most telling fact, or its offer, or its moment."""
        if slots := self.slots:
            return max(slots, key=lambda slot: (_told_by(slot), slot))
        return str(self.moment if self.offer == "interest" else self.offer)


def compositions(facts: OpenerFacts, lexicon: Lexicon) -> Iterator[Composition]:
    """All that can be said; a fact comes only once in it, and what a whole line says isn't put together once more."""
    for line in lexicon.wholes:
        if _fits(line, facts) and (line.offer != "ask" or facts.may_ask) and not _spoils(line, line, facts):
            yield Composition((line,))
    closings = [line for line in lexicon.closings if _fits(line, facts)]
    said = {line.template.casefold() for line in lexicon.wholes}
    for opening in lexicon.openings:
        if opening.moment == "gentle" or not _fits(opening, facts):
            continue
        for closing in closings:
            twice = opening.needs & closing.needs or f"{opening.template} {closing.template}".casefold() in said
            if not twice and _closes(closing, opening, facts):
                yield Composition((opening, closing))


def lines_used(keys: Collection[str]) -> frozenset[str]:
    """The keys of the single lines in what was shown."""
    return frozenset(line for key in keys for line in key.split(JOINT))


def _fits(line: Line, facts: OpenerFacts) -> bool:
    said = line.moment is None or line.moment in facts.moments
    return said and facts.tone in line.tones and line.needs <= facts.values.keys()


def _closes(closing: Line, opening: Line, facts: OpenerFacts) -> bool:
    """Whether the offer is one to make at that moment."""
    moment, offer = opening.moment, closing.offer
    if _spoils(opening, closing, facts) or any(
        _LEADS_AWAY.get(slot, _NOWHERE) & closing.needs for slot in opening.needs
    ):
        return False
    if (moment or "").startswith(_ABSORBING) and (closing.needs or offer in ("need", "intro")):
        return False
    if offer == "congrats":
        return moment in _GLAD
    if moment in _FESTIVE:
        return not closing.needs and (offer == "interest" or (offer == "share" and moment == "kin"))
    return offer != "ask" or (facts.may_ask and moment not in _NO_TIME_TO_ASK)


def _spoils(opening: Line, closing: Line, facts: OpenerFacts) -> bool:
    """At a feast nobody is offered a hand with something, as little as they are asked for one."""
    return facts.feast and (opening.moment or "").startswith("event") and closing.offer != "interest"


def weight_of(each: Composition, facts: OpenerFacts) -> int:
    moment = facts.moments.get(each.moment, 0) if each.moment else 0
    offer = _OFFER_WEIGHT.get(each.offer, 0) if each.offer else 0
    if each.offer == "intro" and not each.slots & _NEEDED:
        offer = _ANYBODY_WEIGHT
    if len(each.lines) == 1 and (each.moment or "").startswith(_OCCASIONS):
        offer += _TO_THE_POINT_WEIGHT
    if each.moment in _FESTIVE:  # where they work says nothing about their birthday
        return moment + offer
    return moment + offer + sum(sorted((_told_by(slot) for slot in each.slots), reverse=True)[:2])


def _told_by(slot: str) -> int:
    """An event in another case is still the event."""
    return _FACT_WEIGHT.get(slot, _FACT_WEIGHT["event"] if slot.startswith("event_") else 1)
