"""The first words Dotty suggests to a contact, in plain text: they are sent as they stand, and escaped where shown.

Each language writes its own lines: a translation word for word would not read like a message from a friend.
"""

from bot.rules.openers import OpenerFacts, Pattern
from bot.texts.openers.english import ENGLISH
from bot.texts.voice import Voice

#: What there is to choose from, for `bot.rules.openers.choose`.
PATTERNS = ENGLISH


class OpenerTexts(Voice):
    def opener(self, pattern: Pattern, facts: OpenerFacts) -> str:
        """Plain text, not HTML. Without a first name, a greeting says "Hi there"."""
        return pattern.fill({"first": self._("there"), **facts.values})
