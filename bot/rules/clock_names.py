"""Clocks by the names people give them: "CET", "Pacific time", "UTC+2"."""

import re

#: Abbreviation or the name before "time", folded, to zones, the usual one first. Those with several are asked about.
_USUAL = """
utc, z, zulu, coordinated universal = UTC
gmt, greenwich mean, greenwich = Europe/London UTC Africa/Accra
bst, british, british summer, uk = Europe/London
wet, west, western european = Europe/Lisbon
cet, cest, mez, mesz, central european, central european summer = Europe/Berlin
eet, eest, eastern european, eastern european summer = Europe/Athens Europe/Kyiv Africa/Cairo
msk, moscow = Europe/Moscow
trt = Europe/Istanbul
ist = Asia/Kolkata Europe/Dublin Asia/Jerusalem
indian, india = Asia/Kolkata
irish = Europe/Dublin
israel, idt = Asia/Jerusalem
pkt = Asia/Karachi
npt = Asia/Kathmandu
bdt = Asia/Dhaka
irst = Asia/Tehran
gst, gulf = Asia/Dubai
ast = America/Halifax Asia/Riyadh America/Puerto_Rico
arabia = Asia/Riyadh
et, est, edt, eastern = America/New_York
ct, cdt, central = America/Chicago
cst = America/Chicago Asia/Shanghai America/Havana
mt, mdt, mountain = America/Denver
mst = America/Denver America/Phoenix
pt, pst, pdt, pacific = America/Los_Angeles
akst, akdt, alaska = America/Anchorage
hst, hawaii = Pacific/Honolulu
adt, atlantic = America/Halifax
nst, ndt, newfoundland = America/St_Johns
brt, brasilia = America/Sao_Paulo
art = America/Argentina/Buenos_Aires
clt, clst = America/Santiago
cot = America/Bogota
pet = America/Lima
vet = America/Caracas
wat, west africa = Africa/Lagos
cat, central africa = Africa/Maputo
sast = Africa/Johannesburg
eat, east africa = Africa/Nairobi
ict, indochina = Asia/Bangkok
wib = Asia/Jakarta
wita = Asia/Makassar
wit = Asia/Jayapura
sgt = Asia/Singapore
myt = Asia/Kuala_Lumpur
hkt = Asia/Hong_Kong
pht = Asia/Manila
jst, japan = Asia/Tokyo
kst, korea = Asia/Seoul
china = Asia/Shanghai
aest = Australia/Sydney Australia/Brisbane
aet, aedt = Australia/Sydney
acst = Australia/Adelaide Australia/Darwin
acdt = Australia/Adelaide
awst = Australia/Perth
nzt, nzst, nzdt = Pacific/Auckland
"""
_ZONES = {
    name.strip(): tuple(zones.split())
    for names, zones in (line.split("=") for line in _USUAL.strip().splitlines())
    for name in names.split(",")
}
#: Longer names say a clock only with "time" behind them: "pacific time", "india time".
_ABBREVIATED = 4
#: Words of everyday English are clocks only in capitals.
_WORDS = frozenset({"art", "cat", "cot", "eat", "pet", "vet", "west", "wet", "wit"})
_TIME = re.compile(r"(?: (?:standard|daylight|summer|winter))?(?: time| timezone| tz)(?: zone)?$")

_OFFSET = re.compile(r"(?:utc|gmt)? ?([+\-−–])[ ]?(\d{1,2})(?:[:.]?([0-5]\d))?(?: ?(?:h|hours?))?$", re.IGNORECASE)
#: Offsets that aren't whole hours, in minutes, and where they hold (all of the year or part of it).
_ODD_OFFSETS = {
    -570: ("Pacific/Marquesas",), -210: ("America/St_Johns",), -150: ("America/St_Johns",), 210: ("Asia/Tehran",),
    270: ("Asia/Kabul",), 330: ("Asia/Kolkata", "Asia/Colombo"), 345: ("Asia/Kathmandu",), 390: ("Asia/Yangon",),
    525: ("Australia/Eucla",), 570: ("Australia/Darwin", "Australia/Adelaide"),
    630: ("Australia/Lord_Howe", "Australia/Adelaide"), 765: ("Pacific/Chatham",), 825: ("Pacific/Chatham",),
}  # fmt: skip


def zones_called(name: str, *, in_capitals: bool) -> tuple[str, ...]:
    """The zones of a clock by its folded name ("cet", "pacific time"), the usual one first; () if it is none."""
    stem = _TIME.sub("", name)
    if stem != name or name == "greenwich":
        return _ZONES.get(stem, ())
    is_abbreviation = len(name) <= _ABBREVIATED and (in_capitals or name not in _WORDS)
    return _ZONES.get(name, ()) if is_abbreviation else ()


def zones_at_offset(text: str) -> tuple[str, ...]:
    """The zones of "UTC+2", "gmt-03:00", "+5:30"; () if it is no offset, or one that nowhere keeps.

    IANA counts westward: UTC+2 is Etc/GMT-2 (https://data.iana.org/time-zones/tzdb/etcetera).
    """
    read = _OFFSET.fullmatch(text)
    if read is None:
        return ()
    sign = 1 if read[1] == "+" else -1
    minutes = sign * (int(read[2]) * 60 + int(read[3] or 0))
    if minutes % 60:
        return _ODD_OFFSETS.get(minutes, ())
    hours = minutes // 60
    if not -12 <= hours <= 14:
        return ()
    return (f"Etc/GMT{-hours:+d}",) if hours else ("UTC",)
