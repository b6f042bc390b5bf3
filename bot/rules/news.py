"""What a user's note says has happened, or will, to a contact: for the few kinds of news that are safe to mention.

Notes are free text in the third person, so only sentences of known shapes count, read from the note's first word, with
the contact as the subject: "she starts a new job in May", "moving to Berlin", "needs a designer". Whatever else a note
says stays between the user and Dotty. Hedged and negated sentences, and other people ("her sister moves to …"), are
not news of the contact.

Hard news is the other way round: a word of it anywhere is enough to be careful, whoever it is about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from bot.rules.given_names import given_name, visible
from bot.rules.vocabulary import MONTHS

Kind = Literal["job", "move"]
#: Against today. "open": it may be over or still to come.
Timing = Literal["ahead", "past", "open"]

#: News older than this has been talked over, and further ahead than that it is too early to wish luck.
FRESH_DAYS = 120
AHEAD_DAYS = 60
_READ_AT_MOST = 400
_ENDINGS = re.compile(r"['’](?:s|re|ll|ve)$")
_AUXILIARY = r"(?:(?:is|are|has|have|will be|will|just|finally) ){0,2}"
#: A proper name of one to three words, whatever the case the rest is typed in.
_PROPER = r"(?-i:[A-Z])[\w&'’-]{1,20}(?: (?-i:[A-Z])[\w&'’-]{1,20}){0,2}"
_MOVE = re.compile(
    rf"{_AUXILIARY}(?P<verb>moves?|moving|moved|relocat(?:es?|ing|ed)) to (?P<where>{_PROPER})",
    re.IGNORECASE,
)
_JOB = re.compile(
    rf"{_AUXILIARY}(?:(?P<verb>start(?:s|ing|ed)?|begins?|began|gets?|got|found|finds|accepted|took|landed|has|have) )?"
    rf"(?:an? |the |his |her |their )?new (?:job|role|position)\b(?: (?:at|with) (?P<where>{_PROPER}))?",
    re.IGNORECASE,
)
_JOINING = re.compile(
    rf"{_AUXILIARY}(?P<verb>join(?:s|ing|ed)?|start(?:s|ing|ed)? at) (?P<where>{_PROPER})",
    re.IGNORECASE,
)
_NEED = re.compile(rf"{_AUXILIARY}(?:looking for|looks for|needs?) (?P<what>[^.,;!?\n]{{2,80}})", re.IGNORECASE)
_MONTH = re.compile(
    rf"\b(?:in|on|from|until|of|\d) ?(?P<month>{'|'.join(MONTHS)})\b(?: (?P<year>20\d\d))?",
    re.IGNORECASE,
)
_DOUBT = re.compile(
    r"\b(?:not|no|never|maybe|perhaps|might|may be|if|but|cancel\w*|fell|unless|\w+n['’]t)\b|\?",
    re.IGNORECASE,
)
#: Words of death, illness, parting, accident or a lost livelihood, of the contact or of somebody theirs.
_HARD = re.compile(
    r"\b(?:died|dies|dying|dead|death|passed (?:away|on)|funeral|burial|hospice|mourn\w*|grie(?:f|v\w+)|widow\w*|"
    r"bereave\w*|suicid\w*|overdos\w*|killed|divorc\w*|separated|separating|separation|split up|splitting up|"
    r"broke up|broken up|breaking up|break-?up|left (?:him|her|them)|cancer|tumou?r|leuk\w+|chemo\w*|stroke|"
    r"heart attack|dementia|alzheimer\w*|diagnos\w*|ill|illness|sick|disease|hospital\w*|surgery|intensive care|coma|"
    r"depress\w*|burn-?out|burnt out|burned out|breakdown|rehab|miscarr\w*|stillb\w*|accident|crash|injur\w*|"
    r"fired|laid off|lay-?offs?|redundan\w*|unemployed|bankrupt\w*|evicted|insolven\w*|"
    r"(?:lost|losing|lose) (?:(?:his|her|their|the|a) )?(?:job|work|home|house|mother|father|mum|mom|dad|parent|"
    r"brother|sister|son|daughter|child|baby|wife|husband|partner|friend|grand\w+|dog|cat|pregnancy))\b",
    re.IGNORECASE,
)
_LED_IN = (
    r"(?:(?:sadly|unfortunately|sad news|terrible news|bad news|rip|r\.i\.p|heard|learned|learnt|found out|was told|"
    r"just|i|we|that|from \w+)[,:]? ){0,5}"
)
_DIED = re.compile(
    r"(?:['’]s |has |have |had |is |was |sadly |suddenly |recently |just |unexpectedly |peacefully |also ){0,4}"
    r"(?:died|dead|passed away|passed peacefully|killed|"
    r"taken (?:his|her|their) own life|took (?:his|her|their) own life)"
    r"\b(?! (?:of (?:laugh|bored|embarr|shame)|laugh|on me|inside|set|serious|tired|right|sure|against|certain))",
    re.IGNORECASE,
)
#: Without one of these nothing above is said; looked for first, for the rest is made anew for each name.
_OF_DEATH = re.compile(r"died|dead|passed|killed|own life", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?;,\n]+\s*")
_SENTENCES = re.compile(r"[.!;\n]")
_PAST_VERBS = frozenset({"moved", "relocated", "started", "began", "joined", "started at", "took"})


@dataclass(frozen=True, slots=True)
class News:
    kind: Kind
    timing: Timing
    #: The employer or the place, as typed; None where none was named.
    where: str | None = None


def news_of(
    note: str, *, noted_on: date, last_touch_on: date | None, first_name: str | None, today: date
) -> News | None:
    """The news in a note, unless it is stale, or they have been in touch since it came to be so."""
    sentence = _predicate(note, first_name)
    told = shaped(sentence)
    if told is None:
        return None
    kind, found = told
    happens = _span(found, sentence, noted_on)
    timing = _timing(happens, today)
    since = max(noted_on, happens[1]) if timing == "past" else noted_on
    talked_over = last_touch_on is not None and last_touch_on > since
    stale = today > max(noted_on, happens[1]) + timedelta(days=FRESH_DAYS)
    too_early = happens[0] > today + timedelta(days=AHEAD_DAYS)
    return None if talked_over or stale or too_early else News(kind, timing, where_of(found))


def change_in(note: str, *, first_name: str | None) -> Kind | None:
    """What a note says has changed or will, however old: an employer or a city recorded before may hold no more."""
    told = shaped(_predicate(note, first_name))
    return told[0] if told else None


def need_in(note: str, *, first_name: str | None) -> str | None:
    """What a note says the contact needs or looks for, as typed."""
    sentence = _predicate(note, first_name)
    found = _NEED.match(sentence)
    return found["what"] if found and not _DOUBT.search(sentence) else None


def is_hard(note: str) -> bool:
    """Whether a note tells of something hard, after which nothing jolly may be said."""
    return _HARD.search(visible(note[:_READ_AT_MOST])) is not None


def is_dead(notes: Iterable[str], *, name: str) -> bool:
    """Whether the user noted that the contact has died. "Her father died" and "he died" after another's name don't."""
    return any(_OF_DEATH.search(visible(note[:_READ_AT_MOST])) and _tells_death(note, name) for note in notes)


def _tells_death(note: str, name: str) -> bool:
    clauses = _SENTENCE_ENDS.split(" ".join(visible(note[:_READ_AT_MOST]).split(" ")).strip())
    names = [name, given_name(name) or name, *name.split()[-1:]]
    subject = "|".join(re.escape(one) for one in names)
    named = re.compile(rf"{_LED_IN}(?:{subject})(?:['’]s)? ?{_DIED.pattern}", re.IGNORECASE)
    bare = re.compile(rf"{_LED_IN}(?:(?:she|he|they)(?:['’]s)? )?{_DIED.pattern}", re.IGNORECASE)
    told = named.match(clauses[0]) or bare.match(clauses[0]) or any(named.match(clause) for clause in clauses[1:])
    return bool(told) and not _DOUBT.search(note[:_READ_AT_MOST].split("\n")[0])


def is_doubtful(sentence: str) -> bool:
    """Whether it is hedged, negated or a question."""
    return _DOUBT.search(sentence) is not None


def shaped(sentence: str) -> tuple[Kind, re.Match[str]] | None:
    """The kind of news a sentence is, less its subject, and what tells it."""
    if is_doubtful(sentence):
        return None
    shapes: tuple[tuple[Kind, re.Pattern[str]], ...] = (("move", _MOVE), ("job", _JOB), ("job", _JOINING))
    return next(((kind, found) for kind, shape in shapes if (found := shape.match(sentence))), None)


def _predicate(note: str, first_name: str | None) -> str:
    """The first sentence, less its subject if that is the contact."""
    return _less_subject(_SENTENCES.split(visible(note[:_READ_AT_MOST]).strip(), maxsplit=1)[0], first_name)


def predicates(note: str, first_name: str | None) -> list[str]:
    """Every sentence, less its subject if that is the contact; any other subject stays, so that no shape fits."""
    lines = (
        line if line.isascii() and line.isprintable() else visible(line) for line in note[:_READ_AT_MOST].splitlines()
    )
    sentences = (sentence.strip() for line in lines for sentence in _SENTENCES.split(line))
    return [_less_subject(sentence, first_name) for sentence in sentences if sentence]


def _less_subject(sentence: str, first_name: str | None) -> str:
    subject, _, rest = sentence.partition(" ")
    subject = _ENDINGS.sub("", subject).casefold()
    return rest if subject in {"she", "he", "they", (first_name or "she").casefold()} else sentence


def where_of(found: re.Match[str]) -> str | None:
    """The place or employer that was named, less a month that came with it."""
    words = (found["where"] or "").split()
    while words and words[-1].casefold() in MONTHS:
        words.pop()
    return " ".join(words) or None


def _span(found: re.Match[str], sentence: str, noted_on: date) -> tuple[date, date]:
    """The first and last day it may happen on. Without a month: from the note's day on, or until then."""
    month = _MONTH.search(sentence)
    if month is not None:
        number = MONTHS.index(month["month"].casefold()) + 1
        return _month(int(month["year"] or noted_on.year + (number < noted_on.month)), number)
    if (found["verb"] or "").casefold() in _PAST_VERBS:
        return noted_on, noted_on - timedelta(days=1)
    return noted_on, noted_on + timedelta(days=FRESH_DAYS)


def _month(year: int, number: int) -> tuple[date, date]:
    following = date(year + number // 12, number % 12 + 1, 1)
    return date(year, number, 1), following - timedelta(days=1)


def _timing(happens: tuple[date, date], today: date) -> Timing:
    if today < happens[0]:
        return "ahead"
    return "past" if today > happens[1] else "open"
