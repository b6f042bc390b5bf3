"""The French openers. Apostrophes are the straight ones that phones type, as in what users type themselves."""

from bot.rules.lexicon import Lexicon
from bot.texts.openers.french.closings import CLOSINGS
from bot.texts.openers.french.family import FAMILY
from bot.texts.openers.french.grammar import EVENTS, GRAMMAR
from bot.texts.openers.french.greetings import GREETINGS, NAMELESS
from bot.texts.openers.french.introductions import INTRODUCTIONS
from bot.texts.openers.french.meetings import MEETINGS
from bot.texts.openers.french.news import NEWS
from bot.texts.openers.french.occasions import OCCASIONS
from bot.texts.openers.french.plain import FACTS, PLAIN
from bot.texts.openers.french.silences import SILENCES

_LINES = (*OCCASIONS, *NEWS, *MEETINGS, *SILENCES, *FACTS, *PLAIN, *FAMILY, *INTRODUCTIONS)

FRENCH = Lexicon(
    language="fr",
    greetings=GREETINGS,
    nameless=NAMELESS,
    openings=tuple(line for line in _LINES if not line.whole),
    closings=CLOSINGS,
    wholes=tuple(line for line in _LINES if line.whole),
    grammar=GRAMMAR,
    events=EVENTS,
)
