"""Made-up people of all kinds, for reading openers and for properties over thousands of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from random import Random

from bot.rules.events import Event, EventKind
from bot.rules.lexicon import Lexicon, Tone
from bot.rules.opener_facts import OpenerFacts, facts_of
from bot.rules.picking import Kind, Reason
from storage.models import Contact, ContactPoint, Note, Promise, Touch

TODAY = date(2026, 6, 15)
NOW = datetime(2026, 6, 15, 9, tzinfo=UTC)
DAY = timedelta(days=1)

NAMES = (
    "Ana Ruiz", "Ben Okafor", "Grace Lim", "Joe Park", "Zed Quill", "ana ruiz", "BEN OKAFOR", "Lim, Grace", "Jo",
    "Dr. Ana Ruiz", "Prof. Okafor", "Mr Park", "王小明", "Anne-Marie Quill", "J. R. Park", "Ana (climbing)",
    "😀", "Maura O'Neil", "María José Ruiz", "Jürgen Groß", "Chloé Lim", "Ben Okafor 🎉",
)  # fmt: skip
_FAMILY = ("Mum", "Dad", "Aunt Grace", "my Dad", "Oma", "Abuela")
_COMPANIES = (
    None,
    None,
    "Nordlicht",
    "Quill & Sons",
    "BASF",
    "MODEL AGENCY",
    "a startup",
    "iQuill",
    "Deutsche Beispiel AG",
    "freelance",
)
_CITIES = (None, None, "Berlin", "berlin, Germany", "New York", "Lyon", "with Tom")
_ROLES = (None, None, "engineer", "Head of Data", "UX researcher", "my dentist", "investor")
_MET = (None, None, "at PyCon 2023", "at the Web Summit", "through Ben", "at work", "on the train to Lyon", "in 2019")
_ENGLISH_NEEDS = (
    None,
    None,
    "a designer",
    "designer",
    "beta testers",
    "help with taxes",
    "an intro to a publisher",
    "a break from me",
)
_OFFERS = (None, None, "pricing advice", "help with taxes", "SEO advice", "Python", "intros to VCs", "design feedback")
_NEEDS: dict[str, Sequence[str | None]] = {
    "es": (None, "un diseñador", "una buena gestoría", "unos días de descanso", "diseñador", "a designer"),
    "de": (None, "eine Wohnung", "einen Steuerberater", "eine Pause", "Wohnung", "a designer"),
    "fr": (None, "un graphiste", "une bonne comptable", "de l'aide", "graphiste", "a designer"),
}
_MATCHES: dict[str, Sequence[str | None]] = {
    "en": (None, None, "pricing advice", "a good eye for design", "can help with visas"),
    "es": (None, None, "una mirada experta", "pricing advice"),
    "de": (None, None, "ein gutes Auge für Preise", "pricing advice"),
    "fr": (None, None, "un bon œil pour les prix", "pricing advice"),
}
_TALKS = (
    None,
    None,
    "about the trial",
    "we talked about moving abroad",
    "about Kubernetes",
    "lunch",
    "about his divorce",
)
_NEWS = (
    None,
    None,
    "she starts a new job at Stripe in July",
    "moved to Lisbon",
    "new job",
    "is moving to Porto",
    "likes tea",
)
_EVENTS: Sequence[EventKind] = (
    "exam", "interview", "launch", "talk", "trip", "race", "wedding", "show", "other", "job", "move", "back",
)  # fmt: skip
_YEARLY = ("wedding anniversary", "work anniversary", "name day", "adoption day")
_CHANNELS = ((), ("telegram",), ("phone",), ("email",), ("link",), ("email", "phone"))
_TAGS: Sequence[tuple[str, ...]] = ((), (), ("friends",), ("clients",), ("pycon",), ("family", "school"))
_KINDS = (
    "plain", "plain", "facts", "facts", "facts", "facts", "birthday", "yearly", "event", "event", "promise", "kept",
    "introduced", "lately", "news", "news", "talk", "talk", "hard", "kin",
)  # fmt: skip
VOICES: Sequence[Tone | None] = (None, None, "warm", "brief", "formal")


@dataclass
class Person:
    """A card as rules see it, and why they are written to."""

    contact: Contact
    reason: Reason
    points: Sequence[ContactPoint] = field(default_factory=list)
    tags: Sequence[str] = field(default_factory=list)
    notes: Sequence[Note] = field(default_factory=list)
    touches: Sequence[Touch] = field(default_factory=list)
    promises: Sequence[Promise] = field(default_factory=list)
    may_ask: bool = False
    match: str | None = None

    def facts(self, lexicon: Lexicon) -> OpenerFacts:
        return facts_of(self, today=TODAY, reason=self.reason, lexicon=lexicon, may_ask=self.may_ask, match=self.match)

    def recorded(self) -> str:
        """All that was typed about them or somebody they were introduced to."""
        typed = [str(value) for value in self.contact.model_dump().values() if isinstance(value, str)]
        typed += [note.text for note in self.notes] + [touch.note or "" for touch in self.touches]
        event = self.reason.event
        typed += [self.match or "", self.reason.introduced_to or "", (event.where or "") if event else ""]
        return " ".join(typed)


def somebody(rng: Random, language: str = "en") -> Person:
    kind = rng.choice(_KINDS)
    contact = Contact(
        id=rng.randrange(1, 10_000), user_id=1, name=rng.choice(_FAMILY if kind == "kin" else NAMES), name_key="",
        added_on=TODAY - rng.choice((0, 30, 400)) * DAY, created_at=NOW, voice=rng.choice(VOICES),
    )  # fmt: skip
    if kind not in ("plain", "birthday") or rng.random() < 0.3:
        _give_facts(contact, rng, language)
    touched = rng.choice((None, 1, 5, 20, 100, 400, 900))
    contact.last_touch_on = None if touched is None else TODAY - touched * DAY
    if kind == "lately":
        contact.met_on, contact.last_touch_on, touched = TODAY - 5 * DAY, None, None
    reason = _reason(contact, kind, rng)
    return Person(
        contact, reason,
        points=[_point(each) for each in rng.choice(_CHANNELS)],
        tags=rng.choice(_TAGS),
        notes=_notes(kind, rng),
        touches=_touches(touched, kind, rng),
        promises=_promises(kind, rng),
        may_ask=rng.random() < 0.25,
        match=rng.choice(_MATCHES.get(language, (None,))) if contact.needs else None,
    )  # fmt: skip


def _give_facts(contact: Contact, rng: Random, language: str) -> None:
    contact.company, contact.role, contact.city = rng.choice(_COMPANIES), rng.choice(_ROLES), rng.choice(_CITIES)
    contact.met, contact.offers = rng.choice(_MET), rng.choice(_OFFERS)
    contact.needs = rng.choice(_NEEDS.get(language, _ENGLISH_NEEDS))


def _reason(contact: Contact, kind: str, rng: Random) -> Reason:
    soon = TODAY + rng.choice((0, 1, 4, -2)) * DAY
    named: Kind = "overdue" if contact.last_touch_on else "never"
    reason = Reason(named, TODAY, contact.added_on, contact.last_touch_on)
    values = {name: getattr(reason, name) for name in reason.__dataclass_fields__}
    if kind == "birthday" or (kind == "kin" and rng.random() < 0.5):
        values |= {"kind": "birthday", "birthday_on": soon}
    if kind == "yearly":
        values |= {"kind": "yearly", "yearly": rng.choice(_YEARLY), "yearly_on": soon}
    if kind == "event":
        values |= {"kind": "event", "event": _event(rng)}
    if kind == "promise":
        values |= {"kind": "promise", "promise": "send the report", "promise_due_on": soon}
    if kind == "introduced":
        others = [each for each in ("Grace Lim", "Joe Park") if not set(each.split()) & set(contact.name.split(", "))]
        values |= {"kind": "introduced", "introduced_to": rng.choice([each for each in others if each != contact.name])}
        values |= {"introduced_on": TODAY - 20 * DAY}
    return Reason(**values)


def _event(rng: Random) -> Event:
    first = TODAY + rng.choice((-6, -3, 0, 2, 9)) * DAY
    kind = rng.choice(_EVENTS)
    where = {"job": "Stripe", "move": "Lisbon"}.get(kind)
    return Event(kind, kind, first, first + rng.choice((0, 0, 5)) * DAY, where)


def _promises(kind: str, rng: Random) -> list[Promise]:
    due_on = TODAY + rng.choice((-2, 0, 3)) * DAY
    if kind not in ("promise", "kept"):
        return []
    kept_on = TODAY if kind == "kept" else None
    return [Promise(user_id=1, contact_id=1, text="send the report", due_on=due_on, kept_on=kept_on, created_at=NOW)]


def _notes(kind: str, rng: Random) -> list[Note]:
    text = "her father died" if kind == "hard" else rng.choice(_NEWS) if kind == "news" else None
    return [Note(user_id=1, contact_id=1, noted_on=TODAY - 10 * DAY, text=text, created_at=NOW)] if text else []


def _touches(ago: int | None, kind: str, rng: Random) -> list[Touch]:
    note = rng.choice(_TALKS) if kind in ("talk", "facts") else None
    channel = rng.choice((None, "call", "meeting", "message"))
    if ago is None:
        return []
    touch = Touch(user_id=1, contact_id=1, touched_on=TODAY - ago * DAY, channel=channel, note=note, created_at=NOW)
    return [touch]


def _point(kind: str) -> ContactPoint:
    value = {"link": "https://www.linkedin.com/in/example", "email": "a@example.org"}.get(kind, "34600123456")
    return ContactPoint(user_id=1, contact_id=1, kind=kind, value=value)
