"""The line to Telegram: the library's bot over our transport, at our pace. It is open before anything that answers on it."""

from dataclasses import dataclass
from typing import Any

from telegram.ext import ExtBot
from telegram.request import BaseRequest

from bot.config import Config
from bot.pacing import CHAT_GAP, Pacer
from bot.transport import Transport


@dataclass(frozen=True, slots=True)
class Line:
    """`paced`: what goes out waits for its turn among the fleet's nudges, and its chat's."""

    bot: ExtBot[Any]
    pacer: Pacer
    paced: bool


def open_line(config: Config, request: BaseRequest | None = None) -> Line:
    """`request` stands in for the network; the practice chat sends what there is at once, in a time of its own."""
    pacer = Pacer(config.nudges_per_second, chat_gap=0.0 if request else CHAT_GAP)
    bot = ExtBot(
        config.token or "",
        base_url=f"{config.api_url}/bot",
        base_file_url=f"{config.api_url}/file/bot",
        request=request or Transport(),
        get_updates_request=request or Transport(connections=2),
        rate_limiter=pacer,
    )
    return Line(bot, pacer, paced=request is None)
