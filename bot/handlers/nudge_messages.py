"""The messages of a nudge in the chat: closed when it is answered, and open again after an Undo."""

from bot.context import Context
from bot.handlers.replies import edit
from bot.keyboards import NUDGE_VERBS
from bot.nudge_cards import nudge_message
from storage.models import Nudge

#: How many of a nudge's messages are kept up to date, the newest; the buttons of older ones answer kindly.
KEPT_UP = 5


async def close_nudge(
    context: Context, nudge: Nudge, name: str, status: str, *, carriers: list[int] | None = None
) -> None:
    """Take the buttons off every message that carries the nudge; where one is gone, there is nothing to take.
    `carriers`: those that are known, where they were read already."""
    for message_id in await _carriers(context, nudge, carriers):
        await edit(context, message_id, context.texts.nudge_answered(name, status))


async def close_question(context: Context, nudge_id: int) -> None:
    """Take the buttons off the question about the pace."""
    for message_id in await context.db(context.store.nudge_messages, context.user.id, nudge_id, limit=KEPT_UP):
        await edit(context, message_id, context.texts.ask_about_pace())


async def reopen_nudge(context: Context, nudge: Nudge) -> None:
    """Make a nudge's newest message say again what it said before an answer that was taken back."""
    message = await context.db(nudge_message, context.store, context.user, nudge, context.today)
    if message is None or nudge.message_id is None:
        return
    if nudge.status in ("sent", "expired"):
        await edit(context, nudge.message_id, *message)
    elif nudge.status in ("skipped", "later"):
        contact = await context.db(context.store.contact, context.user.id, nudge.contact_id or 0)
        await close_nudge(context, nudge, contact.name if contact else "", nudge.status)


async def _carriers(context: Context, nudge: Nudge, known: list[int] | None) -> list[int]:
    """Those that are known, and the one whose button was pressed: Telegram may have lost its answer to our sending."""
    if known is None:
        known = await context.db(context.store.nudge_messages, context.user.id, nudge.id or 0, limit=KEPT_UP)
    pressed = pressed_message(context, nudge)
    return known if pressed is None or pressed in known else [pressed, *known]


def pressed_message(context: Context, nudge: Nudge) -> int | None:
    """The message whose button was pressed, if the button is the nudge's."""
    about = context.pressed.verb in NUDGE_VERBS and context.pressed.id == nudge.id
    return context.pressed_in if about else None
