"""One line of a message, read as people and the facts behind them; where a piece may be either, both ways."""

import re
from dataclasses import dataclass, replace
from datetime import date

from bot.rules.drafts import Draft
from bot.rules.facts import gather, merge, read_fact, read_piece, with_changes
from bot.rules.heads import Named, is_joined, is_kin, read_names
from bot.rules.meetings import read_met
from bot.rules.name_shapes import is_talk
from bot.rules.names import clean_name
from bot.rules.pieces import Line, Piece
from bot.rules.places import is_known_city
from bot.rules.points import MARKER, says_only_label, without_markers
from bot.rules.works import is_acronymic, is_role, is_surname

_EMPTY = Draft(name="")
#: Facts that hold for everybody listed before them: "Ana, Ben and Grace, met at PyCon, monthly".
_SHARED = ("cadence_days", "met", "met_on", "touched_on", "channel", "tags")
#: How a note begins that is true of everybody just named: "old neighbours", "from uni", "both like tea".
_OF_SEVERAL = re.compile(
    r"(?:from|both|all|they|we|our)\b|(?:(?:my|old|good|best|close|dear|former|ex|new|school|family|childhood) )*"
    r"(?:friends|colleagues|coworkers|neighbou?rs|classmates|teammates|roommates|flatmates|cousins|siblings|clients|"
    r"in-laws|parents|grandparents|twins|brothers|sisters)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LineReading:
    """The people of a line, and the other reading of it (() when there is none).

    `facts` counts what was recognised beyond doubt; `full` the names of several words. `talk` says that the line speaks
    to somebody rather than of them; `late` that something stands before the first name; `thin` that its only name is
    three words without capitals.
    """

    drafts: tuple[Draft, ...]
    alternative: tuple[Draft, ...]
    facts: int
    full: int
    talk: bool = False
    late: bool = False
    thin: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    """A piece as judged: the people it names (hard = beyond doubt), or none, and then it is known or not."""

    piece: Piece
    people: list[Named]
    hard: bool = False
    known: bool = False
    #: Stands right behind a name in brackets, behind a dash or a tab: who they are with, if nothing else is known.
    apposed: bool = False
    #: More likely where they work or live than a person: a great city, a name right behind a job, or with an acronym.
    place: bool = False


def read_people_line(line: Line, today: date, *, named: bool) -> LineReading:
    """The line as people. `named` says that the user called what follows names ("add …")."""
    steps, stray = _judge(line, today, named)
    if not steps:
        return LineReading((), (), 0, 0)
    told = [read_piece(piece.text, line.points, today) is not None for piece in stray]
    if not all(told) and steps[0].people[0].shape == "lower":
        # Behind something unread, words without capitals are more likely part of what it says than a name.
        return LineReading((), (), 0, 0)
    inline = sum(person.fact != _EMPTY for step in steps for person in step.people)
    facts = sum(told) + sum(step.known for step in steps) + inline
    soft = [step for step in steps if step.people and not step.hard]
    people, fork = _choose(steps[0].people[-1], soft, facts)
    drafts = _assemble(steps, people, stray, line, today)
    other = _other(steps, people, soft, stray, line, today) if fork else ()
    shapes = [person.shape for step in steps for person in step.people if step.hard or step in people]
    talk = any(is_talk(step.piece.text) for step in steps if not step.people and not step.known)
    thin = shapes == ["lower"] and len(drafts[0].name.split()) > 2
    return LineReading(
        drafts, other, facts, shapes.count("full"), not all(told) or (talk and "full" not in shapes), bool(stray), thin
    )


def _judge(line: Line, today: date, named: bool) -> tuple[list[_Step], list[Piece]]:
    """The steps of the line from the first piece that names somebody, and the pieces before it."""
    stray: list[Piece] = []
    steps: list[_Step] = []
    for piece in line.pieces:
        rest = without_markers(piece.text)
        people = [] if says_only_label(rest) else read_names(rest, today, named=named and not steps)
        if people and (steps or not is_kin(rest)) and _is_fact(rest, people, today, named and not steps):
            people = []
        if steps:
            steps.append(_judge_later(piece, rest, people, steps, line, today))
        elif people:
            steps.append(_Step(piece, people, hard=True, known=MARKER.search(piece.text) is not None))
        else:
            stray.append(piece)
    return _harden(steps), stray


def _is_fact(rest: str, people: list[Named], today: date, named: bool) -> bool:
    """Whether what reads as these people is a fact: "CEO", "Product Manager at Acme", but neither "met Joe" nor
    "Grace Baker", nor "Ana Ruiz CEO of Acme"."""
    fact = read_fact(rest, today)
    if fact is None or fact.met or is_surname(rest):
        return False
    return not fact.role or (is_role(people[0].name) and not named)


def _judge_later(piece: Piece, rest: str, people: list[Named], steps: list[_Step], line: Line, today: date) -> _Step:
    if not people:
        return _Step(piece, [], known=read_piece(piece.text, line.points, today) is not None)
    if piece.before in {"(", "-", "\t", ":", "|"}:
        apposed = people[:1] if steps[-1].people or is_role(steps[-1].piece.text) else []
        return _Step(piece, apposed, known=bool(apposed) and people[0].shape != "lower", apposed=True)
    lower = any(person.shape == "lower" for person in people)
    if piece.before == "." or (lower and steps[0].people[-1].shape != "lower"):
        return _Step(piece, [])
    listed = piece.before == ";" and any(each.before == "," for each in line.pieces) and not is_known_city(rest)
    sure = is_joined(rest) or listed or MARKER.search(piece.text) is not None
    placed = not steps[-1].people and is_role(steps[-1].piece.text)
    return _Step(
        piece, people, hard=sure or any(person.fact != _EMPTY for person in people),
        place=is_known_city(rest) or placed or is_acronymic(rest),
    )  # fmt: skip


def _harden(steps: list[_Step]) -> list[_Step]:
    """A name before a sure name in the same list is sure: "Ana, Ben and Grace"."""
    # What a semicolon parts off is sure by itself, and says nothing of the list before it.
    last = max((i for i, step in enumerate(steps) if step.hard and step.piece.before != ";"), default=0)
    plain = [i for i, step in enumerate(steps) if i < last and not step.people]
    return [
        replace(step, hard=True) if i < last and step.people and not step.apposed and not plain else step
        for i, step in enumerate(steps)
    ]


def _choose(head: Named, soft: list[_Step], facts: int) -> tuple[list[_Step], bool]:
    """Which of the doubtful pieces are people in the first reading, and whether the other reading is worth asking for.

    Behind a full name a single capitalised word is more likely a firm than a person, and a great city is a city; a list
    of full names is a list of people. Names without capitals go by their likeness: as many words as the first.
    """
    doubtful = [step for step in soft if not step.apposed]
    shapes = [step.people[0].shape for step in doubtful]
    others = [step for step in doubtful if not step.place]
    if not others:
        return [], bool(doubtful)
    if head.shape == "single":
        return doubtful, len(doubtful) == 1 and shapes == ["single"]
    if head.shape == "lower":
        words = len(head.name.split())
        alike = all(len(step.people[0].name.split()) == words for step in doubtful)
        return (doubtful if alike and not facts else []), words > 1 or facts > 0
    lone = [step.people[0].shape for step in others] == ["single"]
    chosen = [] if lone else others
    return chosen, bool(len(others) < len(doubtful) or lone or facts or {"single", "lower"} & set(shapes))


def _other(
    steps: list[_Step], people: list[_Step], soft: list[_Step], stray: list[Piece], line: Line, today: date
) -> tuple[Draft, ...]:
    doubtful = [step for step in soft if not step.apposed]
    head = steps[0].people
    if len(people) == len(head) == 1 and (whole := _turned(head[0], people[0].people[0])):
        rest = [replace(steps[0], people=[whole]), *(step for step in steps[1:] if step is not people[0])]
        return _assemble(rest, [], stray, line, today)
    return _assemble(steps, [] if people else doubtful, stray, line, today)


def _turned(last: Named, first: Named) -> Named | None:
    """ "Ruiz, Ana" as one person."""
    name = clean_name(f"{first.name} {last.name}")
    if name is None or not last.shape == first.shape == "single" or is_known_city(first.name):
        return None
    return replace(last, name=name, shape="full")


def _assemble(
    steps: list[_Step], people: list[_Step], stray: list[Piece], line: Line, today: date
) -> tuple[Draft, ...]:
    drafts: list[Draft] = []
    own: list[Piece] = list(stray)
    guesses: list[Named] = []
    for step in steps:
        if step.people and (step.hard or step in people):
            _close(drafts, own if drafts else [], guesses, line, today)
            drafts.extend(merge(Draft(name=person.name), person.fact, step.piece.text) for person in step.people)
            own, guesses = ([*own] if len(drafts) == len(step.people) else []), []
            own.extend(_points_only(step.piece))
        elif step.people and (step.people[0].shape != "lower" or is_known_city(step.people[0].name)):
            guesses.append(step.people[0])
        else:
            own.append(step.piece)
    _close(drafts, own, guesses, line, today)
    group = next((len(step.people) for step in reversed(steps) if step.hard or step in people), 0)
    return tuple(_share(drafts, [step.piece.text for step in steps if not step.people] if group > 1 else []))


def _close(drafts: list[Draft], own: list[Piece], guesses: list[Named], line: Line, today: date) -> None:
    """Gives the last draft its pieces, and then what its guesses can be: a city, a firm, or else a note."""
    if not drafts:
        return
    draft = gather(drafts[-1], [_as_met(piece, drafts[-1], today) for piece in own], line, today)
    for guess in guesses:
        if draft.city is None and is_known_city(guess.name):
            draft = replace(draft, city=guess.name)
        elif draft.company is None:
            draft = replace(draft, company=guess.name)
        else:
            draft = replace(draft, notes=(*draft.notes, guess.name))
    drafts[-1] = draft


def _as_met(piece: Piece, draft: Draft, today: date) -> Piece:
    """ "at PyCon" behind "met Joe, …" is where they met."""
    if (
        draft.channel != "meeting"
        or draft.met
        or not piece.text.lower().startswith(("at ", "in ", "on ", "through ", "during "))
    ):
        return piece
    return replace(piece, text=f"met {piece.text}") if read_met(f"met {piece.text}", today=today) else piece


def _points_only(piece: Piece) -> list[Piece]:
    """The ways to reach somebody that stood with the name, without the name."""
    marks = "".join(match[0] for match in MARKER.finditer(piece.text))
    return [replace(piece, text=marks)] if marks else []


def _share(drafts: list[Draft], said: list[str]) -> list[Draft]:
    """Facts behind the last of several bare names hold for all of them, where they can. `said` are the pieces behind
    names joined by "and" (else none): those that speak of several hold for all, and so does where they are from."""
    last = drafts[-1]
    bare = all(draft == Draft(name=draft.name) for draft in drafts[:-1])
    shared: dict[str, object] = {field: value for field in _SHARED if (value := getattr(last, field)) not in (None, ())}
    of_all = [each for each in said if _OF_SEVERAL.match(each)]
    if notes := tuple(note for note in last.notes if note in of_all):
        shared["notes"] = notes
    for field in ("city", "company"):
        value = getattr(last, field)
        if value and any(value in each for each in of_all):
            shared[field] = value
    return [with_changes(draft, shared) for draft in drafts[:-1]] + [last] if bare and shared else drafts
