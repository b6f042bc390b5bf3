"""Whom a sentence is about that names nobody: whom the nudge names, or whoever was spoken of last."""

from telegram import Update

from bot.context import Context
from bot.handlers import naming
from bot.handlers.touching import nudge_meant
from bot.rules.choices import Choice
from storage.models import Nudge


async def nudged(update: Update, context: Context, choice: Choice, who: str) -> int | None:
    """The contact named, or else whom the nudge that was replied to, or is open, names; None where a question had to be
    asked (of a name), or where there is no such nudge (without one)."""
    if who:
        return await naming.one(update, context, choice, who)
    nudge = await nudge_meant(context, choice)
    return choice.picked.get("") or (nudge.contact_id if nudge else None)


async def spoken_of(update: Update, context: Context, choice: Choice, who: str) -> int | None:
    """The contact named, or else whoever was spoken of last: in the nudge replied to, in the last change, or in the
    nudge that is open, whichever is the newest. None as above."""
    if who or choice.nudge_id is not None or choice.picked.get(""):
        return await nudged(update, context, choice, who)
    nudge = await context.db(context.store.open_nudge, context.user.id)
    last = await context.db(context.store.last_change, context.user.id, now=context.now())
    about = last.change.result if last else {}
    ids = [about["contact_id"]] if about.get("contact_id") else about.get("contact_ids") or []
    newer = last is not None and (nudge is None or not (last.shown_since or last.change.created_at < nudge.created_at))
    if newer and len(ids) == 1:
        contact = await context.db(context.store.contact, context.user.id, ids[0])
        if contact is not None:
            return contact.id
    return nudge.contact_id if nudge else None


async def open_about(context: Context, choice: Choice, contact_id: int) -> Nudge | None:
    """The nudge that is meant, if it is about this contact and may still be answered."""
    nudge = await nudge_meant(context, choice)
    about = nudge is not None and nudge.contact_id == contact_id
    return nudge if about and nudge is not None and nudge.status in ("planned", "sent", "later", "expired") else None
