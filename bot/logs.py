"""Where logs go, and what never does: names, words, tokens, and addresses with the token in them."""

import logging
import traceback
from typing import Any

#: Only Dotty's own loggers are turned up and down: those of libraries write addresses and whole payloads.
OURS = ("bot", "storage")
#: These repeat, with what was typed, what is raised as an error as well.
_REPEATING = ("telegram", "httpx", "httpcore", "httpx2", "httpcore2", "openai")

log = logging.getLogger(__name__)


def set_up_logs(level: str) -> None:
    """Log to standard error: ours from `level` up, of the libraries what they warn of."""
    handler = logging.StreamHandler()
    handler.addFilter(_shorten)
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s", handlers=[handler])
    for name in OURS:
        logging.getLogger(name).setLevel(level)
    for name in _REPEATING:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


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
