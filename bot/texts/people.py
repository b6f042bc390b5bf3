"""What Dotty says about people: cards, lists, and what it understood."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from bot.rules.languages import NAMES
from bot.rules.promise_phrases import to_you
from bot.texts.voice import Html, Voice, esc

if TYPE_CHECKING:
    from storage import Card
    from storage.models import Contact

#: How much of a long text a card shows.
SHOWN = 300


def clip(text: str, length: int = SHOWN) -> str:
    """The text, cut at a word with an ellipsis where it is longer."""
    if len(text) <= length:
        return text
    head = text[: length - 1]
    inside = " " in head and not text[length - 1].isspace()
    return (head.rsplit(" ", 1)[0] if inside else head) + "…"


class PeopleTexts(Voice):
    def cadence(self, days: int | None) -> str:
        """How often, in words."""
        known = {
            7: self._("weekly"), 14: self._("every two weeks"), 30: self._("monthly"), 61: self._("every two months"),
            91: self._("quarterly"), 182: self._("twice a year"), 365: self._("yearly"),
        }  # fmt: skip
        if days is None:
            return self._("no rhythm yet")
        for size, one, many in ((30, "every month", "every {count} months"), (7, "every week", "every {count} weeks")):
            if days not in known and days % size == 0:
                return self.n_(one, many, days // size).format(count=days // size)
        return known.get(days) or self.n_("every day", "every {days} days", days).format(days=days)

    def birthday(self, birthday: str) -> str:
        """ "12 May", or "12 May 1990" where the year is known."""
        year, month, day = birthday.rsplit("-", 2)
        months = self._("January February March April May June July August September October November December")
        return f"{int(day)} {months.split()[int(month) - 1]}" + (f" {year}" if year.isdigit() else "")

    def language(self, language: str | None) -> str | None:
        """The language of a code in words; what is no code stays as it is."""
        return NAMES.get(language or "", language)

    def fact_lines(self, card: "Card") -> list[str]:
        """Each recorded fact on a line of HTML, in a fixed order."""
        contact = card.contact
        work = ", ".join(part for part in (contact.role, contact.company) if part)
        facts = [
            (self._("Work"), work),
            (self._("Met"), contact.met or (self.birthday(contact.met_on.isoformat()) if contact.met_on else None)),
            (self._("City"), contact.city),
            (self._("Birthday"), self.birthday(contact.birthday) if contact.birthday else None),
            *((each.name[:1].upper() + each.name[1:], self.birthday(each.day)) for each in card.dates),
            (self._("Heads-up"), self._headsup(contact.headsup_days)),
            (self._("Language"), self.language(contact.language)),
            (self._("Needs"), contact.needs),
            (self._("Offers"), contact.offers),
            (self._("Rhythm"), self._rhythm_told(card)),
            (self._("Tags"), " ".join(f"#{tag}" for tag in card.tags)),
        ]
        lines = [f"{esc(label)}: {esc(clip(value))}" for label, value in facts if value]
        told = [point for point in card.points if point.kind != "telegram_id"]  # a number that tells nobody anything
        return lines + [f"{self.point_kind(point.kind)}: {esc(clip(point.value))}" for point in told[:10]]

    def _headsup(self, days: int | None) -> str | None:
        """How long before their yearly days; None where it is the usual time."""
        if days is None:
            return None
        if not days:
            return self._("on the day")
        return self.n_("a day before", "{days} days before", days).format(days=days)

    def _rhythm_told(self, card: "Card") -> str | None:
        """How often, and which tag asks for it where they have no rhythm of their own."""
        rhythm = card.contact.rhythm
        if rhythm is None:
            return None
        if card.paced_by is None:
            return self.cadence(rhythm)
        return self._("{cadence} (from {tag})").format(cadence=self.cadence(rhythm), tag=f"#{card.paced_by}")

    def point_kind(self, kind: str) -> str:
        kinds = {"phone": self._("Phone"), "email": self._("Email"), "telegram": self._("Telegram")}
        return kinds.get(kind) or self._("Link")

    def card(self, card: "Card", today: date) -> Html:
        lines = [f"<b>{esc(card.contact.name)}</b>", *self.fact_lines(card), *self._history(card, today)]
        if card.contact.status == "archived":
            lines.append(self._("Archived: no nudges about them."))
        elif card.contact.status == "inbox":
            lines.append(self._("In your inbox: no nudges until you give them a rhythm."))
        else:
            lines += self._next_lines(card, today)
        return self.fit(lines)

    def _next_lines(self, card: "Card", today: date) -> list[str]:
        """When they are due, and what the user settled about it."""
        contact = card.contact
        lines = [self._("Next: {day}").format(day=self.due(contact, today))] if contact.next_due_on else []
        if contact.turn_on is not None and contact.turn_on >= today:
            lines.append(self._("Their turn: {day}").format(day=self.day(contact.turn_on, today)))
        elif contact.snoozed_until is not None and contact.snoozed_until > today:
            lines.append(self._("Not before {day}").format(day=self.day(contact.snoozed_until, today)))
        return lines

    def _history(self, card: "Card", today: date) -> list[str]:
        touches = [self.touch_line(touch.touched_on, touch.channel, touch.note, today) for touch in card.touches[:3]]
        seen = {touch.note for touch in card.touches[:3]}
        notes = [note for note in card.notes[:3] if note.text not in seen]
        said = [self._("Note: {text}").format(text=esc(clip(note.text))) for note in notes]
        return self._promises(card, today) + said + (touches or [self._("Not in touch yet, as far as I know.")])

    def _promises(self, card: "Card", today: date) -> list[str]:
        """What the user promised them and that is open, each with its day."""
        lines = []
        for promise in [each for each in card.promises if each.kept_on is None and each.dropped_on is None][:5]:
            line = self._("Promised: {text}").format(text=esc(clip(to_you(promise.text))))
            lines.append(f"{line} ({self.day(promise.due_on, today)})" if promise.due_on else line)
        return lines

    def touch_line(self, on: date, channel: str | None, note: str | None, today: date) -> str:
        line = self._("{channel} {day}").format(channel=self.channel(channel), day=self.day(on, today))
        return line + (f": {esc(clip(note))}" if note else "")

    def channel(self, channel: str | None) -> str:
        channels = {
            "message": self._("Wrote"), "call": self._("Called"), "email": self._("Emailed"), "meeting": self._("Met"),
        }  # fmt: skip
        return channels.get(channel or "") or self._("In touch")

    def due(self, contact: "Contact", today: date) -> str:
        """When the cadence asks for the next touch; what has passed is "now", never a reproach."""
        if contact.next_due_on is None:
            return self._("no date yet")
        return self._("now") if contact.next_due_on <= today else self.day(contact.next_due_on, today)

    # Adding

    def added(self, cards: "Sequence[Card]", total: int) -> Html:
        """What was understood: field by field for one, a line each for many, of whom `cards` are the first."""
        if total == 1 and cards:
            return self.fit(
                [self._("Added <b>{name}</b>.").format(name=esc(cards[0].contact.name)), *self._facts(cards[0])]
            )
        shown = cards[:20]
        head = self.n_("Added one person:", "Added {count} people:", total).format(count=total)
        lines = [head, *[f"• <b>{esc(clip(card.contact.name, 80))}</b>{self._in_short(card)}" for card in shown]]
        if total > len(shown):
            lines.append(self._("… and {count} more").format(count=total - len(shown)))
        return self.fit(lines)

    def _facts(self, card: "Card") -> list[str]:
        notes = [self._("Note: {text}").format(text=esc(clip(note.text))) for note in card.notes[:5]]
        return [*self.fact_lines(card), *notes]

    def _in_short(self, card: "Card") -> str:
        facts = [*self.fact_lines(card), *[esc(clip(note.text, 80)) for note in card.notes]]
        return f" — {'; '.join(facts)}" if facts and len("; ".join(facts)) <= 150 else ""

    def merged(self, card: "Card") -> Html:
        text = self._("Added that to <b>{name}</b>.").format(name=esc(card.contact.name))
        return self.fit([text, *self._facts(card)])

    def how_often(self) -> Html:
        return Html(self._("How often would you like to be in touch?"))

    def already_there(self, draft_name: str) -> Html:
        text = self._("You already have <b>{name}</b>. Is this the same person?")
        return Html(text.format(name=esc(draft_name)))

    def label_same(self, name: str) -> str:
        return self._("Same: {name}").format(name=clip(name, 40))

    def label_other(self) -> str:
        return self._("Somebody else")

    def add_unknown(self, names: Sequence[str]) -> Html:
        listed = self.listed([f"<b>{esc(clip(name, 80))}</b>" for name in names[:10]])
        return Html(
            self.n_("I don't know {names} yet. Add?", "I don't know {names} yet. Add them?", len(names)).format(
                names=listed
            )
        )

    def label_add(self, names: Sequence[str]) -> str:
        if len(names) == 1:
            return self._("Add {name}").format(name=clip(names[0], 40))
        return self._("Add all {count}").format(count=len(names))

    def label_add_with(self, people: Sequence[tuple[str, Sequence[str]]]) -> str:
        """One reading of who is to be added: names, each with what would be kept as its notes."""
        listed = [name + (f" ({'; '.join(notes)})" if notes else "") for name, notes in people[:5]]
        return clip(self._("Add {names}").format(names=self.listed(listed)), 60)

    def ask_names(self) -> Html:
        return Html(
            self._(
                "Who matters to you? Type a name or several, with anything you know, like:\n"
                "<i>Ana Ruiz, met at PyCon, monthly, needs a designer</i>\n"
                "You can also share a contact from your phone."
            )
        )

    # Finding

    def people(self, contacts: "Sequence[Contact]", *, total: int, inbox: int, today: date) -> Html:
        """Those who are active, a line each; and how many wait in the inbox."""
        waiting = self.n_("One more in the inbox: /sort", "{count} in the inbox: /sort", inbox).format(
            count=f"{inbox:,}"
        )
        waits = [waiting] if inbox else []
        if not total:
            return self.fit(waits or [self._("Nobody here yet. Type a name to add someone.")])
        head = self.n_("{count} person", "{count} people", total).format(count=f"{total:,}")
        lines = [f"<b>{esc(clip(contact.name, 60))}</b> · {self.person_line(contact, today)}" for contact in contacts]
        return self.fit([head, *lines, *waits])

    def person_line(self, contact: "Contact", today: date) -> str:
        if contact.rhythm is None:
            return self.cadence(None)
        due = self._("next {day}").format(day=self.due(contact, today))
        return self._("{cadence}, {due}").format(cadence=self.cadence(contact.rhythm), due=due)

    def nobody_found(self, query: str) -> Html:
        return Html(self._("Nobody fits “{query}”.").format(query=esc(clip(query, 80))))

    def ask_search(self) -> Html:
        return Html(self._("Whom are you looking for? Type a name, a company, a city or a #tag."))

    def which(self, typed: str) -> Html:
        return Html(self._("Which {name} do you mean?").format(name=esc(clip(typed, 80))))

    def label_person(self, contact: "Contact") -> str:
        """A contact on a button, told apart from a namesake."""
        apart = contact.company or contact.city or contact.met or contact.role
        return clip(f"{contact.name} ({clip(apart, 25)})" if apart else contact.name, 60)

    def label_people(self, contacts: "Sequence[Contact]") -> list[str]:
        """Contacts on buttons; where two would read the same, with the rhythm, which may tell them apart."""
        labels = [self.label_person(contact) for contact in contacts]
        return [
            f"{clip(label, 40)} ({self.cadence(contact.rhythm)})" if labels.count(label) > 1 else label
            for label, contact in zip(labels, contacts, strict=True)
        ]

    def gone(self) -> str:
        return self._("That person isn't in your list any more.")

    # Changing

    def edited(self, card: "Card", today: date) -> Html:
        return self.fit([self._("Changed."), *self.card(card, today).split("\n")])

    def cadence_set(self, contact: "Contact", today: date) -> Html:
        text = self._("<b>{name}</b>: {cadence}. Next: {due}.")
        if contact.rhythm is None:
            text = self._("<b>{name}</b>: no set rhythm.")
        elif contact.cadence_days is None:
            text = self._("<b>{name}</b>: no rhythm of their own now, so {cadence}, as their tag says. Next: {due}.")
        cadence, due = self.cadence(contact.rhythm), self.due(contact, today)
        return Html(text.format(name=esc(contact.name), cadence=cadence, due=due))

    def cadence_set_for(self, names: Sequence[str], days: int | None) -> Html:
        listed = self.listed([esc(clip(name, 60)) for name in names[:20]])
        return Html(self._("{names}: {cadence}.").format(names=listed, cadence=self.cadence(days)))

    def archived(self, name: str) -> Html:
        text = self._("Archived <b>{name}</b>. No nudges about them; everything is kept.")
        return Html(text.format(name=esc(name)))

    def restored(self, name: str) -> Html:
        return Html(self._("<b>{name}</b> is back.").format(name=esc(name)))

    def noted(self, name: str, text: str) -> Html:
        line = self._("Noted about <b>{name}</b>: {text}")
        return Html(line.format(name=esc(name), text=esc(clip(text))))

    def ask_note(self, name: str) -> Html:
        return Html(self._("What should I remember about <b>{name}</b>?").format(name=esc(name)))

    # Buttons

    def label(self, name: str) -> str:
        labels = {
            "touch": self._("In touch…"), "note": self._("Add a note"), "cadence": self._("Rhythm"),
            "edit": self._("Edit"), "archive": self._("Archive"), "restore": self._("Bring back"),
            "undo": self._("Undo"), "skip": self._("Skip"), "back": self._("Back"), "search": self._("Search"),
            "today": self._("Today"), "yesterday": self._("Yesterday"), "none": self._("None"),
            "previous": self._("‹ Previous"), "next": self._("Next ›"), "week": self._("Last week"),
        }  # fmt: skip
        return labels[name]
