"""What Dotty says about contacts that may be one person."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from bot.texts.facts import FactTexts
from bot.texts.people import clip
from bot.texts.voice import Html, esc

if TYPE_CHECKING:
    from storage import Card


class DoubleTexts(FactTexts):
    def no_doubles(self) -> Html:
        return Html(self._("I see no two people who look like one. If I miss some, open a card and archive it."))

    def doubles_done(self) -> Html:
        return Html(self._("No more pairs to look at."))

    def double(self, first: "Card", second: "Card", reasons: Sequence[str], left: int) -> Html:
        """Two cards, one under the other, and the question. `left` counts the pairs, this one among them."""
        more = self.n_("the last pair", "{count} pairs to look at", left).format(count=left)
        why = self.double_reasons(reasons)
        lines = [self._("Is this one person? <i>({more})</i>").format(more=more), "", *self._one_side(first), ""]
        lines += self._one_side(second)
        return self.fit([*lines, "", f"<i>{why}</i>"] if why else lines)

    def _one_side(self, card: "Card") -> list[str]:
        lines = [f"<b>{esc(card.contact.name)}</b>", *self.fact_lines(card)]
        if card.contact.status == "inbox":
            lines.append(self._("In your inbox"))
        counts = [
            self.n_("one note", "{count} notes", len(card.notes)).format(count=len(card.notes)) if card.notes else "",
            self.n_("in touch once", "in touch {count} times", len(card.touches)).format(count=len(card.touches))
            if card.touches else "",
        ]  # fmt: skip
        told = ", ".join(count for count in counts if count)
        return [*lines, told[:1].upper() + told[1:]] if told else lines

    def double_reasons(self, reasons: Sequence[str]) -> str:
        words = {
            "name": self._("the same name"),
            "nickname": self._("names that go together"),
            "initial": self._("an initial that fits"),
            "typo": self._("names a letter apart"),
            "phone": self._("the same phone number"),
            "email": self._("the same email address"),
            "link": self._("the same link"),
            "telegram": self._("the same Telegram account"),
            "company": self._("the same company"),
            "birthday": self._("the same birthday"),
            "city": self._("the same city"),
        }
        said = self.listed([words[reason] for reason in reasons if reason in words])
        return said[:1].upper() + said[1:]

    def made_one(self, name: str, dropped: str) -> Html:
        if name == dropped:
            return Html(self._("The two <b>{name}</b> are one contact now.").format(name=esc(name)))
        text = self._("<b>{dropped}</b> is part of <b>{name}</b> now.")
        return Html(text.format(name=esc(name), dropped=esc(dropped)))

    def kept_apart(self) -> Html:
        return Html(self._("Two different people, then. I won't ask about them again."))

    def pair_later(self) -> Html:
        return Html(self._("I'll ask about them another time."))

    def pair_settled(self) -> str:
        return self._("Those two are settled.")

    def merged_note(self, name: str, facts: Mapping[str, str]) -> str:
        """What the other card said differently, kept as a note in plain text."""
        told = "; ".join(f"{self.field(field)}: {value}" for field, value in facts.items())
        return clip(self._("From the other card of {name}: {facts}").format(name=name, facts=told), 4000)

    def label_double(self, what: str) -> str:
        labels = {"same": self._("Same person"), "different": self._("Different people"), "later": self._("Later")}
        return labels[what]
