"""/start: what Dotty does, and three small questions, none of which has to be answered."""

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import moments
from bot.handlers.replies import nod, say
from bot.handlers.steps import step, wait_for
from storage.models import User

QUESTIONS = ("who", "zone", "when")


async def start_command(update: Update, context: Context) -> None:
    user = context.user
    _, people = await context.db(context.store.people, user.id, offset=0, limit=1)
    first_name = update.effective_user.first_name if update.effective_user else ""
    text = context.texts.welcome(first_name)
    left = [each for each in QUESTIONS if not (each == "who" and people)]
    await wait_for(context, step(context, "setup", token=context.update_id, left=left))
    await say(update, context, text, keyboards.setup(user, left, context.texts))


async def put_left(update: Update, context: Context, user: User) -> None:
    """After one question is answered, the ones that are left; after the last, when the first nudge comes."""
    left = user.step_data.get("left", [])
    if left:
        await say(update, context, context.texts.more_questions(), keyboards.setup(user, left, context.texts))
    else:
        await wait_for(context, None)
        await say(update, context, context.texts.ready(user, moments.next_nudge(context, user)))


async def press_no_more(update: Update, context: Context) -> None:
    """No questions, please."""
    await nod(update)
    await wait_for(context, None)
    await say(update, context, context.texts.ready(context.user, moments.next_nudge(context)))
