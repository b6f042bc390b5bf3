"""Openers from the operator's model: what is sent, word for word, and the user's yes or no."""

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import settings
from bot.handlers.replies import nod, say
from bot.model_words import example
from bot.opener_model import ASKS_PER_DAY


async def press_model(update: Update, context: Context) -> None:
    """In the settings: show what it is; below that: yes or no."""
    await nod(update)
    if context.bot_data.model is None:
        await say(context, context.texts.no_model())
    elif context.pressed.arg in ("on", "off"):
        await settings.change(update, context, {"model_on": context.pressed.arg == "on"})
    else:
        await _explain(context)


async def _explain(context: Context) -> None:
    model, texts = context.bot_data.model, context.texts
    if model is None:
        return
    await say(context, texts.about_model(
        on=context.user.model_on, model=model.name, host=model.host, per_day=ASKS_PER_DAY
    ))  # fmt: skip
    found = await context.db(example, context.store, context.user, context.now())
    shown = texts.model_example(found[0], found[1].rules, found[1].facts) if found else texts.model_without_example()
    await say(context, shown, keyboards.model_choice(texts))
