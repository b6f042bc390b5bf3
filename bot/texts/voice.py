"""What every group of texts builds on: the language, the catalogue, and the only place that escapes HTML."""

import gettext
from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import NewType

from bot.rules.language_zones import language_tag

#: A message ready for Telegram's HTML parse mode. Only `bot.texts` makes one.
Html = NewType("Html", str)

_CATALOGUES = Path(__file__).parent / "locale"


@lru_cache(maxsize=256)
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation("dotty", str(_CATALOGUES), [language, language.split("-")[0]], fallback=True)


def esc(text: str) -> str:
    """What a user typed, harmless inside HTML."""
    return escape(text, quote=False)


#: What one message may hold, in UTF-16 units as Telegram counts them, with room to spare; markup is counted too.
MESSAGE_LENGTH = 3900


class Voice:
    """Speaks one language; English where the catalogue has nothing."""

    def __init__(self, language: str | None = None) -> None:
        self._language = language_tag(language) or "en"

    def _(self, message: str) -> str:
        return _catalogue(self._language).gettext(message)

    def n_(self, one: str, many: str, count: int) -> str:
        return _catalogue(self._language).ngettext(one, many, count)

    def html(self, text: str) -> Html:
        """Plain words of ours as a message."""
        return Html(esc(text))

    def fit(self, lines: Iterable[str]) -> Html:
        """Lines of HTML as one message: those that fit in, and an ellipsis for the rest."""
        fitting: list[str] = []
        left = MESSAGE_LENGTH
        for line in lines:
            left -= len(line.encode("utf-16-le")) // 2 + 1
            if left < 0:
                return Html("\n".join([*fitting, "…"]))
            fitting.append(line)
        return Html("\n".join(fitting))

    def day(self, day: date, today: date) -> str:
        """A day as people say it: "today", "Friday 27 November", with the year only when it is not this one."""
        away = (day - today).days
        near = {0: self._("today"), 1: self._("tomorrow"), -1: self._("yesterday")}
        if away in near:
            return near[away]
        months = self._("January February March April May June July August September October November December")
        written = f"{day.day} {months.split()[day.month - 1]}"
        if abs(away) < 14:
            return f"{self.weekday(day.weekday())} {written}"
        return written if day.year == today.year or abs(away) < 90 else f"{written} {day.year}"

    def weekday(self, number: int) -> str:
        """The day's name; 0 is Monday."""
        return self._("Monday Tuesday Wednesday Thursday Friday Saturday Sunday").split()[number]

    def listed(self, names: list[str]) -> str:
        """ "Ana", "Ana and Ben", "Ana, Ben and Grace"."""
        if len(names) < 2:
            return "".join(names)
        return self._("{some} and {last}").format(some=", ".join(names[:-1]), last=names[-1])
