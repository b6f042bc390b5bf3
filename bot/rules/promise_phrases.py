"""What somebody promises, and that it is kept: "I owe Ben an intro to Grace", "sent Ana the report I promised".

Only what is clearly a promise is read here; a plan that may be one is `bot.rules.plans`' to offer. What is promised is
kept in the user's words, without its day.
"""

import re
from datetime import date

from bot.rules.outreach_meanings import Kept, Promised
from bot.rules.promise_days import read_due, split_due
from bot.rules.roster import Roster

_LENGTH = 500
_EDGES = " ,.!;:–-"
_SO = (
    r"(?:(?:so|and|also|but|yes|ok|okay|hey|dotty|please|pls|today|yesterday|oh|btw|by the way|note|can you"
    r"|could you)"
    r",? ){0,3}"
)
_HER = re.compile(r"(?:to )?(?:her|him|them)(?![\w'])", re.IGNORECASE)
_PROMISED = re.compile(
    rf"{_SO}(?:(?:i|we)(?:'ve| have|'d| had)? (?:just |also |already )?promised|promised|(?:new |my "
    rf"|a )?promise(?: to| for)?"
    r"|(?:i|we) gave my word)[:,]? (?P<rest>.+)",
    re.IGNORECASE,
)
_OWE = re.compile(rf"{_SO}(?:i|we)(?: still| also)? owe (?P<rest>.+)|{_SO}(?:still )?owe (?P<bare>.+)", re.IGNORECASE)
_REMIND = re.compile(rf"{_SO}(?:remind me|don't let me forget|remember|don't forget) (?P<rest>.+)", re.IGNORECASE)
_TO = re.compile(r"(?:to|that i (?:should|have to|need to|must|promised to|owe)|:) ?", re.IGNORECASE)
_LATER_TO = re.compile(r"(?: to | that i (?:should|have to|need to|must) |: ?)", re.IGNORECASE)
_WILL = re.compile(
    rf"{_SO}(?:i'll|i will|ill|i'm going to|i am going to)(?: also| just| definitely)? (?P<rest>.+)", re.IGNORECASE
)
#: Capitalised as it is, it would belong to the name before it: "promised Ana I'd call".
_I = re.compile(r"(?<![\w'])I(?!\w)")
_LINK = re.compile(r"[:,]? ?(?:that )?(?:to |i'd |i would |i'll |i will |(?:i|we) could |we'd )?", re.IGNORECASE)
#: What is done for somebody, where "call" and "write" are to be in touch.
GIVES = (
    r"(?:send|share|forward|give|lend|bring|get (?:back|her|him|them)|find|introduce|connect|review|check|look"
    r"|proofread|read"
    r"|help|book|buy|pay|prepare|make|draft|put|recommend|return|fix|organi[sz]e|arrange|set up|order|pick up"
    r"|let|pass"
    r"|show|submit|finish|deliver|sign|post|drop off|suggest|translate|mail|email|e-mail|print|reserve|look up"
    r"|write up)"
)
_GIVES = re.compile(rf"{GIVES}\b", re.IGNORECASE)
#: Words that are only a hello: to send them is to be in touch.
_HELLO = re.compile(
    r"\b(?:an?|the|another|my) (?:quick |short |little |brief )?(?:message|note|text|e-?mail|line|mail|hello|hi"
    r"|word|dm"
    r"|call|ring|shout)\b|\b(?:regards|greetings)\b",
    re.IGNORECASE,
)
_THANKS_ONLY = re.compile(
    r"(?:one|big(?: time)?|a lot|lots|so much|everything|much|a great deal|my life|it all)\b", re.IGNORECASE
)
_RHYTHM = re.compile(
    r"\b(?:every|weekly|monthly|quarterly|yearly|annually|fortnightly|regularly|daily)\b", re.IGNORECASE
)
_KEPT = re.compile(
    rf"{_SO}(?:(?:i|we)(?:'ve| have)? )?(?:just )?kept(?: (?:my|the|that) (?:promise|word))?(?:(?: to"
    rf"| for)(?= ))?[:,]?(?: (?P<rest>.+))?",
    re.IGNORECASE,
)
_CLEAR = re.compile(r"\bpromise\b|\bkept:|\bkept my word\b", re.IGNORECASE)
_KEPT_END = re.compile(
    r"(?:my |the |that )?promise(?: (?:to|for) (?P<who>.{1,80}))?(?: is| was)? (?:kept|fulfilled)", re.IGNORECASE
)
_AS_PROMISED = re.compile(
    r",? (?:(?:that |which |what )?(?:i|we)(?:'d| had|'ve| have)? (?:promised|owed)(?: (?:to )?(?:her|him"
    r"|them))?|as promised"
    r"|like promised)\Z",
    re.IGNORECASE,
)
_DID = re.compile(
    rf"{_SO}(?:(?:i|we)(?:'ve| have)? )?(?:just |finally |also |already )?(?:sent|gave|given|introduced|did"
    rf"|done|made|shared|forwarded"
    r"|brought|lent|returned|delivered|helped|called|wrote|emailed|paid|booked|found|reviewed|showed|finished"
    r"|connected)\b",
    re.IGNORECASE,
)


