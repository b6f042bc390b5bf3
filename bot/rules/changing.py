"""Sentences that change what is known of a contact: "Ana moved to Berlin", "note on Ana: …", "tag Ana #pycon".

Only of somebody known: the same words about a stranger may add them, which is for others to read.
"""

import re
from datetime import date

from bot.rules.change_phrases import (
    ABOUT,
    ARCHIVE,
    ARTICLE,
    AS,
    CADENCE,
    EDGES,
    ENDS_NOW,
    ENDS_WITH_ARTICLE,
    FIELDS,
    IS,
    IS_IN,
    IS_NOW,
    JOINT,
    NEEDS_TO,
    NO_COMPANY,
    NOTE,
    NOTE_ON,
    ONCE,
    POLITE,
    POSSESSIVE,
    RENAME,
    SECOND_PART,
    SET,
    TAG,
    TO,
    WORKS,
    WORKS_AS,
    WORKS_IN,
)
from bot.rules.day_phrases import trailing_day
from bot.rules.fact_values import facts_in, normalised, works_as
from bot.rules.meanings import Archived, Changed, ChangedField, Meaning, Noted, Unclear
from bot.rules.places import is_known_city
from bot.rules.roster import Roster


def read_change(text: str, roster: Roster, *, today: date, region: str | None) -> Meaning | None:
    """Changed, Noted, Archived, or Unclear between them; None where no known contact is the subject.

    A statement about somebody known that is no fact Dotty keeps ("Ana is ill") is Unclear with a note to offer.
    """
    polite = POLITE.match(text)
    text = text[polite.end():] if polite else text
    for read in (_note, _archive, _rename, _tag, _cadence, _set, _subject_first):
        if meaning := read(text, roster, today, region):
            return meaning
    return None


def _object(pattern: re.Pattern[str], text: str, roster: Roster) -> tuple[str, str] | None:
    """The known name after the verb, as typed, and the text after it."""
    found = pattern.match(text)
    end = roster.known_at(text, found.end()) if found else None
    return (text[found.end():end], text[end:]) if found and end else None


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
    return Changed(said[0], {"name": said[1][to.end():].strip(EDGES)}) if said[1][to.end():].strip(EDGES) else None


def _tag(text: str, roster: Roster, _today: date, _region: str | None) -> Meaning | None:
    said = _object(TAG, text, roster)
    link = AS.match(said[1]) if said else None
    tags = [word.strip("#,. ") for word in said[1][link.end():].split()] if said and link else []
    tags = [tag for tag in tags if tag and tag.lower() != "and"]
    return Changed(said[0], {"tag": ",".join(tags)}) if said and tags and len(tags) <= 10 else None


def _cadence(text: str, roster: Roster, today: date, region: str | None) -> Meaning | None:
    said = _object(CADENCE, text, roster)
    if said is None:
        return None
    rest = ONCE.sub("", said[1], count=1)
    days = normalised("cadence", rest.strip(EDGES), today=today, region=region)
    return Changed(said[0], {"cadence": days}) if days else None


def _set(text: str, roster: Roster, today: date, region: str | None) -> Meaning | None:
    said = _object(SET, text, roster)
    return _possessive(said[0], said[1], today, region) if said else None


def _subject_first(text: str, roster: Roster, today: date, region: str | None) -> Meaning | None:
    end = roster.known_at(text)
    if end is None or end == len(text):
        return None
    who, rest = text[:end], text[end:]
    if meaning := _possessive(who, rest, today, region) or _verb(who, rest, today, region):
        return meaning
    if joint := JOINT.match(rest):
        return _joined(who, rest[joint.end():].strip(), today, region)
    if not rest.startswith((" ", "'")) or rest.startswith((" and ", " & ", " + ")):
        return None
    facts = facts_in(rest.strip(), today=today, region=region)
    if facts:
        return Changed(who, facts)
    return Unclear((Noted(who, text),)) if _is_a_statement(rest) else None


def _possessive(who: str, rest: str, today: date, region: str | None) -> Meaning | None:
    found = POSSESSIVE.match(rest)
    if found is None:
        return None
    words = found["field"].lower().replace("-", "")
    field = next(field for start, field in FIELDS.items() if words.startswith(start))
    value = normalised(field, rest[found.end():].strip(" ,;:"), today=today, region=region)
    return Changed(who, {field: value}) if value else None


