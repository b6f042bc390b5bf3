"""An export that is dropped into the chat again brings back what it holds."""

import io
import json
import zipfile
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.rules.exporting import to_json
from bot.rules.exporting.documents import document
from bot.rules.files.own import as_text
from storage import Incoming
from tests.bench.people import connections_csv
from tests.chat import MONDAY, Chat

USER = 7
TODAY = MONDAY.date()
#: What only the JSON can hold: the rest loses the days of notes, what they did together, and what was promised.
DATED = ("from_files", "notes", "touches", "promises", "last_touch_on", "next_due_on", "dates", "turn_on", "headsup_days",
         "voice")  # fmt: skip


def add(chat: Chat, update_id: int, *people: Incoming, tags: dict[str, int] | None = None) -> None:
    """Bring people in past the chat, which has no words for all that can be kept of somebody."""
    row = chat.store.open_import(USER, -update_id, file_name="", content=b"", now=chat.now)
    running = chat.store.change_import(USER, row.id or 0, states=("reading",), state="running")
    assert running is not None
    chat.store.stage(USER, running.id or 0, people, now=chat.now)
    assert chat.store.finish_import(USER, -update_id, running.id or 0, [], tags=tags, now=chat.now) is not None
    chat.store.change_import(USER, running.id or 0, states=("done",), work_at=None)


def rich(chat: Chat) -> None:
    """A network with some of everything."""
    for text in (
        "Ana Ruiz, monthly, met at PyCon, ana@example.org, ana.ruiz@example.com, +34 612 345 678, #pycon, born 12 May 1990",
        "Ben Okafor, weekly, works at Nordlicht as a designer, birthday 9 April",
        "Grace Lim, #family, https://example.org/grace, linkedin.com/in/grace-lim-example",
        "Łukasz Żółć\n李小龙\nДмитрий Орлов, quarterly",
        "Joe Park, weekly", "archive Joe Park",
        "note on Ben: =SUM(A1) said \"hi\"; and, 'bye'", "called Ana Ruiz yesterday about the book",
        "met Ben on 3 November", "Ana Ruiz needs a lawyer", "Ben can help with fundraising",
    ):  # fmt: skip
        chat.say(text)
    chat.say("#family monthly")
    chat.press("Let the tag carry it")
    chat.drop("Connections.csv", connections_csv(30))
    chat.press("Import")
    day = date(2026, 10, 5)
    everything = Incoming(
        {"name": "=HYPERLINK(1) O'Neil; \"Q\"", "status": "active", "cadence_days": 30, "met": "at the fair; twice",
         "met_on": date(2019, 2, 28), "birthday": "--02-29", "language": "es", "needs": "a flat,\nsoon",
         "offers": "+1 on code", "city": "São Paulo", "company": "-Minus & Co", "role": "@large",
         "added_on": date(2020, 1, 2), "snoozed_until": TODAY + timedelta(days=20), "turn_on": TODAY + timedelta(days=20),
         "headsup_days": 3, "voice": "formal"},
        (("phone", "+442079460018"), ("phone", "+233241234567"), ("email", "x@example.org"),
         ("link", "https://example.org/a;b"), ("telegram", "neil_example"), ("telegram_id", "7000000001")),
        ("a; b", "family"),
        ((day, "two\nlines; \\ and 'quotes'"), (TODAY, "=cmd|' /C calc'!A0")),
        ((day, "call", "long\ntalk", "contact", "yes", "gave"), (day + timedelta(days=3), "email", None, "user"),
         (day, None, None, None)),
        (("send the book", day, None, None), ("call", None, day, None), ("lunch", day, None, day)),
        (("wedding anniversary", "2015-06-12"), ("name day; of hers", "--02-29")),
    )  # fmt: skip
    twin = Incoming({"name": "Ana Ruiz", "status": "active", "company": "Roche", "added_on": date(2026, 1, 5)})
    go, chess = (
        Incoming({"name": "Ben Stone", "status": "active"}, notes=((TODAY, f"plays {it}"),)) for it in ("go", "chess")
    )
    home = (("phone", "+442079460020"),)
    couple = [Incoming({"name": name, "status": "active"}, home) for name in ("Jo Park", "John Park")]
    inbox = Incoming({"name": "Wanjiru Ximena", "status": "inbox"})
    add(chat, 1, everything, twin, inbox, go, chess, *couple, tags={"a; b": 200})


