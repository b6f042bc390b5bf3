"""The clauses of a question for people ("in Berlin", "I met at PyCon", "without a company"), read one after the other
into what a search asks for."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.rules.search_phrases import STARTER, Kind, kind_of
from bot.rules.search_spans import EVER, Span, read_silence, read_span
from bot.rules.search_terms import Term, joined, place_term, topic_terms
from bot.rules.search_words import says_something, words_in

#: Clauses that may be followed by nothing.
_COMPLETE = ("met", "status")
#: Clauses that a statement has too, without a "who": "everyone needs a break".
_TOLD = ("needs", "offers", "topic", "silent")
_RELATIVE = re.compile(r"(?:who|that|which|whom|with|i|we|untouched|not)\b", re.IGNORECASE)
_LONGEST_VALUE = 60
_MOST_WORDS = 8
_EDGES = " ,.!?;:"
#: In order of likelihood. Notes hold what has no field of its own.
FIELDS: Mapping[Kind, tuple[str, ...]] = {
    "at": ("company", "role", "tag"),
    "from": ("company", "city", "met", "role", "tag"),
    "in": ("city", "company", "role", "tag"),
    "field": ("role", "company", "tag", "note", "city"),
    "met": ("met", "tag", "note"),
    "needs": ("needs",),
    "offers": ("offers", "role", "tag", "note"),
    "topic": ("note", "offers", "role", "company", "tag", "met"),
    "named": ("name",),
    "role": ("role", "tag", "offers", "note"),
}
_ARTICLE = re.compile(r"\A(?:the|an?|my|our|some|any|somebody|someone|anyone) (?=\S)", re.IGNORECASE)
#: "in Berlin and needs funding".
_LINK_END = re.compile(r"[ ,]{1,3}(?:and|but)(?: who)? {0,2}\Z", re.IGNORECASE)
_MEETING_PLACE = re.compile(r"\A(?:at|in|on|from|through|via|during|over) ", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|/|\bor\b|\band\b)\s*(?:(?:in|at|from|the) )?", re.IGNORECASE)
_OR = re.compile(r" or ", re.IGNORECASE)
_EITHER = re.compile(r" (?:or|and) ", re.IGNORECASE)
#: What is asked for of days to come, which no search finds.
_OTHER_MATTERS = frozenset({"birthday", "birthdays", "time", "next", "last"})
_TAG_WORD = re.compile(r"#?([\w-]{1,64})(?:(?:,| and|, and) #?([\w-]{1,64}))?", re.IGNORECASE)
#: What tells a story rather than a place: "everyone at Roche likes her".
_STORY_WORDS = """
    he she it they them him her his hers its their me us you your i we is was are were be been am will would has had have
    said says told tells likes loves hates left leaves leaving thinks knows wants asked came comes went goes going today
    tomorrow yesterday tonight now please because but so if when then there here not never already just too very happy sad
    great nice good bad know really got get gets sent send made makes
