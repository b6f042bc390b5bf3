"""Whom "her", "him" and "them" mean: whom the replied-to message, what Dotty waits for, or the open nudge is about."""

from bot.context import Context
from bot.handlers.steps import current
from bot.rules.choices import Choice


async def last_spoken_of(context: Context, choice: Choice) -> int | None:
    """The contact's id; None where nobody was spoken of."""
    store, user_id = context.store, context.user.id
    if choice.nudge_id is not None:
        nudge = await context.db(store.nudge, user_id, choice.nudge_id)
        if nudge is not None and nudge.contact_id is not None:
            return nudge.contact_id
    if (waited_for := await of_step(context)) is not None:
        return waited_for
    open_one = await context.db(store.open_nudge, user_id)
    return None if open_one is None else open_one.contact_id


async def of_step(context: Context) -> int | None:
    """Whom the words that Dotty waits for would be about."""
    store, user_id, data = context.store, context.user.id, context.user.step_data
    match current(context):
        case "note":
            nudge = await context.db(store.nudge, user_id, data["nudge_id"])
            return None if nudge is None else nudge.contact_id
        case "went":
            touch = await context.db(store.touch, user_id, data["touch_id"])
            return None if touch is None else touch.contact_id
        case "need":
            return int(data["contact_id"])
        case _:
            return None