def read_promise(text: str, roster: Roster, *, today: date) -> Promised | Kept | None:
    """A promise or a kept one. `who` is "" where only "her", "him" or "them" is said, and in "promise kept"."""
    said = text.strip(" .!")
    if not said or len(said) > _LENGTH or "\n" in said or said.endswith("?"):
        return None
    return (
        _read_kept(said, roster)
        or _read_given(said, roster, today)
        or _read_reminder(said, roster, today)
        or _read_will(said, roster, today)
    )


def _read_kept(said: str, roster: Roster) -> Kept | None:
    if ended := _KEPT_END.fullmatch(said):
        return Kept(_named(ended["who"] or "", roster) or "")
    kept = _KEPT.fullmatch(said)
    if kept:
        rest = (kept["rest"] or "").strip(_EDGES)
        if _CLEAR.search(said) is None:  # "kept in touch with Ana"
            return None
        who = _named(rest, roster) or ""
        return Kept(who, _without(rest, who))
    promised = _AS_PROMISED.search(said)
    if promised is None or not _DID.match(said):
        return None
    what = said[: promised.start()]
    return Kept(_named(what, roster) or "", what)


def _without(rest: str, who: str) -> str:
    """What was done, without the name at either end: "the report to Ana", "Ana, the report"."""
    for ending in (f" to {who}", f" for {who}", f" {who}"):
        rest = rest.removesuffix(ending) if who else rest
    return rest.removeprefix(who).strip(_EDGES) if who else rest


def _read_given(said: str, roster: Roster, today: date) -> Promised | None:
    """ "I promised Ana to send the report", "promise Ana: send the report", "I owe Ben an intro to Grace"."""
    promised, owed = _PROMISED.fullmatch(said), _OWE.fullmatch(said)
    rest = promised["rest"] if promised else (owed["rest"] or owed["bare"]) if owed else ""
    if not rest:
        return None
    who, end = _at(_I.sub("i", rest), 0, roster)
    link = _LINK.match(rest, end) if who is not None else _LINK.match(rest)
    thing = rest[link.end() :] if link else rest
    if who is None and not owed:
        who = _named(thing, roster)
    if who is None and said.lower().startswith("promise "):  # as behind the command: whom it is to can be asked
        who = ""
    if who is None or who.lower() in ("myself", "ourselves") or (owed and _THANKS_ONLY.match(thing)):
        return None
    return _made(who, thing, today)


def _read_reminder(said: str, roster: Roster, today: date) -> Promised | None:
    """ "remind me to send Ana the report on Friday", "remind me on Friday to send her the report"."""
    found = _REMIND.fullmatch(said)
    if found is None or _RHYTHM.search(said):
        return None
    rest, day = found["rest"], None
    if at_once := _TO.match(rest):
        thing = rest[at_once.end() :]
    else:
        later = _LATER_TO.search(rest, 0, 80)
        day = read_due(rest[: later.start()], today=today) if later else None
        if later is None or day is None:
            return None
        thing = rest[later.end() :]
    who = _named(thing, roster)
    if who is None or not _GIVES.match(thing) or _HELLO.search(thing):
        return None
    return _made(who, thing, today, day)


def _read_will(said: str, roster: Roster, today: date) -> Promised | None:
    """ "I'll send Ana the report by Friday"; without a day it needs a thing, and her for a name a day too."""
    found = _WILL.fullmatch(said)
    if found is None or not _GIVES.match(found["rest"]) or _HELLO.search(said) or _RHYTHM.search(said):
        return None
    who = _named(found["rest"], roster)
    made = _made(who, found["rest"], today) if who is not None else None
    if made is None or len(made.text.split()) < 3:
        return None
    return made if made.who or made.due_on else None


def _made(who: str, thing: str, today: date, day: date | None = None) -> Promised | None:
    text, due_on = (thing.strip(_EDGES), day) if day else split_due(thing.strip(_EDGES), today=today)
    return Promised(who, text, due_on) if any(each.isalpha() for each in text) else None


def _at(rest: str, start: int, roster: Roster) -> tuple[str | None, int]:
    """Whom the text names where it starts, "" for "her", and where it goes on; None where it names nobody there."""
    if pronoun := _HER.match(rest, start):
        return "", pronoun.end()
    if end := roster.known_at(rest, start):
        return rest[start:end], end
    who = roster.who(rest[start:])
    return (who.names[0], start + who.end) if who and len(who.names) == 1 else (None, start)


