"""What looks like a person's name, judged by its letters alone."""

import re
from typing import Literal

from bot.rules.names import NAME_LENGTH

#: full: several words that may be first and last name. single: one word written like a name. lower: words that may be
#: a name typed without capitals.
Shape = Literal["full", "single", "lower"]

MOST_WORDS = 8
_FORBIDDEN = re.compile(r"[?!:=<>{}\[\]\\|/*^~%$€£…\x02\x03]|\d{5}")
_PARTICLE_LIST = """
van von der den de del della di da das dos do du la las le los el al bin binti ibn abu ter ten zu zur y e i
san st jr sr ii iii iv
"""
_WORD_LIST = """
a about add after again all also always am and any anything archive archived are around as ask at august awesome
back be because been before being but by bye call called can can't cancel cannot cheers coffee contact contacts cool
could date day days december delete did didn't do does doesn't doing don't done each either email emailed enough
erase evening ever every everybody everyone export february few fine first for friday friend friends from gave get
give go goes going good goodbye got great guess had happy has have haven't he he's hello help her here hey hi him
his hiya hope how i i'd i'll i'm i've idea if import in instead into is isn't it it's its january job july just keep
kind know last later let let's like list little live lives lol look looking lot love lunch made make many maybe me
meet message met mine monday month monthly months more morning most move moved much must my myself name names need
needs never new next nice night no nobody nope nor not note nothing november now october off often ok okay old on
once one only open or other our out over own pause people perhaps person phone please promise quarterly question
quit quite rather read really remember remind reply resume right said same saturday saw say see sent september
settings she she's should show skip so some somebody someone something soon sorry sounds spoke start stats still
stop stuff such sunday sure take talk talked tell test texted than thank thanks that that's the their them then
there these they they're thing things think this those thought three thursday thx till time to today told tomorrow
tonight too tried try tuesday two ugh unarchive undo until up us use very wait wanna want was we wednesday week
weekend weekly weeks welcome well went were what what's when where which while who whom whose why will wish with
won't work works would wow write wrote yeah year yearly years yep yes yesterday yet you you're your yours yup
"""
_PARTICLES = frozenset(_PARTICLE_LIST.split())
_TITLES = frozenset({"dr", "mr", "mrs", "ms", "prof", "sir", "herr", "frau", "don", "doña"})
#: Words that no name is made of.
_WORDS = frozenset(_WORD_LIST.split())
#: What one says to the person one is talking with, not of a third.
_TALK = frozenset({"i", "i'm", "i'll", "i'd", "you", "your", "me", "thanks", "thank", "please", "how", "what",
"let's", "we"})
#: Words of these that are also parts of names, so that only their lower-case form is no name.
_ALSO_NAMES = frozenset({"will", "can", "my", "do", "august", "hope", "he", "welcome", "wish", "love"})
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
    kinds = [_kind(word, named) for word in words]
    if None in kinds or kinds[0] == "digit":
        return None
    lows = [_plain(word).lower() for word in words]
    if not named and all(low in _WORDS and low not in _GIVEN for low in lows):
        return None
    return _shape([kind for kind in kinds if kind not in {"digit", "mark", "small"}], words[0])


def is_talk(text: str) -> bool:
    """Whether the text speaks to somebody ("thanks for the coffee", "how are you")."""
    return any(_plain(word).lower() in _TALK for word in text.split())


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
