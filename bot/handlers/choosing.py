"""Answers to Dotty's questions, pressed or typed: each takes the choice one step further."""

from telegram import Update

from bot.context import Context
from bot.handlers import adding, general, questions, talk
from bot.handlers.known import find_known, recall_namesakes
from bot.handlers.replies import edit_buttons, nod
from bot.handlers.steps import asked_by_this, current_choice, wait_for
from bot.rules.assent import read_assent, read_same
from bot.rules.choices import Asking, Choice
from bot.rules.drafts import Known
from bot.rules.meanings import Adding, Asked, Meaning, Named, Touched, Unclear
from bot.rules.names import clean_name, find
from bot.rules.newcomers import draft_of


async def _take(update: Update, context: Context, token: str, *asking: Asking) -> Choice | None:
    """The choice the pressed button belongs to, its buttons taken away; a kind word where it is an old one, or none
    of what is being asked. Pressed once more by a redelivery, after the next question was asked, it asks that again."""
    if asked_by_this(context):
        await nod(update)
        await questions.put_open(update, context)
        return None
    choice = current_choice(context, token)
    if choice is not None and asking and choice.asking not in asking:
        choice = None
    await nod(update, "" if choice else context.texts.old_question())
    if choice is not None:
        await edit_buttons(update, None)
    return choice


async def press_pick(update: Update, context: Context) -> None:
    """That one is meant."""
    choice = await _take(update, context, context.pressed.arg, "which")
    if choice is not None:
        await talk.reconsider(update, context, choice.pick(context.pressed.id))


async def press_other(update: Update, context: Context) -> None:
    """Somebody new is meant."""
    choice = await _take(update, context, context.pressed.arg, "which", "same")
    if choice is None:
        return
    if choice.asking == "same":
        await adding.add_first(update, context, choice)
    else:
        await talk.reconsider_as_new(update, context, choice)


async def press_same(update: Update, context: Context) -> None:
    """The first of the drafts is this contact: its facts are added to them."""
    choice = await _take(update, context, context.pressed.arg, "same")
    if choice is not None:
        await adding.merge_first(update, context, choice, context.pressed.id)


async def press_add(update: Update, context: Context) -> None:
    """Yes, add whom I asked about; or whoever the button itself names, which a search offered."""
    if (name := clean_name(context.pressed.arg)) and context.pressed.id:
        await nod(update)
        await adding.add_typed(update, context, name, insist=True)
        return
    choice = await _take(update, context, context.pressed.arg, "new")
    if choice is not None:
        await talk.reconsider_as_new(update, context, choice)


async def press_meaning(update: Update, context: Context) -> None:
    """This reading of the sentence."""
    choice = await _take(update, context, context.pressed.arg, "mean")
    if choice is not None:
        await talk.reconsider(update, context, choice.read(context.pressed.id))


async def press_purpose(update: Update, context: Context) -> None:
    """What an unrecognised text is for: somebody's name, a note, a touch, or nothing."""
    what, _, token = context.pressed.arg.partition(".")
    if what == "help":
        await nod(update)
        await general.help_command(update, context)
        return
    choice = await _take(update, context, token, "new" if what == "else" else "what")
    if choice is None:
        return
    if what == "else":
        await questions.ask(update, context, choice.ask("what"))
    elif what == "add":
        await adding.add_typed(update, context, choice.text, insist=True)
    else:
        await questions.ask_likely(update, context, choice.meant_as("note" if what == "note" else "touch"))


async def press_skip(update: Update, context: Context) -> None:
    """None of it. Drafts behind a skipped one are still asked about."""
    if not context.pressed.arg:
        await general.press_skip(update, context)
        return
    choice = await _take(update, context, context.pressed.arg)
    if choice is not None:
        await _let_go(update, context, choice)


async def _let_go(update: Update, context: Context, choice: Choice) -> None:
    rest = choice.settle_first()
    if choice.asking == "same" and rest.drafts:
        await questions.ask(update, context, rest.ask("same"))
    else:
        await wait_for(context, None)
        await general.let_go(update, context)


async def take_typed(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """Whether the text answers the question that is open, as one of its buttons would."""
    choice = Choice.from_json(context.user.step_data)
    if meaning == Asked("skip"):
        await _let_go(update, context, choice)
        return True
    match choice.asking:
        case "which" if isinstance(meaning, (Named, Adding)) and await _take_name(update, context, choice, text):
            return True
        case "which" if not choice.typed and choice.purpose != "note" and (who := _several(meaning)):
            await talk.reconsider(update, context, choice.named(who))
        case "same" if (same := read_same(text)) is not None:
            await _take_same(update, context, choice, same=same)
        case "new" if read_assent(text):
            await talk.reconsider_as_new(update, context, choice)
        case "mean" if len(choice.labels) == 1 and read_assent(text):
            await talk.reconsider(update, context, choice.read(0))
        case "mean" if text in choice.labels:
            await talk.reconsider(update, context, choice.read(choice.labels.index(text)))
        case "what" if meaning == Asked("note"):
            await questions.ask_likely(update, context, choice.meant_as("note"))
        case "what" if meaning == Asked("add"):
            await adding.add_typed(update, context, choice.text)
        case "which" | "new" | "mean" | "what" if read_assent(text) is False:
            await _let_go(update, context, choice)
        case _:
            return False
    return True


def _several(meaning: Meaning) -> tuple[str, ...]:
    """Everybody named in "Ana and Ben", which by itself may mean other things too; () for anything else."""
    readings = meaning.readings if isinstance(meaning, Unclear) else ()
    return next((each.who for each in readings if isinstance(each, Touched)), ())


async def _take_name(update: Update, context: Context, choice: Choice, text: str) -> bool:
    """A name typed in answer to "which one?", or to "who was it?", where it may be anybody's, even somebody new's."""
    found = find(text, await _offered(context, choice)) if choice.typed else await find_known(context, text)
    fits = found.exact or found.close
    if len(fits) == 1:
        await talk.reconsider(update, context, choice.pick(fits[0].id))
    elif fits:
        again = choice.ask("which", typed=choice.typed, ids=[each.id for each in fits[:8]])
        await questions.ask(update, context, again)
    elif not choice.typed and (name := clean_name(text)):
        newcomer = draft_of(name, await talk.meaning_of(context, choice))
        await questions.ask(update, context, choice.about([newcomer]).ask("new"))
    else:
        return False
    return True


async def _offered(context: Context, choice: Choice) -> list[Known]:
    contacts = await context.db(context.store.contacts_by_ids, context.user.id, choice.ids)
    return [Known(contact.id or 0, contact.name) for contact in contacts]


async def _take_same(update: Update, context: Context, choice: Choice, *, same: bool) -> None:
    """The first of the drafts is the namesake, if there is one only; or somebody else."""
    namesakes = find(choice.drafts[0].name, await recall_namesakes(context, choice.drafts[:1])).exact
    if not same:
        await adding.add_first(update, context, choice)
    elif len(namesakes) == 1:
        await adding.merge_first(update, context, choice, namesakes[0].id)
    else:
        await questions.ask(update, context, choice.ask("same"))
