"""People gathered from rows: those who are there twice become one."""

from collections.abc import Sequence
from dataclasses import replace

from bot.rules.drafts import Draft
from bot.rules.files.shapes import WHAT_LENGTH, FileReading, Format, Reason, Skipped
from bot.rules.likenesses import Key, is_one, join, keys_of

#: Of the rows that gave nobody so many are told; a file of more is none of people.
MOST_SKIPPED = 100_000
#: So many people are compared by name over one shared phone number; a switchboard's may be many more.
MOST_SHARING = 50


class Gathering:
    """People in the order of the file, each once, and what was skipped."""

    def __init__(self, most: int) -> None:
        self.most = most
        self.people: list[Draft] = []
        self.skipped: list[Skipped] = []
        self._places: dict[Key, list[int]] = {}
        self._over = False

    @property
    def is_full(self) -> bool:
        return self._over or len(self.people) > self.most or len(self.skipped) > max(MOST_SKIPPED, self.most)

    def add(self, line: int, draft: Draft) -> None:
        keys = keys_of(draft) or (_whole(draft),)
        place = self._place_of(draft, keys)
        if place is None:
            place = len(self.people)
            self.people.append(draft)
        else:
            self.people[place] = join(self.people[place], draft)
            self.skip(line, draft.name, "same")
        for key in keys:
            sharing = self._places.setdefault(key, [])
            if place not in sharing[:MOST_SHARING]:
                sharing.append(place)

    def _place_of(self, draft: Draft, keys: tuple[Key, ...]) -> int | None:
        for key in keys:
            for place in self._places.get(key, ())[:MOST_SHARING]:
                if is_one(key, draft.name, self.people[place].name):
                    return place
        return None

    def skip(self, line: int, what: str, reason: Reason) -> None:
        self.skipped.append(Skipped(line, " ".join(what[: WHAT_LENGTH * 4].split())[:WHAT_LENGTH], reason))

    def overflow(self) -> None:
        """Gives up: there is more than is ever read."""
        self._over = True

    def reading(self, format_: Format) -> FileReading:
        """All of them, or none where they are too many."""
        if self.is_full:
            return FileReading(format_, problem="too_many")
        return FileReading(format_, tuple(self.people), tuple(self.skipped))


def _whole(draft: Draft) -> Key:
    """Where a row has no way to reach anybody: all that a list says of them."""
    told = (draft.name, draft.company, draft.role, draft.city, draft.met_on, draft.birthday)
    return "whole", "|".join(str(each or "") for each in told)


def together(readings: Sequence[FileReading], most: int) -> FileReading:
    """Several lists that came as one file: those who are on two of them become one; a column is asked about once."""
    gathering = Gathering(most)
    for reading in readings:
        gathering.skipped.extend(reading.skipped)
        for number, draft in enumerate(reading.people, start=1):
            gathering.add(number, draft)
            if gathering.is_full:
                break
    unknown = {column.header: column for reading in reversed(readings) for column in reading.unknown if reading.people}
    return replace(gathering.reading(readings[0].format), unknown=tuple(reversed(unknown.values())))