def erase(chat: Chat) -> None:
    chat.say("/erase")
    assert "gone" in chat.say("erase everything").lower()


def files(chat: Chat) -> dict[str, bytes]:
    """The newest export's files by ending."""
    chat.say("/export")
    sent = [message.file for message in chat.newest() if message.file][:3]
    return {file.name.rsplit(".", 1)[-1]: file.content for file in sent}


def bring(chat: Chat, name: str, content: bytes) -> None:
    chat.drop(name, content)
    assert "Taken in" in chat.press("Import")


def packed(content: bytes) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as target:
        target.writestr("dotty-2026-11-23.json", content)
    return archive.getvalue()


def people(kept: dict[str, Any]) -> list[dict[str, Any]]:
    return sorted(kept["contacts"], key=repr)


@pytest.mark.parametrize("archived", [False, True], ids=["json", "zip"])
def test_everything_comes_back_field_by_field(chat: Chat, archived: bool) -> None:
    rich(chat)
    before, exported = chat.kept(), files(chat)["json"]
    erase(chat)
    bring(chat, "dotty.zip" if archived else "dotty.json", packed(exported) if archived else exported)
    after = chat.kept()
    assert people(after) == people(before)
    assert sorted(after["tags"], key=repr) == sorted(before["tags"], key=repr)
    assert len(before["contacts"]) == 44


@pytest.mark.parametrize("ending", ["csv", "vcf"])
def test_the_table_and_the_cards_bring_back_what_they_can_hold(chat: Chat, ending: str) -> None:
    rich(chat)
    before, exported = chat.kept(), files(chat)[ending]
    erase(chat)
    bring(chat, f"dotty.{ending}", exported)

    def held(kept: dict[str, Any]) -> list[dict[str, Any]]:
        undated = [
            {name: value for name, value in each.items() if name not in DATED}
            | {"notes": [note["text"] for note in each["notes"]]}
            for each in kept["contacts"]
        ]
        return sorted(undated, key=repr)

    assert held(chat.kept()) == held(before)


def test_the_same_export_again_changes_nothing(chat: Chat) -> None:
    rich(chat)
    exported = files(chat)
    before = chat.kept()
    for ending, content in exported.items():
        assert "There is nothing new in it" in chat.drop(f"dotty.{ending}", content), ending
        assert chat.kept() == before
    erase(chat)
    chat.days(1)
    bring(chat, "dotty.json", exported["json"])
    before = chat.kept()
    assert "There is nothing new in it" in chat.drop("dotty.json", exported["json"])
    assert chat.kept() == before


def test_nobody_from_the_inbox_is_nudged_and_everybody_else_in_their_rhythm(chat: Chat) -> None:
    chat.say("Ana Ruiz, #pycon")
    chat.say("#pycon weekly")
    chat.press("Let the tag carry it")
    add(chat, 1, Incoming({"name": "Joe Park", "status": "inbox", "cadence_days": 7}, tags=("pycon",)))
    due, exported = chat.person("Ana Ruiz")["next_due_on"], files(chat)["json"]
    assert due is not None
    erase(chat)
    bring(chat, "dotty.json", exported)
    assert chat.person("Ana Ruiz")["next_due_on"] == due
    chat.say("/settings")
    assert "How about Ana Ruiz?" in chat.say("/next")
    for _ in range(6):
        assert "Joe Park" not in chat.week()


def test_somebody_elses_export_is_just_people(chat: Chat) -> None:
    rich(chat)
    exported = files(chat)["json"]
    before = chat.kept()
    other = chat.api.user(8, first_name="Grace")
    chat.give(other.text("/start"))
    chat.give(other.text("/settings"))
    user = chat.store.user(8)
    chat.give(other.document("dotty.json", exported))
    chat.give(other.press("Import"))
    kept = chat.store.export(8)
    assert kept is not None
    assert len(kept.cards) == len(before["contacts"])
    assert kept.user.model_dump(exclude={"step", "step_data"}) == (
        user and user.model_dump(exclude={"step", "step_data"})
    )
    assert chat.kept() == before


