"""Days as programs write them into files, in the languages of LinkedIn; no reading of phrases, for files hold thousands."""

import re
from datetime import date, timedelta

from bot.rules.names import fold

#: Months from January on, by language; also in the case that stands in a date.
_MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "styczen luty marzec kwiecien maj czerwiec lipiec sierpien wrzesien pazdziernik listopad grudzien",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika listopada grudnia",
    "ocak subat mart nisan mayis haziran temmuz agustos eylul ekim kasim aralik",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesakuuta heinakuuta elokuuta syyskuuta lokakuuta marraskuuta "
    "joulukuuta",
    "ledna unora brezna dubna kvetna cervna cervence srpna zari rijna listopadu prosince",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
)
_SHORTEST = 3


def _by_name() -> dict[str, int]:
    """Months by name, and by the beginnings of a name that no other month of its language has; where languages differ
    ("mar" also begins a November) the earlier one of the list counts."""
    found: dict[str, int] = {}
    whole: dict[str, int] = {}
    for line in _MONTHS:
        own: dict[str, int] = {}
        for number, name in enumerate((fold(word) for word in line.split()), start=1):
            whole.setdefault(name, number)
            for length in range(_SHORTEST, len(name)):
                own[name[:length]] = number if own.get(name[:length], number) == number else 0
        found = own | found
    return {name: number for name, number in (found | whole).items() if number}


_MONTH_OF = _by_name()
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]\d{1,2}:\d{2}.{0,20})?", re.ASCII)
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)", re.ASCII)
_HAN = re.compile(r"(\d{4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[-/.] ?(\d{1,2})[-/.] ?(\d{4}|\d{2})\.?(?:,? \d{1,2}:\d{2}.{0,20})?", re.ASCII)
_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:\.|st|nd|rd|th|er|º|ª)?[ -](?:de )?([^\W\d_]{3,20})\.?,?[ -](?:de )?(\d{4}|\d{2})(?: ?г\.?)?"
)
_MONTH_FIRST = re.compile(r"([^\W\d_]{3,20})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
#: Excel counts the days from here (serials beyond its false 29 February 1900).
_EXCEL = date(1899, 12, 30)
_SERIAL = re.compile(r"[2-5]\d{4}(?:\.\d+)?", re.ASCII)
_LONGEST = 60
OLDEST = 1900
#: Where people write the month first (CLDR's short date patterns).
MONTH_FIRST_REGIONS = frozenset({"US", "PH", "PW", "FM", "GU", "AS"})


def read_date(text: str, *, month_first: bool = False) -> date | None:
    """The calendar day the whole text is; None for anything else. Two-digit years are 1950 to 2049."""
    said = text.strip()
    if not 6 <= len(said) <= _LONGEST:
        return _serial(said)
    if match := _ISO.fullmatch(said) or _HAN.fullmatch(said) or _COMPACT.fullmatch(said):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMBERS.fullmatch(said):
        first, second = int(match[1]), int(match[2])
        if (month_first and first <= 12) or second > 12:
            first, second = second, first
        return _day(_year(match[3]), second, first)
    if match := _DAY_FIRST.fullmatch(said):
        return _named(match[1], match[2], match[3])
    if match := _MONTH_FIRST.fullmatch(said):
        return _named(match[2], match[1], match[3])
    return None


def prefers_month_first(values: list[str], region: str | None) -> bool:
    """Whether a column of dates has the month first: shown by a day above 12, else as the region writes."""
    pairs = [(int(match[1]), int(match[2])) for value in values if (match := _NUMBERS.fullmatch(value.strip()))]
    if any(first > 12 for first, _ in pairs):
        return False
    return any(second > 12 for _, second in pairs) or region in MONTH_FIRST_REGIONS


def _serial(said: str) -> date | None:
    return _EXCEL + timedelta(days=int(said[:5])) if _SERIAL.fullmatch(said) else None


def _named(day: str, month: str, year: str) -> date | None:
    number = _MONTH_OF.get(fold(month))
    return _day(_year(year), number, int(day)) if number else None


def _year(text: str) -> int:
    year = int(text)
    return year if len(text) == 4 else year + (2000 if year < 50 else 1900)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # no such day
        return None
