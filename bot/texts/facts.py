"""What Dotty says when a fact about a person is edited."""

from typing import TYPE_CHECKING

from bot.texts.people import PeopleTexts, clip
from bot.texts.voice import Html, esc

if TYPE_CHECKING:
    from storage import Card


class FactTexts(PeopleTexts):
    def ask_field(self, name: str) -> Html:
        return Html(self._("What would you like to change about <b>{name}</b>?").format(name=esc(name)))

    def ask_value(self, card: "Card", field: str) -> Html:
        """What is there now, and what to type."""
        asks = {
            "cadence": self._("How often? For example “monthly” or “every 6 weeks”."),
            "birthday": self._("When is the birthday? For example “12 May” or “12 May 1990”."),
            "met": self._("How did you meet? For example “at PyCon 2023”."),
            "tag": self._("Which tags? For example “#pycon #berlin”. What you type takes their place."),
            "phone": self._(
                "What's the phone number? With the country code, like +34 600 123 456; several with commas."
            ),
            "email": self._("What's the email address? Several with commas."),
            "telegram": self._("What's the username on Telegram? Like @anaruiz."),
            "link": self._("What's the link? For example linkedin.com/in/anaruiz; several with commas."),
            "name": self._("What's the name?"),
            "company": self._("Where do they work?"),
            "role": self._("What do they do there? For example “Head of Data”."),
            "city": self._("Which city?"),
            "language": self._("Which language do you speak together? For example “Spanish”."),
            "needs": self._("What could they use? For example “a designer”."),
            "offers": self._("What could they give? For example “intros to VCs”."),
        }
        ask = asks[field]
        head = f"<b>{esc(card.contact.name)}</b> · {self.field(field)}"
        present = self._present(card, field)
        now = "\n" + self._("Now: {value}").format(value=esc(clip(present))) if present else ""
        clear = " " + self._("Type “none” to clear it.") if present and field != "name" else ""
        return Html(f"{head}{now}\n{ask}{clear}")

    def _present(self, card: "Card", field: str) -> str:
        """A fact as it is now; several with commas between."""
        contact = card.contact
        if field == "tag":
            return " ".join(f"#{tag}" for tag in card.tags)
        if field == "cadence":
            return self.cadence(contact.cadence_days) if contact.cadence_days else ""
        if field == "birthday":
            return self.birthday(contact.birthday) if contact.birthday else ""
        if field == "language":
            return self.language(contact.language) or ""
        if hasattr(contact, field):
            return getattr(contact, field) or ""
        return ", ".join(point.value for point in card.points if point.kind == field)

    def bad_value(self, field: str) -> Html:
        wants = {
            "name": self._("A name needs at least one letter, and at most 200 characters."),
            "cadence": self._("I can't read that as a rhythm. Try “monthly” or “every 6 weeks”."),
            "birthday": self._("I can't read that as a birthday. Try “12 May” or “12 May 1990”."),
            "phone": self._("I can't read that as a phone number. Try it with the country code, like +34 600 123 456."),
            "email": self._("I can't read that as an email address. Try one like ana@example.org."),
            "telegram": self._("I can't read that as a username on Telegram. Try one like @anaruiz."),
            "link": self._("I can't read that as a link. Try one like linkedin.com/in/anaruiz."),
        }  # fmt: skip
        want = wants.get(field) or self._("I can't take that in; up to 500 characters fit.")
        return Html(want + " " + self._("Or leave it as it is: /cancel."))

    def field(self, field: str) -> str:
        fields = {
            "name": self._("Name"), "company": self._("Company"), "role": self._("Role"), "met": self._("How you met"),
            "city": self._("City"), "birthday": self._("Birthday"), "language": self._("Language"),
            "needs": self._("Needs"), "offers": self._("Offers"), "cadence": self._("Rhythm"),
            "phone": self._("Phone"), "email": self._("Email"), "link": self._("Link"),
            "telegram": self._("Telegram"), "tag": self._("Tags"), "untag": self._("Without the tag"),
        }  # fmt: skip
        return fields[field]
