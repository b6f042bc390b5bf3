"""The English openers."""

from bot.rules.lexicon import Lexicon
from bot.texts.openers.english.birthdays import BIRTHDAYS
from bot.texts.openers.english.closings import CLOSINGS
from bot.texts.openers.english.dormant import DORMANT
from bot.texts.openers.english.events import EVENTS
from bot.texts.openers.english.facts import FACTS
from bot.texts.openers.english.family import FAMILY
from bot.texts.openers.english.gentle import GENTLE
from bot.texts.openers.english.grammar import EVENT_NAMES, GRAMMAR, GREETINGS, NAMELESS
from bot.texts.openers.english.introductions import INTRODUCTIONS
from bot.texts.openers.english.jobs import JOBS
from bot.texts.openers.english.meetings import MEETINGS
from bot.texts.openers.english.moves import MOVES
from bot.texts.openers.english.plain import PLAIN
from bot.texts.openers.english.promises import PROMISES
from bot.texts.openers.english.silences import SILENCES
from bot.texts.openers.english.yearly import YEARLY

_SAID = (
    *BIRTHDAYS,
    *YEARLY,
    *JOBS,
    *MOVES,
    *EVENTS,
    *PROMISES,
    *MEETINGS,
    *DORMANT,
    *SILENCES,
    *FACTS,
    *PLAIN,
    *GENTLE,
    *FAMILY,
    *INTRODUCTIONS,
)

ENGLISH = Lexicon(
    language="en",
    greetings=GREETINGS,
    nameless=NAMELESS,
    openings=tuple(line for line in _SAID if not line.whole),
    closings=CLOSINGS,
    wholes=tuple(line for line in _SAID if line.whole),
    grammar=GRAMMAR,
    events=EVENT_NAMES,
)
