"""Builds the Application: which handler sees an update first, what happens on an error, and the tick."""

import logging
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from telegram import InlineKeyboardMarkup, Update
from telegram.constants import ParseMode
from telegram.ext import (
    Application,
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    ExtBot,
    JobQueue,
    MessageHandler,
    MessageReactionHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest

from bot import keyboards
from bot.config import FREE_PER_SECOND, Config
from bot.context import Context, Services
from bot.errors import on_error
from bot.handlers import (
    account,
    adding,
    asking,
    bulk,
    choosing,
    doubles,
    editing,
    explaining,
    files,
    finding,
    forwarding,
    gate,
    general,
    heard_back,
    hearing,
    introducing,
    model,
    needs,
    nudges,
    pacing,
    people,
    promise_buttons,
    promise_command,
    refusing,
    rewording,
    settings,
    setup,
    sorting,
    tagging,
    touching,
)
from bot.handlers.steps import leaving
from bot.importing import Importing
from bot.limits import Limits, rates
from bot.line import Line, open_line
from bot.metrics import ticking, watch_pool, watch_queue
from bot.nudging import Nudging
from bot.opener_model import model_of
from bot.pacing import NUDGE, FleetPace
from bot.showing import shower
from bot.texts import Html
from bot.troubles import Troubles
from storage import Store, place_of

log = logging.getLogger(__name__)

Handler = Callable[[Update, Context], Coroutine[Any, Any, None]]
DottyApplication = Application[ExtBot[str], Context, dict[Any, Any], dict[Any, Any], Services, JobQueue[Any]]

TICK_SECONDS = 5
#: Often enough for a machine that is on for an hour a day.
TIDY_SECONDS = 6 * 3600
#: PostgreSQL serves several calls at once; SQLite writes one at a time, so more threads would only wait.
POSTGRESQL_THREADS = 8

COMMANDS: Final[dict[str, Handler]] = {
    "start": setup.start_command,
    "add": adding.add_command,
    "people": finding.people_command,
    "next": nudges.next_command,
    "done": hearing.done_command,
    "note": hearing.note_command,
    "settings": settings.settings_command,
    "pause": settings.pause_command,
    "resume": settings.resume,
    "undo": general.undo_command,
    "help": general.help_command,
    "export": account.export_command,
    "erase": account.erase_command,
    "promise": promise_command.promise_command,
    "intro": introducing.intro_command,
    "import": files.import_command,
    "sort": sorting.sort_command,
    "merge": doubles.merge_command,
    "tags": tagging.tags_command,
    "stats": general.not_yet_command,
}

BUTTONS: Final[dict[keyboards.Verb, Handler]] = {
    "done": touching.press_done,
    "another": nudges.press_another,
    "else": nudges.press_else,
    "later": nudges.press_later,
    "postpone": nudges.press_postpone,
    "notnow": nudges.press_not_now,
    "back": nudges.press_back,
    "pace": nudges.press_pace,
    "card": leaving(people.press_card),
    "people": leaving(people.press_people),
    "search": people.press_search,
    "touch": leaving(touching.press_touch),
    "touched": touching.press_touched,
    "note": editing.press_note,
    "cadence": leaving(editing.press_cadence),
    "every": editing.press_every,
    "everyone": editing.press_everyone,
    "edit": leaving(editing.press_edit),
    "field": editing.press_field,
    "archive": editing.press_archive,
    "restore": editing.press_restore,
    "pick": choosing.press_pick,
    "same": choosing.press_same,
    "other": choosing.press_other,
    "mean": choosing.press_meaning,
    "add": choosing.press_add,
    "do": choosing.press_purpose,
    "ask": asking.press_ask,
    "settings": leaving(settings.press_settings),
    "zone": settings.press_zone,
    "hour": settings.press_hour,
    "weekday": settings.press_weekday,
    "perweek": settings.press_per_week,
    "pause": settings.press_pause,
    "import": files.press_import,
    "column": files.press_column,
    "picker": forwarding.press_picker,
    "sort": sorting.press_sort,
    "bulk": bulk.press_bulk,
    "double": doubles.press_double,
    "tag": leaving(tagging.press_tag),
    "find": leaving(finding.press_find),
    "why": explaining.press_why,
    "refuse": refusing.press_refuse,
    "turn": pacing.press_turn,
    "now": pacing.press_now,
    "rework": rewording.press_rework,
    "own": rewording.press_own,
    "model": model.press_model,
    "promise": promise_buttons.press_promise,
    "heard": heard_back.press_heard,
    "need": needs.press_need,
    "intro": introducing.press_intro,
    "undo": general.press_undo,
    "skip": choosing.press_skip,
}


async def press(update: Update, context: Context) -> None:
    """A button: its verb's handler, or a kind word for one that is too old to be known."""
    verb = next((each for each in BUTTONS if each == context.pressed.verb), None)
    await (BUTTONS[verb] if verb else general.old_button)(update, context)


def handlers() -> list[tuple[int, BaseHandler[Any, Context, Any]]]:
    """The table of handlers; in each group the first that fits takes the update.

    The gate comes before all: it knows the user and whether the update was handled before. Commands come before text,
    because a command is text; whatever nothing knows comes last, so that nobody is left without an answer.
    """
    new = filters.UpdateType.MESSAGE
    known: list[BaseHandler[Any, Context, Any]] = [
        ChatMemberHandler(gate.membership, ChatMemberHandler.MY_CHAT_MEMBER),
        CommandHandler("cancel", general.cancel_command, filters=new),
        *[CommandHandler(name, leaving(handler), filters=new) for name, handler in COMMANDS.items()],
        CallbackQueryHandler(press),
        MessageReactionHandler(touching.reaction),
        MessageHandler(new & filters.COMMAND, leaving(general.unknown_command)),
        MessageHandler(new & filters.TEXT, hearing.typed),
        MessageHandler(new & filters.CONTACT, adding.shared_contact),
        MessageHandler(new & filters.LOCATION, settings.location),
        MessageHandler(new & filters.Document.ALL, files.document),
        MessageHandler(new & filters.StatusUpdate.USERS_SHARED, forwarding.users_shared),
        MessageHandler(new & filters.FORWARDED, forwarding.forwarded),
        MessageHandler(new & ~filters.StatusUpdate.ALL, general.unreadable),
        MessageHandler(filters.UpdateType.EDITED_MESSAGE & filters.TEXT, general.edited),
    ]
    return [(-1, TypeHandler(Update, gate.open_update)), *[(0, handler) for handler in known]]


def build_application(
    config: Config,
    store: Store,
    *,
    clock: Callable[[], datetime] | None = None,
    line: Line | None = None,
    request: BaseRequest | None = None,
    ticking: bool = True,
) -> DottyApplication:
    """The whole bot over a store, without an Updater: bot.intake hands it the updates.

    `clock` gives UTC instants. `line` is the one to Telegram, where it is open already. `request` stands in for the
    network, as the practice chat does; then `ticking` is off and the practice chat ticks when time moves.
    """
    line = line or open_line(config, request)
    types = ContextTypes(context=Context, bot_data=Services)
    application: DottyApplication = ApplicationBuilder().bot(line.bot).updater(None).context_types(types).build()
    _furnish(application, config, store, clock or (lambda: datetime.now(UTC)))
    pace = FleetPace(application.bot_data, config.nudges_per_second) if line.paced else None
    line.pacer.on_halt = pace.hold if pace is not None else None
    paid = config.paid_broadcasts and config.nudges_per_second > FREE_PER_SECOND
    application.bot_data.nudging = Nudging(application.bot_data, sender(application.bot, paid=paid), pace)
    for group, handler in handlers():
        application.add_handler(handler, group)
    application.add_error_handler(on_error)
    if ticking and application.job_queue is not None:
        _tick_with(application.job_queue)
    return application


def _tick_with(queue: JobQueue[Any]) -> None:
    lasting = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    # The first at once: `first=0` has passed by the time the scheduler starts, and would mean the one after it.
    now = {"next_run_time": datetime.now(UTC)}
    queue.run_repeating(tick, TICK_SECONDS, job_kwargs={**lasting, **now})
    queue.run_repeating(tidy_up, TIDY_SECONDS, first=60, job_kwargs=lasting)


def _furnish(application: DottyApplication, config: Config, store: Store, clock: Callable[[], datetime]) -> None:
    services = application.bot_data
    services.store, services.clock = store, clock
    threads = POSTGRESQL_THREADS if store.engine.dialect.name == "postgresql" else 1
    services.threads = ThreadPoolExecutor(threads, thread_name_prefix="store")
    watch_queue("store", lambda: services.in_store)
    watch_pool(store.engine.pool)
    services.allowed_user_ids = config.allowed_user_ids
    services.spread = timedelta(minutes=config.spread_minutes)
    services.limits = Limits(rates(config.updates_per_minute))
    services.troubles = Troubles(place_of(store.engine.url))
    services.importing = Importing(services, shower(application.bot))
    services.model = model_of(config)


def sender(
    bot: ExtBot[str], *, paid: bool = False
) -> Callable[[int, Html, InlineKeyboardMarkup | None], Awaitable[int]]:
    """How a nudge goes out: as any message, but through the nudges' own token bucket. `paid`: it may cost Stars, for
    being one of more than Telegram sends for nothing."""
    allowed = True if paid else None

    async def send(chat_id: int, text: Html, markup: InlineKeyboardMarkup | None) -> int:
        message = await bot.send_message(
            chat_id,
            text,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            allow_paid_broadcast=allowed,
            rate_limit_args=NUDGE,
        )
        return message.message_id

    return send


async def tick(context: Context) -> None:
    """Send what is due, and take up long work; again at once while more is due. Run by the JobQueue, one at a time."""
    services, more = context.bot_data, True
    while more:
        now = services.clock()
        with ticking():
            await services.importing.take_up(now)
            more = await services.nudging.tick(now)


async def tidy_up(context: Context) -> None:
    """A few times a day: drop what was kept only for an Undo, and files that were kept for their import."""
    services = context.bot_data
    await services.db(services.store.forget_old, services.clock())
    await services.db(services.store.drop_old_files, services.clock())
