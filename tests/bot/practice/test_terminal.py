"""The practice chat from a pipe, with a tiny bot in place of Dotty."""

import asyncio
import io
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import Application, ApplicationBuilder, CallbackQueryHandler, MessageHandler, filters
from telegram.request import BaseRequest

from bot.practice.server import PRACTICE_BOT
from bot.practice.terminal import USER_ID, run_practice

MONDAY = datetime(2026, 11, 23, 9, tzinfo=UTC)
Handled = list[int]


class EchoBot:
    """Says what it is told, has buttons under each answer, a nudge each Monday and a reminder three days after."""

    def __init__(self, request: BaseRequest, clock: Callable[[], datetime]) -> None:
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder().token(PRACTICE_BOT).request(request).get_updates_request(request).updater(None)
            .job_queue(None).build()
        )  # fmt: skip
        self.application.add_handler(CallbackQueryHandler(self.pressed))
        self.application.add_handler(MessageHandler(filters.Document.ALL, self.got_file))
        self.application.add_handler(MessageHandler(filters.ALL, self.echo))
        self.clock = clock
        self.handled: Handled = []
        self.nudge = clock() + timedelta(days=7)
        self.reminder = clock() + timedelta(days=10)

    async def echo(self, update: Update, _: object) -> None:
        message = update.effective_message
        assert message is not None
        said = message.text or (message.contact and message.contact.first_name) or "something"
        if message.reply_to_message:
            said += f" (to #{message.reply_to_message.message_id})"
        keyboard = [
            [InlineKeyboardButton("Done", callback_data="done"), InlineKeyboardButton("Gone", callback_data="gone")],
            [InlineKeyboardButton("Write", url="https://t.me/anaruiz?text=Hi")],
        ]
        await message.reply_text(f"<b>You</b> said {said}", "HTML", reply_markup=InlineKeyboardMarkup(keyboard))

    async def got_file(self, update: Update, _: object) -> None:
        assert update.message is not None
        assert update.message.document is not None
        content = await (await update.message.document.get_file()).download_as_bytearray()
        await update.message.reply_document(bytes(content).upper(), filename="../export.json", caption="Here")

    async def pressed(self, update: Update, _: object) -> None:
        assert update.callback_query is not None
        await update.callback_query.answer("Saved")
        await update.callback_query.edit_message_text(f"You pressed {update.callback_query.data}")

    async def handle(self, update: Update) -> None:
        self.handled.append(update.update_id)
        await self.application.process_update(update)

    async def tick(self, now: datetime) -> None:
        if self.nudge <= now:
            await self.application.bot.send_message(USER_ID, f"Nudge at {self.clock():%d %b %H:%M}")
            self.nudge += timedelta(days=7)
        if self.reminder <= now:
            await self.application.bot.send_message(USER_ID, f"Reminder at {self.clock():%d %b %H:%M}")
            self.reminder += timedelta(days=7)

    async def next_due(self) -> datetime | None:
        return min(self.nudge, self.reminder)

    async def next_nudge(self) -> datetime | None:
        return self.nudge


def chat(tmp_path: Path, *typed: str, handled: Handled | None = None) -> str:
    """What a run of the practice chat prints after its opening, for these lines."""

    async def lines() -> AsyncIterator[str]:
        for line in typed:
            yield line

    def make(request: BaseRequest, clock: Callable[[], datetime]) -> EchoBot:
        bot = EchoBot(request, clock)
        bot.handled = handled if handled is not None else []
        return bot

    out = io.StringIO()
    asyncio.run(run_practice(make, lines(), database=tmp_path / "practice.db", out=out, real_now=MONDAY))
    return out.getvalue()


def test_it_says_where_its_data_is_and_ends_with_the_lines(tmp_path: Path) -> None:
    printed = chat(tmp_path)
    assert str(tmp_path / "practice.db") in printed.splitlines()[0]
    assert printed.endswith("Bye! Everything is kept for next time.\n")


def test_a_message_is_echoed_and_answered_with_numbered_buttons(tmp_path: Path) -> None:
    printed = chat(tmp_path, "hello")
    assert (
        "> hello\nDotty #2\n  You said hello\n  [1] Done  [2] Gone\n  [3] Write (opens https://t.me/anaruiz?text=Hi)\n"
        in printed
    )


def test_a_number_presses_a_button_and_the_message_changes(tmp_path: Path) -> None:
    printed = chat(tmp_path, "hello", ":2", ":1")
    assert "> :2\nNotice: Saved\nDotty #2, changed\n  You pressed gone\n" in printed
    assert "> :1\nThere is no button 1 to press.\n" in printed


def test_a_link_button_tells_what_it_would_open(tmp_path: Path) -> None:
    assert "> :3\nYour phone would open https://t.me/anaruiz?text=Hi\n" in chat(tmp_path, "hello", ":3")


