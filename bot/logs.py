"""Where logs go, and what never does: names, words, tokens, and addresses with the token in them."""

import logging
import traceback

#: These write request addresses (which hold the token) or whole payloads; what matters of theirs is raised as errors.
_TOO_TALKATIVE = ("httpx", "httpcore", "telegram.request", "telegram.Bot", "telegram.ext.ExtBot", "telegram.ext.Application")
#: One line for each tick would drown the rest.
_TOO_FREQUENT = ("apscheduler", "alembic")


def set_up_logs(level: str) -> None:
    """Log to standard error, from `level` up."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    for name in _TOO_TALKATIVE:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    for name in _TOO_FREQUENT:
        logging.getLogger(name).setLevel(logging.WARNING)


def whereabouts(error: BaseException | None) -> str:
    """An error's type and the places it came through, without its text: that may hold what somebody typed."""
    frames = traceback.extract_tb(error.__traceback__) if error else []
    places = [f"{frame.filename.rsplit('/', 1)[-1]}:{frame.lineno}" for frame in reversed(frames[-4:])]
    return f"{type(error).__name__} at {' < '.join(places)}"
