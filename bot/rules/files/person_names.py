"""Names of people put together from the cells of a file."""

import re
from collections.abc import Iterable

from bot.rules.names import NAME_LENGTH, clean_name, clean_text, fold

#: Pictures, dingbats, flags and the signs that join them; no letters.
_EMOJI = re.compile(
    "[\u00a9\u00ae\u2122\u200d\u20e3\u2190-\u21ff\u2300-\u23ff\u2460-\u24ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff"
    "\ufe00-\ufe0f\U0001f000-\U0001faff\U000e0000-\U000e007f]+"
)
_DEGREE = (
    r"(?:ph\.?\s?d|d\.?\s?phil|m\.?d|m\.?b\.?a|e?mba|m\.?sc|b\.?sc|b\.?a|m\.?a|ll\.?[bm]|j\.?d|esq|cpa|cfa|cissp|pmp|phr|sphr|"
    r"shrm-s?cp|csm|cspo|pe|r\.?n|dds|dvm|mph|mpa|b\.?eng|m\.?eng|dipl\.?-?\s?ing|ing|acca|fcca|csca|aws|itil|prince2|obe|"
    r"mbe|cbe|he/him|she/her|they/them|he/they|she/they)\.?"
)
#: Surnames, most of the others ("Ma", "Ing"): they go only behind a comma.
_SURE = (
    r"(?:ph\.?d|d\.phil|m\.d|e?mba|m\.b\.a|m\.?sc|b\.?sc|ll\.?[bm]|esq|cpa|cfa|cissp|pmp|sphr|shrm-s?cp|cspo|fcca|"
    r"he/him|she/her|they/them|he/they|she/they)\.?"
)
_DEGREES = re.compile(rf"(?:(?:\s*,\s*{_DEGREE}|\s+{_SURE})(?:\s?\([^()]{{1,20}}\))?){{1,8}}[\s,.]*$", re.IGNORECASE)
_PRONOUNS = re.compile(r"\s*\((?:he|she|they)/[a-z/]{2,12}\)", re.IGNORECASE)
#: Part of the name, unlike a degree.
_GENERATION = re.compile(r"(?:jr|sr|junior|senior|i{2,3}|iv|v)\.?", re.IGNORECASE)
_FIRM = re.compile(
    r"\b(?:inc|llc|ltd|gmbh|corp|co|plc|ag|kg|sa|sas|srl|bv|oy|ab|as|limited|company)\b\.?$", re.IGNORECASE
)
_CJK = re.compile(r"[\u3400-\u9fff\uac00-\ud7af\U00020000-\U0003134f]+")
_TURNED = re.compile(r"([^,]{1,80}),\s*([^,]{1,80})")
_WORDS_TURNED = 3
#: Names have 200 characters at most; with degrees, pronouns and emoji a little more.
_LONGEST = 1_000
_SHORTEST_WITH_DEGREE = 4
#: The part of an address before its @.
_ADDRESS = re.compile(r"([^\s@<>\"(),;:]{1,64})@")

#: Members who hide, as LinkedIn calls them, folded.
_RESTRICTED_NAMES = (
    "restricted member|member restricted|linkedin member|private member|linkedin mitglied|mitglied linkedin|"
    "utilisateur linkedin|membre linkedin|miembro de linkedin|usuario de linkedin|usuario do linkedin|"
    "membro del linkedin|utente linkedin|lid van linkedin|linkedin lid|uzytkownik linkedin|linkedin uyesi|"
    "участник linkedin|linkedin medlem|linkedin-medlem|linkedin-mitglied|linkedin-lid"
)
_RESTRICTED = frozenset(_RESTRICTED_NAMES.split("|"))
_ROBOT_MAILBOX = re.compile(
    r"(?:.*[._+-])?(?:no-?_?\.?reply|do-?_?not-?_?reply|noreply|donotreply|newsletters?|notifications?|notify|mailer-?daemon|"
    r"postmaster|bounces?|unsubscribe|alerts?|automated|auto-?(?:confirm|reply)|digest|updates|mailing|news)"
    r"(?:[._+-].*)?",
    re.IGNORECASE,
)
_ROBOT_WORDS = re.compile(
    r"\b(?:no-?reply|do-?not-?reply|newsletters?|notifications?|mailer-daemon|unsubscribe|postmaster)\b", re.IGNORECASE
)


def visible(text: str) -> str:
    """The text without what cannot be seen, on one line."""
    if not text.isprintable():
        text = clean_text(text.replace("\r", " "))
    elif "  " not in text:
        return text.strip()
    return " ".join(text.split())


def joined_name(first: str, middle: str, last: str, suffix: str = "") -> str | None:
    """A name of its parts; the family name first and unspaced where all of it is Han or Hangul. None without a name."""
    last = _without_extras(last)
    if first and last and _CJK.fullmatch(first) and _CJK.fullmatch(last):
        return clean_name(last + first)
    parts = [_without_extras(first), middle, last, suffix if suffix and _GENERATION.fullmatch(suffix) else ""]
    return tidied_name(" ".join([part for part in parts if part]))


def _without_extras(part: str) -> str:
    """A first or last name without the degrees or the advertisement behind a comma."""
    if "," not in part:
        return part
    name, _, after = part.partition(",")
    generation = after.strip()
    return f"{name} {generation}" if _GENERATION.fullmatch(generation) else name or after


def whole_name(cell: str) -> str | None:
    """A name that stands in one cell; "Doe, John" is John Doe."""
    name = tidied_name(cell)
    if name is None or "," not in name:
        return name
    match = _TURNED.fullmatch(name)
    if match is None or _FIRM.search(name) or max(len(part.split()) for part in match.groups()) > _WORDS_TURNED:
        return name
    if _GENERATION.fullmatch(match[2].strip()):
        return name
    return f"{match[2].strip()} {match[1].strip()}"


def tidied_name(text: str) -> str | None:
    """The name without emoji, degrees and pronouns; None where nothing with a letter stays, or it is far too long."""
    if len(text) > _LONGEST:
        text = " ".join(text.split())
        if len(text) > _LONGEST:
            return None
    if not text.isascii():
        text = _EMOJI.sub(" ", text)
    if "(" in text:
        text = _PRONOUNS.sub("", text)
    name = text if _is_clean(text) else clean_name(text)
    if name and " " in name and len(name) > _SHORTEST_WITH_DEGREE:
        name = _DEGREES.sub("", name) or name
    return name.strip(" ,;\"'") or None if name else None


def _is_clean(text: str) -> bool:
    """Whether `clean_name` has nothing to do, as for most names of a file."""
    whole = text[:1].isalpha() and not text[-1].isspace() and "  " not in text
    return whole and text.isprintable() and len(text) <= NAME_LENGTH


def is_restricted(name: str) -> bool:
    return ("ember" in name or "inked" in name.lower()) and fold(name) in _RESTRICTED


def is_robot(name: str | None, emails: Iterable[str]) -> bool:
    """Whether it is a sender that no person reads, and no person's name says otherwise. The emails may be cells of
    several."""
    if name and "@" not in name and not _ROBOT_WORDS.search(name):
        return False
    addresses = [address for cell in (*emails, name or "") for address in _ADDRESS.findall(cell[:1000])]
    return any(_ROBOT_MAILBOX.fullmatch(address) for address in addresses)
