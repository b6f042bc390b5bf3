"""Telegram: whether it takes the token, what its clock says, and whom it calls.

Its Bot API is asked directly, for the library hides the Date header.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import monotonic
from typing import Any

import aiohttp

from bot.config import Config
from bot.doctor.findings import Finding
from bot.doctor.settings import host_of
from bot.texts.doctor import DoctorTexts

#: Seconds for each call.
LIMIT = aiohttp.ClientTimeout(total=5)
#: Seconds that this machine's clock may be off.
OFF, FAR_OFF = 5.0, 60.0
#: Updates that wait, and for how long a failed call of the webhook is news, in seconds.
MANY_WAITING, RECENT = 100, 3600.0
_ADDRESS = re.compile(r"\S*://\S*")


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` 0 where none came; `ahead` is how many seconds this machine's clock is ahead of theirs."""

    status: int = 0
    result: dict[str, Any] = field(default_factory=dict)
    ahead: float | None = None


async def check_telegram(config: Config, wrong: frozenset[str], now: datetime) -> list[Finding]:
    """The token, the clock and the webhook; `wrong` are settings that can't be used, `now` is by this machine's clock."""
    texts = DoctorTexts()
    if config.token is None or "TELEGRAM_API_URL" in wrong:
        return [_untried(config, wrong), Finding("ok", "webhook", texts.not_asked())]
    started = monotonic()
    async with aiohttp.ClientSession(timeout=LIMIT, trust_env=True) as session:
        known = await _call(session, config, "getMe", now, started)
        webhook = await _call(session, config, "getWebhookInfo", now, started) if known.result else Answer()
    return [_token(config, known), _clock(known), _webhook(config, wrong, webhook, now)]


async def _call(session: aiohttp.ClientSession, config: Config, method: str, now: datetime, started: float) -> Answer:
    """`now` was when `monotonic` stood at `started`."""
    try:
        async with session.post(f"{config.api_url}/bot{config.token}/{method}") as response:
            since = monotonic() - started
            ahead = _ahead(response.headers.get("Date"), now.timestamp() + since)
            body = await response.json(content_type=None)
    except (aiohttp.ClientError, OSError):
        return Answer()
    except ValueError:
        return Answer(response.status, ahead=ahead)
    result = body.get("result") if isinstance(body, dict) else None
    return Answer(response.status, result if isinstance(result, dict) else {}, ahead)


def _untried(config: Config, wrong: frozenset[str]) -> Finding:
    """Why the token was sent nowhere."""
    texts = DoctorTexts()
    if "TELEGRAM_BOT_TOKEN" in wrong:
        return Finding("wrong", "token", texts.wrong_token())
    return Finding("warning", "token", texts.no_token() if config.token is None else texts.token_untried())


def _ahead(date: str | None, here: float) -> float | None:
    """The header tells whole seconds that have passed: half a second is added for what it leaves out."""
    try:
        there = parsedate_to_datetime(date or "")
    except ValueError:
        return None
    return here - there.replace(tzinfo=UTC).timestamp() - 0.5


def _token(config: Config, answer: Answer) -> Finding:
    texts, where = DoctorTexts(), host_of(config.api_url)
    if answer.status == 200 and "username" in answer.result:
        return Finding("ok", "token", texts.token_right(str(answer.result["username"])))
    if answer.status in (401, 404):
        return Finding("wrong", "token", texts.token_refused())
    words = texts.odd_answer(where, answer.status) if answer.status else texts.unreachable(where)
    return Finding("wrong", "token", words)


def _clock(answer: Answer) -> Finding:
    texts = DoctorTexts()
    if answer.ahead is None:
        return Finding("warning", "clock", texts.clock_unknown())
    if abs(answer.ahead) <= OFF:
        return Finding("ok", "clock", texts.clock_right(answer.ahead))
    return Finding("wrong" if abs(answer.ahead) > FAR_OFF else "warning", "clock", texts.clock_off(answer.ahead))


def _webhook(config: Config, wrong: frozenset[str], answer: Answer, now: datetime) -> Finding:
    texts, info = DoctorTexts(), answer.result
    if "url" not in info:
        return Finding("warning", "webhook", texts.not_asked())
    if unclear := [name for name in ("WEBHOOK_URL", "WEBHOOK_SECRET") if name in wrong]:
        return Finding("warning", "webhook", texts.webhook_unclear(unclear[0]))
    url, waiting = str(info["url"]), int(info.get("pending_update_count", 0))
    if config.webhook_url is None:
        if url:
            return Finding("warning", "webhook", texts.webhook_in_the_way(host_of(url)))
        return Finding("warning" if waiting > MANY_WAITING else "ok", "webhook", texts.polling(waiting))
    if url != config.webhook_url:
        words = texts.webhook_elsewhere(host_of(url)) if url else texts.webhook_unset()
        return Finding("warning", "webhook", words)
    return _calls(texts.webhook_right(host_of(url), waiting), waiting, info, now)


def _calls(line: str, waiting: int, info: dict[str, Any], now: datetime) -> Finding:
    """How Telegram's calls fare."""
    failed_at, recent = info.get("last_error_date"), False
    if isinstance(failed_at, int):
        ago = max(0.0, now.timestamp() - failed_at)
        recent = ago < RECENT
        line = DoctorTexts().webhook_failing(line, _harmless(str(info.get("last_error_message", ""))), ago)
    return Finding("warning" if recent or waiting > MANY_WAITING else "ok", "webhook", line)


def _harmless(words: str) -> str:
    """Telegram's words without addresses, and nothing that moves a terminal's cursor."""
    shown = "".join(each for each in words if each.isprintable())
    return _ADDRESS.sub("…", shown)[:200]
