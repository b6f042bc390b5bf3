"""What happens when a handler fails: somebody is told, and nothing they typed is logged."""

import logging

from telegram import Update
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.ext import ApplicationHandlerStop

from bot.context import Context
from bot.faults import Fault, classify
from bot.logs import whereabouts
from bot.metrics import note
from bot.texts import Html, Texts
from bot.troubles import find_trouble
from storage import FullError

log = logging.getLogger(__name__)


async def on_error(update: object, context: Context) -> None:
    """What passes by itself makes the intake try the update again; the rest is logged by where it happened, for an
    error's own text may hold what was typed. No other handler gets the update: the gate may be what failed.
    """
    trouble = find_trouble(context.error)
    if isinstance(context.error, FullError):  # no fault: nothing was written, and they are told why
        log.info("update %s found no room", getattr(update, "update_id", None))
    elif trouble is not None and trouble.lasting:
        context.bot_data.troubles.tell_operator(trouble)
    elif trouble is not None:
        log.info("Telegram did not answer: %s", whereabouts(context.error))
    elif _fault(context.error) is not Fault.GONE:
        note("error")
        log.error("update %s failed: %s", getattr(update, "update_id", None), whereabouts(context.error))
    if not isinstance(update, Update):
        return
    if trouble is not None:
        context.bot_data.troubles.begin(update.update_id, trouble)
    if trouble is None or trouble.database:
        await _tell_user(update, context, lasting=trouble is not None)
    raise ApplicationHandlerStop


async def _tell_user(update: Update, context: Context, *, lasting: bool) -> None:
    """Say that it didn't work or, once, that it takes a while; to one who blocked Dotty, nothing till they write."""
    user = update.effective_user
    if user is None:
        return
    texts = Texts(user.language_code)
    if _fault(context.error) is Fault.GONE:
        await context.bot_data.db(context.bot_data.store.set_unreachable, user.id, context.bot_data.clock())
    elif isinstance(context.error, FullError):
        await _say(context, user.id, texts.network_full(context.error.limit))
    elif not lasting:
        await _say(context, user.id, texts.trouble())
    elif context.bot_data.troubles.tell_user(user.id):
        await _say(context, user.id, texts.waiting())


def _fault(error: Exception | None) -> Fault | None:
    return classify(error) if isinstance(error, TelegramError) else None


async def _say(context: Context, user_id: int, text: Html) -> None:
    try:
        await context.bot.send_message(user_id, text, parse_mode=ParseMode.HTML)
    except TelegramError as error:
        log.warning("user %s could not be told: %s", user_id, classify(error).name)
