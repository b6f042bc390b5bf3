"""What is known of a person, read piece by piece from words."""

import re
from collections.abc import Callable, Sequence
from dataclasses import fields, replace
from datetime import date

from bot.rules.birthdays import read_birthday, says_birthday
from bot.rules.cadences import read_cadence
from bot.rules.drafts import Draft
from bot.rules.languages import read_language
from bot.rules.meetings import read_met, read_touched
from bot.rules.names import clean_text
from bot.rules.pieces import Line, Piece, read_line, split_lines
from bot.rules.places import is_city
from bot.rules.points import MARKER, Point, on_network, restore, says_only_label, without_markers
from bot.rules.works import is_role, read_work

_SUBJECT = re.compile(
    r"(?:and |also |but )*(?:(?:he|she|they|who|whom|which)(?:['’](?:s|re|d)| is| are| was)? |(?:is|are) |"
    r"(?:her|his|their|whose) (?=birthday|b-?day|company|employer|role|job|title|position|city|language|phone|email))",
    re.IGNORECASE,
)
_NEEDS = re.compile(
    r"(?:needs?|need(?:s|ed)? to find|wants?|is looking for|looking for|looks for|searching for|could use|seeking|"
    r"seeks|in need of)"
    r"(?:\s*[:=])?\s+(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_OFFERS = re.compile(
    r"(?:offers?|offering|offered|can offer|can help(?: me| us)?(?: with)?|could help(?: me| us)?(?: with)?|"
    r"happy to help(?: with)?|helps with|gives|can give)(?:\s*[:=])?\s+(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_LIVES = re.compile(
    r"(?:now |currently )?(?:lives?|living|based|located|resides?|moved|moving|relocated|home is|is) (?:now "
    r")?(?:in|to|near) "
    r"(?P<city>\S.*)|(?:city|town|location|lives|place|home)\s*[:=]\s*(?P<labelled>\S.*)|city (?P<named>\S.*)",
    re.IGNORECASE,
)
_CITY = re.compile(r"(?:(?:from|in|originally from) (?P<place>\S.*)|(?P<based>\S.*)-based)", re.IGNORECASE)
_NOTE = re.compile(r"(?:notes?|nb|n\.b\.|remark|comment|fyi)\s*[:=]\s*(?P<text>\S.*)", re.IGNORECASE | re.DOTALL)
#: "from Nordlicht monthly": people leave the comma out before a cadence.
_OFTEN = re.compile(
    r"(?P<fact>.{2,200}?) (?P<often>(?:every|each|once|twice) .{3,30}|(?:bi-?)?(?:daily|weekly|monthly)|quarterly|"
    r"fortnightly|yearly|"
    r"annually)",
    re.IGNORECASE,
)
#: What reads as a firm but is none: degrees, and where somebody was before.
_ASIDE = re.compile(
    r"(?:ph\.?d|mba|m\.?sc|b\.?sc|b\.?a|m\.?a|ll\.?[mb]|esq|cpa|cfa|j\.?d|dds|rn|mp|obe|cbe|mbe|frs|he/him|"
    r"she/her|they/them)\.?|"
    r"(?:ex-|ex |former |formerly |previously )\S.*",
    re.IGNORECASE,
)
_CITY_LENGTH = 80
_NOW = re.compile(r"[ ,]+(?:now|nowadays|currently|these days|at the moment|for now|at present)\.?$", re.IGNORECASE)
_RELATION = re.compile(
    r"(?:(?:my|our|an?|the) )(?:(?:old|good|best|close|dear|former|ex|new|family|childhood|school) )*"
    r"(?:friend|colleague|coworker|co-worker|boss|brother|sister|cousin|uncle|aunt|neighbou?r|classmate|teammate|"
    r"roommate|flatmate|mentor|client|husband|wife|landlord|niece|nephew|godson|goddaughter|godmother|godfather|"
    r"dad|mum|mom|father|mother|son|daughter|grandma|grandpa|grandmother|grandfather)"
    r"(?: (?:from|of|at|through|via|in) .{1,80})?",
    re.IGNORECASE,
)

Reader = Callable[[str, date], Draft | None]


def read_facts(text: str, *, today: date, region: str | None) -> Draft:
    """What the text says of a person whose name is known otherwise: a Draft with the name "". What is not recognised
    is in its notes, as typed."""
    draft = Draft(name="")
    for text_line in split_lines(clean_text(text)):
        line = read_line(text_line, region)
        draft = gather(draft, line.pieces, line, today)
    return draft


def gather(draft: Draft, pieces: Sequence[Piece], line: Line, today: date) -> Draft:
    """The draft with what the pieces say; pieces side by side that say nothing known become one note, as typed."""
    start: int | None = None
    for piece in pieces:
        fact = read_piece(piece.text, line.points, today)
        if fact is not None:
            draft, start = merge(draft, fact, restore(piece.text, line.points)), None
            continue
        kept = draft.notes if start is None else draft.notes[:-1]
        start = piece.start if start is None else start
        draft = replace(draft, notes=(*kept, restore(line.text[start : piece.end], line.points).strip()))
    return draft


