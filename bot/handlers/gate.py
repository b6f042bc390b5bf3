"""The first handler of every update: may they, who are they, and was this update handled before?"""

from telegram import ChatMember, Update
from telegram.ext import ApplicationHandlerStop

from bot.context import Context
from bot.handlers import answers
from bot.handlers.limiting import keeps_up
from bot.handlers.replies import nod
from bot.handlers.steps import leave_earlier
from bot.metrics import note
from bot.rules.language_zones import language_tag
from bot.rules.schedule import next_slot
from bot.rules.zones import guess_zone
from bot.texts import Texts
from storage.models import User


async def open_update(update: Update, context: Context) -> None:
    """Let the update through to the other handlers, or answer it here.

    Only private chats are served. An update that wrote already, before a crash or a redelivery, is answered from what
    it wrote and goes no further.
    """
    who, chat = update.effective_user, update.effective_chat
    if who is None or chat is None or chat.type != chat.PRIVATE:
        raise ApplicationHandlerStop
    allowed = context.bot_data.allowed_user_ids
    if allowed and who.id not in allowed:
        note("refused")
        if update.message is not None and context.bot_data.turn_away(who.id):
            await context.bot.send_message(who.id, Texts(who.language_code).private_bot())
        raise ApplicationHandlerStop
    if not await keeps_up(update, context, who.id):
        note("refused")
        raise ApplicationHandlerStop
    if update.my_chat_member is not None:
        return
    now = context.bot_data.clock()
    user, change = await context.db(context.store.open_update, who.id, update.update_id)
    context.begin(update, user or await _open(context, who.id, language_tag(who.language_code)), now)
    if change is not None:
        note("again")
        context.leads_on = True
        await nod(update)
        await leave_earlier(context)
        await answers.answer(update, context, change)
        raise ApplicationHandlerStop


async def _open(context: Context, user_id: int, language: str | None) -> User:
    """Somebody new; or who comes back, and finds the day, hour and zone that they chose."""
    now, zone = context.bot_data.clock(), guess_zone(language)
    row = await context.db(context.store.user, user_id) or User(id=user_id, timezone=zone, created_at=now)
    due = next_slot(row, now, context.bot_data.spread)
    return await context.db(
        context.store.open_user, user_id, language=language, timezone=zone, next_nudge_at=due, now=now
    )


async def membership(update: Update, context: Context) -> None:
    """They blocked the bot, or let it in again. Coming back, their next message sets the next nudge."""
    change = update.my_chat_member
    gone = (ChatMember.BANNED, ChatMember.LEFT)
    if change is not None and change.new_chat_member.status in gone:
        await context.db(context.store.set_unreachable, change.from_user.id, context.bot_data.clock())
