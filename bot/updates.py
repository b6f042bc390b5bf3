"""What Telegram sends, read into the library's updates. What can't be read is passed over, by its id."""

import logging
from typing import Any

from telegram import Bot, Update
from telegram.error import TelegramError

from bot.logs import whereabouts

log = logging.getLogger(__name__)

#: The library gives all updates of a call or none. Telegram takes a method's name in any case, and by this spelling the
#: library hands over what it was sent (https://core.telegram.org/bots/api#making-requests).
_UNREAD = "GetUpdates"
#: Ids have at most 52 significant bits (https://core.telegram.org/bots/api#user).
MOST_ID = 2**52 + 1


def read_update(data: Any, bot: Bot) -> Update | None:
    """None for what the library can make nothing of, as a later version of the Bot API may send: it is logged by its id
    and then done with, for Telegram would send it again and again. Raises ValueError where there is not even an id."""
    update_id = data.get("update_id") if isinstance(data, dict) else None
    if not isinstance(update_id, int) or isinstance(update_id, bool):
        raise ValueError("no update")
    try:
        update = Update.de_json(data, bot)
        if not is_sound(update):
            raise ValueError("an id that is none")
        return update
    except Exception as error:  # of any kind: the library takes it for granted that all is as documented
        log.warning("update %s can't be read: %s", update_id, whereabouts(error))
        return None


def is_sound(update: Update) -> bool:
    """Whether who it is from, and where, are numbers of Telegram's kind; the library takes anything for an id."""
    known = (update.effective_user, update.effective_chat)
    return all(isinstance(each.id, int) and -MOST_ID < each.id < MOST_ID for each in known if each is not None)


async def get_one_by_one(bot: Bot, offset: int) -> tuple[list[Update], int]:
    """The updates that wait and can be read, and the newest id of all of them, 0 where nothing waits.

    Raises TelegramError, also for what is no answer of Telegram's.
    """
    given: Any = await bot.do_api_request(_UNREAD, api_kwargs={"offset": offset, "timeout": 0})
    try:
        read = [read_update(data, bot) for data in given]
    except (TypeError, ValueError) as error:
        raise TelegramError("no updates") from error
    return [update for update in read if update is not None], max((data["update_id"] for data in given), default=0)
