"""Every word Dotty says. `Texts` is the whole of it, in one language; handlers have theirs as `context.texts`.

It is imported when it is first asked for (PEP 562): what it takes to put everything into words is more than a start needs
for what it tells the operator (bot.texts.startup).
"""

from importlib import import_module
from typing import TYPE_CHECKING

from bot.texts.voice import Html

if TYPE_CHECKING:
    from bot.texts.whole import Texts
else:

    def __getattr__(name):
        if name != "Texts":
            raise AttributeError(f"module 'bot.texts' has no attribute {name!r}")
        return import_module("bot.texts.whole").Texts


__all__ = ["Html", "Texts"]
