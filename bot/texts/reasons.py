"""Why this contact, now: what the user reads above the opener. Plain text: it is stored, and escaped where shown."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from bot.rules.given_names import given_name, visible
from bot.rules.reasons import Reason
from bot.texts.occasions import OccasionTexts

if TYPE_CHECKING:
    from storage.models import Contact, Note, Touch

#: The longest piece of a note to pick the thread up from, in characters.
CONTEXT_LENGTH = 160
#: The longest piece of it in a list, in characters.
FEW = 40
_A_MONTH = 30.44
_A_YEAR = 365.25


class Noted(Protocol):
    """A contact's notes and touches, each newest first."""

    @property
    def notes(self) -> "Sequence[Note]": ...
    @property
    def touches(self) -> "Sequence[Touch]": ...


class ReasonTexts(OccasionTexts):
    def reason(self, reason: Reason, contact: "Contact") -> str:
        """A sentence or two with the facts that decided. The wording turns with the weeks, and stays for the day."""
        wordings = self._reason_wordings(reason)
        week = reason.today.toordinal() // 7
        turn = (contact.id or 0) + week + week // len(wordings)
        today, last = reason.today, reason.last_touch_on
        return wordings[turn % len(wordings)].format(
            name=given_name(contact.name) or contact.name,
            every=self.rhythm(reason.cadence_days) if reason.cadence_days else "",
            last=self.on_a_day(last, today),
            ago=self.silence((today - last).days) if last else "",
            added=self.on_a_day(reason.added_on, today),
            due=self.on_a_day(reason.due_on, today),
            birthday=self.on_a_day(reason.birthday_on, today),
            **self._occasion_facts(reason),
        )

    def in_few_words(self, reason: Reason) -> str:
        """The same for a list of names: "exam on 12 June", "about four months"; plain text."""
        today, last = reason.today, reason.last_touch_on
        match reason.kind:
            case "turn":
                return self._("your wish")
            case "promise":
                return self._("a promise to keep")
            case "birthday":
                return self._("birthday {day}").format(day=self.on_a_day(reason.birthday_on, today))
            case "yearly":
                day = self.on_a_day(reason.yearly_on, today)
                return self._("{what} {day}").format(what=reason.yearly, day=day)
            case "event" if reason.event is not None:
                day = self.event_day(reason.event, today)
                return self._("{what} {day}").format(what=_shortened(reason.event.what, FEW), day=day)
            case "introduced":
                return self._("introduced to {name}").format(name=reason.introduced_to)
            case "never":
                return self._("a first hello")
            case "early":
                return self._("due {day}").format(day=self.on_a_day(reason.due_on, today))
            case "due" | "overdue" if reason.cadence_days:
                return self.rhythm(reason.cadence_days)
            case _:
                return (
                    self._("{long} since the last time").format(long=self.silence((today - last).days)) if last else ""
                )

    def context(self, card: Noted, *, today: date) -> str:
        """The newest thing the user noted, in their own words; "" where they noted nothing."""
        noted = [(note.noted_on, note.text) for note in card.notes]
        noted += [(touch.touched_on, touch.note) for touch in card.touches if touch.note]
        if not noted:
            return ""
        day, words = max(noted, key=lambda one: one[0])
        return self._("You noted {day}: {words}").format(day=self.on_a_day(day, today), words=_shortened(words))

    def silence(self, days: int) -> str:
        """How long that is, as people say it: "a few days", "about four months", "about a year and a half"."""
        if days < 14:
            return self._("a few days") if days < 7 else self._("about a week")
        weeks, months, years = round(days / 7), round(days / _A_MONTH), round(days / _A_YEAR)
        if weeks < 8:
            return self.n_("about a week", "about {n} weeks", weeks).format(n=self.numeral(weeks))
        if months < 11:
            return self.n_("about a month", "about {n} months", months).format(n=self.numeral(months))
        if months in (17, 18, 19):
            return self._("about a year and a half")
        return self.n_("about a year", "about {n} years", years).format(n=self.numeral(years))

    def rhythm(self, days: int) -> str:
        """A cadence inside a sentence: "every two weeks", "every month", "once a year"."""
        named = {
            1: self._("every day"),
            7: self._("every week"),
            30: self._("every month"),
            31: self._("every month"),
            182: self._("twice a year"),
            183: self._("twice a year"),
            365: self._("once a year"),
        }
        if days in named:
            return named[days]
        months = round(days / _A_MONTH)
        if days % 7 == 0 and days < 56:
            return self._("every {n} weeks").format(n=self.numeral(days // 7))
        if abs(days - months * _A_MONTH) <= 2 and 1 < months < 24:
            return self._("every {n} months").format(n=self.numeral(months))
        return self.n_("every day", "every {n} days", days).format(n=days)

    def numeral(self, number: int) -> str:
        """In words up to twelve, in figures beyond."""
        words = self._("zero one two three four five six seven eight nine ten eleven twelve").split()
        return words[number] if number < len(words) else str(number)

    def _reason_wordings(self, reason: Reason) -> tuple[str, ...]:
        match reason.kind:
            case "turn":
                return self._turn_wordings(reason)
            case "promise":
                return self._promise_wordings(reason)
            case "yearly":
                return self._yearly_wordings(reason)
            case "event":
                return self._event_wordings(reason)
            case "introduced":
                return self._introduced_wordings()
            case "birthday":
                return self._birthday_wordings(reason)
            case "never":
                return self._never_wordings(reason)
            case "overdue" | "due":
                return self._due_wordings(reason)
            case "dormant" | "waiting":
                return self._unwished_wordings(reason)
            case "early":
                return self._early_wordings(reason)

    def _birthday_wordings(self, reason: Reason) -> tuple[str, ...]:
        if reason.birthday_on == reason.today:
            return self._("It's {name}'s birthday today."), self._("Today is {name}'s birthday.")
        if reason.birthday_on is not None and reason.birthday_on < reason.today:
            return (
                self._("{name}'s birthday was {birthday}. Belated wishes are welcome too."),
                self._("It was {name}'s birthday {birthday}, and it's not too late to say so."),
            )
        return (
            self._("{name}'s birthday is {birthday}."),
            self._("{name} has a birthday coming up: it's {birthday}."),
            self._("{name}'s birthday is {birthday}, a good occasion to be in touch."),
        )

    def _never_wordings(self, reason: Reason) -> tuple[str, ...]:
        if reason.cadence_days is None:
            return (
                self._("You added {name} {added}, and a first hello would be a good start."),
                self._("You and {name} haven't been in touch yet, as far as I know. A short hello is a start."),
                self._("You added {name} {added}. This could be the week for a first hello."),
            )
        return (
            self._("You'd like to be in touch with {name} {every}. A short hello is enough to begin."),
            self._("You want to be in touch with {name} {every}, and a first hello gets it going."),
            self._("You added {name} {added} and want to be in touch {every}; this would be the first time."),
            self._("You want to be in touch with {name} {every}. This could be the week for a first hello."),
        )

    def _due_wordings(self, reason: Reason) -> tuple[str, ...]:
        if reason.kind == "due":
            return (
                self._("You want to be in touch with {name} {every}; the last time was {last}, so it's time again."),
                self._("It's time for {name} again: you were last in touch {last}, and you want it to be {every}."),
            )
        return (
            self._("{name}: last in touch {last}. You'd like it to be {every}, and this is a good week for a hello."),
            self._("It's been {ago} since you and {name} were in touch. You'd like it to be {every}."),
            self._("You and {name} were last in touch {last}, {ago} ago. You'd like it to be {every}."),
        )

    def _unwished_wordings(self, reason: Reason) -> tuple[str, ...]:
        if reason.kind == "dormant":
            return (
                self._("You and {name} were last in touch {last}; a hello after so long is a nice surprise."),
                self._("It's been {ago} since you and {name} were in touch. Old threads are easily picked up again."),
                self._("You haven't been in touch with {name} for {ago}, which makes a hello all the nicer."),
            )
        if reason.last_touch_on is None or (reason.today - reason.last_touch_on).days < 14:
            return self._unhurried_wordings(reason, self._("You and {name} were last in touch {last}."))
        return (
            self._("You and {name} were last in touch {last}, {ago} ago."),
            self._("It's been {ago} since you and {name} were in touch."),
        )

    def _early_wordings(self, reason: Reason) -> tuple[str, ...]:
        return self._unhurried_wordings(reason, self._("{name} is next due {due}."))

    def _unhurried_wordings(self, reason: Reason, fact: str) -> tuple[str, ...]:
        """For somebody who is not due. That nobody is, is only said where it is so."""
        any_time = self._("A hello is welcome any time.")
        if reason.nobody_due:
            nobody_due = self._("Nobody is due this week.")
            glad = self._("If you feel like it, say hello to {name}.")
            return f"{nobody_due} {glad}", f"{nobody_due} {fact} {any_time}"
        no_hurry = self._("There's no hurry, but if you feel like it, say hello.")
        return f"{fact} {no_hurry}", f"{fact} {any_time}"


def _shortened(words: str, most: int = CONTEXT_LENGTH) -> str:
    """One line of at most so many characters, cut between words where there is a gap to cut at."""
    line = " ".join(visible(words).split())
    if len(line) <= most:
        return line
    kept = line[:most].rpartition(" ")[0] or line[: most - 1]
    return f"{kept.rstrip(' ,.;:')}…"
