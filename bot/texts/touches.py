"""What Dotty says when they were in touch."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from bot.texts.people import clip
from bot.texts.voice import Html, Voice, esc

if TYPE_CHECKING:
    from storage.models import Contact


class TouchTexts(Voice):
    def done(self, contact: "Contact", *, note: str | None, next_time: str | None, seed: int) -> Html:
        """One warm line, and the next time; then, where nothing was noted yet, room for a note."""
        name = esc(contact.name)
        warm = [
            self._("Lovely. That's what keeps it alive."),
            self._("Nice one. A little goes a long way."),
            self._("Good. A hello like that is always welcome."),
            self._("Well done. That was worth it."),
            self._("Great. It's always easier the next time."),
        ]
        lines = [f"<b>{name}</b> ✓ {warm[seed % len(warm)]}"]
        when = self._("Next time: {when}.").format(when=next_time)
        lines.append(when if next_time else self._("Next time: when their turn comes round."))
        noted = self._("Noted: {text}").format(text=esc(clip(note))) if note else ""
        lines.append(noted or self._("Anything worth remembering?"))
        return Html("\n".join(lines))

    def touched(self, contacts: "Sequence[Contact]", *, on: date, note: str | None, next_times: Sequence[str],
                today: date) -> Html:  # fmt: skip
        names = self.listed([f"<b>{esc(clip(contact.name, 60))}</b>" for contact in contacts[:20]])
        lines = [self._("In touch with {names} {day} ✓").format(names=names, day=self._on(on, today))]
        if note:
            lines.append(self._("Noted: {text}").format(text=esc(clip(note))))
        if len(set(next_times)) == 1 and next_times[0]:
            lines.append(self._("Next time: {when}.").format(when=next_times[0]))
        return Html("\n".join(lines))

    def _on(self, on: date, today: date) -> str:
        spoken = self.day(on, today)
        return spoken if 0 <= (today - on).days < 2 else self._("on {day}").format(day=spoken)

    def note_kept(self, name: str) -> Html:
        return Html(self._("Kept, for the next time you write to <b>{name}</b>.").format(name=esc(name)))

    def no_note(self) -> Html:
        return Html(self._("All right."))

    def not_done(self) -> Html:
        return Html(self._("No hurry. It'll be here when you're ready."))

    def not_done_yet(self) -> Html:
        """As above, where no nudge waits."""
        return Html(self._("All right. Tell me when it's done, and I'll note it."))

    def about_whom(self, purpose: str) -> Html:
        """Asked where no name was said; `purpose` is "note", "promise", or else a touch."""
        if purpose == "promise":
            return Html(self._("Whom did you promise it? Type the name, or tap one."))
        if purpose == "note":
            return Html(self._("About whom? Type the name, or tap one."))
        return Html(self._("Nice. Who was it with? Type the name, or tap one."))

    def already_done(self) -> str:
        return self._("Got that one already.")

    def when(self, name: str) -> Html:
        return Html(self._("When were you in touch with <b>{name}</b>?").format(name=esc(name)))
