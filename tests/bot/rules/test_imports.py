"""What an import would do, without a database: the Store's rows are made by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.rules.additions import incoming_of
from bot.rules.drafts import Draft, History
from bot.rules.files.gathering import Gathering
from bot.rules.imports import Plan, Planning, identified, name_key
from bot.rules.likenesses import Key, is_one, keys_of
from storage import Card, Incoming
from storage.models import Contact, ContactPoint, Note, Promise, Touch

TODAY = date(2026, 11, 23)
EARLIER = date(2026, 1, 5)
ANA = Draft(
    "Ana Ruiz", company="Nordlicht Data", role="Head of Data", emails=("ana@example.org",),
    links=("https://www.linkedin.com/in/ana-ruiz-example",), met_on=date(2021, 3, 2),
)  # fmt: skip


def card_of(incoming: Incoming, contact_id: int = 1, **changed: Any) -> Card:
    """The contact as the Store would have it after an import, with what the user changed since."""
    values = {"added_on": TODAY, "source": "import", **incoming.values, **changed}
    contact = Contact(id=contact_id, user_id=7, name_key="", created_at=datetime(2026, 11, 23, tzinfo=UTC), **values)
    return Card(
        contact, [_point(*each) for each in incoming.points], list(incoming.tags),
        [_note(on, text) for on, text in incoming.notes],
        [_touch(each[0], each[1], each[2]) for each in incoming.touches],
        [_promise(text, due) for text, due, _, _ in incoming.promises],
    )  # fmt: skip


def _point(kind: str, value: str) -> ContactPoint:
    return ContactPoint(user_id=7, contact_id=1, kind=kind, value=value)


def _note(on: date, text: str) -> Note:
    return Note(user_id=7, contact_id=1, noted_on=on, text=text, created_at=datetime(2026, 1, 1))


def _touch(on: date, channel: str | None, note: str | None) -> Touch:
    return Touch(user_id=7, contact_id=1, touched_on=on, channel=channel, note=note, created_at=datetime(2026, 1, 1))


def _promise(text: str, due: date | None) -> Promise:
    return Promise(user_id=7, contact_id=1, text=text, due_on=due, created_at=datetime(2026, 1, 1))


def typed(name: str, points: tuple[tuple[str, str], ...] = (), contact_id: int = 1, **facts: Any) -> Card:
    """A contact that the user typed."""
    values = {"name": name, "source": "chat", "added_on": EARLIER, **facts}
    return card_of(Incoming(values, points), contact_id)


def brought(draft: Draft, contact_id: int = 1, **changed: Any) -> Card:
    return card_of(incoming_of(draft, Incoming, today=TODAY), contact_id, **changed)


def once(drafts: list[Draft]) -> list[Draft]:
    """As the readers of files give them: joined, but for those of our own export."""
    gathering = Gathering(50_000)
    for draft in drafts:
        if draft.added_on is None:
            gathering.add(1, draft)
        else:
            gathering.people.append(draft)
    return gathering.people


def planned(drafts: list[Draft], cards: list[Card]) -> Plan:
    people = identified(once(drafts))
    planning = Planning(people, make=Incoming, today=TODAY)
    matches: dict[Key, set[int]] = {}
    by_id = {card.contact.id or 0: card for card in cards}
    for card in sorted(cards, key=lambda each: each.contact.id or 0):
        for point in card.points:
            matches.setdefault((point.kind, point.value.lower()), {card.contact.id or 0})
    for name in planning.unsure_names(people, matches, by_id):
        same = {each.contact.id or 0 for each in cards if name_key(each.contact.name) == name_key(name)}
        if same:
            matches[name_key(name)] = same
    for person in people:  # one by one: how the file is parted makes no difference
        planning.add([person], matches, by_id)
    return planning.end(len(drafts))


def added(drafts: list[Draft], card: Card) -> Incoming:
    """What the one merge of a plan writes."""
    result = planned(drafts, [card])
    assert not result.new
    ((_, incoming),) = result.merges
    return incoming


def is_known(drafts: list[Draft], cards: list[Card]) -> bool:
    """Whether everybody is there, with nothing new."""
    result = planned(drafts, cards)
    return not result.new and not result.merges


def test_the_surest_key_comes_first() -> None:
    draft = replace(ANA, telegram="AnaRuiz", telegram_id="700", phones=("+34600123456", "12"))
    assert keys_of(draft) == (
        ("link", "https://www.linkedin.com/in/ana-ruiz-example"), ("telegram_id", "700"), ("email", "ana@example.org"),
        ("telegram", "anaruiz"), ("phone", "+34600123456"),
    )  # fmt: skip


def test_only_profiles_on_linkedin_tell_who_somebody_is() -> None:
    assert keys_of(Draft("Ana Ruiz", links=("https://roche.example.org/", "https://linkedin.com/in/Ana%2DR/"))) == (
        ("link", "https://www.linkedin.com/in/ana-r"),
    )


def test_somebody_new_waits_in_the_inbox() -> None:
    incoming = incoming_of(replace(ANA, tags=("pycon",), notes=("Plays chess",)), Incoming, today=TODAY)
    assert incoming.values["status"] == "inbox"
    assert (incoming.values["added_on"], incoming.values["met_on"]) == (TODAY, date(2021, 3, 2))
    assert incoming.notes == ((TODAY, "Plays chess"),)
    assert incoming.values["imported"] == {
        "company": "Nordlicht Data", "role": "Head of Data", "met_on": "2021-03-02",
        "points": ["email:ana@example.org", "link:https://www.linkedin.com/in/ana-ruiz-example"], "tags": ["pycon"],
        "notes": ["Plays chess"],
    }  # fmt: skip


def test_the_same_file_again_changes_nothing() -> None:
    assert is_known([replace(ANA, tags=("PyCon",), notes=("Plays chess",))],
                    [brought(replace(ANA, tags=("PyCon",), notes=("Plays chess",)))])  # fmt: skip


def test_a_newer_file_adds_what_is_new() -> None:
    newer = replace(ANA, company="Roche", city="Basel", phones=("+34600123456",), tags=("pharma",))
    incoming = added([newer], brought(ANA))
    assert {name: incoming.values[name] for name in ("company", "city")} == {"company": "Roche", "city": "Basel"}
    assert (incoming.points, incoming.tags) == ((("phone", "+34600123456"),), ("pharma",))
    assert incoming.values["imported"]["company"] == "Roche"
    assert incoming.values["imported"]["points"][0] == "email:ana@example.org"


@pytest.mark.parametrize("changed", [{"company": "Roche"}, {"company": None}])
def test_what_the_user_typed_or_cleared_wins(changed: dict[str, Any]) -> None:
    assert is_known([ANA], [brought(ANA, **changed)])
    newer = replace(ANA, company="Acme", city="Basel")
    incoming = added([newer], brought(ANA, **changed))
    assert "company" not in incoming.values
    assert incoming.values["city"] == "Basel"


def test_what_the_user_typed_is_theirs_also_where_a_file_says_the_same() -> None:
    contact = typed("Ana Ruiz", (("email", "ana@example.org"),), company="Nordlicht Data")
    first = added([ANA], contact)
    assert "company" not in first.values["imported"]
    after = typed(
        "Ana Ruiz", (("email", "ana@example.org"), *first.points), **{"company": "Nordlicht Data"} | first.values
    )
    assert is_known([replace(ANA, company="Roche")], [after])


def test_a_point_a_tag_and_a_note_that_were_taken_away_stay_away() -> None:
    draft = replace(ANA, tags=("pycon",), notes=("Plays chess",))
    card = brought(draft)
    bare = Card(card.contact, card.points[1:], [], [], [], [])
    assert is_known([draft], [bare])


def test_the_name_and_the_state_stay_the_users() -> None:
    card = brought(ANA, name="Anita", status="archived")
    assert not {"name", "status", "added_on"} & set(added([replace(ANA, city="Basel")], card).values)


def test_two_rows_of_one_person_become_one() -> None:
    result = planned([ANA, Draft("Ana R.", emails=("ana@example.org",), phones=("+34600123456",))], [])
    (draft,) = result.new
    assert (draft.name, draft.phones, result.joined) == ("Ana Ruiz", ("+34600123456",), 1)


def test_a_shared_phone_joins_only_like_names() -> None:
    ana, ben = Draft("Ana Ruiz", phones=("+4930123456",)), Draft("Ben Ruiz", phones=("+4930123456",))
    both = planned([ana, ben, Draft("Anna Ruiz", phones=("+4930123456",))], [])
    assert [draft.name for draft in both.new] == ["Ana Ruiz", "Ben Ruiz"]
    assert is_known([ana, ben], [brought(ana, 1), brought(ben, 2)])


def test_an_email_is_one_persons_unless_the_file_gives_it_to_several() -> None:
    ana = typed("Mum", (("email", "office@example.org"),))
    assert planned([Draft("Ana Ruiz", emails=("office@example.org",))], [ana]).new == ()
    both = [Draft("Ana Ruiz", emails=("office@example.org",)), Draft("Ben Okafor", emails=("office@example.org",))]
    assert [draft.name for draft in planned(both, [ana]).new] == ["Ana Ruiz", "Ben Okafor"]
    assert is_known(both, [brought(both[0], 1), brought(both[1], 2)])


@pytest.mark.parametrize(("first", "second", "one"), [
    ("Ana Ruiz", "ANA", True), ("Katherine Lim", "Kate Lim", True), ("Kat Lim", "Katherine Lim", True),
    ("Anna Ruiz", "Ana Ruiz", True), ("Dr. Ana Ruiz", "Ana Ruiz", True), ("Ana Ruiz", "Ben Ruiz", False),
    ("Zoë", "Zoe Park", True), ("", "Ana", True), ("Ana Ruiz", "Ana Gil", False), ("Ana Ruiz", "Anabel Gil", False),
    ("Ana Ruiz", "Ana Maria Ruiz", True),
])  # fmt: skip
def test_whose_phone_it_is_the_names_say(first: str, second: str, one: bool) -> None:
    assert is_one(("phone", "+4930123456"), first, second) is one


def test_a_name_alone_joins_nobody() -> None:
    assert [draft.name for draft in planned([Draft("Ana Ruiz")], [typed("Ana Ruiz")]).new] == ["Ana Ruiz"]


def test_a_list_of_names_again_changes_nothing() -> None:
    names = [Draft("Ana Ruiz", company="Roche"), Draft("Ben Okafor")]
    assert is_known(names, [brought(names[0], 1), brought(names[1], 2)])
    namesake = planned([Draft("Ana Ruiz", company="Acme")], [brought(names[0])])
    assert len(namesake.new) == 1


def test_two_of_the_file_who_are_one_contact_are_added_to_it_together() -> None:
    there = typed("Ana Ruiz", (("email", "ana@example.org"), ("phone", "+34600123456")))
    rows = [
        Draft("Ana", emails=("ana@example.org",), city="Basel"),
        Draft("Ana R.", phones=("+34600123456",), role="CEO"),
    ]
    values = added(rows, there).values
    assert (values["city"], values["role"]) == ("Basel", "CEO")


def test_one_of_the_file_who_is_two_contacts_is_the_surer_one() -> None:
    by_phone = typed("Ana", (("phone", "+34600123456"),), 1)
    by_email = typed("Ana Ruiz", (("email", "ana@example.org"),), 2)
    result = planned([replace(ANA, phones=("+34600123456",))], [by_phone, by_email])
    assert [contact_id for contact_id, _ in result.merges] == [2]


OWN = Draft(
    "Grace Lim", cadence_days=30, status="active", added_on=EARLIER, notes=(), snoozed_until=date(2026, 12, 24),
    history=History(
        ((EARLIER, "Plays chess"),), ((EARLIER, "call", "Lunch", "them"),), (("Send the book", TODAY, None, None),),
    ),
)  # fmt: skip


def test_our_own_export_comes_back_as_it_was() -> None:
    incoming = incoming_of(OWN, Incoming, today=TODAY)
    assert (incoming.values["status"], incoming.values["added_on"]) == ("active", EARLIER)
    assert incoming.values["snoozed_until"] == date(2026, 12, 24)
    assert incoming.notes == ((EARLIER, "Plays chess"),)
    assert incoming.touches == ((EARLIER, "call", "Lunch", "them"),)
    assert incoming.promises == (("Send the book", TODAY, None, None),)


def test_our_own_export_again_doubles_nothing() -> None:
    assert is_known([OWN], [brought(OWN)])
    typed_by_hand = card_of(replace_source(incoming_of(OWN, Incoming, today=TODAY)))
    assert is_known([OWN], [typed_by_hand])


def replace_source(incoming: Incoming) -> Incoming:
    return replace(incoming, values={**incoming.values, "source": "chat", "imported": None})


def test_what_our_own_export_knows_more_is_added() -> None:
    more = History((*(OWN.history or History()).notes, (TODAY, "Moved to Rome")))
    incoming = added([replace(OWN, history=more)], brought(OWN))
    assert incoming.notes == ((TODAY, "Moved to Rome"),)
    assert not incoming.touches
    assert not incoming.promises


_NAMES = st.sampled_from(["Ana Ruiz", "Ben Okafor", "Grace Lim", "Ana", "Joe Park", "Ana Park"])
_DRAFTS = st.builds(
    Draft, _NAMES, company=st.sampled_from([None, "Roche", "Acme"]), city=st.sampled_from([None, "Basel"]),
    emails=st.sampled_from([(), ("a@example.org",), ("b@example.org", "a@example.org")]),
    phones=st.sampled_from([(), ("+4930123456",), ("+4930123457",)]), tags=st.sampled_from([(), ("pycon",)]),
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_DRAFTS, max_size=8))
def test_everybody_is_new_known_or_joined_and_nobody_is_lost(drafts: list[Draft]) -> None:
    result = planned(drafts, [])
    assert len(result.new) + result.joined == len(drafts)
    names = {draft.name for draft in drafts}
    assert {draft.name for draft in result.new} <= names