def _verb(who: str, rest: str, today: date, region: str | None) -> Meaning | None:
    for pattern, field in ABOUT:
        if found := pattern.match(rest):
            value = normalised(field, rest[found.end():].strip(" ,;:"), today=today, region=region)
            if field == "city" and value:
                return _settled(who, rest, {"city": value}, value, today)
            return Changed(who, {field: value}) if value else Unclear((Noted(who, f"{who}{rest}"),))
    if NEEDS_TO.match(rest):
        return Unclear((Noted(who, f"{who}{rest}"),))
    if found := WORKS_AS.match(rest):
        return Changed(who, works_as(rest[found.end():].strip(EDGES), company_first=False))
    if found := WORKS_IN.match(rest):
        return _working_in(who, rest, rest[found.end():].strip(EDGES))
    if found := WORKS.match(rest):
        return _working(who, rest, found, today)
    if (found := IS_IN.match(rest)) and len(rest[found.end():].split()) <= 3:
        return Changed(who, {"city": ENDS_NOW.sub("", rest[found.end():].strip(EDGES))})
    return _being(who, rest)


def _working(who: str, rest: str, found: re.Match[str], today: date) -> Meaning:
    value = rest[found.end():].strip(EDGES)
    facts = works_as(_undated(value, today), company_first=True)
    if NO_COMPANY.match(value) or not facts:
        return Unclear((Noted(who, f"{who}{rest}"),))
    return _settled(who, rest, facts, value, today)


def _undated(value: str, today: date) -> str:
    """The value without a day at its end: "Berlin last month"."""
    day = trailing_day(value, today=today, prefer="past")
    return value[: day.start].rstrip(EDGES) if day and day.start else value


def _settled(who: str, rest: str, facts: dict[ChangedField, str], value: str, today: date) -> Meaning:
    """The change, or Unclear where more is told than the fact, or the words may be no name of a place or company.

    "Works at night" is in small letters though the contact's name is not; whoever types all in small means the company.
    """
    second = SECOND_PART.search(value)
    kept: dict[ChangedField, str] = {
        field: _undated(fact[: second.start()] if second and fact == value else fact, today)
        for field, fact in facts.items()
    }
    place = kept.get("company") or kept.get("city") or value
    changed = Changed(who, kept)
    doubtful = second or (place[:1].islower() and not who[:1].islower())
    return Unclear((changed, Noted(who, f"{who}{rest}"))) if doubtful else changed


def _working_in(who: str, rest: str, place: str) -> Meaning:
    """"works in Berlin" is no proof of living there, and "works in finance" is a role only in a way: Unclear."""
    fact: dict[ChangedField, str] = {"city": place} if is_known_city(place) else {"role": place}
    noted = Noted(who, f"{who}{rest}")
    return Unclear((Changed(who, fact), noted)) if place and len(place) <= 100 else Unclear((noted,))


def _being(who: str, rest: str) -> Meaning | None:
    now = IS_NOW.match(rest)
    found = now or IS.match(rest)
    if found is None:
        return None
    value = ARTICLE.sub("", rest[found.end():].strip(EDGES))
    facts = works_as(value, company_first=False)
    noted = Noted(who, f"{who}{rest}")
    company, role = facts.get("company", ""), facts.get("role", "")
    told = now or ENDS_WITH_ARTICLE.search(found[0]) or role[:1].isupper()
    if role and told and (company[:1].isupper() or (now and role[:1].isupper())):
        return Changed(who, facts)
    likely = facts and (told or company[:1].isupper()) and len(value.split()) <= 8
    return Unclear((Changed(who, facts), noted)) if likely else Unclear((noted,))


def _joined(who: str, value: str, today: date, region: str | None) -> Meaning:
    """"Ana: monthly", "Ana – moved to Berlin", "Ana: loves sailing", which is a note."""
    if (told := _verb(who, f" {value}", today, region)) and isinstance(told, Changed):
        return told
    facts = facts_in(value, today=today, region=region)
    if not facts:
        return Noted(who, value)
    return Changed(who, facts)


def _is_a_statement(rest: str) -> bool:
    """Whether words follow that may tell something: not only another name."""
    words = rest.split()
    told = rest.startswith("'") or any(word[:1].islower() for word in words)
    return len(words) >= 2 and told and not rest.endswith("?")
