"""What a typed message means.

The readings are tried in an order that lets the certain ones win: a fixed phrase, a wish for a tag or for many, a
question for people, a break, an answer to the open nudge, a touch, a change, a name, people to add. Nothing is guessed:
what can mean two things is Unclear with both, the likelier first, and what means nothing known is Unclear with none.
Chat commands with a slash never come here.
"""

import re
from collections.abc import Sequence
from datetime import date

from bot.rules.answers import read_done
from bot.rules.breaks import read_break
from bot.rules.bulk_phrases import read_bulk
from bot.rules.changing import read_change
from bot.rules.days import read_day
from bot.rules.drafts import Draft, Known
from bot.rules.lookups import read_lookup
from bot.rules.meanings import Adding, Archived, Asked, Meaning, Named, Noted, Searched, Touched, Unclear
from bot.rules.names import find
from bot.rules.outreach_phrases import read_outreach
from bot.rules.people import PeopleReading, read_people
from bot.rules.phrases import read_phrase
from bot.rules.plans import read_plan
from bot.rules.roster import Roster
from bot.rules.searches import read_search
from bot.rules.setting_phrases import read_setting
from bot.rules.tag_phrases import read_tag_wish
from bot.rules.touching import read_touch
from bot.rules.wording import tidy

#: Telegram's limit for a message; what is longer never arrives.
MESSAGE_LENGTH = 4096
_NAME_LENGTH = 80
_NAME_WORDS = 5
_MET = re.compile(
    r"(?:(?:i|we|just|finally|today|yesterday|i've|also|have|hey|so|and) ){0,4}(?:met|got to know"
    r"|was introduced to)\b",
    re.IGNORECASE,
)
#: What one tells of somebody new: "he does logistics".
_DESCRIBES = re.compile(
    r"(?:^|[,;:.–-] ?|\n)(?:he|she|they|who)(?:'s (?:an?|the|at|from|with|in)| is (?:an?|the|at|from|with|in)"
    r"| does| works?| runs?| needs| offers"
    r"| lives?| do| leads?| teaches| owns| makes| sells| speaks)\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"(?:pause|mute|snooze|call|phone|ring|write to|text|message|email|e-mail|mail|ping|meet(?: up with)?|see"
    r"|talk to|speak to|contact"
    r"|reach out to|visit|invite|catch up with|get in touch with|follow up with|have (?:coffee|lunch|dinner) with) ",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"[/<>;=@#{}\[\]\\|]")
_SHE_DIED = re.compile(
    r"(?:(?:oh no|sadly|unfortunately|sorry)[,.]? )?(?:he|she|they)(?:'s| has| have| is)?(?: just| sadly)?"
    r" (?:died|passed away|dead)\b",
    re.IGNORECASE,
)
_PLACED = re.compile(r" (?:at|from|in|with|of) (?=\S)")
_LOOSE_END = re.compile(r"\A(?:and|then|also|,|;|\.)(?:(?: then| also),?)? ", re.IGNORECASE)
_MOVED_MYSELF = re.compile(
    r"(?:i|we)(?:'m|'ve| am| have|'re| are)? (?:just |now |currently )?(?:moved to"
    r"|moving to|live in|living in|based in) ",
    re.IGNORECASE,
)


def understand(text: str, *, people: Sequence[Known], today: date, region: str | None) -> Meaning:
    """The meaning of a message of up to 4,096 characters of anything; never raises.

    `people` are the user's contacts, `today` is in the user's zone, `region` (ISO 3166) is where phone numbers without
    a country code belong. Two known names alone ("Ana and Ben") are Unclear: either card, or a touch with both.
    """
    said = tidy(text[:MESSAGE_LENGTH])
    if not said:
        return Unclear()
    roster = Roster(people)
    meaning = (
        _whole_name(said, roster)
        or read_setting(said)
        or read_outreach(said, roster, today=today)
        or read_phrase(said)
        or read_tag_wish(said)
        or read_bulk(said, today=today)
        or _searched(said, roster, today)
        or _break(said, roster, today)
        or _planned(said, roster, today)
        or read_plan(said, roster, today=today, region=region)
        or _done(said, roster, today)
        or _touch(said, roster, today, region)
        or read_lookup(said, roster)
        or _change(said, roster, today, region)
        or _several_names(said, roster, today)
        or _other(said, people, today, region)
    )
    return _kept(said, roster) if meaning == Unclear() else meaning


def _kept(said: str, roster: Roster) -> Meaning:
    """What can't be read, but names somebody known, is offered as a note on them."""
    return Unclear(tuple(Noted(name, said) for name in roster.mentions(said)[:3]))


def _change(said: str, roster: Roster, today: date, region: str | None) -> Meaning | None:
    if _SHE_DIED.match(said):
        return Unclear((Noted("", said), Archived("")))
    meaning = read_change(said, roster, today=today, region=region)
    if isinstance(meaning, Unclear) and (added := _namesake(said, meaning, today, region)):
        return Unclear((added, *meaning.readings))
    return meaning


def _namesake(said: str, meaning: Unclear, today: date, region: str | None) -> Adding | None:
    """ "Ana at Roche", "Joe from Berlin, monthly": it may be somebody new of a first name that is known."""
    match meaning.readings:
        case (Noted(who),) if " " not in who and _PLACED.match(said, len(who)):
            reading = read_people(said, today=today, region=region)
            sure = reading.evidence == "strong" and [draft.name for draft in reading.drafts] == [who]
            return Adding(reading) if sure else None
        case _:
            return None


def _whole_name(said: str, roster: Roster) -> Meaning | None:
    """Just a known name, even where it is a word of our own ("Will", "Hi")."""
    name = said.strip(" .,!?@")
    return Named(name) if name and "\n" not in name and roster.known_at(name) == len(name) else None


def _searched(said: str, roster: Roster, today: date) -> Meaning | None:
    search = read_search(said, today=today, roster=roster)
    return Searched(search) if search else None


def _break(said: str, roster: Roster, today: date) -> Meaning | None:
    meaning = read_break(said, today=today)
    named = isinstance(meaning, Asked) and _PLAN.match(said)
    return None if named and roster.known_at(said, named.end()) else meaning


def _planned(said: str, roster: Roster, today: date) -> Meaning | None:
    """ "call Ana" may be a wish or a note to oneself: her card helps with both. With a day to come it is a plan."""
    verb = _PLAN.match(said)
    end = roster.known_at(said, verb.end()) if verb else None
    if verb is None or end is None:
        return None
    rest = said[end:].strip(" .,!")
    if not rest:
        return Unclear((Named(said[verb.end() : end]),))
    named = said[verb.end() : end]
    return Unclear((Noted(named, said),)) if read_day(rest, today=today, prefer="future") else None


def _done(said: str, roster: Roster, today: date) -> Meaning | None:
    """ "done and I also saw Ben" is two touches; "done zed" may name somebody new."""
    meaning = read_done(said, roster, today=today)
    if isinstance(meaning, Touched) and meaning.note and _LOOSE_END.match(meaning.note):
        return _with_a_second(meaning, roster, today)
    return meaning


def _touch(said: str, roster: Roster, today: date, region: str | None) -> Meaning | None:
    meaning = read_touch(said, roster, today=today)
    if not isinstance(meaning, Touched):
        return meaning
    if _MET.match(said) and meaning.who:
        known = any(roster.knows(name) for name in meaning.who)
        reading = None if known and not _DESCRIBES.search(said) else read_people(said, today=today, region=region)
        if reading and reading.drafts:
            return Unclear((meaning, Adding(reading))) if known else Adding(reading)
    if said.endswith("?"):
        return Unclear((meaning,))
    return _with_a_second(meaning, roster, today)


def _with_a_second(first: Touched, roster: Roster, today: date) -> Meaning:
    """ "called Ana and emailed Ben" is two touches, and one message can only mean one."""
    note = _LOOSE_END.sub("", first.note or "", count=1)
    if not note:
        return first
    second = read_touch(note, roster, today=today)
    if not isinstance(second, Touched) or not second.who or not all(roster.knows(name) for name in second.who):
        return first
    return Unclear((Touched(first.who, first.on, first.channel), second))


def _several_names(said: str, roster: Roster, today: date) -> Meaning | None:
    who = roster.who(said)
    if who is None or len(who.names) < 2 or said[who.end :].strip(" .!"):
        return None
    if not all(roster.knows(name) for name in who.names):
        return None
    return Unclear((*(Named(name) for name in who.names[:4]), Touched(who.names, today)))


def _other(said: str, people: Sequence[Known], today: date, region: str | None) -> Meaning:
    """People to add, a misspelt name, or nothing known."""
    if _MOVED_MYSELF.match(said):
        return Unclear()
    reading = read_people(said, today=today, region=region)
    if reading.evidence == "strong":
        return Adding(reading)
    if _is_short(said) and _resembles(said, people):
        return Named(said.strip(" .,!?"))
    if not reading.drafts or reading.evidence == "none":
        return Unclear()
    return _weak(said, reading)


def _resembles(said: str, people: Sequence[Known]) -> bool:
    found = find(said, people)
    return bool(found.exact or found.close)


def _weak(said: str, reading: PeopleReading) -> Meaning:
    bare = not reading.alternative and all(draft == Draft(draft.name) for draft in reading.drafts)
    if len(reading.drafts) == 1 and bare and _is_short(said) and not _NO_NAME.search(said):
        return Named(said.strip(" .,!?"))
    return Unclear((Adding(reading),))


def _is_short(said: str) -> bool:
    return len(said) <= _NAME_LENGTH and len(said.split()) <= _NAME_WORDS and "\n" not in said
