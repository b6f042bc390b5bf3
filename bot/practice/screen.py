"""What the chat looks like in a terminal."""

from pathlib import Path
from typing import IO

from rich.console import Console
from rich.text import Text

from bot.practice.chats import ChatMessage
from bot.practice.html import utf16_length
from bot.practice.keeping import save_file
from bot.practice.keyboards import Button
from bot.practice.refusals import Json
from bot.practice.server import Event
from bot.texts.practice import PracticeTexts

_STYLES = {
    "bold": "bold", "italic": "italic", "underline": "underline", "strikethrough": "strike", "code": "cyan",
    "pre": "cyan", "spoiler": "reverse", "blockquote": "italic dim", "expandable_blockquote": "italic dim",
}  # fmt: skip
_QUOTES = frozenset({"blockquote", "expandable_blockquote"})


class Screen:
    """Prints. On a terminal in colours and wrapped to its width; else plain, one line as one line, so that output can
    be compared."""

    def __init__(self, out: IO[str], texts: PracticeTexts, folder: Path) -> None:
        self._console = Console(file=out, highlight=False, markup=False, emoji=False, soft_wrap=not out.isatty())
        self._texts = texts
        self._folder = folder

    def tell(self, words: str) -> None:
        """A line of the practice chat's own."""
        self._console.print(Text(words, style="dim"))

    def echo(self, line: str) -> None:
        """A line that came through a pipe."""
        self._console.print(Text(self._texts.practice_prompt() + line))

    def show(self, events: list[Event]) -> None:
        """What the bot did, in order; a message that was changed again later in `events` is shown once, as it ends."""
        new = [event.message for event in events if event.kind == "sent"]
        for place, event in enumerate(events):
            changed_later = any(one.kind == "edited" and one.message is event.message for one in events[place + 1 :])
            if event.kind in {"sent", "edited"}:
                if event.message is not None and not changed_later and not event.message.deleted:
                    self._show_message(event.message, is_new=any(event.message is one for one in new))
            else:
                self._show_event(event)

    def _show_event(self, event: Event) -> None:
        message, texts = event.message, self._texts
        if event.kind == "answered" and event.text:
            self.tell(texts.practice_notice(event.text))
        if message is None:
            return
        if event.kind == "deleted":
            self.tell(texts.practice_deleted(message.id))
        elif event.kind == "pinned":
            self.tell(texts.practice_pinned(message.id))
        elif event.kind == "reacted":
            self.tell(texts.practice_reacted(message.id, event.text))

    def _show_message(self, message: ChatMessage, *, is_new: bool) -> None:
        heading = self._texts.practice_speaker(message.id) if is_new else self._texts.practice_changed(message.id)
        self._console.print(Text(heading, style="bold green"))
        for line in _styled(message, self._texts).split("\n", allow_blank=True):
            self._console.print(Text("  ").append_text(line) if line.plain else "")
        for detail in self._describe_content(message) + self._describe_buttons(message):
            self._console.print(Text(f"  {detail}", style="cyan"))

    def _describe_content(self, message: ChatMessage) -> list[str]:
        if message.file is not None:
            path = save_file(self._folder, message.file.name, message.file.content)
            return [self._texts.practice_saved(str(path), len(message.file.content))]
        if "contact" in message.json:
            card = message.json["contact"]
            name = " ".join(filter(None, (card["first_name"], card.get("last_name"))))
            return [self._texts.practice_card(name, card["phone_number"])]
        return []

    def _describe_buttons(self, message: ChatMessage) -> list[str]:
        """The rows of the keyboard, a line each; the numbers are those that `:1` presses."""
        rows: dict[int, list[str]] = {}
        for number, button in enumerate(message.buttons, start=1):
            rows.setdefault(button.row, []).append(self._describe_button(number, button))
        return ["  ".join(row) for row in rows.values()]

    def _describe_button(self, number: int, button: Button) -> str:
        if button.url is not None:
            return self._texts.practice_link_button(number, button.text, button.url)
        if button.copies is not None:
            return self._texts.practice_copy_button(number, button.text, button.copies)
        return self._texts.practice_button(number, button.text)


def _styled(message: ChatMessage, texts: PracticeTexts) -> Text:
    """The text with its entities as styles; links say where they lead, and quotes have a bar before each line."""
    text = message.text
    if not text:
        return Text()
    places = _places(text)
    styled = Text(text)
    insertions: list[tuple[int, str]] = []
    for entity in message.entities:
        start, end = places[entity["offset"]], places[entity["offset"] + entity["length"]]
        style = _STYLES.get(entity["type"])
        if style:
            styled.stylize(style, start, end)
        insertions += _insertions(entity, text, start, end, texts)
    for place, added in sorted(insertions, reverse=True):
        head, tail = styled.divide([place]) if 0 < place < len(text) else _split(styled, place)
        styled = head.append(added).append_text(tail)
    return styled


def _insertions(entity: Json, text: str, start: int, end: int, texts: PracticeTexts) -> list[tuple[int, str]]:
    if entity["type"] == "text_link":
        return [(end, texts.practice_link("", entity["url"]))]
    if entity["type"] in _QUOTES:
        breaks = [place + 1 for place in range(start, end - 1) if text[place] == "\n"]
        return [(place, "│ ") for place in (start, *breaks)]
    return []


def _split(styled: Text, place: int) -> tuple[Text, Text]:
    return (Text(), styled) if place == 0 else (styled, Text())


def _places(text: str) -> list[int]:
    """For each UTF-16 offset, the place in the string; a place inside a surrogate pair is the pair's."""
    places: list[int] = []
    for place, character in enumerate(text):
        places += [place] * utf16_length(character)
    return [*places, len(text)]
