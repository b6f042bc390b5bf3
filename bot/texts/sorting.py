"""What Dotty says while the inbox is sorted."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.texts.people import PeopleTexts, clip
from bot.texts.voice import Html, esc

if TYPE_CHECKING:
    from storage import Card


class SortingTexts(PeopleTexts):
    def inbox_empty(self) -> Html:
        return Html(self._("Your inbox is empty. To bring people, drop a file here; /import tells which."))

    def ask_about(self) -> Html:
        return Html(
            self._(
                "One question first: what do you do, and where? A few words will do, like <i>product design in "
                "Berlin</i>. I'll show you those nearest to it first."
            )
        )

    def why_about(self) -> Html:
        return Html(self._(
            "It tells me whom to show first: people in your field, your city, at companies you know. A few words will "
            "do, like <i>product design in Berlin</i>, or Skip."
        ))  # fmt: skip

    def sort_card(self, card: "Card", reasons: Sequence[str], *, place: int, most: int, left: int) -> Html:
        """One of the inbox: where they are in the round, what is known, why they come now, and the question.

        `place` counts from 0, `most` are in this round, `left` in the whole inbox.
        """
        head = self._("{place} of {most} · {left} in your inbox").format(place=place + 1, most=most, left=f"{left:,}")
        lines = [f"<i>{head}</i>", f"<b>{esc(card.contact.name)}</b>", *self.fact_lines(card)]
        lines += [self._("Note: {text}").format(text=esc(clip(note.text, 200))) for note in card.notes[:2]]
        if why := self.sort_reasons(reasons):
            lines.append(f"<i>{why}</i>")
        return self.fit([*lines, self._("How often would you like to be in touch?")])

    def sort_reasons(self, reasons: Sequence[str]) -> str:
        """Why they come now, in a few words: "In your field · in your city"; at most two reasons."""
        words = {
            "same_company": self._("at a company where you know people"),
            "same_field": self._("in your field"),
            "same_city": self._("in your city"),
            "shared_tag": self._("shares a tag with people you keep up with"),
            "dormant": self._("an old connection, often worth the most"),
            "recent": self._("met lately"),
            "senior": self._("far up in what they do"),
        }
        said = " · ".join([words[reason] for reason in reasons if reason in words][:2])
        return said[:1].upper() + said[1:]

    def sort_round(self, sorted_now: int, left: int) -> Html:
        """The end of a round, or of the inbox."""
        if not left:
            return Html(self._("That was everybody: your inbox is empty. The ones you keep are in /people."))
        done = self.n_("One sorted.", "{count} sorted.", sorted_now).format(count=sorted_now)
        rest = self.n_("One is left", "{count} are left", left).format(count=f"{left:,}")
        return Html(self._("{done} {rest}; /sort goes on whenever you like.").format(done=done, rest=rest))

    def nothing_to_go_back_to(self) -> str:
        return self._("There is no card before this one.")

    def sorted_already(self) -> str:
        return self._("That one is sorted.")

    def label_sort(self, what: str) -> str:
        labels = {
            "later": self._("Later"), "never": self._("Never"), "back": self._("‹ Back one"),
            "more": self._("Go on"),
        }  # fmt: skip
        return labels[what]
