"""Addresses of people's pages: LinkedIn's, in one form however they were written, and Telegram's."""

import re
import unicodedata
from urllib.parse import unquote

#: Any country's or telephone's host ("de.", "m."), and what its pages are behind ("mwlite").
_LINKEDIN = re.compile(
    r"(?:https?:)?(?://)?(?:[a-z0-9-]{1,63}\.){0,3}linkedin\.com\.?(?::\d{1,5})?/(?:mwlite/|m/|comm/){0,2}"
    r"(?P<kind>in|pub)/(?P<slug>[^/?#\s]{1,600})(?P<rest>/\S*|[?#]\S*)?",
    re.IGNORECASE,
)
#: /pub/ana-ruiz/1b/2a3/4c5: the numbers tell namesakes apart, so the name in front of them is nobody's slug.
_NUMBERED = re.compile(r"/[0-9a-f]{1,3}/", re.IGNORECASE)
_NOT_IN_SLUG = re.compile(r"[\s/?#<>\"\\\x00-\x1f\x7f]")
SLUG_LENGTH = 200
_PAGE = "https://www.linkedin.com/in/"
#: As most addresses are, with nothing to normalise but the last slash.
_NORMAL = re.compile(rf"({re.escape(_PAGE)}[a-z0-9_-]{{1,{SLUG_LENGTH}}})/?")
#: LinkedIn appends a number to a name that is taken; it has at least one digit.
_NUMBER = re.compile(r"[0-9a-z]*\d[0-9a-z]*", re.ASCII)
_BREAKS = re.compile(r"[-_.]+")
_TELEGRAM = re.compile(
    r"(?:https?://)?(?:www\.)?(?:t|telegram)\.(?:me|dog)/@?([a-z][a-z0-9_]{1,31})/?(?:\?\S*)?", re.IGNORECASE
)
#: Pages of t.me that are nobody's (https://core.telegram.org/api/links).
_PAGE_NAMES = (
    "addemoji addlist addstickers addtheme auction bg boost c call confirmphone contact giftcode gift home invoice "
    "joinchat login m nft proxy s setlanguage share socks stars"
)
_PAGES = frozenset(_PAGE_NAMES.split())


def normalise_linkedin(url: str) -> str | None:
    """The address of a LinkedIn profile as it is kept: https://www.linkedin.com/in/<slug>, the slug in lower case and
    not percent-encoded; the query, and what follows the slug ("/en"), go. None for anything else.

    Exports encode slugs once, some twice. Doing it again changes nothing.
    """
    if normal := _NORMAL.fullmatch(url):
        return normal[1]
    match = _LINKEDIN.fullmatch(url.strip())
    if match is None or (match["kind"].lower() == "pub" and _NUMBERED.match(match["rest"] or "")):
        return None
    slug = unicodedata.normalize("NFC", unquote(unquote(match["slug"])).lower())
    slug = unicodedata.normalize("NFC", slug.lower())
    if not slug or len(slug) > SLUG_LENGTH or _NOT_IN_SLUG.search(slug):
        return None
    return _PAGE + slug


def slug_name(url: str) -> str | None:
    """The name a LinkedIn address may stand for: "Ana Ruiz Example" for …/in/ana-ruiz-example-1a2b3c45.

    A guess: nobody's accents, order or hyphens are in a slug. None where no letters are.
    """
    page = normalise_linkedin(url)
    if page is None:
        return None
    words = [word for word in _BREAKS.split(page.removeprefix(_PAGE)) if word]
    while words and _NUMBER.fullmatch(words[-1]):
        words.pop()
    name = " ".join(word.capitalize() for word in words)
    return name if any(char.isalpha() for char in name) else None


def telegram_username(url: str) -> str | None:
    """The username of a t.me address, in lower case, for Telegram's know none; None for the pages that are nobody's:
    invitations, messages, "share this"."""
    match = _TELEGRAM.fullmatch(url.strip())
    username = match[1].lower() if match else None
    return None if username in _PAGES else username
