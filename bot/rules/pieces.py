"""A line of text cut where people cut it: at commas, semicolons, tabs, dashes, brackets and full stops."""

import re
from dataclasses import dataclass
from itertools import pairwise

from bot.rules.cadences import read_cadence
from bot.rules.name_shapes import shape_of
from bot.rules.points import Point, take_points

_BULLET = re.compile(r"\s*(?:(?:[-*•–—·▪◦‣●○■➤→+]|\[[ xX]?\]|\(?\d{1,3}[.)])\s+|[•▪◦‣●○■➤→]\s*)+")
_DATE_COMMA = re.compile(
    r"\b((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d{1,2}(?:st|nd|rd|th)?), ?(?=\d{4}\b)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"(?P<mark>[;|\t，；、،؛])|(?P<slash>(?<=\s)/(?=\s))|(?P<comma>,(?!\d)|(?<!\d),)|(?P<dash>(?<=\s)[-–—]{1,3}(?=\s)|—)|(?P<open>[(\[])|"
    r"(?P<close>[)\]])|"
    r"(?P<also>\sand(?=\s(?:needs|offers|lives|works|is|speaks|wants|was|met|based|looking|can|could)\s))|"
    r"(?P<colon>:(?=\s))|(?P<stop>(?<=\w\w\w)[.!](?=\s+\S))"
)
_STOP = re.compile(r"(?<=\w\w\w)[.!]\s+(?=\S)")
_NAME_LABEL = re.compile(r"^\s*(?:full |contact )?name\s*[:=]\s*", re.IGNORECASE)
_LABELS = re.compile(
    r"(?:phone|mobile|cell|tel|telephone|e-?mail|mail|birthday|b-?day|born|dob|role|job|title|job title|position|"
    r"company|employer|"
    r"firm|org|city|town|location|lives|home|place|language|languages|needs?|offers?|wants|notes?|nb|tags?|"
    r"cadence|how often|met|"
    r"linkedin|telegram|tg|whatsapp|instagram|insta|ig|twitter|x|fb|facebook|github|website|site|web|url|link|work|"
    r"how we met|where we met|frequency|fyi|comment)",
    re.IGNORECASE,
)
_SAME = {"，": ",", "、": ",", "،": ",", "；": ";", "؛": ";"}
_TITLE_END = re.compile(
    r"\b(?:prof|mrs|sra|srta|dra|mme|mlle|messrs|rev|hon|gen|capt|col|sgt|univ|dept|assoc|asst|inc|ltd|"
    r"corp|approx)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a line, trimmed; `before` is what cut it off from the one before ("" at the start; "," for any comma, "-"
    for any dash, "." for a full stop); start and end are where it stands in the line."""

    text: str
    before: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line with a marker for each of its `points`, and its pieces."""

    text: str
    points: list[Point]
    pieces: list[Piece]


def read_line(text: str, region: str | None) -> Line:
    """The line with its ways to reach somebody found, and the rest cut into pieces."""
    marked, points = take_points(text, region)
    return Line(marked, points, split_pieces(marked))


def split_lines(text: str) -> list[str]:
    """The lines that say something, without bullets and numbers; "May 12, 1990" loses its comma, which cuts nothing."""
    lines = (_DATE_COMMA.sub(r"\1 ", line[_bullet_end(line) :]) for line in text.splitlines())
    return [part for line in lines for part in _sentences(_NAME_LABEL.sub("", line)) if part.strip()]


def _sentences(line: str) -> list[str]:
    """The sentences of a line in which each begins with a name, as lines; else the line, whole:
    "Ana Ruiz, monthly. Ben Okafor, weekly." is two people, "Ana Ruiz, designer. Lives in Oslo." one."""
    stops = [stop for stop in _STOP.finditer(line) if not _TITLE_END.search(line[: stop.start()][-12:])]
    ends = [0, *(stop.end() for stop in stops), len(line)]
    parts = [line[start:end] for start, end in pairwise(ends)]
    listed = len(parts) > 1 and all(_names_first(part) for part in parts)
    bare = len(parts) > 2 and all(shape_of(part.strip(" .!")) == "full" for part in parts)
    return [part.rstrip(" .!") for part in parts] if listed or bare else [line]


def _names_first(sentence: str) -> bool:
    """Whether it begins with a full name and a comma, or is any name and a cadence: "Ana, weekly"."""
    head, comma, rest = sentence.partition(",")
    shape = shape_of(head.strip())
    return bool(comma) and (shape == "full" or (shape == "single" and read_cadence(rest) is not None))


def split_pieces(line: str) -> list[Piece]:
    """The pieces of a line. A bracket cuts only behind a name, and so does a colon: elsewhere they belong to what is
    said. A comma between digits cuts nothing."""
    pieces: list[Piece] = []
    start, before, opened, inside = 0, "", False, False
    last_close = max(line.rfind(")"), line.rfind("]"))
    for cut in _CUT.finditer(line):
        kind, current = cut.lastgroup, line[start : cut.start()]
        if inside:
            inside = kind != "close"
            continue
        if kind == "open" and not (_is_name(current) or not current.strip()):
            inside = cut.start() < last_close
            continue
        if (kind == "close" and not opened) or (kind == "stop" and _TITLE_END.search(current[-12:])):
            continue
        if kind == "colon" and (pieces or not _is_name(current) or _LABELS.fullmatch(current.strip())):
            continue
        opened = kind == "open" or (opened and kind != "close")
        _add(pieces, line, start, cut.start(), before)
        start = cut.end()
        before = "(" if opened else _cut_name(kind, cut[0])
    _add(pieces, line, start, len(line), before)
    return pieces


def _bullet_end(line: str) -> int:
    match = _BULLET.match(line)
    return match.end() if match else 0


def _cut_name(kind: str | None, typed: str) -> str:
    names = {"comma": ",", "slash": ",", "also": ",", "close": ",", "dash": "-", "open": "(", "colon": ":", "stop": "."}
    return names.get(kind or "", _SAME.get(typed, typed))


def _is_name(text: str) -> bool:
    return shape_of(text.strip()) is not None


def _add(pieces: list[Piece], line: str, start: int, end: int, before: str) -> None:
    text = line[start:end]
    if text.strip():
        lead = len(text) - len(text.lstrip())
        pieces.append(Piece(text.strip(), before, start + lead, start + len(text.rstrip())))
