"""Which words to suggest to a contact: out of all that a language's lines could be put together to, the one that suits.

An opener is a greeting, and then one whole line, or an opening and a closing. What fits is said by `bot.rules.opener_facts`;
what suits best by the moment, by what is offered, and by how much the facts in it tell.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from bot.rules.compositions import JOINT, Composition, Shape, compositions, lines_used, weight_of
from bot.rules.lexicon import Lexicon, Moment, Offer
from bot.rules.opener_facts import OpenerFacts
from bot.rules.sentences import greeted

__all__ = ["JOINT", "LONGEST", "Composition", "Opener", "choose", "compositions", "in_order_of_choice", "lines_used"]

#: The longest opener, in characters: it still fits where buttons carry it (a copy button takes 256, a link more).
LONGEST = 300
#: Where two contacts in a row were written to alike in a moment, an offer or the first words, others come first.
_ALIKE_WEIGHT = 2


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
    suiting = _suiting(facts, lexicon)
    if offer is None and moment is None:
        best = suiting.best(used, recent)
        for each in sorted(best, key=lambda one: _lot(one.key, seed)):
            if len(text := _text(each, facts, lexicon, seed)) <= LONGEST:
                return Opener(text, each.key)
    fitting = _narrowed(suiting.all, lambda each: offer is None or each.offer == offer)
    fitting = _narrowed(fitting, lambda each: moment is None or each.moment == moment)
    for each in in_order_of_choice(fitting, facts, used, recent, seed):
        if len(text := _text(each, facts, lexicon, seed)) <= LONGEST:
            return Opener(text, each.key)
    raise ValueError("no line fits: a lexicon has plain lines for every tone")


def in_order_of_choice(
    fitting: Sequence[Composition],
    facts: OpenerFacts,
    used: Sequence[str],
    recent: Sequence[Composition],
    seed: int,
) -> Iterator[Composition]:
    """All of these, the one that suits best first."""
    return _in_order(fitting, _place(fitting, facts, used, recent), seed)


class _Suiting:
    """All that can be said of such facts, whatever their words are, and what tells most first: worked out once for the many
    contacts of whom the same kinds of facts are known."""

    def __init__(self, facts: OpenerFacts, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.all = list(compositions(facts, lexicon))
        self._by_key = {each.key: each for each in self.all}
        alike: dict[_Alike, list[Composition]] = {}
        for each in self.all:
            alike.setdefault((weight_of(each, facts), each.shape, each.side), []).append(each)
        weighed = sorted(alike.items(), key=lambda group: -group[0][0])
        self._leading = [group for group in weighed if group[0][1][0] in facts.leading]
        self._others = [group for group in weighed if group[0][1][0] not in facts.leading]

    def best(self, used: Sequence[str], recent: Sequence[Composition]) -> list[Composition]:
        """Those of the first place (`_place`) among what has no line that was shown; none where all have."""
        shown = lines_used(used)
        sides = Counter(each.side for key in set(used) if (each := self._by_key.get(key)) is not None)
        return _first_of(self._leading, shown, sides, recent) or _first_of(self._others, shown, sides, recent)


#: What gives compositions the same place, but for the lines themselves: weight, shape, side.
_Alike = tuple[int, Shape, str]


def _first_of(
    groups: Sequence[tuple[_Alike, list[Composition]]],
    shown: frozenset[str],
    sides: Mapping[str, int],
    recent: Sequence[Composition],
) -> list[Composition]:
    """The first of what comes the weightiest first: unlike the others', of a new side, telling most. It looks no further
    than where even something unlike all would tell less."""
    shapes, lines = [each.shape for each in recent], {key for each in recent for key in each.line_keys}
    least: tuple[bool, int, int] | None = None
    found: list[Composition] = []
    for (weight, shape, name), group in groups:
        if least is not None and (False, 0, -weight) > least:
            break
        side, cost = sides[name], _likeness(shape, shapes) * _ALIKE_WEIGHT - weight
        if least is not None and (shape in shapes, side, cost) > least:
            continue
        for each in group:
            if shown.isdisjoint(each.line_keys):
                place = shape in shapes or not lines.isdisjoint(each.line_keys), side, cost
                if least is None or place < least:
                    least, found = place, [each]
                elif place == least:
                    found.append(each)
    return found


#: By lexicon and kinds of facts, the newest used last.
_known: OrderedDict[tuple[Any, ...], _Suiting] = OrderedDict()
_MOST_KNOWN = 256


def _suiting(facts: OpenerFacts, lexicon: Lexicon) -> _Suiting:
    moments, values = frozenset(facts.moments.items()), frozenset(facts.values)
    key = (id(lexicon), facts.tone, moments, values, facts.may_ask, facts.leading, facts.feast)
    found = _known.pop(key, None)
    if found is None or found.lexicon is not lexicon:
        found = _Suiting(facts, lexicon)
    _known[key] = found
    if len(_known) > _MOST_KNOWN:
        _known.popitem(last=False)
    return found


def _narrowed(fitting: list[Composition], wanted: Callable[[Composition], bool]) -> list[Composition]:
    return [each for each in fitting if wanted(each)] or fitting


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
    shapes, lines = [each.shape for each in recent], {key for each in recent for key in each.line_keys}

    def place(each: Composition) -> tuple[int, ...]:
        return (
            order.get(each.key, 0) if used else 0,
            sum([line.key in shown for line in each.lines]) if used else 0,
            each.moment not in facts.leading,
            bool(recent) and (each.shape in shapes or any(line.key in lines for line in each.lines)),
            sides[each.side] if sides else 0,
            _likeness(each.shape, shapes) * _ALIKE_WEIGHT - weight_of(each, facts),
        )

    return place


def _likeness(shape: Shape, shapes: Iterable[Shape]) -> int:
    """In how many ways it looks like what others were shown."""
    moment, offer, many, words = shape
    alike = 0
    for its_moment, its_offer, its_many, its_words in shapes:  # spelt out, for it is asked of hundreds
        alike += (moment == its_moment) + (offer == its_offer) + (many == its_many) + (words == its_words)
    return alike


def _lot(key: str, seed: int) -> int:
    return int.from_bytes(blake2b(f"{seed}:{key}".encode(), digest_size=8).digest())


def _text(each: Composition, facts: OpenerFacts, lexicon: Lexicon, seed: int) -> str:
    return greeted(each.lines, facts.values, tone=facts.tone, channel=facts.channel, lexicon=lexicon, seed=seed)
