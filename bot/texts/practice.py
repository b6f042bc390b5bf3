"""What the practice terminal says itself, as against what Dotty says in it. Plain text, not HTML."""

from datetime import datetime

from bot.texts.voice import Voice


class PracticeTexts(Voice):
    """The words around the chat; `practice_` keeps their names apart from Dotty's own."""

    def practice_opening(self, database: str) -> str:
        return self._(
            "Practice chat: this is Dotty without Telegram. It keeps its own data in {database}.\n"
            "Type as on your phone. :1 presses a button, :week jumps to the next nudge, :help tells the rest."
        ).format(database=database)

    def practice_guide(self) -> str:
        return self._(
            "Type a message as on your phone. A \\ at the end of a line goes on in the next one.\n"
            "  :1                     press button 1 of the newest message that has buttons (:1 12 of message 12)\n"
            "  :week                  go on to the next nudge\n"
            "  :days N                let N days pass\n"
            "  :reply N TEXT          answer message N\n"
            "  :edit TEXT             change your last message\n"
            "  :react 👍              react to Dotty's last message (:react 👍 12 to message 12)\n"
            "  :contact NAME, PHONE   share a contact\n"
            "  :pick NAME @USER, …    pick people with Telegram's own picker\n"
            "  :forward NAME: TEXT    forward what somebody wrote\n"
            "  :location LAT,LON      share a location\n"
            "  :file PATH             send a file or a picture\n"
            "  :quit                  leave (so does Ctrl-D)"
        )

    def practice_prompt(self) -> str:
        return "> "

    def practice_speaker(self, number: int) -> str:
        return self._("Dotty #{number}").format(number=number)

    def practice_changed(self, number: int) -> str:
        return self._("Dotty #{number}, changed").format(number=number)

    def practice_deleted(self, number: int) -> str:
        return self._("Dotty deleted #{number}").format(number=number)

    def practice_pinned(self, number: int) -> str:
        return self._("Dotty pinned #{number}").format(number=number)

    def practice_reacted(self, number: int, emoji: str) -> str:
        return self._("Dotty reacted to #{number}: {emoji}").format(number=number, emoji=emoji)

    def practice_notice(self, text: str) -> str:
        return self._("Notice: {text}").format(text=text)

    def practice_button(self, number: int, label: str) -> str:
        return f"[{number}] {label}"

    def practice_link_button(self, number: int, label: str, url: str) -> str:
        return self._("[{number}] {label} (opens {url})").format(number=number, label=label, url=url)

    def practice_copy_button(self, number: int, label: str, text: str) -> str:
        return self._("[{number}] {label} (copies “{text}”)").format(number=number, label=label, text=text)

    def practice_link(self, text: str, url: str) -> str:
        return f"{text} ({url})"

    def practice_opened(self, url: str) -> str:
        return self._("Your phone would open {url}").format(url=url)

    def practice_copied(self, text: str) -> str:
        return self._("Copied: {text}").format(text=text)

    def practice_card(self, name: str, phone: str) -> str:
        return self._("Contact: {name}, {phone}").format(name=name, phone=phone)

    def practice_saved(self, path: str, size: int) -> str:
        return self.n_("File: {path} ({size} byte)", "File: {path} ({size} bytes)", size).format(path=path, size=size)

    def practice_later(self, instant: datetime) -> str:
        """`instant` as it is shown: in UTC, for the practice chat knows of no zone."""
        return self._("It is now {day} {date} UTC.").format(
            day=self.weekday(instant.weekday()), date=instant.strftime("%Y-%m-%d %H:%M")
        )

    def practice_nothing_due(self) -> str:
        return self._("No nudge is planned. Add somebody first, or /resume if you paused.")

    def practice_no_button(self, number: int) -> str:
        return self._("There is no button {number} to press.").format(number=number)

    def practice_no_message(self, number: int) -> str:
        return self._("There is no message {number}.").format(number=number)

    def practice_nothing_yet(self) -> str:
        return self._("There is no message to do that with yet.")

    def practice_other_button(self, label: str) -> str:
        return self._("“{label}” asks your phone for something. Use :contact, :location or :pick here.").format(
            label=label
        )

    def practice_no_reaction(self, emoji: str) -> str:
        return self._("Telegram doesn't offer {emoji} as a reaction. It does offer 👍 ❤ 🔥 🎉 🙏.").format(emoji=emoji)

    def practice_no_file(self, path: str) -> str:
        return self._("There is no file {path} that can be read.").format(path=path)

    def practice_file_too_big(self, path: str) -> str:
        return self._("{path} is over 100 MB, too much for practice.").format(path=path)

    def practice_file_empty(self, path: str) -> str:
        return self._("{path} is empty, and Telegram sends no empty files.").format(path=path)

    def practice_wrong_command(self, command: str) -> str:
        usage = {
            "days": ":days 3", "contact": ":contact Ana Ruiz, +34 600 123 456", "file": ":file people.csv",
            "react": ":react 👍", "location": ":location 40.4,-3.7", "reply": ":reply 3 done", "edit": ":edit hello",
            "week": ":week", "pick": ":pick Ana Ruiz @anaruiz, Ben Okafor", "forward": ":forward Ana Ruiz: I start in May",
        }.get(command)  # fmt: skip
        if usage is None:
            return self._("I don't know :{command}. :help shows what there is.").format(command=command)
        return self._("That didn't work. It goes like this: {usage}").format(usage=usage)

    def practice_closing(self) -> str:
        return self._("Bye! Everything is kept for next time.")
