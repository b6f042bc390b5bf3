"""The English openers."""

from bot.texts.openers.english.facts import NEEDS, PLACES, WORK
from bot.texts.openers.english.family import FAMILY
from bot.texts.openers.english.gentle import GENTLE
from bot.texts.openers.english.occasions import BIRTHDAYS, MEETINGS, NEWS
from bot.texts.openers.english.plain import PLAIN
from bot.texts.openers.english.silences import DORMANT, FRESH, NEVER, QUIET, RECENT, STILL

ENGLISH = (
    *BIRTHDAYS,
    *NEWS,
    *MEETINGS,
    *DORMANT,
    *STILL,
    *QUIET,
    *RECENT,
    *FRESH,
    *NEVER,
    *NEEDS,
    *WORK,
    *PLACES,
    *PLAIN,
    *GENTLE,
    *FAMILY,
)
