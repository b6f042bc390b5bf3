"""People as Telegram itself names them: picked from its contacts, the writer of a forwarded message, an address."""

import re

from bot.rules.drafts import Draft
from bot.rules.links import normalise_linkedin, slug_name, telegram_username
from bot.rules.names import clean_name

_HANDLE = re.compile(r"@([A-Za-z][A-Za-z0-9_]{3,31})")
_WORD_ENDS = re.compile(r"[_\d]+")


def telegram_person(user_id: int | None, first_name: str | None, last_name: str | None, username: str | None) -> Draft:
    """Somebody as Telegram shares them; the name is made from the username where none was shared, "" without either."""
    name = clean_name(f"{first_name or ''} {last_name or ''}") or _name_of(username or "")
    return Draft(name, telegram=username.lower() if username else None, telegram_id=str(user_id) if user_id else None)


def read_address(text: str) -> Draft | None:
    """The person whose address on Telegram or LinkedIn is all the text says, with a name guessed from it."""
    typed = text.strip()
    handle = _HANDLE.fullmatch(typed)
    if username := handle[1].lower() if handle else telegram_username(typed):
        return Draft(_name_of(username), telegram=username)
    if " " not in typed and (link := normalise_linkedin(typed)):
        return Draft(slug_name(link) or "", links=(link,))
    return None


def keys_of_address(draft: Draft) -> list[tuple[str, str]]:
    """By what Telegram or an address tells them: (kind, value) of contact points, the surest first."""
    keys = [("telegram_id", draft.telegram_id), ("telegram", draft.telegram), *(("link", link) for link in draft.links)]
    return [(kind, value) for kind, value in keys if value]


def _name_of(username: str) -> str:
    """ "mateo_silva" → "Mateo Silva"; where nothing of it is a name, the username itself."""
    words = _WORD_ENDS.sub(" ", username).split()
    return clean_name(" ".join(word.capitalize() if word.islower() else word for word in words)) or username
