"""Which words to suggest to a contact: out of all that a language's lines could be put together to, the one that suits.

An opener is a greeting, and then one whole line, or an opening and a closing. What fits is said by `bot.rules.opener_facts`;
what suits best by the moment, by what is offered, and by how much the facts in it tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from bot.rules.lexicon import Lexicon, Line, Moment, Offer
from bot.rules.opener_facts import OpenerFacts
from bot.rules.sentences import greeted

#: The longest opener, in characters: it still fits where buttons carry it (a copy button takes 256, a link more).
LONGEST = 300
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
#: Where two contacts in a row were written to alike in a moment, an offer or the first words, others come first.
_ALIKE_WEIGHT = 2


@dataclass(frozen=True, slots=True)
class Composition:
    """One whole line, or an opening and a closing."""

    lines: tuple[Line, ...]

    @property
    def key(self) -> str:
        return JOINT.join([line.key for line in self.lines])

    @property
    def moment(self) -> Moment | None:
        return self.lines[0].moment

    @property
    def offer(self) -> Offer | None:
        return self.lines[-1].offer

    @property
    def slots(self) -> frozenset[str]:
        return self.lines[0].needs.union(*[line.needs for line in self.lines[1:]]) - _NAMES

    @property
    def shape(self) -> tuple[Moment | None, Offer | None, int, str]:
        """What makes two openers look alike: moment, offer, one line or two, and the first words."""
        first_words = " ".join(self.lines[0].template[:40].casefold().split()[:2])
        return self.moment, self.offer, len(self.lines), first_words

    @property
    def side(self) -> str:
        """What it is mostly about: its most telling fact, or its offer, or its moment."""
        if slots := self.slots:
            return max(slots, key=lambda slot: (_told_by(slot), slot))
        return str(self.moment if self.offer == "interest" else self.offer)


@dataclass(frozen=True, slots=True)
class Opener:
    """Plain text, and the key it is remembered by: of the line, or "opening+closing"."""

    text: str
    key: str


def choose(
    facts: OpenerFacts,
    lexicon: Lexicon,
    *,
    used: Sequence[str] = (),
    recent: Sequence[Composition] = (),
    seed: int,
    moment: Moment | None = None,
    offer: Offer | None = None,
) -> Opener:
    """The opener that suits best: the best moment and the most telling facts first, ties by `seed`.

    `used` are the keys shown to this contact within a year, oldest first: no line of them comes again while another fits,
    and then what was shown longest ago. Each further choice turns to another side of what is known before it comes back
    to one. `recent` is what other contacts were shown lately: the same line or shape is avoided where there is a choice.
    `moment` and `offer` narrow the choice, as far as anything fits them. Raises ValueError where the lexicon has nothing
    that fits, not even plain words.
    """
    fitting = list(compositions(facts, lexicon))
    fitting = _narrowed(fitting, lambda each: offer is None or each.offer == offer)
    fitting = _narrowed(fitting, lambda each: moment is None or each.moment == moment)
    for each in _in_order(fitting, _place(fitting, facts, used, recent), seed):
        if len(text := _text(each, facts, lexicon, seed)) <= LONGEST:
            return Opener(text, each.key)
    raise ValueError("no line fits: a lexicon has plain lines for every tone")


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


def _narrowed(fitting: list[Composition], wanted: Callable[[Composition], bool]) -> list[Composition]:
    return [each for each in fitting if wanted(each)] or fitting


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


def _in_order(
    fitting: Sequence[Composition], place: Callable[[Composition], tuple[int, ...]], seed: int
) -> Iterator[Composition]:
    """The best first; what is equally good, by lot."""
    places: dict[tuple[int, ...], list[Composition]] = {}
    for each in fitting:
        places.setdefault(place(each), []).append(each)
    for best in sorted(places):
        yield from sorted(places[best], key=lambda each: _lot(each.key, seed))


def _place(
    fitting: Sequence[Composition], facts: OpenerFacts, used: Sequence[str], recent: Sequence[Composition]
) -> Callable[[Composition], tuple[int, ...]]:
    """The order of choice: what was not said before, today's reason, unlike the others', a new side, what tells most."""
    shown, order = lines_used(used), {key: place for place, key in enumerate(used, 1)}
    sides = Counter(each.side for each in fitting if each.key in order) if used else Counter()
    shapes, lines = {each.shape for each in recent}, {line.key for each in recent for line in each.lines}

    def place(each: Composition) -> tuple[int, ...]:
        return (
            order.get(each.key, 0) if used else 0,
            sum([line.key in shown for line in each.lines]) if used else 0,
            each.moment not in facts.leading,
            bool(recent) and (each.shape in shapes or any(line.key in lines for line in each.lines)),
            sides[each.side] if sides else 0,
            _likeness(each, recent) * _ALIKE_WEIGHT - _weight(each, facts),
        )

    return place


def _likeness(each: Composition, recent: Sequence[Composition]) -> int:
    """In how many ways it looks like what others were shown."""
    if not recent:
        return 0
    shape = each.shape
    return sum([mine == theirs for other in recent for mine, theirs in zip(shape, other.shape, strict=True)])


def _weight(each: Composition, facts: OpenerFacts) -> int:
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


def _lot(key: str, seed: int) -> int:
    return int.from_bytes(blake2b(f"{seed}:{key}".encode(), digest_size=8).digest())


def _text(each: Composition, facts: OpenerFacts, lexicon: Lexicon, seed: int) -> str:
    return greeted(each.lines, facts.values, tone=facts.tone, channel=facts.channel, lexicon=lexicon, seed=seed)
