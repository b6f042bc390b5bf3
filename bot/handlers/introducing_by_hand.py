"""An introduction that the user starts: "/intro Ana Ben", "introduce Ana to Ben"."""

from telegram import Update

from bot.context import Context
from bot.handlers import answers, intro_answers, naming, questions
from bot.handlers.known import find_known, recall_mentioned
from bot.handlers.replies import say
from bot.handlers.steps import step, wait_for
from bot.keyboards import introductions as keyboards
from bot.matching import Proposal, best_pair, reason_of
from bot.rules.assent import read_assent
from bot.rules.choices import Choice
from bot.rules.intro_phrases import split_names
from bot.rules.meanings import Adding, Asked, Meaning, Named, Noted, Unclear
from bot.rules.outreach_meanings import Introducing
from bot.rules.roster import Roster

#: Those are shown as they stand; others begin anew.
_STANDING = ("asked", "agreed", "made", "closed")


async def put_pair(context: Context, found: Proposal | None) -> None:
    """A pair that was asked for; nothing is written until it is decided on."""
    if found is None:
        await say(context, context.texts.nobody_to_introduce())
        return
    first, second = found.first.contact, found.second.contact
    text = context.texts.proposal(first.name, second.name, found.why)
    await say(context, text, keyboards.pair(first.id, second.id, context.texts))


async def by_names(update: Update, context: Context, typed: str) -> None:
    """Two names behind the command; of one, whom they should meet is looked for."""
    names = split_names(typed, Roster(await recall_mentioned(context, typed)))
    if names is not None:
        first, second = (f"{name[:1].upper()}{name[1:]}" for name in names)
        choice = Choice(context.update_id, f"introduce {first} to {second}", context.today)
        await begin(update, context, choice, Introducing(first, second))
        return
    found = await find_known(context, typed)
    if len(found.exact) == 1:
        await _put_best_of(context, found.exact[0].id)
    else:
        await say(context, context.texts.ask_who())


async def _put_best_of(context: Context, contact_id: int) -> None:
    """What is under way with somebody; or else the best pair with them."""
    rows = await context.db(context.store.introductions, context.user.id, ("proposed", "asked", "agreed"))
    mine = next((row.id for row in rows if contact_id in (row.first_id, row.second_id)), None)
    if mine is not None and (pair := await intro_answers.pair_of(context, mine)) is not None:
        await say(context, *await intro_answers.stand(context, pair))
    else:
        await put_pair(context, await context.db(best_pair, context.store, context.user, of=contact_id))


async def begin(update: Update, context: Context, choice: Choice, meaning: Introducing) -> None:
    """Start it at once where it is known why; else ask lightly. Names that nobody or several have are asked about."""
    named = await naming.everyone(update, context, choice, [meaning.first, meaning.second])
    if named is None:
        return
    if named.unknown:
        await questions.ask(update, context, choice.ask("new", typed=named.unknown[0]))
        return
    first_id, second_id = named.ids
    known = await context.db(context.store.introduction_between, context.user.id, first_id, second_id)
    if first_id == second_id:
        await wait_for(context, None)
        await say(context, context.texts.same_two())
    elif known is not None and known.status in _STANDING and known.id is not None:
        await wait_for(context, None)
        pair = await intro_answers.pair_of(context, known.id)
        await say(context, *(await intro_answers.stand(context, pair) if pair else (context.texts.ask_who(), None)))
    elif why := await context.db(reason_of, context.store, context.user, first_id, second_id):
        await ask_them(update, context, (first_id, second_id), why)
    else:
        await _ask_topic(context, first_id, second_id)


async def _ask_topic(context: Context, first_id: int, second_id: int) -> None:
    contacts = await context.db(context.store.contacts_by_ids, context.user.id, [first_id, second_id])
    await wait_for(context, step(context, "intro_why", first_id=first_id, second_id=second_id))
    text = context.texts.ask_topic(*(contact.name for contact in contacts))
    await say(context, text, keyboards.topic(first_id, second_id, context.texts))


async def ask_them(update: Update, context: Context, pair: tuple[int, int], why: str) -> None:
    change = await context.db(
        context.store.ask_introduction, context.user.id, context.update_id, pair, why, now=context.now()
    )
    if change is not None:
        await answers.answer(update, context, change)
    else:
        await wait_for(context, None)
        await say(context, context.texts.html(context.texts.pair_gone()))


async def take_topic(update: Update, context: Context, text: str, meaning: Meaning) -> bool:
    """What the two should talk about, or that it is skipped; False for what is clearly something else."""
    skipped = meaning == Asked("skip") or read_assent(text) is False
    if not skipped and not await is_said(context, meaning):
        return False
    data = context.user.step_data
    await ask_them(update, context, (data["first_id"], data["second_id"]), "" if skipped else text)
    return True


async def is_said(context: Context, meaning: Meaning) -> bool:
    """Whether a text is words in answer to a question, and nothing to act on."""
    match meaning:
        case Unclear(readings):
            return all(isinstance(each, (Noted, Named, Adding)) for each in readings)
        case Named(query):
            return not (await find_known(context, query)).exact
        case Adding(reading):
            return reading.evidence != "strong"
        case Noted(who):
            return not who
        case _:
            return False
