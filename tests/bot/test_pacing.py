"""How fast Dotty sends, and what a 429 does to everybody. Time is the tests' own: nothing sleeps."""

import asyncio
from collections.abc import Coroutine
from time import monotonic
from types import SimpleNamespace
from typing import Any

import pytest
from aiolimiter import AsyncLimiter
from telegram.error import BadRequest, RetryAfter
from telegram.ext import ExtBot

from bot.app import sender
from bot.faults import retry_after
from bot.pacing import NUDGE, NUDGES_A_SECOND, NUDGES_WAIT, TRIES, Pacer
from bot.practice.bot_api import PracticeBotApi
from bot.practice.request import PracticeRequest
from bot.texts import Html

ANA = 7


class Time:
    """Seconds that pass when somebody sleeps."""

    def __init__(self) -> None:
        self.now = 1000.0
        self.slept: list[float] = []

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        until = self.now + seconds
        await asyncio.sleep(0)  # others go on meanwhile
        self.now = max(self.now, until)


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def api() -> PracticeBotApi:
    api = PracticeBotApi()
    api.user(ANA).start_chat()
    return api


def run(api: PracticeBotApi, time: Time, *sends: dict[str, Any], chat_gap: float = 0.0) -> list[Any]:
    """Send all of these at once, as one process does; what came of each."""

    async def send_all() -> list[Any]:
        pacer = Pacer(chat_gap=chat_gap, sleep=time.sleep, clock=lambda: time.now)
        bot: ExtBot[str] = ExtBot(api.server.token, request=PracticeRequest(api), rate_limiter=pacer)
        async with bot:
            calls: list[Coroutine[Any, Any, Any]] = [
                bot.send_message(ANA, **{"text": "Hello", **more}) for more in sends
            ]
            return await asyncio.gather(*calls, return_exceptions=True)

    return asyncio.run(send_all())


def sent(api: PracticeBotApi) -> int:
    return len(api.chat(ANA).sent())


def refuse(api: PracticeBotApi, seconds: int) -> None:
    api.fail_next("sendMessage", 429, "Too Many Requests: retry later", retry_after=seconds)


@pytest.mark.parametrize("more", [{}, {"rate_limit_args": NUDGE}])
def test_a_429_is_obeyed_to_the_second_and_the_message_goes_out(
    api: PracticeBotApi, time: Time, more: dict[str, Any]
) -> None:
    refuse(api, 7)
    run(api, time, more)
    assert sum(time.slept) == 7
    assert sent(api) == 1


def test_a_429_holds_everybody_back(api: PracticeBotApi, time: Time) -> None:
    refuse(api, 7)
    run(api, time, {}, {"rate_limit_args": NUDGE}, {})
    assert time.now >= 1007
    assert sent(api) == 3


def test_of_two_deadlines_the_later_counts(time: Time) -> None:
    """Two were on their way at once, and the second is told to wait for less than the first."""
    answers = {"first": [RetryAfter(20)], "second": [RetryAfter(3)]}

    async def call(name: str) -> bool:
        await asyncio.sleep(0)
        if answers[name]:
            raise answers[name].pop()
        return True

    async def send_both() -> None:
        pacer = Pacer(sleep=time.sleep, clock=lambda: time.now)
        await asyncio.gather(*[pacer.process_request(call, (name,), {}, "", {}, None) for name in answers])

    asyncio.run(send_both())
    assert time.now == 1020


def test_a_telegram_that_never_relents_is_given_up_and_the_deadline_stands(api: PracticeBotApi, time: Time) -> None:
    for _ in range(TRIES):
        refuse(api, 5)
    (refused,) = run(api, time, {})
    assert isinstance(refused, RetryAfter)
    assert time.now == 1000 + 5 * (TRIES - 1)
    assert sent(api) == 0


def test_a_nudge_does_not_wait_long_but_tells_how_long_it_would_be(api: PracticeBotApi, time: Time) -> None:
    refuse(api, 900)
    (refused,) = run(api, time, {"rate_limit_args": NUDGE})
    assert isinstance(refused, RetryAfter)
    assert retry_after(refused) == 900 > NUDGES_WAIT
    assert time.slept == []


def test_a_reply_waits_however_long_it_is(api: PracticeBotApi, time: Time) -> None:
    refuse(api, 900)
    run(api, time, {})
    assert time.now == 1900
    assert sent(api) == 1


def test_other_refusals_pass_through_at_once(api: PracticeBotApi, time: Time) -> None:
    api.fail_next("sendMessage", 400, "Bad Request: chat not found")
    (refused,) = run(api, time, {})
    assert isinstance(refused, BadRequest)
    assert time.slept == []


def test_nudges_are_spread_and_replies_are_not_behind_them(api: PracticeBotApi, time: Time) -> None:
    began = monotonic()
    run(api, time, *[{"text": "A nudge", "rate_limit_args": NUDGE} for _ in range(6)], {"text": "A reply"})
    assert [message.text for message in api.chat(ANA).sent()].index("A reply") < 6
    assert sent(api) == 7
    assert monotonic() - began >= 3 / NUDGES_A_SECOND


def test_nudges_that_a_429_kept_waiting_are_spread_too(
    api: PracticeBotApi, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns: list[float] = []

    async def acquire(_limiter: AsyncLimiter) -> None:
        turns.append(time.now)

    monkeypatch.setattr(AsyncLimiter, "acquire", acquire)
    refuse(api, 3)
    run(api, time, {"text": "A reply"}, *[{"text": "A nudge", "rate_limit_args": NUDGE} for _ in range(3)])
    assert sent(api) == 4
    assert turns == [1003, 1003, 1003]


def test_one_chat_has_a_nudge_a_second_at_most_and_replies_at_once(api: PracticeBotApi, time: Time) -> None:
    nudge = {"rate_limit_args": NUDGE}
    run(api, time, nudge, nudge, {"text": "A reply"}, nudge, chat_gap=1.0)
    assert time.now == 1002
    assert [message.text for message in api.chat(ANA).sent()].index("A reply") < 2
    assert sent(api) == 4


def test_the_fleet_is_told_of_a_429(api: PracticeBotApi, time: Time) -> None:
    told = list[float]()

    async def halt(seconds: float) -> None:
        told.append(seconds)

    async def send() -> None:
        pacer = Pacer(sleep=time.sleep, clock=lambda: time.now)
        pacer.on_halt = halt
        async with ExtBot[str](api.server.token, request=PracticeRequest(api), rate_limiter=pacer) as bot:
            await bot.send_message(ANA, "Hello")

    refuse(api, 7)
    asyncio.run(send())
    assert told == [7]


@pytest.mark.parametrize("paid", [True, False])
def test_only_what_is_paid_for_may_cost_stars(paid: bool) -> None:
    asked: list[dict[str, Any]] = []

    class Bot:
        async def send_message(self, *_: Any, **more: Any) -> Any:
            asked.append(more)
            return SimpleNamespace(message_id=1)

    async def send(bot: Any) -> int:
        return await sender(bot, paid=paid)(ANA, Html("Hello"), None)

    assert asyncio.run(send(Bot())) == 1
    assert asked[0]["allow_paid_broadcast"] is (True if paid else None)
