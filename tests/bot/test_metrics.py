"""Each figure moves when what it counts happens, and by no id or word of anybody's."""

import asyncio
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from prometheus_client import generate_latest
from telegram import Bot
from telegram.error import TelegramError

from bot.config import Config
from bot.metrics import PULSE, REGISTRY, Pulse, counted, show_due, ticking, watch_pool
from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from storage import Store
from tests.chat import Chat
from tests.figures import figure, moves


def test_an_update_is_counted_by_its_kind_with_its_answer(chat: Chat) -> None:
    with (
        moves("dotty_updates_total", kind="text", outcome="handled"),
        moves("dotty_answer_seconds_count"),
        moves("dotty_sends_total", method="sendMessage", answer="ok"),
    ):
        chat.say("Ana Ruiz, monthly")


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        ("command", lambda chat: chat.say("/people")),
        ("message", lambda chat: chat.share_contact("Ana Ruiz", "+34600123456")),
        ("reaction", lambda chat: chat.react("👍")),
        ("membership", lambda chat: chat.give(chat.user.block())),
    ],
)
def test_kinds_are_told_apart(chat: Chat, kind: str, act: Callable[[Chat], object]) -> None:
    chat.say("Ben Okafor, monthly")
    with moves("dotty_updates_total", kind=kind, outcome="handled"):
        act(chat)


def test_a_button_is_a_kind_and_a_second_delivery_an_outcome(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    with moves("dotty_updates_total", kind="button", outcome="handled"):
        chat.press("Undo")
    with moves("dotty_updates_total", kind="button", outcome="again"):
        chat.again()


def test_a_stranger_is_refused(migrated_file: Path, tmp_path: Path) -> None:
    stranger = Chat(tmp_path, operator=Config(allowed_user_ids=frozenset({1})))
    with moves("dotty_updates_total", kind="text", outcome="refused"):
        stranger.say("hello")
    stranger.close()


def test_a_fault_of_ours_is_an_error(chat: Chat, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise LookupError("Ana Ruiz")

    monkeypatch.setattr(Store, "open_update", fail)
    with moves("dotty_updates_total", kind="text", outcome="error"):
        assert "my fault" in chat.say("Ana Ruiz, monthly")


def fault(api: PracticeBotApi, answer: str) -> None:
    if answer == "timeout":
        api.time_out_next("getMe")
    elif answer == "network":
        api.drop_next("getMe")
    elif answer != "ok":
        code = {"5xx": 502, "other": 409}.get(answer) or int(answer)
        api.fail_next("getMe", code, "A description", **({"retry_after": 3} if code == 429 else {}))


@pytest.mark.parametrize("answer", ["ok", "400", "401", "403", "429", "5xx", "timeout", "network", "other"])
def test_calls_are_counted_by_telegrams_answer(answer: str) -> None:
    api = PracticeBotApi()
    fault(api, answer)

    async def try_it() -> None:
        bot = Bot(api.server.token, request=PracticeRequest(api))
        try:
            await counted("getMe", bot.get_me())
        except TelegramError:
            assert answer != "ok"

    with moves("dotty_sends_total", method="getMe", answer=answer):
        asyncio.run(try_it())


def test_a_call_that_is_given_up_says_nothing_of_telegram() -> None:
    async def give_up() -> None:
        waiting = asyncio.create_task(counted("getMe", asyncio.Event().wait()))
        await asyncio.sleep(0)
        waiting.cancel()
        await asyncio.wait([waiting])

    heard = (PULSE.answered_at, PULSE.unanswered_at)
    with moves("dotty_sends_total", method="getMe", answer="cut"):
        asyncio.run(give_up())
    assert (PULSE.answered_at, PULSE.unanswered_at) == heard


def test_the_pulse_tells_answers_from_silence() -> None:
    times = iter([1.0, 2.0, 3.0])
    pulse = Pulse(lambda: next(times))
    pulse.hear("429")
    pulse.hear("timeout")
    assert (pulse.answered_at, pulse.unanswered_at) == (1.0, 2.0)
    pulse.tick()
    assert pulse.ticked_at == 3.0


def test_a_tick_is_timed_even_if_it_fails() -> None:
    with moves("dotty_tick_seconds_count"), pytest.raises(LookupError), ticking():
        raise LookupError


def test_the_pool_shows_the_connections_in_use(store: Store) -> None:
    watch_pool(store.engine.pool)
    before = figure("dotty_pool_connections", state="in_use")
    with store.engine.connect():
        assert figure("dotty_pool_connections", state="in_use") == before + 1
        assert figure("dotty_pool_connections", state="open") >= 1
    assert figure("dotty_pool_connections", state="in_use") == before
    assert figure("dotty_pool_connections", state="overflow") == 0


def test_what_is_due_is_shown_with_its_age() -> None:
    now = datetime(2026, 11, 30, 9, tzinfo=UTC)
    show_due(3, now - timedelta(minutes=5), now)
    assert (figure("dotty_nudges_due"), figure("dotty_nudges_due_seconds")) == (3, 300)
    show_due(0, None, now)
    assert (figure("dotty_nudges_due"), figure("dotty_nudges_due_seconds")) == (0, 0)


def test_what_the_process_takes_is_there_where_the_system_tells() -> None:
    is_told = Path("/proc/self/stat").exists()
    assert (figure("process_resident_memory_bytes") > 1_000_000) == is_told
    assert (figure("process_cpu_seconds_total") > 0) == is_told


def test_no_figure_names_anybody(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.week()
    shown = generate_latest(REGISTRY).decode()
    assert "Ana" not in shown
    assert f'"{chat.user.id}"' not in shown
