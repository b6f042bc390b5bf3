"""What a text means, read with those of the user's people whom it may name."""

from dataclasses import dataclass
from datetime import date

from bot.context import Context
from bot.rules.drafts import Known
from bot.rules.meaning import understand
from bot.rules.meanings import Adding, Meaning, Noted, Touched, Unclear
from bot.rules.outreach_meanings import IntroOutcome, IntroReply
from storage import Store
from storage.models import Nudge

#: A text that is a name, and nothing else, is no longer than this.
_LONGEST, _MOST_WORDS = 80, 5


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads what one user types on a day in their zone. `region` is where a phone number without a prefix is.

    It runs off the event loop, as the Store does: a long list takes some hundredths of a second, and the first city
    named reads a file.
    """

    store: Store
    user_id: int
    on: date
    region: str | None

    def read(self, text: str) -> Meaning:
        with self.store.together():
            known = self.store.named(self.user_id, text)
            meaning = self._understand(text, known)
            if isinstance(meaning, (IntroReply, IntroOutcome)) and not self._is_of_introduction(meaning):
                return Unclear((Noted(meaning.who, text),) if isinstance(meaning, IntroReply) and meaning.who else ())
            if _may_be_misspelt(text, meaning) and (alike := self.store.alike(self.user_id, text)):
                return self._understand(text, list(dict.fromkeys([*known, *alike])))
            return meaning

    def _understand(self, text: str, known: list[tuple[int, str]]) -> Meaning:
        people = [Known(contact_id, name) for contact_id, name in known]
        return understand(text, people=people, today=self.on, region=self.region)

    def _is_of_introduction(self, meaning: IntroReply | IntroOutcome) -> bool:
        """ "Ana said yes" and "they talked" are about an introduction only while one waits for that."""
        awaited = ("asked", "agreed") if isinstance(meaning, IntroReply) else ("made",)
        return bool(self.store.introductions(self.user_id, awaited))


@dataclass(frozen=True, slots=True)
class Heard:
    """What was typed: what it means, the nudge whose message it replies to, the question that came last, and where it
    says "done" and no name, the nudge that it means."""

    meaning: Meaning
    replied: Nudge | None
    newest: Nudge | None
    done: Nudge | None


def reader(context: Context, on: date) -> Reader:
    return Reader(context.store, context.user.id, on, context.region)


def listen(reader: Reader, text: str, replied_id: int | None, *, forwarded: bool) -> Heard:
    """What there is to know of a text before it is acted on. `replied_id` is the message it replies to. What was
    forwarded are somebody else's words: they mean nothing by themselves."""
    store, user_id = reader.store, reader.user_id
    with store.together():
        replied = store.nudge_by_message(user_id, replied_id) if replied_id is not None else None
        if forwarded:
            return Heard(Unclear(), replied, None, None)
        waiting, meaning = store.waiting(user_id), reader.read(text)
        is_done = isinstance(meaning, Touched) and not meaning.who
        newest = waiting.question if replied_id is None else None
        return Heard(meaning, replied, newest, nudge_meant(replied, waiting.nudge) if is_done else None)


def nudge_meant(replied: Nudge | None, newest: Nudge | None) -> Nudge | None:
    """The nudge that was replied to, if it is about somebody; else the newest one open."""
    is_about = replied is not None and replied.kind == "contact" and replied.contact_id is not None
    return replied if is_about else newest


def _may_be_misspelt(text: str, meaning: Meaning) -> bool:
    """Whether a short text that says nothing else may be a name with a typing mistake in it."""
    readings = meaning.readings if isinstance(meaning, Unclear) else None
    short = len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS
    return short and readings is not None and all(isinstance(each, (Adding, Noted)) for each in readings)
