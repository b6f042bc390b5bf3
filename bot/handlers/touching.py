"""Being in touch: "done" in all its forms, and touches at any time."""

from datetime import timedelta

from telegram import ReactionTypeEmoji, Update

from bot import keyboards
from bot.context import Context
from bot.handlers import answers, naming, questions, understanding
from bot.handlers.promising import keep_reminded
from bot.handlers.replies import nod, replace, say
from bot.handlers.steps import choosing, current, step
from bot.handlers.told import keep_words, told_by, with_need
from bot.rules.choices import Choice
from bot.rules.drafts import Draft
from bot.rules.meanings import Touched
from bot.rules.tag_names import tags_in
from storage import Step
from storage.models import Nudge

#: Reactions that say "done" on a nudge.
DONE_REACTIONS = frozenset({"👍", "✅", "❤", "❤️", "🔥", "👏", "🎉", "💯", "👌", "🙏", "🤝", "🫡"})


async def touched(update: Update, context: Context, choice: Choice, meaning: Touched) -> None:
    """Log a touch: for the nudge that is meant where no name is said, else for everybody named."""
    who = choice.who or meaning.who
    if not who and "" not in choice.picked:
        await _done(update, context, choice, meaning)
        return
    named = await naming.everyone(update, context, choice, who or ("",))
    if named is None:
        return
    unknown = choice.about([_draft(name, meaning) for name in named.unknown]).ask("new")
    if not named.ids:
        await questions.ask(update, context, unknown)
        return
    told, then = told_by(context, choice.text, meaning), None
    if named.unknown:
        then = choosing(context, unknown)
    elif len(named.ids) == 1:
        told, then = await with_need(context, told, named.ids[0], None)
    change = await context.db(
        context.store.log_touches, context.user.id, context.update_id, named.ids, on=meaning.on,
        channel=meaning.channel, note=meaning.note, tags=tags_in(meaning.note or ""), told=told, now=context.now(),
        nudge_id=choice.nudge_id, then=then,
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)
    else:
        await say(context, context.texts.html(context.texts.gone()))


def _draft(name: str, meaning: Touched) -> Draft:
    notes = (meaning.note,) if meaning.note else ()
    return Draft(name, notes=notes, touched_on=meaning.on, channel=meaning.channel)


async def _done(update: Update, context: Context, choice: Choice, meaning: Touched) -> None:
    nudge = await nudge_meant(context, choice)
    if nudge is not None:
        await mark_done(update, context, nudge, meaning, choice.text)
    elif await keep_reminded(update, context):
        return
    elif current(context) == "note" and meaning == Touched((), context.today):  # said twice, with nothing else open
        await say(context, context.texts.html(context.texts.already_done()))
    else:
        await questions.ask_likely(update, context, choice)


async def nudge_meant(context: Context, choice: Choice) -> Nudge | None:
    """The nudge that was replied to, if it is about somebody; else the newest one open."""
    if context.heard_done is not None:
        return context.heard_done
    replied = None
    if choice.nudge_id is not None:
        replied = await context.db(context.store.nudge, context.user.id, choice.nudge_id)
    return understanding.nudge_meant(replied, await context.db(context.store.open_nudge, context.user.id))


async def not_done(update: Update, context: Context, choice: Choice) -> None:
    waits = await nudge_meant(context, choice) is not None
    await say(context, context.texts.not_done() if waits else context.texts.not_done_yet())


async def mark_done(update: Update, context: Context, nudge: Nudge, meaning: Touched, text: str = "") -> None:
    """Record the touch; then wait for a note, unless one was said."""
    told = told_by(context, text, meaning)
    then: Step | None = step(context, "note", nudge_id=nudge.id)
    if meaning.note:
        told, then = await with_need(context, told, nudge.contact_id, meaning.note)
    change = await context.db(
        context.store.mark_done, context.user.id, context.update_id, nudge.id or 0, on=meaning.on,
        channel=meaning.channel, note=meaning.note, tags=tags_in(meaning.note or ""), told=told, now=context.now(),
        then=then,
    )  # fmt: skip
    if change is not None:
        await answers.answer(update, context, change)
    else:
        done = nudge.status == "done"
        await say(context, context.texts.html(context.texts.already_done() if done else context.texts.gone()))


async def press_done(update: Update, context: Context) -> None:
    nudge = await context.db(context.store.nudge, context.user.id, context.pressed.id)
    if nudge is None or nudge.contact_id is None:
        await nod(update, context.texts.lost_nudge())
    elif nudge.status == "done":
        await nod(update, context.texts.already_done())
    else:
        await nod(update)
        await mark_done(update, context, nudge, Touched((), context.today))


async def reaction(update: Update, context: Context) -> None:
    """👍 and its like on a nudge mean done; any other reaction, and taking one back, mean nothing."""
    given = update.message_reaction
    if given is None:
        return
    emoji = {each.emoji for each in given.new_reaction if isinstance(each, ReactionTypeEmoji)}
    if not emoji & DONE_REACTIONS:
        return
    nudge = await context.db(context.store.nudge_by_message, context.user.id, given.message_id)
    if nudge is not None and nudge.kind == "contact" and nudge.status != "done":
        await mark_done(update, context, nudge, Touched((), context.today))


async def note_after_done(update: Update, context: Context, text: str) -> None:
    """The words that came after a done, kept with its touch."""
    nudge_id = context.user.step_data["nudge_id"]
    touch = await context.db(context.store.touch_of_nudge, context.user.id, nudge_id)
    await keep_words(update, context, touch, text)


async def press_touch(update: Update, context: Context) -> None:
    """On a card: when were you in touch?"""
    await nod(update)
    contact = await context.db(context.store.contact, context.user.id, context.pressed.id)
    if contact is None:
        await say(context, context.texts.html(context.texts.gone()))
    else:
        days = keyboards.touch_days(contact.id, context.texts)
        await replace(update, context, context.texts.when(contact.name), days)


async def press_touched(update: Update, context: Context) -> None:
    """On a card: so many days ago. A second tap on the same day is the same touch."""
    await nod(update)
    ago = min(context.pressed.number, 366)
    card = await context.db(context.store.card, context.user.id, context.pressed.id)
    day = context.today - timedelta(days=ago)
    if card and any((touch.touched_on, touch.channel, touch.note) == (day, None, None) for touch in card.touches):
        await say(context, context.texts.html(context.texts.already_done()))
        return
    change = await context.db(
        context.store.log_touches, context.user.id, context.update_id, [context.pressed.id],
        on=context.today - timedelta(days=ago), channel=None, note=None, now=context.now(),
    )  # fmt: skip
    if change is None:
        await say(context, context.texts.html(context.texts.gone()))
    else:
        await answers.answer(update, context, change)
