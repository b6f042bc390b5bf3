"""Where the speakers of a language mostly are: the first guess at a user's zone and no more than that."""

import re

from bot.rules.tz_database import zones_of

_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}")
#: As the user's column is long.
LONGEST_TAG = 16

#: ISO 639 code to the zone of the language's most speakers (CIA World Factbook, Ethnologue), for Telegram's main ones.
#: Arabic, English, French, Portuguese and Spanish are spoken from many: the zone is that of the oldest home but for the
#: language codes without a country that Telegram's own translations use ("pt-br" says where, "es" is Spain's).
_LANGUAGES = {
    "af": "Africa/Johannesburg", "am": "Africa/Addis_Ababa", "ar": "Africa/Cairo", "az": "Asia/Baku",
    "be": "Europe/Minsk", "bg": "Europe/Sofia", "bn": "Asia/Dhaka", "bs": "Europe/Sarajevo", "ca": "Europe/Madrid",
    "cs": "Europe/Prague", "cy": "Europe/London", "da": "Europe/Copenhagen", "de": "Europe/Berlin",
    "el": "Europe/Athens", "en": "Europe/London", "es": "Europe/Madrid", "et": "Europe/Tallinn", "eu": "Europe/Madrid",
    "fa": "Asia/Tehran", "fi": "Europe/Helsinki", "fil": "Asia/Manila", "fr": "Europe/Paris", "ga": "Europe/Dublin",
    "gl": "Europe/Madrid", "gu": "Asia/Kolkata", "he": "Asia/Jerusalem", "hi": "Asia/Kolkata", "hr": "Europe/Zagreb",
    "hu": "Europe/Budapest", "hy": "Asia/Yerevan", "id": "Asia/Jakarta", "is": "Atlantic/Reykjavik",
    "it": "Europe/Rome", "iw": "Asia/Jerusalem", "ja": "Asia/Tokyo", "ka": "Asia/Tbilisi", "kk": "Asia/Almaty",
    "km": "Asia/Phnom_Penh", "kn": "Asia/Kolkata", "ko": "Asia/Seoul", "ky": "Asia/Bishkek", "lo": "Asia/Vientiane",
    "lt": "Europe/Vilnius", "lv": "Europe/Riga", "mk": "Europe/Skopje", "ml": "Asia/Kolkata",
    "mn": "Asia/Ulaanbaatar", "mr": "Asia/Kolkata", "ms": "Asia/Kuala_Lumpur", "mt": "Europe/Malta",
    "my": "Asia/Yangon", "nb": "Europe/Oslo", "ne": "Asia/Kathmandu", "nl": "Europe/Amsterdam", "nn": "Europe/Oslo",
    "no": "Europe/Oslo", "pa": "Asia/Kolkata", "pl": "Europe/Warsaw", "pt": "Europe/Lisbon", "ro": "Europe/Bucharest",
    "ru": "Europe/Moscow", "si": "Asia/Colombo", "sk": "Europe/Bratislava", "sl": "Europe/Ljubljana",
    "sq": "Europe/Tirane", "sr": "Europe/Belgrade", "sv": "Europe/Stockholm", "sw": "Africa/Nairobi",
    "ta": "Asia/Kolkata", "te": "Asia/Kolkata", "tg": "Asia/Dushanbe", "th": "Asia/Bangkok", "tk": "Asia/Ashgabat",
    "tl": "Asia/Manila", "tr": "Europe/Istanbul", "tt": "Europe/Moscow", "uk": "Europe/Kyiv", "ur": "Asia/Karachi",
    "uz": "Asia/Tashkent", "vi": "Asia/Ho_Chi_Minh", "zh": "Asia/Shanghai", "zu": "Africa/Johannesburg",
}  # fmt: skip
#: Subtags that aren't countries: scripts and UN regions.
_SUBTAGS = {"hant": "Asia/Taipei", "hans": "Asia/Shanghai", "419": "America/Mexico_City"}
#: The zone with the most people where the database, which sorts by geography, doesn't name it first.
_MOST_PEOPLE = {
    "AQ": "Antarctica/McMurdo", "AR": "America/Argentina/Buenos_Aires", "AU": "Australia/Sydney",
    "BR": "America/Sao_Paulo", "CA": "America/Toronto", "ID": "Asia/Jakarta", "KZ": "Asia/Almaty",
    "MX": "America/Mexico_City", "RU": "Europe/Moscow", "UA": "Europe/Kyiv", "US": "America/New_York",
    "UZ": "Asia/Tashkent",
}  # fmt: skip


def language_tag(code: str | None) -> str | None:
    """The tag of a user's language as Telegram tells it (https://en.wikipedia.org/wiki/IETF_language_tag); None for what
    is none, which a client of somebody's own may send."""
    return code if code is not None and len(code) <= LONGEST_TAG and _TAG.fullmatch(code) else None


def zone_of_language(code: str) -> str | None:
    """The zone where most who set this language tag ("es", "pt-br", "zh-hant") are; None if the table can't tell."""
    language, *subtags = code.strip().lower().replace("_", "-").split("-")
    for subtag in subtags:
        if subtag in _SUBTAGS:
            return _SUBTAGS[subtag]
        zone = zone_of_country(subtag)
        if zone is not None:
            return zone
    return _LANGUAGES.get(language)


def zone_of_country(country: str) -> str | None:
    """The zone of a country's most people, by its ISO 3166 code in any case; None if there is no such country."""
    code = country.upper()
    return _MOST_PEOPLE.get(code) or next(iter(zones_of(code)), None)
