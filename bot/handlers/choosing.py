"""The buttons under Dotty's questions: each takes the choice it belongs to one step further."""

from telegram import Update

from bot.context import Context
from bot.handlers import adding, general, questions, talk
from bot.handlers.replies import edit_buttons, nod
from bot.handlers.steps import current_choice, wait_for
from bot.rules.choices import Choice


async def _take(update: Update, context: Context, token: str) -> Choice | None:
    """The choice the pressed button belongs to, its buttons taken away; a kind word where it is an old one."""
    choice = current_choice(context, token)
    await nod(update, "" if choice else context.texts.old_question())
    if choice is not None:
        await edit_buttons(update, None)
    return choice


async def press_pick(update: Update, context: Context) -> None:
    """That one is meant."""
    choice = await _take(update, context, context.pressed.arg)
    if choice is not None:
        await talk.reconsider(update, context, choice.pick(context.pressed.id))


async def press_other(update: Update, context: Context) -> None:
    """Somebody new is meant."""
    choice = await _take(update, context, context.pressed.arg)
    if choice is None:
        return
    if choice.asking == "same":
        await adding.add_first(update, context, choice)
    else:
        await talk.reconsider_as_new(update, context, choice)


async def press_same(update: Update, context: Context) -> None:
    """The first of the drafts is this contact: its facts are added to them."""
    choice = await _take(update, context, context.pressed.arg)
    if choice is not None and choice.drafts:
        await adding.merge_first(update, context, choice, context.pressed.id)


async def press_add(update: Update, context: Context) -> None:
    """Yes, add whom I asked about."""
    choice = await _take(update, context, context.pressed.arg)
    if choice is not None:
        await talk.reconsider_as_new(update, context, choice)


async def press_meaning(update: Update, context: Context) -> None:
    """This reading of the sentence."""
    choice = await _take(update, context, context.pressed.arg)
    if choice is not None:
        await talk.reconsider(update, context, choice.read(context.pressed.id))


async def press_purpose(update: Update, context: Context) -> None:
    """What an unrecognised text is for: somebody's name, a note, a touch, or nothing."""
    what, _, token = context.pressed.arg.partition(".")
    if what == "help":
        await nod(update)
        await general.help_command(update, context)
        return
    choice = await _take(update, context, token)
    if choice is None:
        return
    if what == "add":
        await adding.add_typed(update, context, choice.text, insist=True)
    else:
        await questions.ask_likely(update, context, choice.meant_as("note" if what == "note" else "touch"))


async def press_skip(update: Update, context: Context) -> None:
    """None of it. Drafts behind a skipped one are still asked about."""
    if not context.pressed.arg:
        await general.press_skip(update, context)
        return
    choice = await _take(update, context, context.pressed.arg)
    if choice is None:
        return
    rest = choice.settle_first()
    if choice.asking == "same" and rest.drafts:
        await questions.ask(update, context, rest.ask("same"))
    else:
        await wait_for(context, None)
        await general.let_go(update, context)

