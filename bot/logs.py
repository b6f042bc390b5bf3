"""Where logs go, and what never does: names, words, tokens, and addresses with the token in them.

One line an event, on standard error: words for a person to read, or JSON for a machine. Whatever is logged while an
update or a nudge is handled carries its ids, in the threads of the Store too (bot.context).
"""

import logging
import os
import socket
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from structlog.typing import EventDict, WrappedLogger

#: Only Dotty's own loggers are turned up and down: those of libraries write addresses and whole payloads.
OURS = ("bot", "storage")
#: These repeat, with what was typed, what is raised as an error as well.
_REPEATING = ("telegram", "httpx", "httpcore", "httpx2", "httpcore2", "openai")
#: What is known of whose doing a line is, in this order.
_IDS: Final = ("update_id", "user_id", "nudge_id")

log = logging.getLogger(__name__)
#: What the operator is to read whatever the level, where logs are JSON; turned on there.
_operator = logging.getLogger("operator")


def set_up_logs(level: str, form: str = "text") -> None:
    """Log to standard error: ours from `level` up, of the libraries what they warn of. `form` is text or json."""
    handler = logging.StreamHandler()
    handler.addFilter(_shorten)
    handler.setFormatter(_formatter(form))
    logging.basicConfig(handlers=[handler])
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    for name in _REPEATING:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # it warns of each tick that is left out for a longer one
    _operator.setLevel(logging.INFO if form == "json" else logging.CRITICAL + 1)


def tell(line: str) -> None:
    """What the operator is to read whatever the level: as it stands, or an event among the others where those are
    JSON."""
    if _operator.level == logging.INFO:
        _operator.info("%s", line)
    else:
        sys.stderr.write(f"{line}\n")


def concern(**ids: int) -> None:
    """What this task does from here on, and whatever it starts, concerns these: update_id, user_id, nudge_id."""
    from structlog.contextvars import bind_contextvars

    bind_contextvars(**ids)


def _formatter(form: str) -> logging.Formatter:
    """The libraries' lines are made like ours: both come as records of the standard library."""
    from structlog.contextvars import merge_contextvars  # only here: a wrong setting need not wait for it
    from structlog.processors import JSONRenderer
    from structlog.stdlib import ProcessorFormatter

    render = [_add_place, JSONRenderer(ensure_ascii=False)] if form == "json" else [_write_line]
    return ProcessorFormatter(
        foreign_pre_chain=[merge_contextvars, _add_facts],
        processors=[ProcessorFormatter.remove_processors_meta, *render],
    )


def _add_facts(_: "WrappedLogger", __: str, event: "EventDict") -> "EventDict":
    record: logging.LogRecord = event["_record"]
    made = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
    event.update(time=made.replace("+00:00", "Z"), level=record.levelname.lower(), logger=record.name)
    return event


def _add_place(_: "WrappedLogger", __: str, event: "EventDict") -> "EventDict":
    """The facts first, in the order in which they are looked for, and which of many processes it was."""
    first = {name: event.pop(name) for name in ("time", "level", "logger", "event")}
    return {**first, **event, "process": os.getpid(), "host": socket.gethostname()}


def _write_line(_: "WrappedLogger", __: str, event: "EventDict") -> str:
    ids = " ".join(f"{name.removesuffix('_id')} {event[name]}" for name in _IDS if name in event)
    said = " ".join(str(event["event"]).splitlines())
    return f"{event['time']} {event['level'].upper()} {event['logger']} {f'[{ids}] ' if ids else ''}{said}"


def _shorten(record: logging.LogRecord) -> bool:
    """An exception as where it happened, in the same line."""
    if record.exc_info:
        record.msg, record.args = f"{record.getMessage()}: {whereabouts(record.exc_info[1])}", ()
        record.exc_info = record.exc_text = None
    return True


def log_loop_error(_loop: object, context: dict[str, Any]) -> None:
    """What nobody waited for in the event loop; its own way to tell of it shows the exception's text."""
    log.error("%s: %s", context["message"], whereabouts(context.get("exception")))


def whereabouts(error: BaseException | None) -> str:
    """An error's type and the places it came through, without its text: that may hold what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    places = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames[-4:])]
    return f"{type(error).__name__} at {' < '.join(places)}"
