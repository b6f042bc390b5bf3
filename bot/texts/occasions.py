"""Why this contact, now, where something is at hand: a wish, a promise, a yearly day, an event, an introduction.

Plain text, one or two sentences with the facts that decided; never a reproach.
"""

import re
from datetime import date

from bot.rules.events import Event
from bot.rules.reasons import Reason
from bot.texts.voice import Voice

#: A season's length in days, give or take, and a month's; what is between is "around" its first day.
_SEASON_DAYS = (80, 100)
_MONTH_DAYS = (27, 31)
_WEEK_DAYS = 8
_RETURNS = re.compile(r"\Areturn(?:s|ing)?\b", re.IGNORECASE)


class OccasionTexts(Voice):
    def on_a_day(self, day: date | None, today: date) -> str:
        """ "today", "on 12 March"; "" for no day."""
        if day is None:
            return ""
        spoken = self.day(day, today)
        return spoken if abs((day - today).days) < 2 else self._("on {day}").format(day=spoken)

    def _occasion_facts(self, reason: Reason) -> dict[str, str]:
        """What the wordings below are filled with."""
        today, event = reason.today, reason.event
        return {
            "promise": reason.promise or "",
            "promised": self.day(reason.promise_due_on, today) if reason.promise_due_on else "",
            "yearly": reason.yearly or "",
            "yearly_day": self.on_a_day(reason.yearly_on, today),
            "turn": self.day(reason.turn_on, today) if reason.turn_on else "",
            "other": reason.introduced_to or "",
            "introduced": self.on_a_day(reason.introduced_on, today),
            "what": self._happening(event) if event else "",
            "where": (event.where or "") if event else "",
            "when": self.event_day(event, today) if event else "",
        }

    def _turn_wordings(self, reason: Reason) -> tuple[str, ...]:
        if reason.turn_on is None or reason.last_touch_on is None:
            return self._("It's {name}'s turn, as you wished."), self._(
                "You wanted {name} to come next, and now is the time."
            )
        return (
            self._("It's {name}'s turn, as you wished; you were last in touch {last}."),
            self._("You wanted {name} named from {turn} on. You were last in touch {last}."),
            self._("You put {name} next yourself. The last time you were in touch was {last}."),
        )

    def _promise_wordings(self, reason: Reason) -> tuple[str, ...]:
        due, today = reason.promise_due_on, reason.today
        if due is None:
            return (
                self._("You have something open for {name}: {promise}."),
                self._("There's a promise to {name} that you could keep this week: {promise}."),
            )
        if due == today:
            return (
                self._("What you promised {name} is for today: {promise}."),
                self._("You told {name} you'd do this today: {promise}."),
            )
        if due > today:
            return (
                self._("What you promised {name} is for {promised}: {promise}."),
                self._("You told {name} you'd do this by {promised}: {promise}."),
            )
        return (
            self._("What you promised {name} was for {promised}: {promise}. It's still welcome."),
            self._("You told {name} you'd do this by {promised}: {promise}. This week would be a good one for it."),
        )

    def _yearly_wordings(self, reason: Reason) -> tuple[str, ...]:
        day, today = reason.yearly_on, reason.today
        if day == today:
            return self._("Today is {name}'s {yearly}."), self._("It's {name}'s {yearly} today.")
        if day is not None and day < today:
            return (
                self._("{name}'s {yearly} was {yearly_day}. A belated word is welcome too."),
                self._("It was {name}'s {yearly} {yearly_day}, and it's not too late to say so."),
            )
        return (
            self._("{name}'s {yearly} is {yearly_day}."),
            self._("{name}'s {yearly} is coming up: it's {yearly_day}."),
            self._("{name}'s {yearly} is {yearly_day}, a good occasion to be in touch."),
        )

    def _introduced_wordings(self) -> tuple[str, ...]:
        return (
            self._("You introduced {name} to {other} {introduced}; it's a good moment to ask how that went."),
            self._("{name} and {other} know each other through you, since you introduced them {introduced}."),
        )

    # Events

    def _event_wordings(self, reason: Reason) -> tuple[str, ...]:
        event = reason.event
        if event is None:
            return (self._("There's something coming up for {name}."),)
        if event.last_on < reason.today:
            return self._past_event(event)
        if event.first_on <= reason.today:
            return self._event_now(event)
        return self._event_ahead(event)

    def _event_ahead(self, event: Event) -> tuple[str, ...]:
        match event.kind:
            case "job":
                starts = self._("{name} starts a new job {when}")
                starts = self._("{name} starts at {where} {when}") if event.where else starts
                return (
                    self._("{starts}: a good moment to wish them luck.").replace("{starts}", starts),
                    self._("{starts}, as you noted.").replace("{starts}", starts),
                )
            case "move":
                moves = self._("{name} moves to {where} {when}") if event.where else self._("{name} moves {when}")
                return (
                    self._("{moves}: a good moment for a word before it.").replace("{moves}", moves),
                    self._("{moves}, as you noted.").replace("{moves}", moves),
                )
            case "back":
                return (
                    self._("{name} is due to be {what} {when}."),
                    self._("{name} will be {what} {when}, as you noted."),
                )
            case "other":
                return (
                    self._("For {name} you noted “{what}”, and that is {when}."),
                    self._("“{what}”: that is what you noted about {name}, and it is {when}."),
                )
            case _:
                return (
                    self._("{name} has {event} {when}: a good moment to wish them well.").replace(
                        "{event}", self.event_noun(event)
                    ),
                    self._("{name} has {event} coming up {when}.").replace("{event}", self.event_noun(event)),
                )

    def _event_now(self, event: Event) -> tuple[str, ...]:
        match event.kind:
            case "job":
                at = self._("at {where}") if event.where else self._("the new job")
                return (
                    self._("{name} starts {at} {when}: a good moment to wish them luck.").replace("{at}", at),
                    self._("You noted that {name} starts {at} {when}.").replace("{at}", at),
                )
            case "move":
                to = self._(" to {where}") if event.where else ""
                return (
                    self._("{name} moves{to} {when}: a good moment for a word.").replace("{to}", to),
                    self._("You noted that {name} moves{to} {when}.").replace("{to}", to),
                )
            case "back":
                return self._("{name} is due to be {what} {when}."), self._("{name} is {what} {when}, as you noted.")
            case "other":
                return (
                    self._("For {name} you noted “{what}”, and that is {when}."),
                    self._("“{what}”: that is what you noted about {name}, and it is {when}."),
                )
            case _:
                return (
                    self._("{name} has {event} {when}.").replace("{event}", self.event_noun(event)),
                    self._("It's {when} that {name} has {event}.").replace("{event}", self.event_noun(event)),
                )

    def _past_event(self, event: Event) -> tuple[str, ...]:
        match event.kind:
            case "job":
                at = self._("at {where}") if event.where else self._("a new job")
                return (
                    self._("{name} was to start {at} {when}: a good moment to ask how it is.").replace("{at}", at),
                    self._("You noted that {name} would start {at} {when}. Now there's something to tell.").replace(
                        "{at}", at
                    ),
                )
            case "move":
                to = self._(" to {where}") if event.where else ""
                return (
                    self._("{name} was to move{to} {when}: a good moment to ask how it is there.").replace("{to}", to),
                    self._("You noted that {name} would move{to} {when}. By now there's something to tell.").replace(
                        "{to}", to
                    ),
                )
            case "back":
                return (
                    self._("{name} was to be {what} {when}, and should be by now."),
                    self._("{name} was to be {what} {when}: a good moment for a welcome back."),
                )
            case "other":
                return (
                    self._("For {name} you noted “{what}”, and that was {when}."),
                    self._("“{what}”: that was {when} for {name}, and a good thing to ask about."),
                )
            case _:
                return (
                    self._("{name} had {event} {when}: a good moment to ask how it went.").replace(
                        "{event}", self.event_noun(event)
                    ),
                    self._("{name}'s {event} was {when}, and you could ask how it went.").replace(
                        "{event}", self._bare_noun(event)
                    ),
                )

    def _happening(self, event: Event) -> str:
        """The user's words; "returns from leave" as what somebody is then: "back from leave"."""
        return _RETURNS.sub(self._("back"), event.what) if event.kind == "back" else event.what

    def event_noun(self, event: Event) -> str:
        """ "an exam"; braces of the user's own are none of ours."""
        return {
            "exam": self._("an exam"), "interview": self._("an interview"), "launch": self._("a launch"),
            "talk": self._("a talk"), "trip": self._("a trip"), "race": self._("a race"),
            "wedding": self._("a wedding"), "show": self._("a show"),
        }.get(event.kind, "")  # fmt: skip

    def _bare_noun(self, event: Event) -> str:
        return {
            "exam": self._("exam"), "interview": self._("interview"), "launch": self._("launch"),
            "talk": self._("talk"), "trip": self._("trip"), "race": self._("race"),
            "wedding": self._("wedding"), "show": self._("show"),
        }.get(event.kind, "")  # fmt: skip

    def event_day(self, event: Event, today: date) -> str:
        """ "on 12 June", "today", "in May", "this month", "in autumn", "in the week of 12 June"."""
        if self._is_on(event):
            return self.on_a_day(event.first_on, today)
        first, length = event.first_on, (event.last_on - event.first_on).days + 1
        now = event.first_on <= today <= event.last_on
        if _SEASON_DAYS[0] <= length <= _SEASON_DAYS[1]:
            names = self._("winter spring summer autumn").split()
            season = names[first.month % 12 // 3]
            return self._("this {period}").format(period=season) if now else self._("in {period}").format(period=season)
        if _MONTH_DAYS[0] <= length <= _MONTH_DAYS[1] and first.day == 1:
            months = self._("January February March April May June July August September October November December")
            return self._("this month") if now else self._("in {period}").format(period=months.split()[first.month - 1])
        if length <= _WEEK_DAYS:
            return self._("this week") if now else self._("in the week of {day}").format(day=self.day(first, today))
        return self._("about now") if now else self._("around {day}").format(day=self.day(first, today))

    def _is_on(self, event: Event) -> bool:
        return event.first_on == event.last_on