"""
_STORY = frozenset(_STORY_WORDS.split())
_EMPTY = {
    "company": "company", "employer": "company", "firm": "company", "job": "role", "role": "role", "position": "role",
    "title": "role", "city": "city", "place": "city", "location": "city", "birthday": "birthday", "tag": "tags",
    "tags": "tags", "label": "tags", "rhythm": "cadence_days", "cadence": "cadence_days", "frequency": "cadence_days",
    "language": "language", "needs": "needs", "offers": "offers", "schedule": "cadence_days", "hashtag": "tags",
    "cities": "city", "companies": "company", "jobs": "role", "birthdays": "birthday",
}  # fmt: skip


@dataclass(slots=True)
class Found:
    """What the clauses read so far ask for."""

    terms: list[Term] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    #: What they do or like, as typed: it may hold the name of somebody known.
    matters: list[str] = field(default_factory=list)
    status: str | None = None
    untouched_since: date | None = None
    met: Span | None = None


def read_clauses(text: str, *, today: date, strict: bool) -> tuple[str, Found] | None:
    """The words before the first clause, and what the clauses ask for; None where one of them can't be read.

    `strict`: the sentence may be a statement ("everyone at Roche left"), so that a name in capitals ends where small
    words go on.
    """
    head, pieces = "", list(_pieces(text, today))
    found, meeting = Found(), False
    if not pieces:
        return text, found
    head = text[: pieces[0][1]]
    for kind, start, begin, end in pieces:
        value = _LINK_END.sub("", text[begin:end]).strip(_EDGES)
        if strict and kind in _TOLD and not _RELATIVE.match(text, start):
            return None
        if kind == "met" or (meeting and kind in ("at", "in", "from", "through", "span")):
            meeting = True
            ok = _met(found, text[(begin if kind == "met" else start) : end].strip(_EDGES), today, kind == "met")
        else:
            ok = _take(found, kind, value, text[start:end].strip(_EDGES), today, strict=strict)
        if not ok:
            return None
    return head, found


def _pieces(text: str, today: date) -> Iterator[tuple[Kind, int, int, int]]:
    """(kind, start of the clause, start and end of its value), in order."""
    at = 0
    while begun := STARTER.search(text, at):
        kind, begin = kind_of(begun), begun.end()
        if kind == "silent":
            end = _silence_end(text, begin, today)
        else:
            following = STARTER.search(text, begin + 1)
            while following and not text[begin : following.start()].strip() and kind not in _COMPLETE:
                following = STARTER.search(text, following.end())
            end = following.start() if following else len(text)
        yield kind, begun.start(), begin, end
        at = end


def _silence_end(text: str, begin: int, today: date) -> int:
    """Where the longest words for a stretch of time end that follow: "this year", "in six months"."""
    ends = [word.end() for word in re.finditer(r"\S+", text[begin : begin + 60])]
    for end in reversed(ends[:7]):
        if read_silence(text[begin : begin + end].strip(_EDGES), today=today) is not None:
            return begin + end
    return begin


def _take(found: Found, kind: Kind, value: str, clause: str, today: date, *, strict: bool) -> bool:
    """Whether the clause could be read; if so, it is kept."""
    match kind:
        case "silent":
            never = not value and "never" in clause.lower()
            found.untouched_since = EVER if never else read_silence(value, today=today)
            return found.untouched_since is not None
        case "tag":
            return _tagged(found, value)
        case "status":
            found.status = "archived" if "archive" in clause.lower() else "inbox"
            return not value
        case "without":
            return _without(found, value)
        case "through":
            return False
    span = read_span(clause, today=today)
    if kind == "span" or (span and kind in ("in", "from")):
        found.met = _both(found.met, span)
        return span is not None
    return _valued(found, kind, value, strict=strict)


def _valued(found: Found, kind: Kind, value: str, *, strict: bool) -> bool:
    value = _ARTICLE.sub("", value, count=1)
    if not is_value(value, strict=strict):
        return False
    words = words_in(value)
    if not says_something(words):
        return True
    if kind in ("at", "from", "in", "field", "named"):
        found.terms.append(places(value, FIELDS[kind]))
    elif _OTHER_MATTERS.intersection(words):
        return False
    else:
        found.terms += topic_terms(value, FIELDS[kind])
        found.matters += [value] if kind == "topic" else []
    return True


def places(value: str, fields: tuple[str, ...]) -> Term:
    """One place or firm, or one of several: "Berlin or Munich"; "Marks and Spencer" is both ways."""
    parts = [part for part in _AND.split(value) if part.strip()]
    if not _EITHER.search(value):  # "Berlin, Germany"
        parts = parts[:1]
    whole = [] if _OR.search(value) and len(parts) > 1 else [value]
    return joined([place_term(part, fields) for part in dict.fromkeys([*whole, *parts[:5]])], fields)


def _met(found: Found, clause: str, today: date, opens: bool) -> bool:
    """ "at PyCon", "in 2019", "before 2015"; nothing behind "I met" tells nothing yet."""
    if not clause:
        return opens
    if span := read_span(clause, today=today):
        found.met = _both(found.met, span)
        return True
    place = _MEETING_PLACE.sub("", clause, count=1)
    place = _ARTICLE.sub("", place, count=1)
    if place == clause or not is_value(place, strict=False):
        return False
    found.terms.append(places(place, FIELDS["met"]))
    return True


def _both(first: Span | None, second: Span | None) -> Span | None:
    if first is None or second is None:
        return first or second
    return second[0] or first[0], second[1] or first[1]


def _tagged(found: Found, value: str) -> bool:
    named = _TAG_WORD.fullmatch(value.strip(" \"'"))
    found.tags += [tag for tag in named.groups() if tag] if named else []
    return named is not None


def _without(found: Found, value: str) -> bool:
    words = [
        word for word in words_in(value) if word not in {"a", "an", "any", "and", "or", "the", "own", "of", "their"}
    ]
    columns = [_EMPTY.get(word) for word in words]
    found.without += [column for column in columns if column]
    return bool(columns) and all(columns)


def is_value(text: str, *, strict: bool) -> bool:
    """Whether the words may be a name, a place or a matter, and tell no story."""
    words = text.split()
    if not 0 < len(words) <= _MOST_WORDS or len(text) > _LONGEST_VALUE or not words_in(text):
        return False
    if any(word.strip(_EDGES).lower().partition("'")[0] in _STORY for word in words if word not in ("US", "IT")):
        return False
    goes_on = words[0][:1].isupper() and any(word.isalpha() and word.islower() and len(word) > 3 for word in words[1:])
    return not (strict and goes_on)
