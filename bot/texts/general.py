"""What Dotty says that belongs to no one subject: help, undo, cancel, export, erase, and not understanding."""

from datetime import date

from bot.rules.meanings import (
    Adding,
    Archived,
    Asked,
    Bulk,
    Changed,
    Meaning,
    Named,
    Noted,
    Paused,
    Resumed,
    Retagged,
    Searched,
    TagPaced,
    Touched,
    Untagged,
)  # fmt: skip
from bot.rules.outreach_meanings import Kept, Promised
from bot.texts.people import clip
from bot.texts.promises import PromiseTexts
from bot.texts.tags import TagTexts
from bot.texts.voice import Html, esc


class GeneralTexts(TagTexts, PromiseTexts):
    def help(self) -> Html:
        return Html("\n".join([
            self._("Just type, as you would to a friend:"),
            self._("• <i>Ana Ruiz, met at PyCon, monthly, needs a designer</i>: adds her"),
            self._("• <i>Ana</i>: opens her card"),
            self._("• <i>Ana moved to Berlin</i> · <i>note on Ana: plays chess</i>"),
            self._("• <i>done</i> · <i>done yesterday</i> · <i>done: she starts a new job</i>"),
            self._("• <i>had coffee with Ben on Friday</i>"),
            self._("• <i>I promised Ana to send the report by Friday</i>"),
            self._("• <i>who do I know at Roche</i> · <i>#pycon</i> · <i>everyone at Roche quarterly</i>"),
            self._("• <i>pause until 7 January</i> · <i>undo</i>"),
            "",
            self._("/next a nudge now · /people everybody · /import bring people · /settings when I come"),
        ]))  # fmt: skip

    def commands(self) -> list[tuple[str, str]]:
        """Telegram's menu: command and description."""
        return [
            ("next", self._("A nudge now")),
            ("add", self._("Add people")),
            ("people", self._("Everybody, soonest due first")),
            ("import", self._("Bring people from a file")),
            ("sort", self._("Sort the inbox, a tap a card")),
            ("merge", self._("People you have twice")),
            ("tags", self._("Your tags, with how many people")),
            ("done", self._("I reached out")),
            ("note", self._("Note something about someone")),
            ("promise", self._("What you promised, and new promises")),
            ("settings", self._("Time zone, day, hour, how many")),
            ("pause", self._("Rest for a while")),
            ("resume", self._("Go on")),
            ("undo", self._("Take the last change back")),
            ("export", self._("Get all your data")),
            ("erase", self._("Delete all your data")),
            ("cancel", self._("Forget the question I asked")),
            ("help", self._("What I understand")),
            ("start", self._("First steps")),
        ]

    def about(self) -> str:
        """What Telegram shows before the first message, up to 512 characters."""
        return self._(
            "I keep your network warm. Tell me who matters to you; once a week I name one person to reach out to, "
            "why now, and words to start with."
        )

    def greeting(self) -> Html:
        return Html(self._("I'm here. Type a name to add or find someone, or /next for a nudge now."))

    def not_understood(self) -> Html:
        return Html(self._("I can add people, note things about them, and log that you were in touch. What was that?"))

    def which_meaning(self, readings: int = 2) -> Html:
        if readings == 1:
            return Html(self._("I'm not sure I understand. Is it this?"))
        return Html(self._("That can mean two things. Which one?"))

    def no_such_command(self) -> Html:
        return Html(self._("I don't know that command. /help shows what I understand."))

    def cant_read(self) -> Html:
        return Html(
            self._("I can't take that in. I read text, contact cards, locations, and files of people (/import).")
        )

    def read_before_edit(self) -> Html:
        return Html(self._("I go by that message as you first sent it. To change something, just type it anew."))

    def not_yet(self) -> Html:
        return Html(self._("I can't do that yet. /help shows what I can do today."))

    def old_question(self) -> str:
        return self._("That question is settled, or from a while ago. If not, just type it again.")

    def old_button(self) -> str:
        return self._("That button is too old. Type it instead.")

    def trouble(self) -> Html:
        return Html(
            self._("That didn't work, and it's my fault, not yours. Nothing you had is lost; please try again.")
        )

    def waiting(self) -> Html:
        """The database can't be used for now; what they sent is handled once it can."""
        return Html(self._("I can't get at my notes just now. What you sent isn't lost: I'll answer as soon as I can."))

    def too_fast(self) -> str:
        """What came last was left out; said once a minute, to a button in passing."""
        return self._(
            "That's faster than I can keep up with, so I left the last of it out. Give me a minute, then send it again."
        )

    def enough_exports(self) -> Html:
        return Html(self._("You've just had several copies of everything. Ask again in a few minutes."))

    def private_bot(self) -> Html:
        return Html(self._("This Dotty belongs to somebody else. You can run your own."))

    def cancelled(self) -> Html:
        return Html(self._("Forgotten. Nothing was changed."))

    def nothing_to_cancel(self) -> Html:
        return Html(self._("There's nothing open to cancel."))

    def undone(self, what: str) -> Html:
        return Html(self._("Taken back: {what}.").format(what=what))

    def undone_partly(self) -> str:
        return self._("What you changed since stays as it is.")

    def nothing_to_undo(self) -> Html:
        return Html(self._("There's nothing to take back."))

    def already_undone(self) -> str:
        return self._("That's taken back already.")

    def too_old_to_undo(self) -> str:
        return self._("That was too long ago to take back.")

    def ask_undo(self, what: str, day: date, today: date) -> Html:
        """`what` is HTML."""
        return Html(
            self._("The last change ({day}) was {what}. Take it back?").format(day=self.day(day, today), what=what)
        )

    def change(self, kind: str, names: list[str], count: int) -> str:
        """A change in a few words, for an undo; HTML. `names` are the first of the `count` people it was about."""
        who = self.listed([esc(clip(name, 60)) for name in names]) or self._("that")
        if count > len(names) > 0:
            who = self._("{count} people").format(count=count)
        words = {
            "added": self._("adding {who}"), "merged": self._("what was added to {who}"),
            "edited": self._("the change to {who}"), "archived": self._("archiving {who}"),
            "unarchived": self._("bringing {who} back"), "noted": self._("the note on {who}"),
            "touched": self._("being in touch with {who}"), "done": self._("“done” for {who}"),
            "skipped": self._("skipping {who}"), "later": self._("putting {who} off"),
            "swapped": self._("skipping {who}"), "settings": self._("the change of settings"),
            "cadence": self._("the rhythm for {who}"), "sorted": self._("sorting {who}"),
            "imported": self.n_("bringing in one person", "bringing in {count} people", count) if count
            else self._("what a file added"),
            "retagged": self._("renaming the tag"), "untagged": self._("removing the tag"),
            "tag_cadence": self._("the tag's rhythm"),
            "bulk": self.n_("the change to one person", "the change to {count} people", count),
            "next_time": self._("when {who} comes next"), "turns": self._("whose turn it is"),
            "refused": self._("putting {who} aside"), "yearly": self._("the day noted for {who}"),
            "unyearly": self._("forgetting a day of {who}"), "headsup": self._("when you are told of {who}"),
            "promised": self._("the promise to {who}"), "promise_moved": self._("the day of the promise to {who}"),
            "promise_kept": self._("the kept promise to {who}"),
            "promise_dropped": self._("dropping the promise to {who}"),
            "replied": self._("what you said of {who}'s answer"), "left": self._("leaving {who} in peace"),
            "needed": self._("what {who} could use"), "worded": self._("your words to {who}"),
            "intro_asked": self._("introducing {who}"), "intro_declined": self._("what you said of {who}"),
            "intro_later": self._("what you said of {who}"), "intro_reply": self._("the answer"),
            "intro_made": self._("the introduction of {who}"), "intro_outcome": self._("what came of it for {who}"),
            "doubled": self._("merging a double into {who}"), "paired": self._("what you said of the pair"),
        }  # fmt: skip
        return words.get(kind, self._("the last change")).format(who=who, count=count)

    # Export and erase

    def export_ready(self, people: int) -> Html:
        if not people:
            return Html(self._("I know nobody of yours yet. Here are your settings, as JSON."))
        count = self.n_("one person", "{count} people", people).format(count=people)
        return Html(
            self._(
                "Everything I have: {count}. The .csv opens in a spreadsheet, the .vcf in your contacts; "
                "the .json is for programs."
            ).format(count=count)
        )

    def ask_erase(self, people: int) -> Html:
        count = self.n_("one person", "{count} people", people).format(count=people) if people else ""
        text = self._("This deletes {count} and everything else I have about you, for good. "
                      "To go ahead, type <b>{phrase}</b>. Anything else keeps it all.")  # fmt: skip
        if not people:
            text = self._("This deletes everything I have about you, for good. "
                          "To go ahead, type <b>{phrase}</b>. Anything else keeps it all.")  # fmt: skip
        return Html(text.format(count=count, phrase=self.erase_phrase()))

    def erase_phrase(self) -> str:
        return self._("erase everything")

    def erased(self) -> Html:
        return Html(self._("All gone. If you ever want to begin again, just type a name."))

    def not_erased(self) -> Html:
        return Html(self._("Nothing was deleted."))

    def nothing_to_erase(self) -> Html:
        return Html(self._("I have nothing about you."))

    def meaning(self, meaning: Meaning, today: date | None = None) -> str:
        """One reading of a sentence, on a button; two readings of one sentence never look the same."""
        match meaning:
            case Touched():
                return clip(self._touch(meaning, today), 60)
            case Noted(""):
                return self._("Keep it as a note")
            case Noted(who):
                return clip(self._("Keep it as a note on {name}").format(name=clip(who, 30)), 60)
            case Changed(who, facts):
                told = self.listed([f"{self.field(field).lower()}: {self._value(field, facts[field])}"
                                    for field in facts])  # fmt: skip
                return clip(self._("{name}'s {facts}").format(name=clip(who, 30), facts=told), 60)
            case Archived(who):
                return clip(self._("Archive {name}").format(name=who or self._("them")), 60)
            case Named(query):
                return clip(self._("Open {name}").format(name=query), 60)
            case Adding(reading):
                names = [draft.name for draft in reading.drafts]
                return clip(self._("Add {names}").format(names=self.listed(names[:5])), 60)
            case Paused():
                return self._("Pause the nudges")
            case Resumed():
                return self._("Go on with the nudges")
            case Asked(command):
                return self.label_command(command)
            case Searched(search):
                return clip(self._("Find “{query}”").format(query=search.text), 60)
            case Bulk() | Retagged() | Untagged() | TagPaced():
                return self.label_change(meaning)
            case Promised() | Kept():
                return self.label_promise_meaning(meaning, today)
            case _:
                return self._("Just saying")

    def _touch(self, touched: Touched, today: date | None) -> str:
        told = self._("I was in touch with {names}").format(names=self.listed(list(touched.who)))
        told = told if touched.who else self._("It's done")
        if today and touched.on != today:
            told = self._("{told}, {day}").format(told=told, day=self.day(touched.on, today))
        return self._("{told}: {note}").format(told=told, note=touched.note) if touched.note else told

    def _value(self, field: str, value: str) -> str:
        """A normalised value as it is read out."""
        match field:
            case "cadence":
                return self.cadence(int(value))
            case "birthday":
                return self.birthday(value)
            case "language":
                return self.language(value) or value
            case _:
                return value

    def label_command(self, command: str) -> str:
        labels = {
            "later": self._("Later"), "skip": self._("Not this week"), "start": self._("First steps"),
            "cancel": self._("Never mind"), "pause": self._("Pause the nudges"),
        }  # fmt: skip
        return labels.get(command) or dict(self.commands()).get(command, command)

    # Buttons

    def label_do(self, what: str) -> str:
        labels = {
            "add": self._("Add someone"), "note": self._("Note it about someone"), "touch": self._("I was in touch"),
            "help": self._("Help"), "no": self._("No"),
            "else": self._("Something else"),
        }  # fmt: skip
        return labels[what]
