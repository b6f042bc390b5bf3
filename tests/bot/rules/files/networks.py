"""Made-up networks to export, and the drafts they are to come back as."""

from datetime import UTC, date, datetime, time
from typing import Any

from hypothesis import strategies as st

from bot.rules.drafts import Draft, History
from bot.rules.names import clean_name, clean_text
from storage import Card
from storage.models import Contact, ContactPoint, Note, Promise, Touch, User, YearlyDate

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
USER = User(id=7, language="es", timezone="Europe/Madrid", nudge_weekday=4, nudge_time=time(8, 5), created_at=NOW)

_LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\u2028\u2029")
_ODD = st.sampled_from(['=HYPERLINK("x")', "+1", "-2", "@SUM(A1)", "'=1", "a;b", "a; b", "\\", "\\;", "\\n", 'say "hi"',
    "one, two", "first\nsecond", "\tx", "שלום עולם", "مرحبا", "李小龙", "ends\\", "N:x;y", "END:VCARD", "a\n b",
    "=C3=BC=", "x" * 200, "ü" * 100, "", "'"])  # fmt: skip
texts = (_ODD | st.text(_LETTERS, max_size=40)).map(clean_text).map(str.strip)
facts = st.none() | texts.filter(bool)
lines = texts.map(lambda text: " ".join(text.split())).filter(bool)
one_line = st.none() | lines
names = (lines | st.just("Ana Ruiz")).filter(lambda text: clean_name(text) == text)
days = st.dates(date(1950, 1, 1), date(2100, 1, 1))
birthdays = st.none() | st.sampled_from(["1990-05-12", "--02-29", "2004-02-29", "--12-31"])
_TAGS = lines.map(lambda text: text.strip("#")[:64].strip()).filter(bool)
_POINTS = {
    "phone": st.sampled_from(["+34600123456", "5550100", "+999123456789", "0711234567"]),
    "email": st.sampled_from(["ana@example.org", "o'neil+x@example.org", "ana@example.co"]),
    "link": st.sampled_from(["https://example.org/a?b=c;d,e", "https://www.linkedin.com/in/chloé-lefèvre",
                             "https://t.me/+AbCd", "http://example.org/\\n"]),
}  # fmt: skip


@st.composite
def cards(draw: st.DrawFn) -> Card:
    contact = Contact(
        id=1, user_id=7, name=draw(names), name_key="", created_at=NOW, added_on=draw(days),
        status=draw(st.sampled_from(["inbox", "active", "archived"])), cadence_days=draw(st.none() | st.integers(1, 3653)),
        company=draw(one_line), role=draw(one_line), city=draw(one_line), met=draw(facts), needs=draw(facts),
        offers=draw(facts), met_on=draw(st.none() | days), snoozed_until=draw(st.none() | days),
        turn_on=draw(st.none() | days),
        headsup_days=draw(st.none() | st.integers(0, 60)), voice=draw(st.sampled_from([None, "warm", "brief", "formal"])),
        birthday=draw(birthdays), language=draw(st.sampled_from([None, "es", "pt-BR", "Klingon"])),
    )  # fmt: skip
    points = [(kind, value) for kind, values in _POINTS.items() for value in draw(st.lists(values, unique=True))]
    points += draw(
        st.sampled_from([[], [("telegram", "ana_ruiz")], [("telegram", "ana_ruiz"), ("telegram_id", "7001")]])
    )
    return Card(
        contact,
        points=[ContactPoint(user_id=7, contact_id=1, kind=kind, value=value) for kind, value in points],
        tags=draw(st.lists(_TAGS, unique=True, max_size=3)),
        notes=[_note(draw) for _ in range(draw(st.integers(0, 3)))],
        touches=[_touch(draw) for _ in range(draw(st.integers(0, 2)))],
        promises=[_promise(draw) for _ in range(draw(st.integers(0, 2)))],
        dates=[_date(draw, name) for name in draw(st.lists(st.sampled_from(["name day", "anniversary"]), unique=True))],
    )


def _note(draw: st.DrawFn) -> Note:
    return Note(user_id=7, contact_id=1, noted_on=draw(days), text=draw(texts.filter(bool)), created_at=NOW)


def _touch(draw: st.DrawFn) -> Touch:
    channel = draw(st.sampled_from([None, "call", "meeting"]))
    starter = draw(st.sampled_from([None, "user", "contact"]))
    return Touch(user_id=7, contact_id=1, touched_on=draw(days), channel=channel, note=draw(facts), started_by=starter,
                 reply=draw(st.sampled_from([None, "yes", "no"])), favour=draw(st.sampled_from([None, "gave", "asked"])),
                 created_at=NOW)  # fmt: skip


def _date(draw: st.DrawFn, name: str) -> YearlyDate:
    return YearlyDate(user_id=7, contact_id=1, name=name, day=draw(birthdays.filter(bool)) or "")


def _promise(draw: st.DrawFn) -> Promise:
    due, kept, dropped = (draw(st.none() | days) for _ in range(3))
    return Promise(user_id=7, contact_id=1, text=draw(texts.filter(bool)), due_on=due, kept_on=kept, dropped_on=dropped,
                   created_at=NOW)  # fmt: skip


def draft_of(card: Card) -> Draft:
    """The facts, points and tags of the card, and the texts of its notes, oldest first; no history."""
    contact = card.contact
    points: dict[str, Any] = {
        f"{kind}s": tuple(point.value for point in card.points if point.kind == kind) for kind in _POINTS
    }
    same = ("status", "cadence_days", "company", "role", "city", "met", "needs", "offers", "met_on", "snoozed_until",
            "birthday", "language", "added_on")  # fmt: skip
    points |= {
        kind: next((point.value for point in card.points if point.kind == kind), None)
        for kind in ("telegram", "telegram_id")
    }
    return Draft(
        contact.name,
        tags=tuple(card.tags),
        notes=tuple(note.text for note in reversed(card.notes)),
        **points,
        **{name: getattr(contact, name) for name in same},
    )


def history_of(card: Card) -> History | None:
    history = History(
        notes=tuple((note.noted_on, note.text) for note in reversed(card.notes)),
        touches=tuple(
            (each.touched_on, each.channel, each.note, each.started_by, each.reply, each.favour)
            for each in reversed(card.touches)
        ),
        promises=tuple((each.text, each.due_on, each.kept_on, each.dropped_on) for each in card.promises),
        dates=tuple((each.name, each.day) for each in card.dates),
    )
    return history if history != History() else None
