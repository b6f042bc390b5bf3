"""Ways to reach somebody, found inside typed text: phones, emails, links, Telegram usernames; and #tags."""

import re
from dataclasses import dataclass

from bot.rules.drafts import Draft
from bot.rules.links import normalise_linkedin, telegram_username
from bot.rules.name_shapes import shape_of
from bot.rules.phones import is_phone, normalise_phone

POINT_LENGTH = 500
EMAIL_LENGTH = 254

#: Stand in the text for what was found; controls are cleaned away first, so nobody can type them.
OPEN, CLOSE = "\x02", "\x03"
MARKER = re.compile(rf"{OPEN}(\d+){CLOSE}")

#: Endings that make "example.org" a link without https:// or a path before and behind it.
_ENDINGS = (
    "com|org|net|io|dev|me|co|ai|app|eu|de|es|fr|it|nl|be|ch|at|se|no|dk|fi|pl|pt|uk|ie|us|ca|br|mx|in|jp|au|nz|"
    "edu|gov|info|biz|xyz|page|blog|tech|studio|example|test"
)
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,62})\.){1,5}"
_FOUND = re.compile(
    rf"(?P<url>https?://[^\s,;<>\"“”{OPEN}]{{1,2000}}|(?<![\w@.])www\.[^\s,;<>\"{OPEN}]{{1,500}}|"
    rf"(?<![\w@.-]){_HOST}[a-z]{{2,24}}/[^\s,;<>\"{OPEN}]{{0,500}})"
    rf"|(?P<email>(?<![\w.+%-])(?:mailto:)?[\w.+%'-]{{1,64}}@(?:[\w-]{{1,63}}\.){{1,6}}[^\W\d_]{{2,24}})"
    rf"|(?P<handle>(?<![\w@/.])@[A-Za-z][A-Za-z0-9_]{{1,31}}(?![\w@]))"
    rf"|(?P<tag>(?<![\w&#/])#[^\s#,;.!?():\"{OPEN}]{{1,64}})"
    rf"|(?P<phone>(?<![\w+.])(?:tel:)?(?:(?:\+|＋|00) ?)?\(?\d[\d \u00a0().\-/‐–]{{4,24}}\d(?!\w|[.:]\d))"
    rf"|(?P<host>(?<![\w@.-]){_HOST}(?:{_ENDINGS})(?![\w@-]|\.\w))",
    re.IGNORECASE,
)
#: A date or a span of years, which a number of its digits is not.
_DATE = re.compile(
    r"\d{4}[-/. ]\d{1,2}[-/. ]\d{1,2}|\d{1,2}[-/. ]{1,2}\d{1,2}[-/. ]{1,2}\d{2,4}|(?:19|20)\d\d ?[-–/] ?(?:19|20)\d\d"
)
_WHATSAPP = re.compile(
    r"(?:https?://)?(?:wa\.me/|(?:api|web)\.whatsapp\.com/send/?\?phone=)\+?(\d{7,15})(?:[/?&].*)?", re.IGNORECASE
)
#: Words that say what a way to reach somebody is; they hold nothing more once it has been read.
_LABEL = re.compile(
    r"(?:(?:and|also|or|on|at|via|her|his|their|the|my|you can|can be reached|reach|reachable|is|new|old|number|"
    r"address|"
    r"work|home|private|personal|business|mobile|cell|cellphone|phones?|tel|telephone|e-?mails?|mail|linkedin|"
    r"linked in|"
    r"telegram|tg|whatsapp|wa|signal|website|site|web|url|link|profile|twitter|instagram|insta|ig|facebook|fb|github|"
    r"mastodon|x|handle|username|tags?|tagged|contact|no|nr)\b\s*|[-:=.–()/<>]\s*)*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"[<(]\s*[>)]")
_CALLED = re.compile(r"(?:phone|mobile|cell|tel|number|whatsapp|signal)(?: is)?\.?:?$", re.IGNORECASE)
_NETWORKS = {
    "instagram": "instagram.com/",
    "insta": "instagram.com/",
    "ig": "instagram.com/",
    "twitter": "x.com/",
    "x": "x.com/",
    "github": "github.com/",
    "facebook": "facebook.com/",
    "fb": "facebook.com/",
}
_NETWORK = re.compile(rf"\b({'|'.join(_NETWORKS)})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing found: what was typed, its fact, and whether it was an @handle or a bare host, which may be firms:
    "designer @Nordlicht", "works at example.org"."""

    typed: str
    fact: Draft
    handle: bool = False
    host: bool = False


def take_points(text: str, region: str | None) -> tuple[str, list[Point]]:
    """The text with a marker in place of each way to reach somebody and each tag, and what each marker stands for."""
    points: list[Point] = []

    def mark(match: re.Match[str]) -> str:
        typed = match[0]
        trimmed = typed if match["phone"] else typed.rstrip(".!?:)]}>'’”…*")
        fact = _read_point(match, trimmed, region)
        if fact is None:
            return typed
        points.append(Point(trimmed, fact, handle=bool(match["handle"]), host=bool(match["host"])))
        return f"{OPEN}{len(points) - 1}{CLOSE}{typed[len(trimmed) :]}"

    return _FOUND.sub(mark, text), points


def without_markers(text: str) -> str:
    """What stands beside the ways to reach somebody, without the brackets of "Ana <ana@example.org>"."""
    return " ".join(_BRACKETS.sub(" ", MARKER.sub(" ", text)).split())


def restore(text: str, points: list[Point]) -> str:
    """The text as it was typed, without markers."""
    return MARKER.sub(lambda match: points[int(match[1])].typed, text)


def says_only_label(text: str) -> bool:
    """Whether what stands beside a way to reach somebody is only its name ("her phone is")."""
    return _LABEL.fullmatch(text.strip()) is not None


def on_network(fact: Draft, label: str) -> Draft:
    """A handle on another network than Telegram ("instagram @anaruiz") is a link to it."""
    match = _NETWORK.search(label)
    if fact.telegram is None or match is None:
        return fact
    return Draft(name="", links=(f"https://{_NETWORKS[match[1].lower()]}{fact.telegram}",))


def read_link(text: str, region: str | None) -> Draft:
    """A link: somebody's username (t.me), number (wa.me), LinkedIn page in its one form, or the address with https://
    before it."""
    if username := telegram_username(text):
        return Draft(name="", telegram=username)
    if (match := _WHATSAPP.fullmatch(text)) and (phone := normalise_phone("+" + match[1], region)):
        return Draft(name="", phones=(phone,))
    whole = text if text.lower().startswith(("http://", "https://")) else f"https://{text}"
    return Draft(name="", links=(normalise_linkedin(text) or whole,))


def _read_point(match: re.Match[str], typed: str, region: str | None) -> Draft | None:
    if len(typed) > POINT_LENGTH:
        return None
    if match["url"] or match["host"]:
        return read_link(typed, region)
    if match["email"]:
        email = typed.lower().removeprefix("mailto:")
        return Draft(name="", emails=(email,)) if len(email) <= EMAIL_LENGTH else None
    if match["handle"]:
        return Draft(name="", telegram=typed[1:].lower())
    if match["tag"]:
        tag = typed[1:].strip("-_")
        return Draft(name="", tags=(tag,)) if any(char.isalpha() for char in tag) else None
    return _read_phone(match, typed, region)


def _read_phone(match: re.Match[str], typed: str, region: str | None) -> Draft | None:
    """A number with its country code, one that is valid in the region, or one that stands alone or is called one:
    any other run of digits may be a sum of money."""
    number = typed.removeprefix("tel:").strip()
    phone = normalise_phone(number, region)
    if phone is None or _DATE.fullmatch(number):
        return None
    if number.startswith(("+", "＋", "00")) or is_phone(number, region):
        return Draft(name="", phones=(phone,))
    before = match.string[max(0, match.start() - 40) : match.start()].rstrip()
    after = match.string[match.end() : match.end() + 1]
    starts = not before or before[-1] in ",;:-–(|\t\n" or len(phone) >= 9
    ends = after in {"", ",", ";", "\n", "\t", ")", "."}
    # Right behind a name, as in "Bob 555-1234" and "jess 07700900123 weekly".
    named = ("-" in number or number.startswith("0")) and not _has_digit(before) and shape_of(before) is not None
    ends = ends or (named and number.startswith("0") and len(phone) >= 9)
    return Draft(name="", phones=(phone,)) if _CALLED.search(before) or ((starts or named) and ends) else None


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)