TEXTS = st.text("Aaé李ł1 =+-@'\";\\,\n#", min_size=1, max_size=12).filter(lambda text: as_text(text) == text)
DAYS = st.dates(date(2020, 1, 1), TODAY)
SOME_DAY, SOME_TEXT = st.none() | DAYS, st.none() | TEXTS
POINTS = st.sampled_from((
    ("phone", "+442079460018"), ("phone", "+233241234567"), ("email", "x@example.org"), ("email", "y@example.org"),
    ("link", "https://www.linkedin.com/in/ana-ruiz-example"), ("link", "https://example.org/a;b"),
    ("telegram", "neil_example"), ("telegram_id", "7000000001"),
))  # fmt: skip


@st.composite
def incoming(draw: st.DrawFn) -> Incoming:
    """Anybody that can be kept."""
    texts = {name: draw(SOME_TEXT) for name in ("company", "role", "met", "city", "needs", "offers")}
    days = {name: draw(SOME_DAY) for name in ("met_on", "snoozed_until")}
    values = texts | days | {
        "name": draw(st.sampled_from(("Ana Ruiz", "Anna Ruiz", "李小龙", "O'Neil =1", "Ben"))),
        "status": draw(st.sampled_from(("inbox", "active", "archived"))),
        "cadence_days": draw(st.none() | st.integers(1, 400)),
        "birthday": draw(st.sampled_from((None, "1990-05-12", "--02-29"))),
        "language": draw(st.sampled_from((None, "es"))), "added_on": draw(DAYS),
    }  # fmt: skip
    kinds: dict[str, tuple[str, str]] = {each[0]: each for each in draw(st.lists(POINTS, max_size=3))}
    channel, starter = st.sampled_from((None, "call", "email")), st.sampled_from((None, "user", "contact"))
    return Incoming(
        values, tuple(kinds.values()), tuple(draw(st.sets(st.sampled_from(("pycon", "a; b", "family")), max_size=2))),
        tuple(draw(st.lists(st.tuples(DAYS, TEXTS), max_size=2))),
        tuple(draw(st.lists(st.tuples(DAYS, channel, SOME_TEXT, starter), max_size=2))),
        tuple(draw(st.lists(st.tuples(TEXTS, SOME_DAY, SOME_DAY, SOME_DAY), max_size=2))),
    )  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    network=st.lists(incoming(), min_size=1, max_size=4),
    tags=st.dictionaries(st.sampled_from(("pycon", "a; b")), st.integers(1, 400)),
)
def test_any_network_comes_back(chat: Chat, network: list[Incoming], tags: dict[str, int]) -> None:
    chat.store.erase(USER)
    chat.say("/help")
    add(chat, 1, *network, tags=tags)
    exported = chat.store.export(USER)
    assert exported is not None
    before = document(exported, chat.now)
    chat.store.erase(USER)
    bring(chat, "dotty.json", to_json(exported, chat.now))
    back = chat.store.export(USER)
    assert back is not None
    after = document(back, chat.now)
    assert people(after) == people(before)
    assert sorted(after["tags"], key=repr) == sorted(before["tags"], key=repr)
    assert "There is nothing new in it" in chat.drop("dotty.json", to_json(exported, chat.now))


def test_what_was_typed_still_wins_over_a_file_after_the_way_back(chat: Chat) -> None:
    chat.say("Ana Ruiz, works at Acme, ana@example.org, monthly")
    chat.drop("people.csv", "Name,Email,Company,City\nAna Ruiz,ana@example.org,Roche,Basel\n")
    chat.press("Import")
    content = json.dumps(chat.export())
    chat.say("/erase")
    chat.say("erase everything")
    chat.drop("dotty.json", content)
    chat.press("Import")
    chat.drop("people.csv", "Name,Email,Company,City\nAna Ruiz,ana@example.org,Novartis,Bern\n")
    chat.press("Import")
    ana = chat.person("Ana Ruiz")
    assert (ana["company"], ana["city"]) == ("Acme", "Bern")
