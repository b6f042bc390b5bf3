"""What Dotty says around a nudge."""

from datetime import date
from typing import TYPE_CHECKING

from bot.rules.given_names import given_name
from bot.texts.voice import Html, Voice, esc

if TYPE_CHECKING:
    from storage.models import Contact


class NudgeTexts(Voice):
    def nudge(self, *, name: str, reason: str, context: str, opener: str, tap_to_copy: bool) -> Html:
        """`reason`, `context` and `opener` are plain text. Where no button can copy the opener, a tap on it does."""
        words = f"<code>{esc(opener)}</code>" if tap_to_copy else esc(opener)
        lines = [self._("How about <b>{name}</b>?").format(name=esc(name)), esc(reason)]
        if context:
            lines.append(f"<i>{esc(context)}</i>")
        lines.append(self._("You could write:") + f"\n<blockquote>{words}</blockquote>")
        return Html("\n".join(lines))

    def brought_back(self, contact: "Contact", today: date) -> str:
        """The reason of a nudge that was put off; plain text. Shown after its day, it names no day."""
        on_its_day = contact.snoozed_until == today
        said = (
            self._("You asked me to bring {name} back today.")
            if on_its_day
            else self._("You asked me to bring {name} back.")
        )
        return said.format(name=given_name(contact.name) or contact.name)

    def reminder(self, name: str, *, birthday: bool = False) -> Html:
        if birthday:
            text = self._("Today is <b>{name}</b>'s birthday. If you've written already, say “done”.")
            return Html(text.format(name=esc(name)))
        text = self._("Still up for writing to <b>{name}</b>? If it's done, say “done”; if not now, that's fine too.")
        return Html(text.format(name=esc(name)))

    def nudge_answered(self, name: str, status: str) -> Html:
        """What is left of a nudge's message when it has been answered."""
        said = {
            "done": self._("<b>{name}</b>: done ✓"),
            "later": self._("<b>{name}</b>: later"),
            "skipped": self._("<b>{name}</b>: not this week"),
            "expired": self._("<b>{name}</b>: let go"),
        }
        return Html(said[status].format(name=esc(name)))

    def ask_for_names(self) -> Html:
        return Html(
            self._(
                "I have nobody to suggest yet. Who would you like to stay in touch with? "
                "A name or two is plenty, like “Ana Ruiz, monthly”."
            )
        )

    def ask_about_pace(self) -> Html:
        return Html(self._("The last three went by, which happens. Should I come less often, or take a break?"))

    def nobody_else(self) -> Html:
        return Html(self._("There's nobody else waiting right now. Add someone by typing their name."))

    def nobody_yet(self) -> Html:
        return Html(self._("I don't know anybody yet. Type a name to begin, like “Ana Ruiz, monthly”."))

    def later(self, name: str, day: date, today: date) -> Html:
        text = self._("All right. I'll bring <b>{name}</b> back {day}.")
        return Html(text.format(name=esc(name), day=self.on_day(day, today)))

    def on_day(self, day: date, today: date) -> str:
        """ "tomorrow", "on Friday 27 November"."""
        spoken = self.day(day, today)
        return spoken if abs((day - today).days) < 2 else self._("on {day}").format(day=spoken)

    def skipped(self, when: str) -> Html:
        """`when`: the next nudge; "" in a pause."""
        said = self._("All right, not this week.")
        return Html(f"{said} {self._('The next nudge comes {when}.').format(when=when)}" if when else said)

    def old_nudge(self) -> str:
        return self._("That one is answered already.")

    def lost_nudge(self) -> str:
        return self._("I can't find that one any more. /next gives you another.")

    def no_open_nudge(self) -> str:
        return self._("There's no nudge open right now. /next gives you one.")

    def which_later(self, name: str) -> Html:
        return Html(self._("When should I bring <b>{name}</b> back?").format(name=esc(name)))

    # Buttons

    def label_done(self) -> str:
        return self._("✓ Done")

    def label_another(self) -> str:
        return self._("Another opener")

    def label_else(self) -> str:
        return self._("Someone else")

    def label_later(self) -> str:
        return self._("Later…")

    def label_not_this_week(self) -> str:
        return self._("Not this week")

    def label_copy(self) -> str:
        return self._("Copy the opener")

    def label_reach(self, channel: str) -> str:
        return {
            "telegram": self._("Open Telegram"),
            "whatsapp": self._("Open WhatsApp"),
            "linkedin": self._("Open LinkedIn"),
        }[channel]

    def label_postpone(self, days: int) -> str:
        return {1: self._("Tomorrow"), 3: self._("In three days"), 7: self._("Next week")}[days]

    def label_pace(self, choice: str) -> str:
        return {
            "slower": self._("Less often"),
            "month": self._("Pause for a month"),
            "pause": self._("Pause"),
            "keep": self._("Keep going"),
        }[choice]
