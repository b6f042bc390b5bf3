"""What became of an introduction, typed: "Ana said yes", "they talked and will work together"."""

from telegram import Update

from bot.context import Context
from bot.handlers import answers, editing, intro_answers, questions
from bot.handlers.introducing_by_hand import is_said
from bot.handlers.replies import say
from bot.handlers.steps import wait_for
from bot.rules.assent import read_assent
from bot.rules.choices import Choice
from bot.rules.drafts import Known
from bot.rules.meanings import Asked, Meaning, Noted, Touched
from bot.rules.names import find
from bot.rules.outreach_meanings import IntroOutcome, IntroReply
from storage.models import Introduction, Nudge


async def replied(update: Update, context: Context, choice: Choice, meaning: IntroReply) -> None:
    """What one of the two said; where nobody of that name is being asked, it may be a note."""
    fits = await _sides(context, meaning.who)
    if choice.reading is not None and meaning.who:
        await editing.noted(update, context, choice, Noted(meaning.who, choice.text))
    elif not fits:
        await _not_asked(update, context, choice, meaning.who)
    elif len(fits) == 1:
        row, contact_id = fits[0]
        change = await context.db(
            context.store.reply_to_introduction, context.user.id, context.update_id, row.id or 0, contact_id,
            meaning.reply, now=context.now(),
        )  # fmt: skip
        if change is not None:
            await answers.answer(update, context, change)
        else:
            await say(context, context.texts.html(context.texts.old_introduction()))
    else:
        for row in {row.id: row for row, _ in fits}.values():
            await _put(context, row)


async def _sides(context: Context, who: str) -> list[tuple[Introduction, int]]:
    """Those who are being asked and whom the name may mean; without a name, those who haven't answered yet."""
    rows = await context.db(context.store.introductions, context.user.id, ("asked", "agreed"))
    sides = [(row, each, said) for row in rows
             for each, said in ((row.first_id, row.first_reply), (row.second_id, row.second_reply))]  # fmt: skip
    if not who:
        return [(row, contact_id) for row, contact_id, said in sides if said is None]
    ids = [contact_id for _, contact_id, _ in sides]
    contacts = await context.db(context.store.contacts_by_ids, context.user.id, ids)
    meant = {known.id for known in find(who, [Known(each.id or 0, each.name) for each in contacts]).exact}
    return [(row, contact_id) for row, contact_id, _ in sides if contact_id in meant]


async def _not_asked(update: Update, context: Context, choice: Choice, who: str) -> None:
    if who:
        label = context.texts.meaning(Noted(who, choice.text), choice.on)
        await questions.ask(update, context, choice.ask("mean", labels=[label]))
    else:
        await questions.ask(update, context, choice.ask("what"))


async def _put(context: Context, row: Introduction) -> None:
    pair = await intro_answers.pair_of(context, row.id or 0)
    if pair is not None:
        await say(context, *await intro_answers.stand(context, pair))


async def turned_out(update: Update, context: Context, choice: Choice, meaning: IntroOutcome) -> None:
    """What came of the introduction that the text answers, or of the only one that was made; nothing else is guessed."""
    rows = await context.db(context.store.introductions, context.user.id, ("made",))
    nudge = await context.db(context.store.nudge, context.user.id, choice.nudge_id or 0)
    if nudge is not None and nudge.kind == "outcome":
        rows = [row for row in rows if row.id == nudge.about_id]
    if len(rows) == 1:
        await _close(update, context, rows[0].id or 0, meaning.text)
    elif rows:
        for row in rows[:3]:
            await _put(context, row)
    else:
        await questions.ask(update, context, choice.ask("what"))


async def _close(update: Update, context: Context, introduction_id: int, text: str) -> None:
    outcome = "nothing" if text.lower().startswith("nothing") or read_assent(text) is False else text
    change = await context.db(
        context.store.close_introduction,
        context.user.id,
        context.update_id,
        introduction_id,
        outcome,
        now=context.now(),
    )
    if change is not None:
        await answers.answer(update, context, change)
    else:
        await wait_for(context, None)
        await say(context, context.texts.html(context.texts.old_introduction()))


async def take_reply(update: Update, context: Context, nudge: Nudge, text: str, meaning: Meaning) -> bool:
    """A text in reply to a proposal ("yes", "not now"), or to the question what came of it."""
    store, user_id = context.store, context.user.id
    row = await context.db(store.introduction, user_id, nudge.about_id or 0)
    said = read_assent(text)
    if row is None or row.id is None:
        return False
    if nudge.kind == "outcome":
        if said is None and not isinstance(meaning, IntroOutcome) and not await is_said(context, meaning):
            return False
        await _close(update, context, row.id, "yes" if said else text)
        return True
    if row.status != "proposed" or (said is None and meaning not in (Asked("later"), Asked("skip"))):
        return False
    pair, now = (row.first_id, row.second_id), context.now()
    if said:
        change = await context.db(store.ask_introduction, user_id, context.update_id, pair, row.why, now=now)
    elif said is False and meaning not in (Asked("later"), Asked("skip")):
        change = await context.db(store.refuse_pair, user_id, context.update_id, pair, now=now)
    else:
        change = await context.db(store.put_off_introduction, user_id, context.update_id, row.id, now=now)
    if change is not None:
        await answers.answer(update, context, change)
    else:
        await say(context, context.texts.html(context.texts.old_introduction()))
    return True


async def take_outcome(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """What came of it, in the user's words; False for what is clearly something else."""
    if meaning == Asked("skip"):
        await wait_for(context, None)
        await say(context, context.texts.cancelled())
        return True
    about_them = isinstance(meaning, (IntroOutcome, IntroReply)) or (isinstance(meaning, Touched) and not meaning.who)
    if not about_them and not await is_said(context, meaning):
        return False
    await _close(update, context, context.user.step_data["introduction_id"], text)
    return True
