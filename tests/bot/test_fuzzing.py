"""Whatever Telegram sends: nothing fails, nothing typed is logged, and what comes out does no harm."""

import csv
import io
import json
import logging
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.logs import OURS
from bot.practice.files import UploadedFile
from bot.updates import read_update
from tests.bot.hostile import HARM, MARK, Json, deep, malformed, updates
from tests.chat import Chat

#: What is in each file that is sent.
PEOPLE = "Name,Email,Notes\n" + "\n".join(f'"{MARK} {each[:300]}",z@example.org,"{each}"' for each in HARM)
#: Those of one example, to one chat after the other.
IN_A_ROW = 5


@pytest.fixture(scope="module")
def begun(migrated_file: Path) -> Iterator[Path]:
    """A chat with people, a tag, a promise and a nudge that waits for an answer."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(migrated_file, Path(folder) / "dotty.db")
        chat = Chat(Path(folder))
        chat.say("Ana Ruiz, monthly, ana@example.org, +34 600 123 456, #chess\nBen Okafor, monthly\nGrace Lim, weekly")
        chat.say("promise Ana: send the book on friday")
        chat.say("Ana needs a designer")
        chat.week()
        chat.close()
        yield Path(folder) / "dotty.db"


@contextmanager
def begun_chat(begun: Path) -> Iterator[Chat]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(begun, Path(folder) / "dotty.db")
        chat = Chat(Path(folder))
        try:
            yield chat
        finally:
            chat.close()


class Lines(logging.Handler):
    """What is logged, from DEBUG on."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.getMessage()} {record.exc_info or ''}")


@contextmanager
def logged() -> Iterator[list[str]]:
    """Of what an operator reads: the libraries that repeat payloads are kept quiet (bot.logs)."""
    handler, before = Lines(), {name: logging.getLogger(name).level for name in OURS}
    for name in (*OURS, "asyncio", "aiohttp", "sqlalchemy", "apscheduler"):
        logging.getLogger(name).addHandler(handler)
    for name in OURS:
        logging.getLogger(name).setLevel(logging.DEBUG)
    try:
        yield handler.lines
    finally:
        for name in (*OURS, "asyncio", "aiohttp", "sqlalchemy", "apscheduler"):
            logging.getLogger(name).removeHandler(handler)
        for name, level in before.items():
            logging.getLogger(name).setLevel(level)


def deliver(chat: Chat, update: Json) -> int | None:
    """As the webhook does, from JSON on; how many messages and notices came of it, None where it can't be read."""
    given = json.loads(json.dumps(update))
    message = given.get("message") if isinstance(given, dict) else None
    if isinstance(message, dict) and isinstance(document := message.get("document"), dict):
        stored = chat.api.server.shelf.put(UploadedFile("a.csv", PEOPLE.encode(errors="replace"), ""), "documents")
        document["file_id"] = stored.json()["file_id"]
    read = read_update(given, chat.bot.application.bot)
    if read is None:
        return None
    before = len(chat.api.server.events)
    chat.run(chat.bot.handle(read))
    return len(chat.api.server.events) - before


def spoken(update: Json) -> bool:
    """Whether it is something typed in a private chat, which always gets an answer."""
    return bool(str(update.get("message", {}).get("text", "")).strip())


fuzzed = settings(
    deadline=None, phases=[Phase.explicit, Phase.generate, Phase.shrink],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large,
    HealthCheck.large_base_example],
)  # fmt: skip


@settings(fuzzed, max_examples=25)
@given(st.lists(updates(), min_size=1, max_size=IN_A_ROW))
def test_whatever_a_person_sends_nothing_fails_and_nothing_of_it_is_logged(begun: Path, sent: list[Json]) -> None:
    with begun_chat(begun) as chat, logged() as lines:
        for update in sent:
            answers = deliver(chat, update)
            assert answers != 0 or not spoken(update)
    assert [line for line in lines if "failed" in line or line.startswith(("ERROR", "CRITICAL"))] == []
    assert [line for line in lines if MARK in line] == []


