"""What Dotty asks when it can't be sure, made from the user's step alone: so a repeated update asks the same."""

import asyncio

from telegram import InlineKeyboardMarkup, Update

from bot import keyboards
from bot.context import Context
from bot.handlers import setup
from bot.handlers.known import recall_namesakes
from bot.handlers.replies import say
from bot.handlers.steps import choosing, wait_for
from bot.rules.choices import Choice
from bot.rules.names import clean_name, find
from bot.rules.zones import Place, find_zone
from bot.texts import Html
from storage.models import Contact

#: How many people are offered when it isn't said who it was.
OFFERED = 6
#: A longer text than this is offered as a note, not as a name.
LIKELY_NAME = 60


async def ask(update: Update, context: Context, choice: Choice) -> None:
    """Remember the choice as the user's step, and put its question."""
    await wait_for(context, choosing(context, choice))
    await _put(update, context, choice.asked_by(context.update_id))


async def ask_likely(update: Update, context: Context, choice: Choice) -> None:
    """Whom is it about? The people due soonest are offered; any other can be typed."""
    likely, _ = await context.db(context.store.people, context.user.id, offset=0, limit=OFFERED)
    if likely:
        await ask(update, context, choice.ask("which", ids=[contact.id or 0 for contact in likely]))
    else:
        await say(context, context.texts.nobody_yet())


async def put_open(update: Update, context: Context) -> None:
    """Put the question that this update's change led to, if it did."""
    user = await context.db(context.store.user, context.user.id)
    if user is None or user.step_data.get("token") != context.update_id:
        return
    if user.step == "choose":
        await _put(update, context, Choice.from_json(user.step_data))
    elif user.step == "setup":
        await setup.put_left(update, context, user, user.step_data.get("left", []))


async def _put(update: Update, context: Context, choice: Choice) -> None:
    ids = list(choice.ids)
    if choice.asking == "same":  # somebody this very update added may be the namesake
        namesakes = await recall_namesakes(context, choice.drafts[:1])
        ids = [known.id for known in find(choice.drafts[0].name, namesakes).exact][:OFFERED]
    contacts = await context.db(context.store.contacts_by_ids, context.user.id, ids)
    places = await _places(context, choice) if choice.asking == "new" else []
    await say(context, *_question(context, choice, contacts, places))


async def _places(context: Context, choice: Choice) -> list[Place]:
    """While the zone is only a guess, an unknown name that is a city's may tell where the user is."""
    if context.user.timezone_known or not choice.typed:
        return []
    places = await asyncio.to_thread(find_zone, choice.typed)
    return [place for place in places[:1] if not place.guess]


def _question(
    context: Context, choice: Choice, contacts: list[Contact], places: list[Place]
) -> tuple[Html, InlineKeyboardMarkup]:
    texts = context.texts
    match choice.asking:
        case "which":
            text = texts.which(choice.typed) if choice.typed else texts.about_whom(choice.purpose)
            return text, keyboards.which(contacts, choice, texts)
        case "same":
            return texts.already_there(choice.drafts[0].name), keyboards.same(contacts, choice, texts)
        case "new":
            names = [draft.name for draft in choice.drafts] or [choice.typed]
            return texts.add_unknown(names), keyboards.add(names, choice, texts, places)
        case "mean":
            return texts.which_meaning(len(choice.labels)), keyboards.meanings(choice.labels, choice, texts)
        case _:
            name = clean_name(choice.text)
            may_be_name = name is not None and len(name) <= LIKELY_NAME
            return texts.not_understood(), keyboards.purposes(choice, texts, may_be_name=may_be_name)
