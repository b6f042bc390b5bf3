"""What looks like a person's name, judged by its letters alone."""

import re
from typing import Literal

from bot.rules.cadences import is_misspelt
from bot.rules.names import NAME_LENGTH, clean_name

#: full: several words that may be first and last name. single: one word written like a name. lower: words that may be
#: a name typed without capitals.
Shape = Literal["full", "single", "lower"]

MOST_WORDS = 8
#: A name that does not look like one is believed up to this length; longer, it is a sentence.
_LIKELY_WORDS = 5
_FORBIDDEN = re.compile(r"[?!:=<>{}\[\]\\|/*^~%$€£…\x02\x03]|(?:\d[ ().-]{0,2}){5}")
_SENTENCE = re.compile(r"[?\x02\x03]|(?:\d[ ().-]{0,2}){5}")
_PARTICLE_LIST = """
van von der den de del della di da das dos do du la las le los el al bin binti ibn abu ter ten zu zur y e i
san st jr sr ii iii iv
"""
_WORD_LIST = """
a about add after again all also always am and any anything archive archived are around as ask at august awesome
back be because been before being best but by bye call called calling can can't cancel cannot cheers coffee
contact contacts cool could date day days december delete did didn't dinner do does doesn't doing don't done
each either email emailed enjoys enough erase evening ever every everybody everyone export faithfully february
few fine first for forwarded friday friend friends from gave get give go goes going good goodbye got great guess
had happy has hates have haven't he he's hello help her here hey hi him his hiya hope how i i'd i'll i'm i've
idea if import in instead into is isn't it it's its january job july just keep kind know knows last later let
let's like likes list little live lives lol look looking lot love loves lunch made make many married maybe me
meet meeting meetings message met mine monday month monthly months more morning most move moved much must my
myself name names need needs never new next nice night no nobody nope nor not note nothing november now october
off often ok okay old on once one only open or other our out over own pause people perhaps person phone plays
please promise quarterly question quit quite rather read really regards remember remind reply resume right said
same saturday saw say see sent september seeing settings sincerely she she's should show skip so some somebody
someone something soon sorry sounds spoke start stats still stop stuff such sunday sure take talk talked tell
test texted than thank thanks that that's the their them then there these they they're thing things think this
those thought three thursday thx till time to today told tomorrow tonight too tried try tuesday two ugh
unarchive undo until up us use very visiting wait wanna want was we wednesday week weekend weekends weekly weeks
welcome well went were what what's when where which while who whom whose why will wish with won't work works
would wow write wrote yeah year yearly years yep yes yesterday yet you you're your yours yup
"""
_PARTICLES = frozenset(_PARTICLE_LIST.split())
_TITLES = frozenset({
    "dr", "dra", "mr", "mrs", "ms", "prof", "sir", "sra", "srta", "herr", "frau", "mme", "mlle", "don", "doña",
})  # fmt: skip
#: What stands before a first name and is kept with it, capital or none: "aunt Karen", "big Dave".
_NICKS = frozenset({
    "aunt", "auntie", "aunty", "uncle", "cousin", "grandma", "grandpa", "granny", "grandad", "nana", "big", "little",
    "wee", "young",
})  # fmt: skip
#: Words that no name is made of.
_WORDS = frozenset(_WORD_LIST.split())
#: What one says to the person one is talking with, not of a third.
_TALK = frozenset(
    {"i", "i'm", "i'll", "i'd", "you", "your", "me", "thanks", "thank", "please", "how", "what", "let's", "we"}
)
#: Words of these that are also parts of names, so that only their lower-case form is no name.
_ALSO_NAMES = frozenset(
    {
        "will",
        "can",
        "my",
        "do",
        "august",
        "hope",
        "he",
        "welcome",
        "wish",
        "love",
        "best",
        "day",
        "test",
        "friend",
        "fine",
        "little",
        "guess",
        "read",
        "wait",
        "noon",
        "still",
    }
)
#: Those that are names alone.
_GIVEN = frozenset({"will", "august", "hope"})
_WITHOUT_SPACES = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_EDGES = "\"“”„«»'’‘.,()·•-–—"


