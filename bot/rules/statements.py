"""What a statement tells of somebody known: a fact where it surely is one, else a note to offer, or both."""

import re
from datetime import date

from bot.rules.certainty import is_capitalised, is_sure
from bot.rules.change_phrases import (
    ABOUT,
    ARTICLE,
    DIED,
    EDGES,
    ENDS_NOW,
    ENDS_WITH_ARTICLE,
    IS,
    IS_IN,
    IS_NOW,
    MAYBE,
    NEEDS_TO,
    NO_COMPANY,
    SECOND_PART,
    WORKED,
    WORKS,
    WORKS_AS,
    WORKS_IN,
)
from bot.rules.day_phrases import trailing_day
from bot.rules.fact_values import normalised, works_as
from bot.rules.meanings import Archived, Changed, ChangedField, Meaning, Noted, Unclear
from bot.rules.places import is_known_city
from bot.rules.roster import Roster

Facts = dict[ChangedField, str]


def read_statement(who: str, rest: str, roster: Roster, *, today: date, region: str | None) -> Meaning | None:
    """`rest` is what follows the name: " moved to Berlin". None where its verb is none that tells a fact."""
    noted = Noted(who, f"{who}{rest}")
    if DIED.match(rest):
        return Unclear((noted, Archived(who)))
    if NEEDS_TO.match(rest):
        return Unclear((noted,))
    facts = _about(rest, today, region)
    if facts is None:
        facts = _work(rest, roster, today)
    if facts is None:
        return _working_in(who, rest) or _being(who, rest)
    return _weighed(who, rest, facts, roster, today, region)


def _about(rest: str, today: date, region: str | None) -> Facts | None:
    """The fact that a verb of its own tells ("needs"); {} where nothing follows it that is one."""
    for pattern, field in ABOUT:
        if found := pattern.match(rest):
            value = normalised(field, rest[found.end() :].strip(" ,;:"), today=today, region=region)
            return {field: value} if value else {}
    if found := IS_IN.match(rest):
        place = ENDS_NOW.sub("", rest[found.end() :].strip(EDGES))
        return {"city": place} if is_sure("city", place) else {}
    return None


def _work(rest: str, roster: Roster, today: date) -> Facts | None:
    if found := WORKS_AS.match(rest):
        return works_as(rest[found.end() :].strip(EDGES), company_first=False)
    if WORKS_IN.match(rest) or (found := WORKS.match(rest)) is None:
        return None
    value = rest[found.end() :].strip(EDGES)
    facts = works_as(_undated(value, today), company_first=True)
    nobody = NO_COMPANY.match(value) or roster.knows(facts.get("company", ""))
    return {} if nobody else facts


def _weighed(who: str, rest: str, facts: Facts, roster: Roster, today: date, region: str | None) -> Meaning:
    """The change where every value is sure; Unclear where more is told, or the words may be no such value."""
    noted = Noted(who, f"{who}{rest}")
    if not facts:
        return Unclear((noted,))
    small = not who[:1].isupper()
    if all(is_sure(field, value, small=small) for field, value in facts.items()):
        changed = Changed(who, facts)
        return Unclear((changed, noted)) if MAYBE.match(rest) or WORKED.match(rest) else changed
    heads, more = _heads(facts, today)
    sure = {field: value for field, value in heads.items() if is_sure(field, value, small=small)}
    if not sure:
        return Unclear((noted,))
    changed = Changed(who, sure)
    if sure != heads or more is None:
        return Unclear((changed, noted)) if sure != heads else changed
    second = read_statement(who, f" {more}", roster, today=today, region=region) if more else None
    if isinstance(second, Changed) and not second.facts.keys() & sure.keys():
        return Changed(who, {**sure, **second.facts})
    return Unclear((changed, noted))


def _heads(facts: Facts, today: date) -> tuple[Facts, str | None]:
    """The values up to where a second statement begins, and that statement, "" where it is only a story; None where
    nothing but a day follows."""
    more: str | None = None
    heads: Facts = {}
    for field, value in facts.items():
        part = SECOND_PART.search(value) if field in ("city", "company", "role") else None
        if part:
            more = value[part.end() :] if part[0] == " and " else ""
        heads[field] = _undated(value[: part.start()] if part else value, today)
    return heads, more


def _undated(value: str, today: date) -> str:
    """The value without a day at its end: "Berlin last month"."""
    day = trailing_day(value, today=today, prefer="past")
    return value[: day.start].rstrip(EDGES) if day and day.start else value


def _working_in(who: str, rest: str) -> Meaning | None:
    """ "works in Berlin" is no proof of living there, and "works in finance" is a role only in a way: Unclear."""
    found = WORKS_IN.match(rest)
    if found is None:
        return None
    place = rest[found.end() :].strip(EDGES)
    fact: Facts = {"city": place} if is_known_city(place) else {"role": place}
    noted = Noted(who, f"{who}{rest}")
    return Unclear((Changed(who, fact), noted)) if place and len(place.split()) <= 3 else Unclear((noted,))


def _being(who: str, rest: str) -> Meaning | None:
    now = IS_NOW.match(rest)
    found = now or IS.match(rest)
    if found is None:
        return None
    noted = Noted(who, f"{who}{rest}")
    value = ARTICLE.sub("", rest[found.end() :].strip(EDGES))
    facts = works_as(value, company_first=False)
    role, company = facts.get("role", ""), facts.get("company", "")
    if not facts or len(value.split()) > 8:
        return Unclear((noted,))
    if is_sure("role", role) and (is_capitalised(company) or (not company and now and is_capitalised(role))):
        return Changed(who, facts)
    if now and value.lower().startswith(who.lower().split()[0]) and is_sure("name", value):
        return Unclear((Changed(who, {"name": value}), noted))
    told = ENDS_WITH_ARTICLE.search(found[0]) or re.match(r" (?:an?|the) ", rest[found.end() - 1 :])
    likely = is_sure("role", role) or is_capitalised(company) or (told and not company and len(value.split()) <= 2)
    return Unclear((Changed(who, facts), noted)) if likely else Unclear((noted,))