@settings(fuzzed, max_examples=25)
@given(st.lists(malformed(), min_size=1, max_size=IN_A_ROW))
def test_whatever_telegram_gets_wrong_the_next_message_is_answered_and_nothing_is_logged(
    begun: Path, sent: list[Json]
) -> None:
    with begun_chat(begun) as chat, logged() as lines:
        for update in sent:
            try:
                deliver(chat, update)
            except ValueError:
                assert not isinstance(update.get("update_id"), int) or isinstance(update["update_id"], bool)
        assert "Dotty" in chat.say("/help") or chat.last.text
    assert [line for line in lines if MARK in line] == []


def test_what_is_nested_beyond_reading_is_passed_over(chat: Chat) -> None:
    for levels in (50, 5_000):
        assert read_update(deep(levels), chat.bot.application.bot) is None


@pytest.mark.parametrize("data", [None, 1, "x", [], {}, {"update_id": "1"}, {"update_id": True}, {"update_id": None}])
def test_what_has_no_id_is_no_update(chat: Chat, data: Any) -> None:
    with pytest.raises(ValueError, match="no update"):
        read_update(data, chat.bot.application.bot)


# What comes out


#: Turns the direction of what follows, or can't be seen or printed.
UNSEEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
PHONE = re.compile(r"\+\d{6,15}")


@pytest.fixture(scope="module")
def harmed(begun: Path) -> Iterator[Chat]:
    """A chat in which every string made to harm was typed as a name, a note, a tag, a need and a promise, sent as a
    contact's name, a file's name and what is in it; and then everything was asked for."""
    with begun_chat(begun) as chat:
        for number, harm in enumerate(HARM):
            for text in (
                f"Zed{number} {harm[:150]} Quill, monthly, met at {harm}, #{harm}",
                f"note on Ana: {harm}",
                harm,
            ):
                if text.strip():
                    chat.say(text[:4_096])
            for text in (f"Ana needs {harm}", f"promise Ben: {harm}", f"find {harm}", f"called Ana about {harm}")[
                number % 2 :: 2
            ]:
                chat.say(text[:4_096])
            chat.share_contact(f"Zyx{harm[:200]} Quill", "+34600123456")
        chat.drop("\u202evsc.txt\u2069\n.csv", PEOPLE.encode(errors="replace"))
        chat.press("Import")
        chat.say("/export")
        yield chat


def exported(chat: Chat, ending: str) -> str:
    return next(each.file.content.decode() for each in chat.newest() if each.file and each.file.name.endswith(ending))


def test_what_is_said_shows_nothing_unseen_and_turns_no_direction(harmed: Chat) -> None:
    for message in harmed.user.chat.sent():
        for part in (message.text, *message.labels, message.file.name if message.file else ""):
            assert UNSEEN.search(part) is None, part


def test_a_table_taken_away_has_no_formula_in_it(harmed: Chat) -> None:
    table = exported(harmed, ".csv")
    assert UNSEEN.search(table.replace("\r\n", "\n")) is None
    cells = [cell for row in csv.reader(io.StringIO(table)) for cell in row]
    assert [
        cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not PHONE.fullmatch(cell)
    ] == []
    assert sum("HYPERLINK" in cell for cell in cells) > 1


def test_cards_taken_away_are_as_many_as_the_people_and_say_only_what_dotty_wrote(harmed: Chat) -> None:
    cards, people = exported(harmed, ".vcf"), json.loads(exported(harmed, ".json"))["contacts"]
    lines = re.sub(r"\r\n[ \t]", "", cards).split("\r\n")
    assert lines.count("BEGIN:VCARD") == lines.count("END:VCARD") == len(people) > len(HARM)
    properties = {re.split("[:;]", line)[0] for line in lines if line}
    assert {each for each in properties if not re.fullmatch(r"[A-Z-]+", each)} == set()


def test_a_file_with_every_harm_in_it_comes_back_unharmed(harmed: Chat) -> None:
    people = json.loads(exported(harmed, ".json"))["contacts"]
    assert any("<script>alert(1)</script>" in note["text"] for each in people for note in each["notes"])
    assert any("{0.__class__.__mro__}" in note["text"] for each in people for note in each["notes"])
