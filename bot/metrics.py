"""The figures an operator watches, as Prometheus reads them (https://prometheus.io/docs/concepts/metric_types/).

All are of this process alone, but for what is due. A label's values are few and known, never an id. What is asked of
others (queues, the pool, what is due) is asked when the figures are read, so that it costs an update nothing.
"""

import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Final, Literal, TypeVar

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
)
from sqlalchemy import Pool, QueuePool
from telegram import Update
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError, TimedOut

#: What became of an update: handled; handled before, and answered again; put off, for Telegram to send it again; turned
#: away, from strangers and from who asks for too much; failed by a fault of ours.
Outcome = Literal["handled", "again", "put_off", "refused", "error"]
#: What became of a nudge that was not sent: it is to be tried again; its user can't be reached; it is put off by an hour,
#: for a fault of ours. Of those that were sent, the late ones are told apart.
Unsent = Literal["failed", "gone", "put_off"]
#: What a process has in hand: updates, and of those the ones that wait for one of the slots, and for an earlier one of
#: the same user; calls of the Store, of which as many run as there are threads.
Queue = Literal["updates", "slot", "user", "store"]

#: Seconds after its time from which a nudge counts as late.
LATE: Final = 60.0
_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_LATENESS = (1.0, 5.0, 10.0, 30.0, 60.0, 120.0, 300.0, 600.0, 1800.0, 3600.0, 6 * 3600.0, 24 * 3600.0)

T = TypeVar("T")
disable_created_metrics()  # when each figure began: a second row for each, which nobody asks for
REGISTRY: Final = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

updates_total = Counter(
    "dotty_updates", "updates by kind and by what became of them", ["kind", "outcome"], registry=REGISTRY
)
answer_seconds = Histogram(
    "dotty_answer_seconds", "from an update's arrival till it was handled", buckets=_SECONDS, registry=REGISTRY
)
deliveries_total = Counter(
    "dotty_deliveries", "requests to the webhook's port by status", ["status"], registry=REGISTRY
)
nudges_total = Counter("dotty_nudges", "nudges by what became of them", ["outcome"], registry=REGISTRY)
nudges_due = Gauge("dotty_nudges_due", "users of the whole fleet whose nudge is due, up to 10,000", registry=REGISTRY)
nudges_due_seconds = Gauge(
    "dotty_nudges_due_seconds", "for how long the nudge has been due that waits longest", registry=REGISTRY
)
nudge_lateness_seconds = Histogram(
    "dotty_nudge_lateness_seconds", "from a nudge's time till it was sent", buckets=_LATENESS, registry=REGISTRY
)
tick_seconds = Histogram("dotty_tick_seconds", "how long a tick took", buckets=_SECONDS, registry=REGISTRY)
sends_total = Counter(
    "dotty_sends", "calls of the Bot API by method and answer", ["method", "answer"], registry=REGISTRY
)
queue_depth = Gauge("dotty_queue_depth", "what this process has in hand, by queue", ["queue"], registry=REGISTRY)
pool_connections = Gauge("dotty_pool_connections", "connections to the database", ["state"], registry=REGISTRY)

#: `labels` takes a lock and builds a key; these find a child that is there already.
_updates: dict[tuple[str, str], Counter] = {}
_sends: dict[tuple[str, str], Counter] = {}
#: What becomes of the update in hand, where that is not the usual.
_noted: ContextVar[list[Outcome] | None] = ContextVar("outcome", default=None)


class Pulse:
    """When this process last did what it does over and over; monotonic seconds, None before the first time."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        #: A tick began, ended or went on.
        self.ticked_at: float | None = None
        #: Telegram answered a call, whatever it said of it; or was called in vain: it did not, or knows no such token.
        self.answered_at: float | None = None
        self.unanswered_at: float | None = None

    def tick(self) -> None:
        self.ticked_at = self._clock()

    def hear(self, answer: str) -> None:
        """A call's answer, as `answer_of` names it."""
        if answer in ("401", "5xx", "timeout", "network"):
            self.unanswered_at = self._clock()
        elif answer != "cut":
            self.answered_at = self._clock()


