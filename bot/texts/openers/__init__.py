"""The first words Dotty suggests to a contact, in plain text: they are sent as they stand, and escaped where shown.

Each language writes its own lines: a translation word for word would not read like a message from a friend.
"""

from bot.rules.lexicon import Lexicon, Line
from bot.texts.openers.english import ENGLISH
from bot.texts.openers.french import FRENCH
from bot.texts.openers.german import GERMAN
from bot.texts.openers.spanish import SPANISH

#: By language code. Another language is one more package here.
LEXICONS: dict[str, Lexicon] = {lexicon.language: lexicon for lexicon in (ENGLISH, SPANISH, GERMAN, FRENCH)}
#: Every line by its key.
LINES: dict[str, Line] = {
    line.key: line for lexicon in LEXICONS.values() for line in (*lexicon.openings, *lexicon.closings, *lexicon.wholes)
}
