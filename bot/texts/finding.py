"""What Dotty says to a search."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from bot.rules.fits import fits_of, told
from bot.rules.search_spans import EVER
from bot.rules.searches import Search
from bot.texts.facts import FactTexts
from bot.texts.people import clip
from bot.texts.voice import Html, esc

if TYPE_CHECKING:
    from storage import Card
    from storage.models import Contact


class FindingTexts(FactTexts):
    def found(self, cards: "Sequence[Card]", search: Search, *, total: int, cut: bool, today: date) -> Html:
        """Who fits, a line each. `cut`: the rest can't be paged to."""
        lines = [f"{self.how_many(total)} {self.looked_for(search, today)}"]
        lines += [self._found_line(card, search, today) for card in cards]
        if cut:
            left = self._("… and {count} more. Ask for less, and I'll show them all.")
            lines.append(left.format(count=f"{total - len(cards):,}"))
        return self.fit(lines)

    def how_many(self, count: int) -> str:
        return self.n_("{count} person", "{count} people", count).format(count=f"{count:,}")

    def looked_for(self, search: Search, today: date) -> str:
        """Whom a search looks for, as it follows "12 people"; HTML."""
        parts = [self._term(field, esc(clip(words, 80))) for field, words in told(search)]
        parts += (
            [self._("with {tags}").format(tags=" ".join(f"#{esc(tag)}" for tag in search.tags))] if search.tags else []
        )
        if search.statuses == ("inbox",):
            parts.append(self._("in your inbox"))
        elif search.statuses == ("archived",):
            parts.append(self._("in the archive"))
        return " ".join([*parts, *self._days(search, today), *self._missing(search)])

    def _term(self, field: str, words: str) -> str:
        terms = {
            "company": self._("at {words}"), "city": self._("in {words}"), "met": self._("you met {words}"),
            "needs": self._("needing “{words}”"), "offers": self._("offering “{words}”"),
        }  # fmt: skip
        return (terms.get(field) or self._("for “{words}”")).format(words=words)

    def _days(self, search: Search, today: date) -> list[str]:
        said = [self._met(search.met_from, search.met_before, today)]
        if search.untouched_since == EVER:
            said.append(self._("you haven't been in touch with yet"))
        elif search.untouched_since is not None:
            since = self._since(search.untouched_since, today)
            said.append(self._("you haven't been in touch with since {day}").format(day=since))
        return [each for each in said if each]

    def _met(self, first: date | None, after: date | None, today: date) -> str:
        """`after` is the first day that doesn't count any more."""
        if first is None or after is None:
            text = self._("you met since {day}") if first else self._("you met before {day}")
            day = first or after
            return text.format(day=self._since(day, today)) if day else ""
        if (first.month, first.day, after.month, after.day) != (1, 1, 1, 1):
            last = after - timedelta(days=1)
            return self._("you met from {first} to {last}").format(
                first=self.day(first, today), last=self.day(last, today)
            )
        text = (
            self._("you met in {first}") if after.year == first.year + 1 else self._("you met from {first} to {last}")
        )
        return text.format(first=first.year, last=after.year - 1)

    def _since(self, day: date, today: date) -> str:
        """A day to count from; the first of a year is the year."""
        return str(day.year) if (day.month, day.day) == (1, 1) and day.year < today.year else self.day(day, today)

    def _missing(self, search: Search) -> list[str]:
        if not search.without:
            return []
        facts = {"tags": self._("tags"), "cadence_days": self._("a rhythm")}
        lacks = [facts.get(each) or self._("a {fact}").format(fact=self.field(each).lower()) for each in search.without]
        return [self._("without {facts}").format(facts=self.listed(lacks))]

    def _found_line(self, card: "Card", search: Search, today: date) -> str:
        contact = card.contact
        work = ", ".join(part for part in (contact.role, contact.company) if part)
        parts = [clip(part, 60) for part in (work, contact.city) if part]
        parts += [self._fit(field, clip(text, 80)) for field, text in fits_of(card, search)[:2]]
        if search.untouched_since is not None:
            parts.append(self.last_touch(contact, today))
        parts += [self.away(contact)] if contact.status != "active" else []
        return " · ".join([f"<b>{esc(clip(contact.name, 60))}</b>", *[esc(part) for part in parts]])

    def _fit(self, field: str, text: str) -> str:
        fits = {
            "needs": self._("needs {text}"), "offers": self._("offers {text}"), "met": self._("met {text}"),
            "tag": self._("#{text}"),
        }  # fmt: skip
        return (fits.get(field) or self._("“{text}”")).format(text=text)

    def last_touch(self, contact: "Contact", today: date) -> str:
        if contact.last_touch_on is None:
            return self._("not in touch yet")
        return self._("last in touch {day}").format(day=self.day(contact.last_touch_on, today))

    def away(self, contact: "Contact") -> str:
        """Where somebody is who isn't active."""
        return self._("archived") if contact.status == "archived" else self._("inbox")

    def found_nobody(self, search: Search, *, near: bool) -> Html:
        """Nobody fits; `near`: names like it are on the buttons."""
        lines = [self.nobody_found(search.text)]
        return self.fit([*lines, self._("Did you mean one of these?")] if near else lines)

    def label_others(self, typed: str) -> str:
        return self._("Others for “{typed}” ›").format(typed=clip(typed, 30))
