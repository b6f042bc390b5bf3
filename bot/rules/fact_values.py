"""Values of facts as sentences state them, in the shapes `bot.rules.drafts.Draft` keeps."""

import re
from datetime import date

from bot.rules.birthdays import read_birthday
from bot.rules.cadences import read_cadence
from bot.rules.drafts import Draft
from bot.rules.facts import read_facts
from bot.rules.meanings import ChangedField

_TEXT_LENGTH = 500
_AT = re.compile(r"(?:,? (?:at|@|for|with) )", re.IGNORECASE)
_AS = re.compile(r",? as (?:an? |the |their )?", re.IGNORECASE)
_USERNAME = re.compile(r"@?\w{4,32}", re.ASCII)
_LEAD = {"language": "speaks ", "telegram": "telegram ", "phone": "phone ", "link": "", "email": ""}


def normalised(field: ChangedField, text: str, *, today: date, region: str | None) -> str | None:
    """The value as it is kept; None where it is not one (no date in a birthday, no @ in an email)."""
    value = _trimmed(text)
    if not value or len(value) > _TEXT_LENGTH:
        return None
    if field == "birthday":
        return read_birthday(value, today=today)
    if field == "cadence":
        days = read_cadence(value)
        return str(days) if days else None
    if field in ("phone", "email", "link", "telegram", "language"):
        return _point(field, value, today=today, region=region)
    if field == "tag":
        return ",".join(word.strip("#,") for word in value.split() if word.strip("#,")) or None
    return value


def _trimmed(text: str) -> str:
    text = text.strip()
    while text and text[-1] in " .,;:!":
        text = text[:-1]
    return text[:-4].rstrip(" ,") if text.lower().endswith(" now") else text


def _point(field: ChangedField, value: str, *, today: date, region: str | None) -> str | None:
    for text in (value, f"{_LEAD[field]}{value}"):
        facts = _facts(read_facts(text, today=today, region=region))
        if found := facts.get(field):
            return found
    if field == "telegram" and _USERNAME.fullmatch(value):
        return value.removeprefix("@")
    return value if field == "language" and len(value) <= 40 else None


def facts_in(text: str, *, today: date, region: str | None) -> dict[ChangedField, str]:
    """The facts in a few words such as "monthly", "#pycon", "ana@example.org"; {} if any of it stays a mere note."""
    if len(text) > _TEXT_LENGTH:
        return {}
    draft = read_facts(text, today=today, region=region)
    return {} if draft.notes or draft.touched_on else _facts(draft)


def _facts(draft: Draft) -> dict[ChangedField, str]:
    found: dict[ChangedField, str | None] = {
        "company": draft.company,
        "role": draft.role,
        "met": draft.met,
        "city": draft.city,
        "birthday": draft.birthday,
        "language": draft.language,
        "needs": draft.needs,
        "offers": draft.offers,
        "telegram": draft.telegram,
        "cadence": str(draft.cadence_days) if draft.cadence_days else None,
        "tag": ",".join(draft.tags),
        "phone": draft.phones[0] if draft.phones else None,
        "email": draft.emails[0] if draft.emails else None,
        "link": draft.links[0] if draft.links else None,
    }
    return {field: value for field, value in found.items() if value}


def works_as(text: str, *, company_first: bool) -> dict[ChangedField, str]:
    """Role and company in "Stripe as Head of Data" (`company_first`) or "Head of Data at Stripe"; {} if too long."""
    value = _trimmed(text)
    if not value or len(value) > 200:
        return {}
    if company_first:
        company, role = _split(_AS, value)
        return {"company": company, "role": role} if role else {"company": company}
    role, company = _split(_AT, f" {value}")
    if not role:
        return {"company": company}
    return {"role": role, "company": company} if company else {"role": role}


def _split(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    return (text[: found.start()].strip(), text[found.end() :].strip()) if found else (text.strip(), "")
