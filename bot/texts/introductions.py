"""What Dotty says when two people are to be introduced, and when somebody could introduce the user."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from bot.rules.given_names import given_name
from bot.texts.people import clip
from bot.texts.voice import Html, Voice, esc

if TYPE_CHECKING:
    from bot.rules.introducers import Lead
    from storage.models import Introduction

#: How much of what was typed is shown.
_SHOWN = 200
_MOST_LISTED = 10


class IntroductionTexts(Voice):
    def short_name(self, name: str) -> str:
        return clip(given_name(name) or name, 40)

    # Why

    def needs_met(self, needy: str, giver: str, *, need: str, gift: str, by: str, same: bool) -> str:
        """Why two should know each other, as one plain sentence; names as filed, need and gift as typed."""
        names = {"needy": self.short_name(needy), "giver": self.short_name(giver)}
        if by == "offer":
            said = (
                self._("{giver} offers {gift}, which {needy} could use.")
                if same
                else self._("{needy} needs {need}; {giver} offers {gift}.")
            )
        else:
            said = (
                self._("{needy} needs {need}; {giver} is one.")
                if same
                else self._("{needy} needs {need}; {giver} is {gift}.")
            )
        return said.format(**names, need=clip(need, 80), gift=clip(gift, 80))

    def both_in(self, city: str) -> str:
        return self._("Both are in {city}.").format(city=clip(city, 60))

    # Proposing

    def proposal(self, first: str, second: str, why: str) -> Html:
        """`why` is plain text."""
        head = self._("<b>{first}</b> and <b>{second}</b> might like to know each other.")
        return Html(f"{self._pair(head, first, second)}\n{esc(clip(why, _SHOWN))}".strip())

    def _pair(self, said: str, first: str, second: str) -> str:
        return said.format(first=esc(clip(first, 80)), second=esc(clip(second, 80)))

    def nobody_to_introduce(self) -> Html:
        return Html(self._(
            "Nobody to introduce just now. Tell me what people need or offer, like “Ana needs a designer” or “Ben offers "
            "pricing advice”, and I'll see who fits. Or name two: <i>/intro Ana Ben</i>."
        ))  # fmt: skip

    def introductions(self, lines: Sequence[str]) -> Html:
        """Those under way; `lines` are HTML."""
        return self.fit([self._("Introductions under way:"), *lines])

    def introduction_line(self, introduction: "Introduction", first: str, second: str) -> str:
        """HTML: which two, and how far they are."""
        replies = {"yes": self._("said yes"), "no": self._("said no")}
        told = [
            f"{self.short_name(name)} {replies[reply]}"
            for name, reply in ((first, introduction.first_reply), (second, introduction.second_reply)) if reply in replies
        ]  # fmt: skip
        states = {
            "proposed": self._("proposed"), "asked": self.listed(told) or self._("being asked"),
            "agreed": self._("both said yes"), "made": self._("introduced"),
        }  # fmt: skip
        line = self._pair("• <b>{first}</b> · <b>{second}</b>", first, second)
        return f"{line}: {esc(states.get(introduction.status, ''))}"

    def ask_who(self) -> Html:
        return Html(self._("Which two should know each other? Type their names, like <i>/intro Ana Ben</i>."))

    def same_two(self) -> Html:
        return Html(self._("That's one and the same person. Which two should know each other?"))

    def ask_topic(self, first: str, second: str) -> Html:
        said = self._("What should <b>{first}</b> and <b>{second}</b> talk about? A few words, or skip.")
        return Html(self._pair(said, first, second))

    def pair_gone(self) -> str:
        return self._("One of the two isn't in your list any more.")

    def old_introduction(self) -> str:
        return self._("That's settled already. /intro shows what's under way.")

    def introduction_refused(self, first: str, second: str) -> Html:
        return Html(self._pair(self._("All right, not <b>{first}</b> and <b>{second}</b>."), first, second))

    def introduction_later(self) -> Html:
        return Html(self._("Not now, then. I won't bring it up again; /intro has it when you like."))

    # Asking

    def asking(self, first: str, second: str) -> Html:
        head = self._("Let's ask <b>{first}</b> and <b>{second}</b> first, one by one. Here are words for each.")
        return Html(self._pair(head, first, second))

    def words_to(self, name: str, words: str, *, tap_to_copy: bool) -> Html:
        """Words for one of them; where no button can copy them, a tap does."""
        return Html(self._("To <b>{name}</b>:").format(name=esc(clip(name, 80))) + self._quoted(words, tap_to_copy))

    def _quoted(self, words: str, tap_to_copy: bool) -> str:
        said = f"<code>{esc(words)}</code>" if tap_to_copy else esc(words)
        return f"\n<blockquote>{said}</blockquote>"

    def side_answered(self, name: str, reply: str) -> Html:
        """What is left of the message with words for one of them."""
        said = self._("<b>{name}</b>: yes ✓") if reply == "yes" else self._("<b>{name}</b>: no")
        return Html(said.format(name=esc(clip(name, 80))))

    def one_agreed(self, name: str, other: str) -> Html:
        said = self._("Good. <b>{name}</b> would like that; now it's up to <b>{other}</b>.")
        return Html(said.format(name=esc(clip(name, 80)), other=esc(clip(other, 80))))

    def both_agreed(self, first: str, second: str, words: str, *, tap_to_copy: bool) -> Html:
        head = self._("Both said yes. For <b>{first}</b> and <b>{second}</b> together:")
        return Html(self._pair(head, first, second) + self._quoted(words, tap_to_copy))

    def one_declined(self, name: str, other: str, words: str, *, tap_to_copy: bool) -> Html:
        """Closed; with words for the other one, who may have been asked already."""
        said = self._("<b>{name}</b> would rather not, and that's fine. It's closed. If <b>{other}</b> was asked already, "
                      "you could write:")  # fmt: skip
        return Html(
            said.format(name=esc(clip(name, 80)), other=esc(clip(other, 80))) + self._quoted(words, tap_to_copy)
        )

    # Made, and what came of it

    def introduction_made(self, first: str, second: str, day: str) -> Html:
        """`day`: when it is asked what came of it."""
        said = self._(
            "Well done: <b>{first}</b> and <b>{second}</b> know each other now. I'll ask {day} what came of it."
        )
        return Html(said.format(first=esc(clip(first, 80)), second=esc(clip(second, 80)), day=day))

    def ask_outcome(self, first: str, second: str, day: str) -> Html:
        said = self._("You introduced <b>{first}</b> and <b>{second}</b> {day}. What came of it?")
        return Html(said.format(first=esc(clip(first, 80)), second=esc(clip(second, 80)), day=day))

    def ask_outcome_words(self, first: str, second: str) -> Html:
        return Html(
            self._pair(self._("What came of <b>{first}</b> and <b>{second}</b>? In your words."), first, second)
        )

    def outcome_kept(self, first: str, second: str, outcome: str) -> Html:
        said = {
            "yes": self._("Good to hear. <b>{first}</b> and <b>{second}</b> have you to thank."),
            "nothing": self._("That happens. You did your part for <b>{first}</b> and <b>{second}</b>."),
        }.get(outcome, self._("Kept with <b>{first}</b> and <b>{second}</b>."))
        return Html(self._pair(said, first, second))

    def introduction_told(self, first: str, second: str, day: str) -> Html:
        """One that is made, asked for again."""
        said = self._("You introduced <b>{first}</b> and <b>{second}</b> {day}.")
        return Html(said.format(first=esc(clip(first, 80)), second=esc(clip(second, 80)), day=day))

    def introduced_on(self, day: date, today: date) -> str:
        """ "today", "on 3 June"."""
        spoken = self.day(day, today)
        return spoken if abs((day - today).days) < 2 else self._("on {day}").format(day=spoken)

    def with_introductions(self, card: Html, introduced: "Sequence[tuple[str, date]]", today: date) -> Html:
        """A card, and in one line to whom the user introduced them, the newest first."""
        if not introduced:
            return card
        told = [f"{esc(clip(name, 60))} {self.introduced_on(day, today)}" for name, day in introduced[:3]]
        line = self._("Introduced to {whom}.").format(whom=self.listed(told))
        return self.fit([*card.split("\n"), line])

    # Who could introduce the user

    def introducers(self, query: str, leads: "Sequence[Lead]", names: Sequence[str]) -> Html:
        """Who may know somebody there, best first, with a reason each."""
        where = esc(clip(query, 60))
        lines = [f"• <b>{esc(clip(name, 60))}</b>: {self._lead(lead)}" for lead, name in zip(leads, names, strict=True)]
        return self.fit([self._("Who could help you to somebody at <b>{where}</b>:").format(where=where), *lines])

    def _lead(self, lead: "Lead") -> str:
        fact, via = esc(clip(lead.fact, 100)), esc(clip(lead.via, 60))
        said = {
            "there": self._("works there: {fact}"), "was": self._("was there: {fact}"),
            "knows": self._("introduced you to {via}, who is there"),
            "introduced": self._("you introduced them to {via}, who is there"),
            "offers": self._("offers: {fact}"), "noted": self._("you noted: {fact}"),
            "met": self._("you met {fact}"), "tag": self._("has the tag {fact}"),
        }  # fmt: skip
        return said[lead.kind].format(fact=fact, via=via)

    def no_introducers(self, query: str) -> Html:
        said = self._("I see nobody who leads to “{query}” yet: no company, note or introduction mentions it.")
        return Html(said.format(query=esc(clip(query, 80))))

    def ask_for_introduction(self, name: str, words: str, *, tap_to_copy: bool) -> Html:
        head = self._("To <b>{name}</b>, if you like:").format(name=esc(clip(name, 80)))
        return Html(head + self._quoted(words, tap_to_copy))

    def give_first(self, warning: Html, need: str | None) -> Html:
        """`warning` says that one has only asked so far; what they could use, if it is known, is a way to give."""
        could = self._("They could use this: {need}.").format(need=esc(clip(need, _SHOWN))) if need else ""
        return Html("\n".join(part for part in (warning, could) if part))

    def nobody_for(self, name: str) -> Html:
        return Html(self._("I see nobody who'd fit <b>{name}</b> yet.").format(name=esc(clip(name, 80))))

    # Buttons

    def label_intro(self, what: str) -> str:
        labels = {
            "both": self._("Ask them both"), "not": self._("Not these two"), "later": self._("Not now"),
            "yes": self._("They said yes"), "no": self._("They said no"), "sent": self._("Sent"),
            "touch": self._("Also counts as being in touch"), "talked": self._("They talked"),
            "nothing": self._("Nothing yet"), "words": self._("In words…"), "skip": self._("Skip"),
            "copy": self._("Copy"), "anyway": self._("Ask anyway"), "give": self._("Who could they meet?"),
            "another": self._("Another pair"),
        }  # fmt: skip
        return labels[what]

    def label_pair(self, first: str, second: str) -> str:
        return f"{clip(self.short_name(first), 25)} · {clip(self.short_name(second), 25)}"
