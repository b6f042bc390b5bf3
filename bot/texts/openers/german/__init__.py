"""The German openers: "du" in warm and brief ones, "Sie" in formal ones."""

from bot.rules.lexicon import Lexicon
from bot.texts.openers.german.closings import CLOSINGS
from bot.texts.openers.german.events import BACK, EVENTS_AHEAD, EVENTS_PAST
from bot.texts.openers.german.facts import FACT, PLAIN, TOPIC
from bot.texts.openers.german.family import FAMILY
from bot.texts.openers.german.firsts import LATELY, NEVER, STILL
from bot.texts.openers.german.gentle import GENTLE
from bot.texts.openers.german.grammar import EVENTS, GRAMMAR
from bot.texts.openers.german.greetings import GREETINGS, NAMELESS
from bot.texts.openers.german.introductions import INTRODUCTIONS
from bot.texts.openers.german.news import JOBS, MOVES
from bot.texts.openers.german.occasions import ANNIVERSARIES, BIRTHDAYS
from bot.texts.openers.german.promises import INTRODUCED, PROMISES
from bot.texts.openers.german.silences import DORMANT, FRESH, QUIET, RECENT

_MOMENTS = (
    *BIRTHDAYS, *ANNIVERSARIES, *JOBS, *MOVES, *EVENTS_AHEAD, *EVENTS_PAST, *BACK, *PROMISES, *INTRODUCED,
    *LATELY, *TOPIC, *DORMANT, *QUIET, *RECENT, *FRESH, *NEVER, *STILL, *FACT, *PLAIN, *GENTLE, *FAMILY,
    *INTRODUCTIONS,
)  # fmt: skip

GERMAN = Lexicon(
    language="de",
    greetings=GREETINGS,
    nameless=NAMELESS,
    openings=tuple(line for line in _MOMENTS if not line.whole),
    closings=CLOSINGS,
    wholes=tuple(line for line in _MOMENTS if line.whole),
    grammar=GRAMMAR,
    events=EVENTS,
)