def shape_of(text: str, *, named: bool = False) -> Shape | None:
    """The shape of the name that the text may be, or None when no name looks like it: a sentence, a number, a link.

    `named` says that the user called it a name ("add …"): then any word with a capital may be one.
    """
    if len(text) > NAME_LENGTH or _FORBIDDEN.search(text):
        return None
    words = text.split()
    if not 0 < len(words) <= MOST_WORDS:
        return None
    kinds = _in_place([_kind(word, named) for word in words], words)
    if None in kinds or kinds[0] == "digit":
        return None
    lows = [_plain(word).lower() for word in words]
    if words[-1].islower() and is_misspelt(lows[-1]):
        return None
    if not named and all(low in _WORDS and low not in _GIVEN for low in lows):
        return None
    return _shape([kind for kind in kinds if kind not in {"digit", "mark", "small"}], words[0])


def is_talk(text: str) -> bool:
    """Whether the text speaks to somebody ("thanks for the coffee", "how are you")."""
    return any(_plain(word).lower() in _TALK for word in text.split())


def likely_name(text: str) -> str | None:
    """The name that the text is, once the user has said that it is one: tidy, at most five words, in any order and
    case. None for what reads as a sentence, and for what has no letter: then nobody knows the name yet."""
    name = clean_name(text.strip(' \t"“”„«»,;:!?.·•–—_-*'))
    words = name.split() if name else []
    if words and words[0].lower() in {"the", "my", "our"}:
        words = words[1:]
    if not 0 < len(words) <= _LIKELY_WORDS or _SENTENCE.search(text := " ".join(words)):
        return None
    lows = [_plain(word).lower().replace("’", "'") for word in words]
    if any(_is_said(word, low) for word, low in zip(words, lows, strict=True)):
        return None
    if len(words) > 1 and words[-1].islower() and is_misspelt(lows[-1]):
        return None
    return text if any(char.isalpha() for char in text) else None


def _is_said(word: str, low: str) -> bool:
    """Whether the word belongs to a sentence: one that no name is made of, and with a capital only at talk."""
    if low in _TALK or (low.islower() and "'" in low and low in _WORDS):
        return True
    return low in _WORDS and low not in _PARTICLES and low not in _TITLES and _plain(word).islower()


def _in_place(kinds: list[str | None], words: list[str]) -> list[str | None]:
    """The kinds, once it is seen where the words stand: "aunt" before a name, the initial behind one."""
    if len(words) < 2:
        return kinds
    first, last = _plain(words[0]).lower(), _plain(words[-1])
    if first in _NICKS and kinds[1] == "cap":
        kinds = ["small", *kinds[1:]]
    if len(last) == 1 and last.isalpha() and last not in {"a", "i", "I"} and {"cap", "lower"} & set(kinds[:-1]):
        kinds = [*kinds[:-1], "small"]
    return kinds


def _shape(kinds: list[str | None], first: str) -> Shape | None:
    caps, lows = kinds.count("cap") + kinds.count("whole"), kinds.count("lower")
    if not caps:
        return "lower" if 1 <= lows <= 3 else None
    if lows:
        # A telephone's keyboard makes "ana ruiz" into "Ana ruiz".
        return "lower" if caps == lows == 1 and first[:1].isupper() else None
    return "full" if caps > 1 or "whole" in kinds else "single"


def _kind(word: str, named: bool) -> str | None:
    """cap, lower, whole (a word that is a whole name in a script without spaces), small (particles and titles), digit,
    mark (emoji), or None for a word that is in no name."""
    core = _plain(word)
    letters = [char for char in core if char.isalpha()]
    if not letters:
        return "digit" if any(char.isdigit() for char in core) else "mark"
    low = core.lower().replace("’", "'")
    if low in _TITLES or (core.islower() and low in _PARTICLES):
        return "small"
    if low in _WORDS and (core.islower() or not (named or low in _ALSO_NAMES or low in _GIVEN)):
        return None
    if any(char.isupper() or char.istitle() for char in letters):
        return "cap"
    if any(char.islower() for char in letters):
        return "lower" if len(core) > 1 else None
    return _caseless_kind(core)


def _caseless_kind(core: str) -> str | None:
    if _WITHOUT_SPACES.search(core):
        return "whole" if 1 < len(core) <= 20 and (len(core) <= 8 or "·" in core or "・" in core) else None
    return "cap" if len(core) <= 30 else None


def _plain(word: str) -> str:
    return word.strip(_EDGES)
