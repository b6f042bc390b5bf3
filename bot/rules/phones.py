"""Telephone numbers as they are kept."""

import re

#: E.164 allows 15 digits (ITU-T E.164, 6.1); fewer than 7 are an extension, a year or a count.
FEWEST_DIGITS, MOST_DIGITS = 7, 15
#: Fewer digits than this, without a country code, may be a number within a town.
_WHOLE_DIGITS = 9
_NOT_DIGITS = re.compile(r"\D")


def normalise_phone(text: str, region: str | None) -> str | None:
    """E.164 when it can be a number in the region (an ISO 3166 country) or has its country code; else its digits, with
    the + it had. None when it has fewer than 7 or more than 15 digits.
    """
    import phonenumbers

    typed = text.strip()
    digits = _NOT_DIGITS.sub("", _as_ascii(typed))
    abroad = typed.startswith(("+", "＋")) or digits.startswith("00")
    digits = digits.removeprefix("00") if digits.startswith("00") else digits
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS:
        return None
    try:
        # "+44 (0)20 …" is how the British write both forms at once; the library knows.
        number = phonenumbers.parse("+" + _after_plus(typed) if abroad else typed, None if abroad else region)
    except phonenumbers.NumberParseException:
        return f"+{digits}" if abroad else digits
    # A short number that nobody there has ("555-1234") misses its area code: a country code would make it another.
    whole = abroad or len(digits) >= _WHOLE_DIGITS or phonenumbers.is_valid_number(number)
    if whole and phonenumbers.is_possible_number(number):
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return f"+{digits}" if abroad else digits


def is_phone(text: str, region: str | None) -> bool:
    """Whether it is an assigned kind of number, rather than any run of digits."""
    import phonenumbers

    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(text, region))
    except phonenumbers.NumberParseException:
        return False


def _after_plus(text: str) -> str:
    return text.lstrip("+＋( ").removeprefix("00").strip()


def _as_ascii(text: str) -> str:
    """The digits of any script as 0–9; whatever else stays."""
    return "".join(str(int(char)) if char.isdecimal() else char for char in text)