PULSE: Final = Pulse()


def count_update(kind: str, outcome: Outcome, seconds: float) -> None:
    """`kind` as `kind_of` gives it; `seconds` since the update came."""
    child = _updates.get((kind, outcome))
    if child is None:
        child = _updates[kind, outcome] = updates_total.labels(kind, outcome)
    child.inc()
    answer_seconds.observe(seconds)


@contextmanager
def noting() -> Iterator[list[Outcome]]:
    """What is noted of the update that is handled inside; empty where nothing is."""
    noted: list[Outcome] = []
    token = _noted.set(noted)
    try:
        yield noted
    finally:
        _noted.reset(token)


def note(outcome: Outcome) -> None:
    """The update in hand comes to that, whatever else happens."""
    if (noted := _noted.get()) is not None:
        noted.append(outcome)


async def counted(method: str, call: Awaitable[T]) -> T:
    """One call of the Bot API, counted by its answer; each try counts. `method` is such as "sendMessage"."""
    try:
        answer = await call
    except BaseException as error:
        _count_send(method, answer_of(error))
        raise
    _count_send(method, "ok")
    return answer


def _count_send(method: str, answer: str) -> None:
    child = _sends.get((method, answer))
    if child is None:
        child = _sends[method, answer] = sends_total.labels(method, answer)
    child.inc()
    PULSE.hear(answer)


def show_due(count: int, since: datetime | None, now: datetime) -> None:
    """How many nudges are due, and since when the one that waits longest."""
    nudges_due.set(count)
    nudges_due_seconds.set(0 if since is None else (now - since).total_seconds())


def count_sent_nudge(late: float) -> None:
    """A nudge is in the chat, `late` seconds after its time."""
    nudges_total.labels("late" if late > LATE else "sent").inc()
    nudge_lateness_seconds.observe(max(0.0, late))
    PULSE.tick()


def count_unsent_nudge(outcome: Unsent) -> None:
    nudges_total.labels(outcome).inc()
    PULSE.tick()


@contextmanager
def ticking() -> Iterator[None]:
    """Around one tick."""
    PULSE.tick()
    try:
        with tick_seconds.time():
            yield
    finally:
        PULSE.tick()


def watch_queue(queue: Queue, depth: Callable[[], int]) -> None:
    """Ask `depth` whenever the figures are read."""
    queue_depth.labels(queue).set_function(depth)


def watch_pool(pool: Pool) -> None:
    """The connections that are open, in use, and in use beyond those that are kept."""
    if isinstance(pool, QueuePool):
        pool_connections.labels("open").set_function(lambda: pool.checkedin() + pool.checkedout())
        pool_connections.labels("in_use").set_function(pool.checkedout)
        pool_connections.labels("overflow").set_function(lambda: max(0, pool.overflow()))


def kind_of(update: Update) -> str:
    """What Dotty is sent, told apart by what it does with it."""
    if (message := update.message) is not None:
        return "command" if (message.text or "").startswith("/") else "text" if message.text else "message"
    if update.callback_query is not None:
        return "button"
    if update.edited_message is not None:
        return "edit"
    if update.message_reaction is not None:
        return "reaction"
    return "membership" if update.my_chat_member is not None else "other"


def answer_of(error: BaseException) -> str:
    """What Telegram answered, in a word; "cut" is a call of ours that was given up. BadRequest and TimedOut are
    NetworkErrors in the library: the order matters."""
    match error:
        case RetryAfter():
            return "429"
        case InvalidToken():
            return "401"
        case Forbidden():
            return "403"
        case BadRequest():
            return "400"
        case TimedOut():
            return "timeout"
        case NetworkError():  # the library gives a status from 500 on no cause, or its failing to read the body
            return "5xx" if isinstance(error.__cause__, TelegramError | None) else "network"
        case TelegramError():
            return "other"
        case _:
            return "cut"
