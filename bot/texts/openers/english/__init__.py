"""The English openers."""

from bot.texts.openers.english.facts import NEEDS, PLACES, WORK
from bot.texts.openers.english.occasions import BIRTHDAYS, MEETINGS, NEWS
from bot.texts.openers.english.plain import PLAIN
from bot.texts.openers.english.silences import DORMANT, NEVER, QUIET, RECENT

ENGLISH = (*BIRTHDAYS, *NEWS, *MEETINGS, *DORMANT, *QUIET, *RECENT, *NEVER, *NEEDS, *WORK, *PLACES, *PLAIN)
