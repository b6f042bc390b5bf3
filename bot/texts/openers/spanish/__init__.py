"""The Spanish openers: neutral, to be read as well in Spain as in Latin America."""

from bot.rules.lexicon import Lexicon, Line
from bot.texts.openers.spanish.changes import JOBS, MOVES
from bot.texts.openers.spanish.closings import ASKS, GIVES
from bot.texts.openers.spanish.events import EVENTS, PROMISES
from bot.texts.openers.spanish.facts import FACTS, PLAIN
from bot.texts.openers.spanish.family import FAMILY
from bot.texts.openers.spanish.forms import LANGUAGE
from bot.texts.openers.spanish.gentle import GENTLE
from bot.texts.openers.spanish.greetings import EVENTS as EVENT_NAMES
from bot.texts.openers.spanish.greetings import GRAMMAR, GREETINGS, NAMELESS
from bot.texts.openers.spanish.introductions import INTRODUCTIONS
from bot.texts.openers.spanish.meetings import INTRODUCED, LATELY, TOPICS
from bot.texts.openers.spanish.occasions import BIRTHDAYS, YEARLY
from bot.texts.openers.spanish.silences import DORMANT, NEVER, QUIET, RECENT, STILL

_MOMENTS: tuple[Line, ...] = (
    *BIRTHDAYS,
    *YEARLY,
    *JOBS,
    *MOVES,
    *EVENTS,
    *PROMISES,
    *INTRODUCED,
    *LATELY,
    *TOPICS,
    *DORMANT,
    *STILL,
    *QUIET,
    *RECENT,
    *NEVER,
    *FACTS,
    *PLAIN,
    *GENTLE,
    *FAMILY,
    *INTRODUCTIONS,
)

SPANISH = Lexicon(
    language=LANGUAGE,
    greetings=GREETINGS,
    nameless=NAMELESS,
    openings=tuple(line for line in _MOMENTS if not line.whole),
    closings=(*GIVES, *ASKS),
    wholes=tuple(line for line in _MOMENTS if line.whole),
    grammar=GRAMMAR,
    events=EVENT_NAMES,
)
