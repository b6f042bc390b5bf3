"""Sentences that change what is known of a contact: "Ana moved to Berlin", "note on Ana: …", "tag Ana #pycon".

Only of somebody known: the same words about a stranger may add them, which is for others to read.
"""

import re
from datetime import date

from bot.rules.certainty import is_sure
from bot.rules.change_phrases import (
    ARCHIVE,
    AS,
    CADENCE,
    EDGES,
    FIELDS,
    JOINT,
    NOTE,
    NOTE_ON,
    ONCE,
    POLITE,
    POSSESSIVE,
    RENAME,
    SET,
    TAG,
    TO,
    UNTAG,
    UNTAG_END,
    UNTAG_WHOM,
)
from bot.rules.fact_values import facts_in, normalised
from bot.rules.meanings import Archived, Changed, ChangedField, Meaning, Noted, Unclear
from bot.rules.roster import Roster
from bot.rules.statements import read_statement

#: What "Ana +34 600 123 456" can tell without a verb: these can't be mistaken, unlike a role ("Ana found a designer").
_PLAIN: frozenset[ChangedField] = frozenset({"cadence", "phone", "email", "link", "telegram", "tag"})


def read_change(text: str, roster: Roster, *, today: date, region: str | None) -> Meaning | None:
    """Changed, Noted, Archived, or Unclear between them; None where no known contact is the subject.

    A statement about somebody known that is no fact Dotty keeps ("Ana is ill") is Unclear with a note to offer.
    """
    polite = POLITE.match(text)
    text = text[polite.end() :] if polite else text
    for read in (_note, _archive, _rename, _tag, _untag, _cadence, _set, _subject_first):
        if meaning := read(text, roster, today, region):
            return meaning
    return None


def read_rhythm(text: str, roster: Roster, *, today: date, region: str | None) -> Meaning | None:
    """Changed for "I want to talk to Ben every 2 weeks", "remind me to call Ana monthly"; None without a rhythm."""
    return _cadence(text, roster, today, region)


def _object(pattern: re.Pattern[str], text: str, roster: Roster) -> tuple[str, str] | None:
    """The known name after the verb, as typed, and the text after it."""
    found = pattern.match(text)
    end = roster.known_at(text, found.end()) if found else None
    return (text[found.end() : end], text[end:]) if found and end else None


def _note(text: str, roster: Roster, _today: date, _region: str | None) -> Meaning | None:
    if not (said := _object(NOTE, text, roster)):
        return None
    who, rest = said
    if NOTE_ON.match(text) or JOINT.match(rest) or not rest.strip(EDGES):
        return Noted(who, rest.lstrip(EDGES + "\n").rstrip(" "))
    return Noted(who, f"{who}{rest}")


def _archive(text: str, roster: Roster, _today: date, _region: str | None) -> Meaning | None:
    said = _object(ARCHIVE, text, roster)
    return Archived(said[0]) if said and not said[1].strip(EDGES) else None


def _rename(text: str, roster: Roster, _today: date, _region: str | None) -> Meaning | None:
    said = _object(RENAME, text, roster)
    to = TO.match(said[1]) if said else None
    if said is None or to is None or not text.lower().startswith("rename"):
        return None
    return Changed(said[0], {"name": said[1][to.end() :].strip(EDGES)}) if said[1][to.end() :].strip(EDGES) else None


def _tag(text: str, roster: Roster, _today: date, _region: str | None) -> Meaning | None:
    said = _object(TAG, text, roster)
    link = AS.match(said[1]) if said else None
    tags = [word.strip("#,. ") for word in said[1][link.end() :].split()] if said and link else []
    tags = [tag for tag in tags if tag and tag.lower() != "and"]
    return Changed(said[0], {"tag": ",".join(tags)}) if said and tags and len(tags) <= 10 else None


def _untag(text: str, roster: Roster, _today: date, _region: str | None) -> Meaning | None:
    if (said := _object(UNTAG, text, roster)) and (begun := UNTAG.match(text)):
        return None if said[1].strip(EDGES) else Changed(said[0], {"untag": begun["tag"]})
    said = _object(UNTAG_WHOM, text, roster)
    end = UNTAG_END.fullmatch(said[1]) if said else None
    return Changed(said[0], {"untag": end["tag"]}) if said and end else None


def _cadence(text: str, roster: Roster, today: date, region: str | None) -> Meaning | None:
    said = _object(CADENCE, text, roster)
    if said is None:
        return None
    rest = ONCE.sub("", said[1], count=1)
    days = normalised("cadence", rest.strip(EDGES), today=today, region=region)
    return Changed(said[0], {"cadence": days}) if days else None


def _set(text: str, roster: Roster, today: date, region: str | None) -> Meaning | None:
    said = _object(SET, text, roster)
    return _possessive(said[0], said[1], today, region, asked=True) if said else None


def _subject_first(text: str, roster: Roster, today: date, region: str | None) -> Meaning | None:
    end = roster.known_at(text)
    if end is None or end == len(text):
        return None
    who, rest = text[:end], text[end:]
    told = _possessive(who, rest, today, region)
    if meaning := told or read_statement(who, rest, roster, today=today, region=region):
        return meaning
    if joint := JOINT.match(rest):
        return _joined(who, rest[joint.end() :].strip(), roster, today, region)
    if not rest.startswith((" ", "'")) or rest.startswith((" and ", " & ", " + ")):
        return None
    facts = facts_in(rest.strip(), today=today, region=region)
    if facts and facts.keys() <= _PLAIN:
        return Changed(who, facts)
    return Unclear((Noted(who, text),)) if facts or _is_a_statement(rest) else None


def _possessive(who: str, rest: str, today: date, region: str | None, *, asked: bool = False) -> Meaning | None:
    """`asked`: they ask for the change in so many words; otherwise "Ana's job is stressful" may tell no fact."""
    found = POSSESSIVE.match(rest)
    if found is None:
        return None
    words = found["field"].lower().replace("-", "")
    field = next(field for start, field in FIELDS.items() if words.startswith(start))
    value = normalised(field, rest[found.end() :].strip(" ,;:"), today=today, region=region)
    if value is None:
        return None
    changed, link = Changed(who, {field: value}), (found["link"] or "").lower()
    sure = is_sure(field, value) or (field == "telegram" and "@" in rest)
    if asked or link in (":", "=") or (link != "was" and sure):
        return changed
    noted = Noted(who, f"{who}{rest}")
    return Unclear((changed, noted)) if link else Unclear((noted,))


def _joined(who: str, value: str, roster: Roster, today: date, region: str | None) -> Meaning:
    """ "Ana: monthly", "Ana – moved to Berlin", "Ana: loves sailing", which is a note."""
    told = read_statement(who, f" {value}", roster, today=today, region=region)
    if isinstance(told, Changed):
        return told
    facts = facts_in(value, today=today, region=region)
    sure = facts and all(field == "met" or is_sure(field, fact) for field, fact in facts.items())
    return Changed(who, facts) if sure else Noted(who, value)


def _is_a_statement(rest: str) -> bool:
    """Whether words follow that may tell something: not only another name."""
    words = rest.split()
    told = rest.startswith("'") or any(word[:1].islower() for word in words)
    return len(words) >= 2 and told and not rest.endswith("?")