def _named(text: str, roster: Roster) -> str | None:
    """The first known name in the text; "" where it says "her", "him" or "them" only; None for neither."""
    named = roster.mentions(text)
    if named:
        return named[0]
    return "" if any(_HER.fullmatch(word.strip(_EDGES)) for word in text.split()) else None


# In other sentences


def may_be_promise(text: str, roster: Roster, *, today: date) -> Promised | None:
    """A plan about somebody known that may be meant as a promise: "remind me to call Ana on Friday"."""
    found = _REMIND.fullmatch(text.strip(" .!")) or _PLANNED.fullmatch(text.strip(" .!"))
    if found is None or len(text) > _LENGTH or text.endswith("?") or _RHYTHM.search(text):
        return None
    thing = found["rest"]
    link = _TO.match(thing)
    thing = thing[link.end() :] if link else thing
    named = roster.mentions(thing)
    made = _made(named[0], thing, today) if named else None
    return made if made and (made.due_on or _GIVES.match(thing)) else None


_PLANNED = re.compile(
    rf"{_SO}(?:i'll|i will|i'm going to|i need to|i have to|i must|i should|need to|must|have to|i've got to"
    rf"|i want to"
    r"|i'd like to|going to)(?: also| just)? (?P<rest>.+)",
    re.IGNORECASE,
)
#: In a note: where a promise begins. What follows is what was promised, up to the end of the clause.
_BEGINS = re.compile(
    r"(?<![\w'])(?:(?P<owe>i (?:still )?owe (?:her|him|them|[A-Z]\w{0,30}))"
    r"|(?:i|we)(?:'ve| have)? promised(?: (?:her|him|them|[A-Z]\w{0,30}))?(?: that)?(?: to| i'd| i would| i'll)?"
    r"|i (?:said|told (?:her|him|them|[A-Z]\w{0,30}))(?: that)? (?:i'd|i would|i'll|i will)"
    r"|remind me to|i'll|i will|i'm going to|i (?:need|have|want) to|i should|i must"
    r"|(?:(?<![^\n])|(?<=[.,;:!?] )|(?<=[ ,]and ))(?:will|need to|have to|must|gotta|promised(?: (?:her|him"
    r"|them))?(?: to| i'd)?))"
    r"(?: also| still| just)? ",
    re.IGNORECASE,
)
_OVER = re.compile(
    r"[.!?;\n]|,? (?:and|but|so|because|since|while|as) (?=(?:she|he|they|we|i|it|the|that|her|his|their)\b)"
    r"|, (?=(?:she|he|they|we|i|it)\b)| \(| – ",
    re.IGNORECASE,
)
_VERB = re.compile(
    rf"(?:{GIVES}|call|phone|ring|write|text|message|ping|ask|tell|invite|visit|talk|follow up|meet|see|reply"
    rf"|answer)\b",
    re.IGNORECASE,
)


def promise_in(note: str, *, today: date) -> Promised | None:
    """The promise that the words after "done" tell of: "she's fine, I'll send her the report by Friday". `who` is "".

    A mere call or message counts with a day only.
    """
    said = note[:4096].replace("’", "'")
    for count, found in enumerate(_BEGINS.finditer(said)):
        over = _OVER.search(said, found.end(), found.end() + _LENGTH)
        clause = said[found.end() : over.start() if over else found.end() + _LENGTH].strip(_EDGES)
        made = _made("", clause, today) if clause else None
        if made and _counts(made, owed=bool(found["owe"]), promised="promised" in found[0].lower()):
            return made
        if count == 5:
            return None
    return None


def _counts(made: Promised, *, owed: bool, promised: bool) -> bool:
    if owed:
        return not _THANKS_ONLY.match(made.text)
    if not _VERB.match(made.text):
        return promised and len(made.text.split()) > 1
    gives = _GIVES.match(made.text) is not None and not _HELLO.search(made.text)
    return len(made.text.split()) > 1 and (gives or made.due_on is not None or promised)


_MINE = re.compile(r"(?<![\w'])(?:my|mine|me|myself|i'm|i've|i'll|i'd|i)(?![\w'])", re.IGNORECASE)
_YOURS = {
    "my": "your", "mine": "yours", "me": "you", "myself": "yourself", "i'm": "you're", "i've": "you've",
    "i'll": "you'll", "i'd": "you'd", "i": "you",
}  # fmt: skip
_DO = re.compile(
    r"(?:an?|the|my|our|some|two|three|that|this|her|his|their|those|these|one|another|\d+)\b", re.IGNORECASE
)


def to_you(text: str) -> str:
    """What somebody promised, as it is said back to them: "send her my notes" is "send her your notes"."""
    return _MINE.sub(lambda found: _YOURS.get(found[0].lower(), found[0]), text)  # "ı" passes for "i" in any case


def is_thing(text: str) -> bool:
    """Whether what is promised is a thing ("an intro to Grace") rather than something to do ("send the report")."""
    return _DO.match(text) is not None
