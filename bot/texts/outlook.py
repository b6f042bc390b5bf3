"""What Dotty says of whom it names when, and why; and of the days that come round every year."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bot.rules.given_names import given_name
from bot.texts.nudges import NudgeTexts
from bot.texts.reasons import ReasonTexts
from bot.texts.voice import Html, esc

if TYPE_CHECKING:
    from bot.rules.outlooks import Account, Expected, Outlook
    from bot.rules.reasons import Reason

#: How much of a name a button shows.
_ON_BUTTONS = 24
_TWO_WEEKS, _THREE_MONTHS = 14, 90


class OutlookTexts(ReasonTexts, NudgeTexts):
    def outlook(self, outlook: "Outlook", today: date) -> Html:
        """Who is likely in the weeks to come; "" where nobody comes after."""
        if not outlook.later:
            return Html("")
        listed = self.listed([self._expected(each, today) for each in outlook.later])
        if not outlook.this:
            return Html(self._("Next, probably {later}.").format(later=listed))
        text = self._("This week <b>{name}</b>. After that, probably {later}.")
        return Html(text.format(name=esc(outlook.this), later=listed))

    def _expected(self, each: "Expected", today: date) -> str:
        """The reason of a day to come, in today's words."""
        told = self.in_few_words(replace(each.reason, today=today))
        name = f"<b>{esc(each.name)}</b>"
        return f"{name} ({esc(told)})" if told else name

    # Why them, and why not

    def account(self, account: "Account", today: date) -> Html:
        """Whether they are named, or when they come, and the facts that decide it."""
        lines = [self._place(account, today)]
        if account.is_open or (account.place is not None and account.place.before is not None):
            lines.append(esc(self.reason(account.reason, account.contact)))
        facts = " · ".join(esc(fact) for fact in self._facts_decided(account, today))
        return self.fit([*lines, self._("What I go by: {facts}.").format(facts=facts)])

    def _place(self, account: "Account", today: date) -> str:
        contact, place = account.contact, account.place
        name = esc(contact.name)
        if place is None:
            text = self._("<b>{name}</b> is in your inbox. With a rhythm, they have their turn.")
            if contact.status == "archived":
                text = self._("<b>{name}</b> is archived, so I don't name them.")
            return text.format(name=name)
        if account.is_open:
            return self._("<b>{name}</b> is this week's.").format(name=name)
        if place.before is None:
            until = self.day(place.until, today) if place.until else ""
            return self._held_back(place.hindrance, until=until).format(name=name, until=until)
        if not place.before or place.first is None:
            return self._("<b>{name}</b> comes next.").format(name=name)
        text = self.n_(
            "<b>{name}</b> comes after one other: <b>{first}</b>.",
            "<b>{name}</b> comes after {count} others, <b>{first}</b> first.", place.before,
        )  # fmt: skip
        return text.format(name=name, first=esc(place.first.contact.name), count=self.numeral(place.before))

    def _held_back(self, hindrance: str | None, *, until: str) -> str:
        match hindrance:
            case "snoozed":
                return self._("<b>{name}</b> rests: I won't name them before {until}.")
            case "unanswered":
                return self._("<b>{name}</b> didn't answer the last three times, so I leave it to you.")
            case "touched":
                text = self._("You and <b>{name}</b> were in touch in the last days.")
            case _:
                text = self._("I named <b>{name}</b> in the last days.")
        return f"{text} {self._('The next time can be from {until} on.')}" if until else text

    def _facts_decided(self, account: "Account", today: date) -> list[str]:
        """Each in a few words, plain text."""
        contact, reason = account.contact, account.reason
        last = self._("last in touch {day}").format(day=self.on_a_day(contact.last_touch_on, today))
        facts = [last if contact.last_touch_on else self._("not in touch yet, as far as I know")]
        facts.append(self.rhythm(contact.rhythm) if contact.rhythm else self._("no set rhythm"))
        due = contact.due_on()
        if due is not None and contact.last_touch_on is not None:
            facts.append(self._("due {day}").format(day=self.on_a_day(due, today)))
        if reason.turn_on is not None:
            facts.append(self._("their turn from {day}, as you wished").format(day=self.day(reason.turn_on, today)))
        if reason.promise is not None:
            facts.append(self._promise_told(reason, today))
        if reason.birthday_on is not None:
            facts.append(self._("birthday {day}").format(day=self.on_a_day(reason.birthday_on, today)))
        if reason.yearly is not None:
            day = self.on_a_day(reason.yearly_on, today)
            facts.append(self._("{what} {day}").format(what=reason.yearly, day=day))
        if reason.event is not None:
            facts.append(f"{reason.event.what} {self.event_day(reason.event, today)}".strip())
        if reason.introduced_to is not None:
            facts.append(self._("introduced to {name}").format(name=reason.introduced_to))
        if reason.unanswered > 1:
            facts.append(self._("no answer the last {n} times").format(n=self.numeral(reason.unanswered)))
        if account.nudged_on is not None and not account.is_open:
            facts.append(self._("named {day}").format(day=self.on_a_day(account.nudged_on, today)))
        return facts

    def _promise_told(self, reason: "Reason", today: date) -> str:
        if reason.promise_due_on is None:
            return self._("promised: {promise}").format(promise=reason.promise)
        return self._("promised for {day}: {promise}").format(
            promise=reason.promise, day=self.day(reason.promise_due_on, today)
        )

    def outlook_changed(self) -> str:
        return self._("That has changed since.")

    def nobody_after(self) -> Html:
        return Html(self._("Nobody else is likely to come in the next weeks."))

    # When somebody is named next

    def next_time_set(self, name: str, on: date | None, not_before: date | None, today: date) -> Html:
        if on is not None:
            text = self._("All right. I'll name <b>{name}</b> again from {day}.")
        else:
            text = self._("All right. I won't name <b>{name}</b> before {day}.")
        day = on or not_before or today
        return Html(text.format(name=esc(name), day=self._dated(day, today)))

    def _dated(self, day: date, today: date) -> str:
        """ "tomorrow", "Monday 7 December", "1 June 2027": with the weekday as long as one thinks in weeks."""
        spoken = self.day(day, today)
        weeks_off = _TWO_WEEKS <= (day - today).days < _THREE_MONTHS
        return f"{self.weekday(day.weekday())} {spoken}" if weeks_off else spoken

    def whose_turn(self) -> Html:
        return Html(self._("Whom do you mean? Say it with the name, like “Ana again in two weeks”."))

    # Not them, because

    def ask_because(self, name: str) -> Html:
        text = self._("Not <b>{name}</b>. What is it? I'll go by that from now on.")
        return Html(text.format(name=esc(name)))

    def set_aside(self, name: str, because: str, days: int | None, until: date, today: date) -> Html:
        """What was done about it, and until when. `days` is the new rhythm, if there is one."""
        day = self._dated(until, today)
        if because == "other":
            text = self._("Good that <b>{name}</b> is looked after. I won't name them before {day}.")
        elif because == "moment":
            text = self._("I'll leave <b>{name}</b> alone until {day}; the rhythm stays as it is.")
        elif days is None:
            text = self._("I'll leave <b>{name}</b> alone until {day}.")
        elif because == "distant":
            text = self._("All right: <b>{name}</b> {every} is enough, and not before {day}.")
        else:
            text = self._("All right: <b>{name}</b> {every} from now on, and not before {day}.")
        return Html(text.format(name=esc(name), day=day, every=self.rhythm(days) if days else ""))

    # Yearly dates

    def yearly_kept(self, name: str, what: str, day: str, headsup: int | None) -> Html:
        """`day` is "2015-06-12" or "--06-12"."""
        text = self._("Noted: <b>{name}</b>'s {what} is on {day}. {when}")
        return Html(
            text.format(name=esc(name), what=esc(what), day=self.yearly_day(day), when=self._told_when(headsup))
        )

    def yearly_forgotten(self, name: str, what: str) -> Html:
        return Html(self._("Forgotten: <b>{name}</b>'s {what}.").format(name=esc(name), what=esc(what)))

    def no_such_date(self, name: str, what: str, others: Sequence[str]) -> Html:
        """`others` are the dates that may have been meant."""
        text = self._("I know no {what} of <b>{name}</b>'s.").format(what=esc(what), name=esc(name))
        if others:
            known = self._("What I know: {others}.").format(others=self.listed([esc(each) for each in others[:5]]))
            text = f"{text} {known}"
        return Html(text)

    def heads_up_set(self, name: str, days: int) -> Html:
        if not days:
            text = self._("I'll tell you of <b>{name}</b>'s birthday and yearly dates on the day itself.")
        else:
            text = self.n_(
                "I'll tell you of <b>{name}</b>'s birthday and yearly dates a day before.",
                "I'll tell you of <b>{name}</b>'s birthday and yearly dates up to {days} days before.",
                days,
            )
        return Html(text.format(name=esc(name), days=self.numeral(days)))

    def _told_when(self, headsup: int | None) -> str:
        if headsup == 0:
            return self._("I'll bring it up on the day.")
        if headsup is None:
            return self._("I'll bring it up in the week before.")
        return self.n_("I'll bring it up the day before.", "I'll bring it up {days} days before.", headsup).format(
            days=self.numeral(headsup)
        )

    def yearly_day(self, day: str) -> str:
        """ "12 June", or "12 June 2015" where the year is known."""
        year, month, number = day.rsplit("-", 2)
        months = self._("January February March April May June July August September October November December")
        return f"{int(number)} {months.split()[int(month) - 1]}" + (f" {year}" if year.isdigit() else "")

    # Buttons

    def label_now(self, name: str) -> str:
        return self._("{name} now").format(name=self._short(name))

    def label_instead(self, name: str) -> str:
        return self._("Someone other than {name}").format(name=self._short(name))

    def label_swap(self, name: str) -> str:
        return self._("{name} first").format(name=self._short(name))

    def label_because(self, because: str) -> str:
        return {
            "soon": self._("Too soon"),
            "distant": self._("Not close any more"),
            "moment": self._("Wrong moment"),
            "other": self._("Somebody else keeps in touch"),
        }[because]

    def label_refuse(self, name: str) -> str:
        return self._("Not {name}…").format(name=self._short(name))

    def label_why(self) -> str:
        return self._("Why?")

    def _short(self, name: str) -> str:
        first = given_name(name) or name
        return first if len(first) <= _ON_BUTTONS else f"{first[: _ON_BUTTONS - 1]}…"
