"""What Dotty says of promises, of answers that came or didn't, and of what somebody could use."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from bot.rules.given_names import given_name
from bot.rules.outreach_meanings import Kept, Promised
from bot.rules.promise_phrases import is_thing, to_you
from bot.texts.people import clip
from bot.texts.voice import Html, Voice, esc

if TYPE_CHECKING:
    from storage import Ledger
    from storage.models import Promise

#: How much of a promise is shown: what is longer was hardly meant as one.
SHOWN = 200
MOST_LISTED = 20


class PromiseTexts(Voice):
    def promise_line(self, name: str, promise: "Promise", today: date) -> str:
        """HTML: whom, what, and by when."""
        line = f"<b>{esc(clip(name, 60))}</b>: {self._promised_words(promise.text)}"
        return f"{line} · {self.due_day(promise.due_on, today)}" if promise.due_on else line

    def _promised_words(self, text: str) -> str:
        return esc(clip(to_you(text), SHOWN))

    def due_day(self, due_on: date, today: date) -> str:
        """ "Friday 27 November", "today"; what has passed says so, without a reproach."""
        day = self.day(due_on, today)
        return day if due_on >= today else self._("since {day}").format(day=day)

    def _promise_day(self, day: date, today: date) -> str:
        spoken = self.day(day, today)
        return spoken if abs((day - today).days) < 2 else self._("on {day}").format(day=spoken)

    def promised(self, name: str, promise: "Promise", today: date) -> Html:
        said = self._("You promised <b>{name}</b>: {what}.").format(
            name=esc(name), what=self._promised_words(promise.text)
        )
        if promise.due_on is None:
            return Html(f"{said}\n{self._('By when? A tap, or type a day.')}")
        return Html(f"{said}\n{self._will_remind(promise.due_on, today)}")

    def _will_remind(self, due_on: date, today: date) -> str:
        if due_on == today:
            return self._("I'll remind you later today.")
        return self._("I'll remind you {day}.").format(day=self._promise_day(due_on, today))

    def promise_reminder(self, name: str, promise: "Promise", today: date) -> Html:
        head = self._("You promised <b>{name}</b>: {what}.").format(
            name=esc(name), what=self._promised_words(promise.text)
        )
        if promise.due_on is not None and promise.due_on < today:
            when = self._("It was for {day}.").format(day=self.day(promise.due_on, today))
        else:
            when = self._("Today's the day.")
        return Html(f"{head}\n{when}")

    def promise_open(self, name: str, promise: "Promise", today: date) -> Html:
        return Html(self.promise_line(name, promise, today))

    def promise_list(self, lines: Sequence[str]) -> Html:
        """`lines` are HTML, those that are due first before the others."""
        if not lines:
            return Html(
                self._("Nothing promised is open. Tell me, like “I promised Ana to send the report by Friday”.")
            )
        head = self.n_("One promise is open:", "{count} promises are open:", len(lines)).format(count=len(lines))
        shown = [f"• {line}" for line in lines[:MOST_LISTED]]
        rest = [self._("… and {count} more").format(count=len(lines) - MOST_LISTED)] if len(lines) > MOST_LISTED else []
        return self.fit([head, *shown, *rest])

    def which_promise(self, name: str) -> Html:
        return Html(self._("Which promise to <b>{name}</b> is kept?").format(name=esc(name)))

    def no_promise_to(self, name: str) -> Html:
        return Html(self._("I know of no open promise to <b>{name}</b>.").format(name=esc(name)))

    def promised_already(self) -> Html:
        return Html(self._("That one is on your list already: /promise"))

    def promise_moved(self, name: str, promise: "Promise", due_on: date | None, today: date) -> Html:
        what = f"<b>{esc(name)}</b>: {self._promised_words(promise.text)}."
        return Html(f"{what}\n{self._will_remind(due_on, today) if due_on else self.no_day()}")

    def no_day(self) -> str:
        return self._("No day, then. /promise shows what is open.")

    def promise_kept(self, name: str, promise: "Promise") -> Html:
        what = f"<b>{esc(name)}</b>: {self._promised_words(promise.text)} ✓"
        return Html(f"{what}\n{self._('Good to have that done.')}")

    def promise_dropped(self, name: str, promise: "Promise") -> Html:
        what = self._promised_words(promise.text)
        return Html(self._("Dropped: {what} (<b>{name}</b>).").format(what=what, name=esc(name)))

    def promise_outcome(self, name: str, promise: "Promise", kind: str, due_on: date | None, today: date) -> Html:
        """What is left of a reminder once it is answered."""
        what = f"<b>{esc(name)}</b>: {self._promised_words(promise.text)}"
        outcome = {
            "promise_kept": "✓", "promise_dropped": self._("· dropped"),
            "promise_moved": self._("· {day}").format(day=self.day(due_on, today)) if due_on else "",
        }  # fmt: skip
        return Html(f"{what} {outcome[kind]}".strip())

    def offer_promise(self, promised: Promised, today: date) -> str:
        """ "Shall I remind you to send her the report on Friday 27 November?"; HTML."""
        what = self._promised_words(promised.text)
        asked = (
            self._("Shall I remind you of {what}")
            if is_thing(promised.text)
            else self._("Shall I remind you to {what}")
        )
        asked = asked.format(what=what)
        if promised.due_on is None:
            return f"{asked}? {self._('By when?')}"
        return f"{asked} {self._promise_day(promised.due_on, today)}?"

    def ask_promise_day(self) -> Html:
        return Html(self._("By when? A tap, or type a day."))

    def no_such_day(self) -> Html:
        return Html(
            self._("I can't make a day of that. Something like “Friday”, “in two weeks” or “3 December” works.")
        )

    def promise_gone(self) -> str:
        return self._("I can't find that promise any more. /promise shows what is open.")

    def promise_settled(self) -> str:
        return self._("That one is settled already.")

    def promise_there(self) -> str:
        return self._("It's on for that day already.")

    def no_promise(self) -> Html:
        return Html(self._("All right, no reminder."))

    def ask_kept(self, texts: Sequence[str]) -> str:
        """Behind "done", where something is promised to them; HTML."""
        if len(texts) > 1:
            return self._("And what you promised: kept too?")
        return self._("And your promise ({what}): kept too?").format(what=self._promised_words(texts[0]))

    # The ledger

    def ledger_line(self, ledger: "Ledger") -> str:
        """ "You gave twice, asked once."; "" where there is nothing to tell."""
        gave = self._("You gave {times}").format(times=self._times(ledger.gave)) if ledger.gave else ""
        asked = self._("asked {times}").format(times=self._times(ledger.asked)) if ledger.asked else ""
        if gave and asked:
            return f"{gave}, {asked}."
        return f"{gave}." if gave else self._("You {asked}.").format(asked=asked) if asked else ""

    def with_ledger(self, card: Html, ledger: "Ledger") -> Html:
        """A card with what passed between them as its last line, where something did."""
        line = self.ledger_line(ledger)
        return Html(f"{card}\n{line}") if line else card

    def _times(self, count: int) -> str:
        return {1: self._("once"), 2: self._("twice")}.get(count) or self._("{count} times").format(count=count)

    def only_asked(self, name: str) -> Html:
        """Before an ask to somebody of whom one has only ever asked: a give is offered instead."""
        said = self._("So far you've only asked <b>{name}</b> for things. Something to give first lands better: "
                      "an introduction, an article, an offer to help?")  # fmt: skip
        return Html(said.format(name=esc(name)))

    # Heard back?

    def ask_heard(self, name: str) -> Html:
        return Html(self._("Did you hear back from <b>{name}</b>?").format(name=esc(name)))

    def heard(self, name: str, reply: str | None) -> Html:
        """What is left of the question once it is answered."""
        said = {
            "yes": self._("<b>{name}</b> answered ✓"),
            "no": self._("<b>{name}</b>: no answer"),
            None: self._("<b>{name}</b>: no answer yet, and that's fine. Some take their time."),
        }
        return Html(said[reply].format(name=esc(name)))

    def how_did_it_go(self, name: str) -> Html:
        return Html(self._("Lovely. How did it go with <b>{name}</b>?").format(name=esc(name)))

    def no_answer(self, name: str) -> Html:
        return Html(self._("Noted. It happens, and it's seldom about you. <b>{name}</b> may simply be busy.")
                    .format(name=esc(name)))  # fmt: skip

    def ask_unanswered(self, name: str) -> Html:
        return Html(self._("The last few to <b>{name}</b> stayed without an answer. What now?").format(name=esc(name)))

    def ways_to_reach(self, name: str, *, known: bool) -> Html:
        text = self._("Another way to <b>{name}</b>:") if known else self._(
            "I know no other way to <b>{name}</b>. Tell me one, like “Ana's phone is +34 600 123 456”."
        )  # fmt: skip
        return Html(text.format(name=esc(name)))

    def point_lines(self, points: Sequence[tuple[str, str]]) -> list[str]:
        """Ways to reach somebody, (label, value) each; HTML."""
        return [f"{esc(label)}: {esc(clip(value))}" for label, value in points[:10]]

    def left_alone(self, name: str, until: date, today: date) -> Html:
        text = self._("All right. I'll leave <b>{name}</b> in peace until {day}.")
        return Html(text.format(name=esc(name), day=self.day(until, today)))

    def kept_as_is(self, name: str) -> Html:
        return Html(self._("All right. <b>{name}</b> stays as it is.").format(name=esc(name)))

    def question_settled(self) -> str:
        return self._("That question is settled.")

    def told_next_time(self, turn_on: date | None, not_before: date | None, today: date) -> str:
        """A line behind a note that told the next time; HTML."""
        if turn_on is not None:
            return self._("Next time: {when}.").format(when=self.day(turn_on, today))
        until = self.day(not_before, today) if not_before else ""
        return self._("And not before {day}.").format(day=until)

    # Needs

    def ask_need(self, name: str) -> str:
        """HTML."""
        text = self._("Is there something you could help <b>{name}</b> with?")
        return text.format(name=esc(given_name(name) or name))

    def need_noted(self, name: str, needs: str) -> Html:
        text = self._("Good to know. <b>{name}</b> could use: {needs}.")
        return Html(text.format(name=esc(name), needs=esc(clip(needs))))

    def no_need(self) -> Html:
        return Html(self._("All right. If something comes up, just tell me."))

    # Buttons

    def label_promise(self, what: str) -> str:
        labels = {
            "done": self._("Done"), "tomorrow": self._("Tomorrow"), "friday": self._("Friday"),
            "week": self._("Next week"), "none": self._("No day"), "drop": self._("Drop"),
            "touch": self._("Also in touch today"), "list": self._("All promises"),
            "yes": self._("Yes"), "day": self._("Another day"), "no": self._("No"),
        }  # fmt: skip
        return labels[what]

    def label_kept(self, text: str) -> str:
        return clip(self._("Kept: {what}").format(what=to_you(text)), 50)

    def label_listed(self, name: str, text: str) -> str:
        return clip(f"{clip(name, 20)}: {to_you(text)}", 50)

    def label_heard(self, what: str) -> str:
        labels = {
            "yes": self._("Yes"), "notyet": self._("Not yet"), "no": self._("No answer"),
            "way": self._("Try another way"), "leave": self._("Leave for a year"), "keep": self._("Keep as it is"),
        }  # fmt: skip
        return labels[what]

    def label_promise_meaning(self, meaning: Promised | Kept, today: date | None) -> str:
        """A reading of a sentence, on a button."""
        if isinstance(meaning, Kept):
            return clip(self._("A promise to {name} is kept").format(name=meaning.who or self._("them")), 60)
        what = clip(to_you(meaning.text), 30)
        if meaning.due_on and today:
            return clip(
                self._("Remind me {day}: {what}").format(day=self._promise_day(meaning.due_on, today), what=what), 60
            )
        return clip(self._("A promise: {what}").format(what=what), 60)