def test_a_week_goes_to_the_next_nudge_and_time_stands_still_otherwise(tmp_path: Path) -> None:
    printed = chat(tmp_path, ":week", "hello", ":week")
    assert "Nudge at 30 Nov 09:00" in printed
    assert printed.index("Reminder at 03 Dec 09:00") < printed.index("Nudge at 07 Dec 09:00")


def test_days_pass_through_each_thing_that_is_due(tmp_path: Path) -> None:
    printed = chat(tmp_path, ":days 16")
    due = ["Nudge at 30 Nov 09:00", "Reminder at 03 Dec 09:00", "Nudge at 07 Dec 09:00", "now Wednesday 2026-12-09"]
    places = [printed.index(words) for words in due]
    assert places == sorted(places)


def test_time_and_ids_go_on_where_the_last_run_ended(tmp_path: Path) -> None:
    first: Handled = []
    second: Handled = []
    chat(tmp_path, "one", ":days 30", handled=first)
    printed = chat(tmp_path, "two", ":days 1", handled=second)
    assert max(first) < min(second)
    assert "2026-12-24" in printed
    assert "Dotty #2\n" not in printed


def test_a_wrong_colon_command_is_answered_and_the_chat_goes_on(tmp_path: Path) -> None:
    wrong = [":dance", ":days x", ":contact Ana", ":reply 99 hi", ":react 🦖", ":file /nowhere.csv"]
    printed = chat(tmp_path, *wrong, "hi")
    assert ":help shows" in printed
    assert ":days 3" in printed
    assert ":contact Ana Ruiz, +34 600 123 456" in printed
    assert "There is no message 99." in printed
    assert "doesn't offer 🦖" in printed
    assert "There is no file /nowhere.csv" in printed
    assert "You said hi" in printed


def test_a_smiley_is_text(tmp_path: Path) -> None:
    assert "You said :)" in chat(tmp_path, ":)")


def test_an_older_message_can_be_answered_and_a_contact_shared(tmp_path: Path) -> None:
    printed = chat(tmp_path, "hello", "again", ":reply 2 done", ":contact Ana Ruiz, +34 600 123 456")
    assert "You said done (to #2)" in printed
    assert "You said Ana" in printed


def test_files_it_is_sent_are_saved_by_a_harmless_name(tmp_path: Path) -> None:
    sent = tmp_path / "people.csv"
    sent.write_bytes(b"ana")
    printed = chat(tmp_path, f":file {sent}")
    saved = tmp_path / "practice-files" / "export.json"
    assert saved.read_bytes() == b"ANA"
    assert f"File: {saved} (3 bytes)" in printed


def test_a_backslash_carries_a_message_over_lines(tmp_path: Path) -> None:
    assert "You said Ana\n  Ben\n" in chat(tmp_path, "Ana\\", "Ben")


def test_quit_ends_before_the_rest(tmp_path: Path) -> None:
    assert "unheard" not in chat(tmp_path, ":quit", "unheard")


def test_empty_lines_say_nothing(tmp_path: Path) -> None:
    handled: Handled = []
    chat(tmp_path, "", "   ", handled=handled)
    assert handled == []


def test_what_is_too_long_for_one_message_is_sent_as_several(tmp_path: Path) -> None:
    handled: Handled = []
    chat(tmp_path, "x" * 4000 + "y" * 4000, handled=handled)
    assert len(handled) == 2


#: Ctrl-C counts also where a shell started the tests in the background, and so had it ignored.
_SCRIPT = """
import importlib.util, pathlib, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
spec = importlib.util.spec_from_file_location("chat", sys.argv[1])
chat = importlib.util.module_from_spec(spec)
spec.loader.exec_module(chat)
from bot.practice.terminal import try_bot
sys.exit(try_bot(chat.EchoBot, pathlib.Path(sys.argv[2])))
"""


@pytest.fixture
def process(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The practice chat as a process of its own."""
    command = [sys.executable, "-u", "-c", _SCRIPT, __file__, str(tmp_path / "practice.db")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as started:
        yield started
        started.kill()


@pytest.mark.parametrize("ending", ["", "hello"])
def test_a_pipe_runs_to_its_end_and_exits_0(process: subprocess.Popen[bytes], ending: str) -> None:
    printed, complaints = process.communicate(f"hello\n:1\n{ending}".encode(), timeout=60)
    assert (process.returncode, complaints) == (0, b"")
    assert b"You pressed done" in printed
    assert printed.count(b"You said hello") == (2 if ending else 1)


def test_ctrl_c_ends_it_cleanly_while_a_pipe_is_silent(process: subprocess.Popen[bytes]) -> None:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"hello\n")
    process.stdin.flush()
    while b"[3] Write" not in process.stdout.readline():
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert b"Bye!" in process.stdout.read()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(60) == 0
