"""/start: what Dotty does, and three small questions, none of which has to be answered."""

from telegram import Update

from bot import keyboards
from bot.context import Context
from bot.handlers import moments
from bot.handlers.replies import nod, say
from bot.handlers.steps import current, step, wait_for
from storage.models import User

QUESTIONS = ("who", "zone", "when")
#: The steps in which one of the questions is open, and which.
STEPS = {"names": "who", "zone": "zone", "when": "when"}


async def start_command(update: Update, context: Context) -> None:
    user = context.user
    _, people = await context.db(context.store.people, user.id, offset=0, limit=1)
    first_name = update.effective_user.first_name if update.effective_user else ""
    left = [each for each in QUESTIONS if not (each == "who" and people)]
    await wait_for(context, step(context, "setup", token=context.update_id, left=left))
    text = context.texts.welcome_back(people) if people else context.texts.welcome(first_name)
    await say(context, text, keyboards.setup(user, left, context.texts))


def left_questions(context: Context) -> list[str] | None:
    """Which of the questions are open; None when the user is past them."""
    left = context.user.step_data.get("left") if current(context) in ("setup", *STEPS) else None
    return left if isinstance(left, list) else None


async def put_left(update: Update, context: Context, user: User, left: list[str]) -> None:
    """After one question is dealt with, the ones that are left; after the last, when the first nudge comes."""
    if left:
        await say(context, context.texts.more_questions(), keyboards.setup(user, left, context.texts))
    else:
        await say(context, context.texts.ready(moments.next_nudge(context, user)))


async def skip(update: Update, context: Context, left: list[str]) -> None:
    """Go on with what is left. The step stays after the last question too: an hour may still be typed."""
    await wait_for(context, step(context, "setup", token=context.update_id, left=left))
    await put_left(update, context, context.user, left)


async def press_no_more(update: Update, context: Context) -> None:
    """No questions, please."""
    await nod(update)
    await skip(update, context, [])
