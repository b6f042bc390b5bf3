"""What Dotty says about when it comes, and about the first steps."""

from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from bot.rules.zones import Place
from bot.texts.people import clip
from bot.texts.voice import Html, Voice, esc

if TYPE_CHECKING:
    from storage.models import User


class SettingsTexts(Voice):
    # The first steps

    def welcome(self, first_name: str) -> Html:
        """Two sentences on what Dotty does, then the offer of three small questions."""
        hello = self._("Hi {name}, I'm Dotty.").format(name=esc(first_name)) if first_name else self._("I'm Dotty.")
        return Html("\n".join([
            hello,
            self._("Tell me who matters to you, and once a week I name one person to reach out to, why now, and words "
                   "to start with. You write to them, answer “done”, and I remember."),
            "",
            self._("Three small questions, in any order. Skip what you like, or just type a name."),
        ]))  # fmt: skip

    def welcome_back(self, people: int) -> Html:
        known = self.n_("I know one person of yours", "I know {count} people of yours", people).format(count=people)
        text = self._("Good to see you again. {known}, and once a week I name one to reach out to. "
                      "Is this still right?")  # fmt: skip
        return Html(text.format(known=known))

    def label_setup(self, what: str, user: "User") -> str:
        labels = {
            "who": self._("Who matters to you?"),
            "zone": self._("Where are you? ({zone})").format(zone=self.zone(user.timezone)),
            "when": self._("When? ({when})").format(when=self.slot(user)),
        }
        return labels[what]

    def ready(self, next_on: str) -> Html:
        """After the first questions; nothing is said of a nudge while they are paused."""
        text = self._("All set. The next nudge comes {when}.") if next_on else self._("All set.")
        return Html(text.format(when=next_on))

    # Zones and hours

    def zone(self, name: str) -> str:
        """A zone as people read it: its city."""
        city = name.rsplit("/", 1)[-1].replace("_", " ")
        if name.startswith("Etc/GMT") and city[3:]:  # these names count westwards
            return f"UTC{'-' if city[3] == '+' else '+'}{city[4:]}"
        return city

    def clock(self, at: time) -> str:
        return f"{at.hour:02}:{at.minute:02}"

    def slot(self, user: "User") -> str:
        return f"{self.weekday(user.nudge_weekday)} {self.clock(user.nudge_time)}"

    def ask_zone(self, user: "User", now_there: time) -> Html:
        text = self._("Is it {clock} where you are now ({zone})? If not, type your city or share your location.")
        return Html(text.format(clock=self.clock(now_there), zone=esc(self.zone(user.timezone))))

    def which_zone(self) -> Html:
        return Html(self._("Which one is it?"))

    def no_such_zone(self, typed: str) -> Html:
        text = self._("I don't know “{city}”. Try the next bigger city, in any language, or share your location.")
        return Html(text.format(city=esc(typed[:80])))

    def zone_set(self, user: "User", now_there: time, next_on: str) -> Html:
        text = self._("Got it: it's {clock} where you are ({zone} time).")
        text = text.format(clock=self.clock(now_there), zone=esc(self.zone(user.timezone)))
        return Html(self.with_next(text, next_on))

    def ask_when(self, user: "User") -> Html:
        text = self._("When should the nudge come? Now it's {slot}. Tap a day and an hour, or type “Friday 8:30”.")
        return Html(text.format(slot=self.slot(user)))

    def when_set(self, user: "User", next_on: str) -> Html:
        return Html(self.with_next(self._("Nudges come {slot}.").format(slot=self.slot(user)), next_on))

    def bad_when(self) -> Html:
        return Html(self._("I can't read that as a day or an hour. Try “Friday 8:30”, or just “18:00”."))

    def with_next(self, text: str, next_on: str) -> str:
        return text + (" " + self._("The next one: {when}.").format(when=next_on) if next_on else "")

    def moment(self, day: date, at: time, today: date) -> str:
        """ "tomorrow at 09:00"."""
        return self._("{day} at {clock}").format(day=self.day(day, today), clock=self.clock(at))

    # /settings

    def settings(self, user: "User", next_on: str, spread: timedelta) -> Html:
        """`spread`: how long after the hour a nudge may come, where many chose the same."""
        pace = self.n_("one person a week", "{count} people a week", user.people_per_week).format(
            count=user.people_per_week)  # fmt: skip
        if user.every_weeks > 1:
            pace = self._("one person every {count} weeks").format(count=user.every_weeks)
        lines = [
            f"<b>{self._('Settings')}</b>",
            self._("Time zone: {zone}").format(zone=esc(self.zone(user.timezone))),
            self._("When: {slot}").format(slot=self.slot(user)) + self._after_the_hour(spread),
            self._("How many: {pace}").format(pace=pace),
            self._("Reminder after three days: {state}").format(
                state=self._("on") if user.reminder_on else self._("off")
            ),
            self._("Next nudge: {when}").format(when=next_on) if next_on else self._("Nudges are paused."),
        ]
        return Html("\n".join(lines))

    def _after_the_hour(self, spread: timedelta) -> str:
        minutes = spread // timedelta(minutes=1)
        said = self.n_(", or a minute after", ", or up to {count} minutes after", minutes).format(count=minutes)
        return said if minutes else ""

    def ask_per_week(self) -> Html:
        return Html(self._("How many people a week? They come one at a time, spread over the week."))

    def label_setting(self, name: str, user: "User") -> str:
        labels = {
            "zone": self._("Time zone"),
            "when": self._("Day and hour"),
            "perweek": self._("People per week"),
            "remind": self._("Reminder off") if user.reminder_on else self._("Reminder on"),
            "pause": self._("Pause"),
            "resume": self._("Resume"),
            "yes": self._("Yes, that's right"),
            "location": self._("📍 Share my location"),
            "skip": self._("Skip"),
        }
        return labels[name]

    def share_location(self) -> Html:
        return Html(self._("Tap the button below, or just type your city."))

    # Pausing

    def paused(self, until: str | None, next_on: str) -> Html:
        """`until`: the first day after the pause; None where there is no end to it."""
        if until is None:
            return Html(self._("Paused. Say “resume” when you'd like me back."))
        text = self._("Paused until {day}. The next nudge then comes {when}. Say “resume” for sooner.")
        return Html(text.format(day=until, when=next_on))

    def not_paused(self, next_on: str) -> Html:
        return Html(self._("I'm not paused. The next nudge comes {when}.").format(when=next_on))

    def ask_pause(self) -> Html:
        return Html(self._("For how long? Tap one, or type “until 7 January”."))

    def bad_pause(self) -> Html:
        return Html(self._("I can't read that as a day. Try “until 7 January” or “for two weeks”."))

    def label_pause(self, days: int) -> str:
        return {7: self._("A week"), 14: self._("Two weeks"), 30: self._("A month"), 0: self._("Until I say")}[days]

    def resumed(self, next_on: str) -> Html:
        return Html(self._("Good to have you back. The next nudge: {when}.").format(when=next_on))

    def pace_set(self, user: "User", next_on: str) -> Html:
        text = self._("All right, one person every {count} weeks.").format(count=user.every_weeks)
        if user.every_weeks == 1:
            text = self.n_("All right, one person a week.", "All right, {count} people a week.", user.people_per_week)
            text = text.format(count=user.people_per_week)
        return Html(self.with_next(text, next_on))

    def kept_pace(self) -> Html:
        return Html(self._("All right, I'll keep coming as before."))

    def places(self, places: Sequence[Place]) -> list[str]:
        """Each place for a button, with its zone where another has the same name and country."""
        names = [f"{place.name}, {place.country}" if place.country else place.name for place in places]
        with_zone = self._("{place} ({zone} time)")
        return [
            with_zone.format(place=name, zone=self.zone(place.zone)) if names.count(name) > 1 else name
            for name, place in zip(names, places, strict=True)
        ]

    def label_here(self, place: str) -> str:
        return clip(self._("I'm in {place}").format(place=place), 60)

    def no_such_place(self) -> Html:
        return Html(self._("I can't tell where that is. Type your city instead."))

    def thanks_for_place(self) -> Html:
        return Html(self._("Thank you. I keep only the time zone, not the place."))

    def more_questions(self) -> Html:
        return Html(self._("Anything else? Or just start typing."))
