"""People read from a message, the way people write them."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from bot.rules.drafts import Draft
from bot.rules.facts import gather
from bot.rules.names import clean_text
from bot.rules.people_lines import LineReading, read_people_line
from bot.rules.pieces import Line, read_line, split_lines

Evidence = Literal["strong", "weak", "none"]

#: More than a hundred people in a message is a file, which is imported.
MOST_PEOPLE = 100

_ADD = re.compile(
    r"\s*(?:/add(?:@\w{1,40})?\b|(?:(?:hi|hey|hello|ok|okay|yes|so|please|dotty|can you|could you|would you|can i|"
    r"i(?:['’]d| would) like to|i want to|i['’]d love to|let['’]?s|and|also|now)[ ,!]{1,3}){0,5}(?:add|save|"
    r"create)(?=[\s:,-]))"
    r"(?:\s(?:the following|these|this|a|another|new|contacts?|people|persons?|someone|somebody|called|named|for "
    r"me|also|both|"
    r"to my (?:network|list|contacts)|to the list)(?=[\s:,-])){0,5}[\s:,-]*|"
    r"\s*(?:a )?new (?:contacts?|persons?|people)\b[\s:,-]*",
    re.IGNORECASE,
)
_OUTRO = re.compile(
    r"[ ,]+(?:to (?:my|the) (?:network|list|contacts|people)|please|thanks|thank you)[ .!]*$", re.IGNORECASE
)
#: A wish to be in touch says whom; it is no verb of a sentence about them.
_TOUCH = re.compile(
    r"\s*(?:(?:hi|hey|hello|ok|so|please|dotty|and|also|now|help me|remind me|i want|i['’]d like|i would like|i need|"
    r"i['’]d love|we want|try|trying|to)[ ,!]{1,3}){0,6}(?:stay|keep|be|get back|keep me|stay more|get) in touch with"
    r"\s(?=\S)",
    re.IGNORECASE,
)
#: "friends: Leo Day, Mia Day" is a list with its heading on the line.
_HEADING = re.compile(
    r"\s*(?:(?:my|our|old|close|best|school|uni|work) ){0,3}(?:friends|family|people|contacts|colleagues|coworkers|"
    r"neighbou?rs|cousins|mentors|clients)\s?:\s+(?=\S)",
    re.IGNORECASE,
)
#: A line that closes a letter, above the signature.
_CLOSING = re.compile(
    r"(?:(?:with|my|our) )*(?:(?:kind|best|warm|warmest|kindest|many) )*(?:regards|wishes|thanks|cheers|sincerely|"
    r"yours|all the best|best|take care|love)(?: (?:sincerely|faithfully|truly))?[ ,.!]*",
    re.IGNORECASE,
)
_HEADER = re.compile(r"[^,;]{1,60}:\s*")


@dataclass(frozen=True, slots=True)
class PeopleReading:
    """The people in a message, in the order typed.

    `evidence` is how sure it is that the message adds people: "strong" when it says so, holds a fact, or lists several
    full names; "weak" for bare names; "none" when nothing in it looks like a name (then there are no drafts).
    `alternative` is the whole other reading where a piece may be a person or a fact; () when there is only one.
    `left_out` counts the people beyond the hundred that one message may hold.
    """

    drafts: tuple[Draft, ...]
    evidence: Evidence
    alternative: tuple[Draft, ...] = ()
    left_out: int = 0


_NOTHING = PeopleReading((), "none")


def read_people(text: str, *, today: date, region: str | None) -> PeopleReading:
    """The people that the message names, with their facts; what is not recognised becomes a note of whom it follows.

    `today` is the day in the user's zone, `region` their ISO 3166 country, for telephone numbers. Takes any text.
    """
    cleaned = clean_text(text.replace("\r", "\n"))
    added = _ADD.match(cleaned)
    named = added is not None
    if added:
        cleaned = _OUTRO.sub("", cleaned[added.end() :].rstrip().removesuffix("?"))
    if touch := _TOUCH.match(cleaned):
        cleaned = cleaned[touch.end() :]
    lines = split_lines(_HEADING.sub("", cleaned, count=1) if _HEADING.match(cleaned) else cleaned)
    if not named and len(lines) == 1 and _is_question(lines[0]):
        return _NOTHING
    lines = [line for line in lines if not _CLOSING.fullmatch(line.strip())] if len(lines) > 1 else lines
    reading = _read_lines([read_line(line, region) for line in lines], today, named)
    asked = touch is not None and all(draft.name[:1].isupper() for draft in reading.drafts)
    return replace(reading, evidence="strong") if asked and reading.drafts else reading


def _read_lines(lines: list[Line], today: date, named: bool) -> PeopleReading:
    drafts: list[Draft] = []
    other: list[Draft] = []
    readings: list[LineReading] = []
    before: list[Line] = []
    for line in lines:
        reading = read_people_line(line, today, named=named)
        if reading.drafts and not (drafts and reading.late):
            readings.append(reading)
            drafts.extend(reading.drafts)
            other.extend(reading.alternative or reading.drafts)
        elif drafts:
            drafts[-1], other[-1] = _with_line(drafts[-1], line, today), _with_line(other[-1], line, today)
        elif not _HEADER.fullmatch(line.text):
            before.append(line)
    if not drafts or (before and not named and not any(reading.facts for reading in readings)):
        return _NOTHING
    for line in reversed(before):
        drafts[0], other[0] = _with_line(drafts[0], line, today), _with_line(other[0], line, today)
    return _conclude(drafts, other, readings, named, bool(before))


def _conclude(
    drafts: list[Draft], other: list[Draft], readings: list[LineReading], named: bool, prose: bool
) -> PeopleReading:
    people = _unique(drafts)
    alternative = _unique(other) if any(reading.alternative for reading in readings) else ()
    facts, full = sum(reading.facts for reading in readings), sum(reading.full for reading in readings)
    if not (named or facts) and any(reading.talk or reading.thin for reading in readings):
        return _NOTHING
    sure = full >= 2 and not alternative
    # A later line may have held the facts.
    told = facts or any(
        replace(draft, name="", notes=(), company=None, city=None) != Draft(name="") for draft in people
    )
    evidence: Evidence = "strong" if named or (not prose and (told or sure)) else "weak"
    left_out = max(len(people) - MOST_PEOPLE, 0)
    return PeopleReading(people[:MOST_PEOPLE], evidence, alternative[:MOST_PEOPLE], left_out)


def _with_line(draft: Draft, line: Line, today: date) -> Draft:
    return gather(draft, line.pieces, line, today)


def _unique(drafts: list[Draft]) -> tuple[Draft, ...]:
    """The drafts without exact repetitions."""
    return tuple(dict.fromkeys(drafts))


def _is_question(line: str) -> bool:
    """Whether the line asks something; a question mark behind a comma may be part of a note."""
    return line.rstrip().endswith("?") and "," not in line