def read_piece(text: str, points: list[Point], today: date) -> Draft | None:
    """The facts of one piece of a line, in which markers stand for `points`; None when it holds none."""
    found = [points[int(number)] for number in MARKER.findall(text)]
    rest = without_markers(text)
    if not found:
        return read_fact(rest, today)
    said = restore(text, points).strip()
    if len(found) == 1 and found[0].handle and is_role(rest):
        return Draft(name="", role=rest, company=found[0].typed.removeprefix("@"))
    if found[0].host and not says_only_label(rest) and (fact := read_fact(said, today)):
        return fact
    draft = Draft(name="")
    for point in found:
        draft = merge(draft, on_network(point.fact, rest), point.typed)
    if says_only_label(rest):
        return draft
    fact = read_fact(rest, today)
    return merge(draft, fact, said) if fact else replace(draft, notes=(*draft.notes, said))


def read_fact(text: str, today: date) -> Draft | None:
    """The fact that the whole text is, as a Draft without a name; None when it is none."""
    said = " ".join(text.split()).strip(" ,;")
    said = said.rstrip(".!") if not said.endswith("..") else said
    if subject := _SUBJECT.match(said):
        told = said[subject.end() :]
        if (fact := _read(told, today)) is not None:
            return fact
    return _read(said, today) if said else None


def merge(draft: Draft, fact: Draft, said: str) -> Draft:
    """The draft with the fact added. Of two that differ where only one can be, the first stays, and what was said of
    the second becomes a note."""
    changes: dict[str, object] = {}
    clash = False
    for field in fields(Draft):
        old, new = getattr(draft, field.name), getattr(fact, field.name)
        if field.name == "name" or new is None or new == ():
            continue
        if isinstance(new, tuple):
            changes[field.name] = old + tuple(value for value in new if value not in old)
        elif old is None:
            changes[field.name] = new
        else:
            clash = clash or old != new
    if clash:
        notes = changes.get("notes", draft.notes)
        changes["notes"] = (*notes, said) if isinstance(notes, tuple) else (said,)
    return with_changes(draft, changes)


def with_changes(draft: Draft, changes: dict[str, object]) -> Draft:
    """The draft with these fields replaced."""
    values = {field.name: getattr(draft, field.name) for field in fields(Draft)} | changes
    return Draft(**values)


def _read(said: str, today: date) -> Draft | None:
    if (cut := _OFTEN.fullmatch(said)) and (days := read_cadence(cut["often"])):
        fact = _read_one(cut["fact"], today)
        if fact is not None and not (fact.needs or fact.offers or fact.notes):
            return merge(fact, Draft(name="", cadence_days=days), said)
    return _read_one(said, today)


def _read_one(said: str, today: date) -> Draft | None:
    for reader in _READERS:
        if (fact := reader(said, today)) is not None:
            return fact
    return None


def _cadence(said: str, _: date) -> Draft | None:
    days = read_cadence(said)
    return Draft(name="", cadence_days=days) if days else None


def _birthday(said: str, today: date) -> Draft | None:
    if not says_birthday(said):
        return None
    born = read_birthday(said, today=today)
    return Draft(name="", birthday=born) if born else None


def _met(said: str, today: date) -> Draft | None:
    return read_met(said, today=today)


def _touched(said: str, today: date) -> Draft | None:
    return read_touched(said, today=today)


def _wish(said: str, _: date) -> Draft | None:
    if match := _NEEDS.fullmatch(said):
        return Draft(name="", needs=match["what"])
    if match := _OFFERS.fullmatch(said):
        return Draft(name="", offers=match["what"])
    return None


def _city(said: str, _: date) -> Draft | None:
    if match := _LIVES.fullmatch(said):
        city = next(group for group in match.groups() if group)
        city = _NOW.sub("", city) or city
        return Draft(name="", city=city) if len(city) <= _CITY_LENGTH else None
    if match := _CITY.fullmatch(said):
        city = match["place"] or match["based"]
        return Draft(name="", city=city) if is_city(city) else None
    return None


def _language(said: str, _: date) -> Draft | None:
    if (read := read_language(said)) is None:
        return None
    code, whole = read
    return Draft(name="", language=code, notes=() if whole else (said,))


def _work(said: str, _: date) -> Draft | None:
    return read_work(said)


def _note(said: str, _: date) -> Draft | None:
    if _ASIDE.fullmatch(said) or _RELATION.fullmatch(said):
        return Draft(name="", notes=(said,))
    match = _NOTE.fullmatch(said)
    return Draft(name="", notes=(match["text"],)) if match else None


_READERS: tuple[Reader, ...] = (_note, _cadence, _birthday, _met, _touched, _wish, _language, _city, _work)
