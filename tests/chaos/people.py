"""People who chat with Dotty, each by a script drawn from a seed. What they wrote is counted, and looked for at the end.

Every word of theirs that has to be found again is unique: the number of the person and of the message is in it.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from random import Random

from bot.practice.chats import ChatMessage
from bot.practice.refusals import Json
from tests.chaos.telegram import ChaosTelegram
from tests.chaos.waiting import until

FIRST = ("Ana", "Ben", "Grace", "Joe", "Zed", "Mia", "Tom", "Eva")
#: A name is the number in these, the last syllable first: no two are alike, and none is a word.
SYLLABLES = ("bako", "diru", "felo", "gima", "havo", "jupe", "kosa", "lemi", "natu", "pivo", "rezu", "sola", "tuke",
             "vani", "wupo", "zedi")  # fmt: skip
#: Seconds for an answer to come, with every fault on the way.
PATIENCE = 150.0
#: Seconds in which an answer may still be on its way when its update has been acknowledged.
GRACE = 8.0
LOOK = 0.15
#: So many messages of a chat are looked at.
READ = 60
NUDGE, WHO, SURE = "How about", "Who was it with", "Take it back?"
#: Of one, how often a nudge is not answered.
SILENT = 0.25


def surname(number: int) -> str:
    """ "Bakofelo" """
    letters = ""
    while number or len(letters) < 8:
        number, digit = divmod(number, len(SYLLABLES))
        letters += SYLLABLES[digit]
    return letters.capitalize()


@dataclass(slots=True)
class Deed:
    """One thing a person did. `word` is what the database has to hold of it, once; `answer` what they had to read."""

    kind: str
    user_id: int
    word: str
    answer: str
    at: float = field(default_factory=time.monotonic)
    answered: float | None = None
    heard: str = ""
    #: What the deed is about: a contact's name, or a nudge's id.
    about: str = ""
    #: Undone again by the person.
    undone: bool = False


class Person:
    """One user. `deeds` is all they did, in order."""

    def __init__(
        self, telegram: ChaosTelegram, user_id: int, rng: Random, *, blocks: str = "", quiet: bool = False
    ) -> None:
        self.telegram = telegram
        self.id = user_id
        self.user = telegram.api.user(user_id, f"Person{user_id}")
        self.deeds: list[Deed] = []
        self.contacts: list[str] = []
        #: "": reachable; "blocked", "deleted": their chat is closed to the bot.
        self.gone = ""
        #: How this one goes when they go.
        self.way_to_go = blocks
        self.busy = False
        self.quiet = quiet
        self.went_at = 0.0
        #: Monotonic instants at which they came back.
        self.came_back: list[float] = []
        self._rng = rng
        self._number = 0
        self._answered_nudges: set[str] = set()

    async def settle_in(self) -> None:
        """Meet Dotty, and tell of three people."""
        await self._do("start", "/start", "", "Dotty")
        names = [self._new_name() for _ in range(3)]
        lines = "\n".join(f"{name}, weekly" for name in names)
        deeds = [Deed("add", self.id, name, "Added 3 people") for name in names]
        await self._do("adds", lines, "", "Added 3 people")
        answered, heard = self.deeds[-1].answered, self.deeds[-1].heard
        for deed in deeds:
            deed.answered, deed.heard = answered, heard
        self.deeds += deeds
        self.contacts += names

    async def live(self, stopped: Callable[[], bool]) -> None:
        """Answer what comes, and now and then write by oneself."""
        while not stopped():
            await asyncio.sleep(self._rng.uniform(0.3, 1.5))
            if self.gone or stopped():
                continue
            self.busy = True
            nudge = self._unanswered_nudge()
            if nudge is not None and self._rng.random() < SILENT:
                self._answered_nudges.add(nudge[1])
            elif nudge is not None:
                await self._answer(nudge)
            elif self._rng.random() < 0.25:
                await self._rng.choice((self._note, self._add, self._burst, self._add_and_undo))()
            self.busy = False

    def go(self) -> None:
        """Block the bot, which is told so; or vanish, which it finds out when it writes."""
        self.gone, self.went_at = self.way_to_go, time.monotonic()
        if self.gone == "blocked":
            self.user.block()
        else:
            self.user.chat.started = False

    async def come_back(self) -> None:
        self.gone = ""
        self.busy = True
        await self._note()
        self.came_back.append(time.monotonic())
        self.busy = False

    async def ask(self) -> Deed:
        """Something that has to be answered now: is anybody there?"""
        await self._note()
        return self.deeds[-1]

    def _unanswered_nudge(self) -> tuple[ChatMessage, str] | None:
        for message in self.user.chat.newest():
            if message.from_bot and message.text.startswith(NUDGE):
                key = next((button.data for button in message.buttons if (button.data or "")[:5] == "done:"), None)
                if key is None or key in self._answered_nudges:
                    return None
                return message, key
        return None

    async def _answer(self, nudge: tuple[ChatMessage, str]) -> None:
        message, key = nudge
        self._answered_nudges.add(key)
        await asyncio.sleep(self._rng.uniform(0, 1))
        name = message.text.removeprefix(NUDGE).split("?")[0].strip()
        if self._rng.random() < 0.5:
            deed = Deed("tap", self.id, key, f"{name} ✓", about=name)
            await self._give(deed, lambda: self.user.tap(key, message))
            return
        word = self._word()
        deed = Deed("done", self.id, word, f"{name} ✓", about=name)
        text = f"done, talked about {word}"
        await self._give(deed, lambda: self.user.text(text, message if self._rng.random() < 0.5 else None), WHO)
        if WHO in deed.heard:
            deed.answered, deed.answer = None, f"{name} today ✓"
            chosen = next(one for one in self.user.chat.newest() if WHO in one.text)
            await self._give(deed, lambda: self.user.press(name, chosen), again=True)

    async def _note(self) -> None:
        word, name = self._word(), self._rng.choice(self.contacts)
        deed = Deed("note", self.id, word, word, about=name)
        await self._give(deed, lambda: self.user.text(f"note on {name}: {word}"))

    async def _add(self) -> None:
        name = self._new_name()
        await self._give(Deed("add", self.id, name, name), lambda: self.user.text(f"{name}, weekly"))
        self.contacts.append(name)

    async def _add_and_undo(self) -> None:
        name = self._new_name()
        deed = Deed("add", self.id, name, name, undone=True)
        await self._give(deed, lambda: self.user.text(f"{name}, weekly"))
        undo = Deed("undo", self.id, name, "Taken back")
        await self._give(undo, lambda: self.user.text("/undo"), SURE)
        if SURE in undo.heard and undo.answer not in undo.heard:  # the clock has moved on meanwhile
            undo.answered = None
            asked = next(one for one in self.user.chat.newest() if SURE in one.text)
            await self._give(undo, lambda: self.user.press("Undo", asked), again=True)

    async def _burst(self) -> None:
        """Three notes at once: they have to be written down, and answered, in this order."""
        name = self._rng.choice(self.contacts)
        deeds = [Deed("note", self.id, word, word, about=name) for word in (self._word(), self._word(), self._word())]
        texts = [f"note on {name}: {deed.word}" for deed in deeds]
        waiting = [self._give(deed, partial(self.user.text, text)) for deed, text in zip(deeds, texts, strict=True)]
        await asyncio.gather(*waiting)

    async def _do(self, kind: str, text: str, word: str, answer: str) -> None:
        await self._give(Deed(kind, self.id, word, answer), lambda: self.user.text(text))

    async def _give(self, deed: Deed, write: Callable[[], Json], other: str = "", *, again: bool = False) -> None:
        """Write, and wait for the answer; `other` is an answer that asks back."""
        if not again:
            self.deeds.append(deed)
        seen = self._edits()
        update = write()
        deadline, acknowledged = time.monotonic() + PATIENCE, 0.0
        while True:
            deed.heard = self._new_since(seen)
            if deed.answer in deed.heard or (other and other in deed.heard):
                deed.answered = time.monotonic()
                break
            if not acknowledged and not self._waits(update):
                acknowledged = time.monotonic()
            if time.monotonic() > deadline or (acknowledged and time.monotonic() - acknowledged > GRACE):
                return
            await asyncio.sleep(LOOK)
        await until(lambda: not self._waits(update), deadline - time.monotonic(), LOOK)  # nobody works at it any more

    def _waits(self, update: Json) -> bool:
        with self.telegram.api.server.changed:
            return update["update_id"] in self.telegram.api.server.updates.waiting

    def _edits(self) -> dict[int, int]:
        return {one.id: one.edits for one in self._newest()}

    def _new_since(self, seen: dict[int, int]) -> str:
        return "\n".join(one.text for one in self._newest() if seen.get(one.id) != one.edits)

    def _newest(self) -> list[ChatMessage]:
        """Of the bot's, the oldest first. A chat grows long in a long run."""
        newest = list(islice(reversed(self.user.chat.messages.values()), READ))
        return [one for one in reversed(newest) if one.from_bot]

    def _word(self) -> str:
        self._number += 1
        return f"topic-{self.id}-{self._number}"

    def _new_name(self) -> str:
        self._number += 1
        return f"{self._rng.choice(FIRST)} {surname(self.id * 4096 + self._number)}"
