from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Engine, update

from storage import NewContact, Store
from storage.models import Contact
from storage.tables import CONTACTS
from tests.storage.world import NOW, OTHER, TODAY, USER, WEEK, add, fill, open_user, person

EVERY_STATUS = ("active", "inbox", "archived")


@dataclass(frozen=True)
class Term:
    alternatives: tuple[tuple[str, ...], ...]
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Search:
    terms: tuple[Term, ...] = ()
    tags: tuple[str, ...] = ()
    statuses: tuple[str, ...] = EVERY_STATUS
    untouched_since: date | None = None
    met_before: date | None = None
    met_from: date | None = None
    without: tuple[str, ...] = ()


def said(*texts: str, fields: tuple[str, ...] = ()) -> Term:
    return Term(tuple(tuple(text.split()) for text in texts), fields)


def plain(text: str) -> Search:
    return Search(tuple(said(word) for word in text.split()))


def found(store: Store, search: Search | str, user_id: int = USER) -> list[str]:
    criteria = plain(search) if isinstance(search, str) else search
    page, total = store.search(user_id, criteria, offset=0, limit=50)
    assert total == len(page)
    assert store.search_ids(user_id, criteria) == [contact.id for contact in page]
    return [contact.name for contact in page]


def named(pairs: list[tuple[int, str]]) -> list[str]:
    return [name for _, name in pairs]


def keep(store: Store, *people: Contact | NewContact) -> None:
    open_user(store)
    new = [each if isinstance(each, NewContact) else NewContact(each) for each in people]
    store.add_contacts(USER, 1, new, now=NOW)


@pytest.fixture
def network(store: Store) -> Store:
    keep(
        store,
        NewContact(person("Ana Ruiz", company="Roche", role="Senior Designer", city="Berlin"), tags=("PyCon",)),
        person("Ana Maria Soto", company="Nordlicht", role="Engineer", city="Basel", status="inbox"),
        person("John Smith", company="Hoffmann-La Roche", role="Design Lead", city="Zürich", needs="a designer"),
        person("Anastasia Nowak", status="archived"),
        NewContact(person("Zoë O’Neil"), notes=("introduced me to Ana", "speaks Berlinerisch")),
        NewContact(person("Søren Łukasz"), tags=("pycon", "vip")),
        person("Юлия Иванова", city="Минск"),
        person("山田太郎", company="東京電力"),
        person("فاطمة الزهراء"),
        person("김민준"),
    )
    return store


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("zoe oneil", ["Zoë O’Neil"]),
        ("ZOË O'NEIL", ["Zoë O’Neil"]),
        ("soren", ["Søren Łukasz"]),
        ("Łukasz Soren", ["Søren Łukasz"]),
        ("юлия", ["Юлия Иванова"]),
        ("минск", ["Юлия Иванова"]),
        ("山田", ["山田太郎"]),
        ("太郎", ["山田太郎"]),
        ("山", ["山田太郎"]),
        ("電力", ["山田太郎"]),
        ("فاطمة", ["فاطمة الزهراء"]),
        ("민준", ["김민준"]),
        ("ruis", ["Ana Ruiz"]),
        ("jhon", ["John Smith"]),
        ("ana riuz", ["Ana Ruiz"]),
        ("anna ruiz", ["Ana Ruiz"]),
        ("smiht", ["John Smith"]),
        ("иваново", ["Юлия Иванова"]),
        ("roche", ["Ana Ruiz", "John Smith"]),
        ("hoffmann la roche", ["John Smith"]),
        ("rocche", ["Ana Ruiz", "John Smith"]),
        ("nobody", []),
        ("x", []),
        ("an zz", []),
    ],
)
def test_any_script_accent_and_mistake_is_found(network: Store, text: str, names: list[str]) -> None:
    assert found(network, text) == names


def test_names_come_before_other_facts_and_those_before_notes(network: Store) -> None:
    assert found(network, "ana") == ["Ana Ruiz", "Ana Maria Soto", "Anastasia Nowak", "Zoë O’Neil"]
    assert found(network, "berlin") == ["Ana Ruiz", "Zoë O’Neil"]


def test_the_whole_name_comes_first_whatever_its_status(store: Store) -> None:
    keep(store, person("Ana Ruiz Soto"), person("Ana Ruiz", status="archived"), person("Ruiz Ana", status="inbox"))
    assert found(store, "ana ruiz") == ["Ruiz Ana", "Ana Ruiz", "Ana Ruiz Soto"]


def test_those_alike_come_by_status_then_due_day_then_name(store: Store) -> None:
    later = {"cadence_days": 30, "added_on": TODAY + WEEK}
    keep(
        store,
        person("Ana Inbox", status="inbox"),
        person("Ana Late", **later),
        person("Ana Due", cadence_days=30),
        person("Ana Zeta"),
        person("Ana Alpha"),
        person("Ana Archived", status="archived"),
    )
    active = ["Ana Due", "Ana Late", "Ana Alpha", "Ana Zeta"]
    assert found(store, "ana") == [*active, "Ana Inbox", "Ana Archived"]
    assert found(store, Search((said("ana"),), statuses=("archived", "active"))) == ["Ana Archived", *active]


def test_who_needs_a_designer_comes_behind_the_designers(store: Store) -> None:
    keep(store, person("Ana", needs="a designer", cadence_days=7), person("Ben", role="Designer"))
    assert found(store, "designer") == ["Ben", "Ana"]


def test_the_words_of_one_thing_are_in_one_field(store: Store) -> None:
    keep(
        store,
        person("Ana", company="Nordlicht Labs", role="Head of Data"),
        person("Ben", company="Nordlicht Data", status="inbox"),
        NewContact(person("Grace", company="Data Works"), tags=("nordlicht",)),
    )
    assert found(store, Search((said("nordlicht data", fields=("company", "role", "tag")),))) == ["Ben"]
    assert found(store, "nordlicht data") == ["Ana", "Grace", "Ben"]


def test_of_more_namesakes_than_are_asked_for_the_active_are_given(store: Store) -> None:
    crowd = [person(f"Ana A{letter}", status="inbox") for letter in "abc"]
    keep(store, *crowd, person("Ana Ruiz"), person("Ana Alt", status="archived"))
    assert named(store.named(USER, "met Ana today", limit=2)) == ["Ana Ruiz", "Ana Aa"]
    assert named(store.alike(USER, "ana", limit=2)) == ["Ana Ruiz", "Ana Aa"]


def test_every_word_and_every_term_has_to_fit_in_its_fields(network: Store) -> None:
    designer = said("designer", "designers", "design lead", fields=("role", "offers"))
    assert found(network, Search((designer,))) == ["Ana Ruiz", "John Smith"]
    assert found(network, Search((designer, said("berlin", fields=("city",))))) == ["Ana Ruiz"]
    assert found(network, Search((said("la roche", fields=("company",)),))) == ["John Smith"]
    assert found(network, Search((said("designer", fields=("needs",)),))) == ["John Smith"]
    assert found(network, Search((said("ana", fields=("company", "city")),))) == []


def test_a_mistake_is_looked_for_only_where_no_word_fits(store: Store) -> None:
    keep(store, person("John Smith"), person("Jhon Smythe"))
    assert found(store, "jhon") == ["Jhon Smythe"]
    assert found(store, "john smith") == ["John Smith"]


def test_a_term_without_a_word_finds_nobody_rather_than_everybody(network: Store) -> None:
    assert found(network, "%") == []
    assert found(network, Search((said("ana"), said("!?")))) == []
    assert len(found(network, Search())) == 10


def test_tags_are_whole_and_all_of_them(network: Store) -> None:
    assert found(network, Search(tags=("#pycon".strip("#"),))) == ["Ana Ruiz", "Søren Łukasz"]
    assert found(network, Search(tags=("PYCON", "vip"))) == ["Søren Łukasz"]
    assert found(network, Search((said("ana"),), tags=("pycon",))) == ["Ana Ruiz"]
    assert found(network, Search(tags=("py",))) == []


def test_days_bound_whom_a_search_finds(store: Store) -> None:
    keep(
        store,
        NewContact(person("Ana Ruiz", met_on=date(2014, 12, 31)), touch=(TODAY - WEEK, "call")),
        NewContact(person("Ben Okafor", met_on=date(2015, 1, 1)), touch=(TODAY - 3 * WEEK, "call")),
        NewContact(person("Grace Lim", company="Nordlicht"), touch=(TODAY, "call")),
        person("Joe Park"),
    )
    assert found(store, Search(untouched_since=TODAY)) == ["Ben Okafor", "Ana Ruiz", "Joe Park"]
    assert found(store, Search(untouched_since=TODAY - WEEK)) == ["Ben Okafor", "Joe Park"]
    assert found(store, Search(met_before=date(2015, 1, 1))) == ["Ana Ruiz"]
    assert found(store, Search(met_from=date(2015, 1, 1))) == ["Ben Okafor"]
    assert found(store, Search(met_before=date(2016, 1, 1), without=("company",))) == ["Ana Ruiz", "Ben Okafor"]


def test_what_is_missing_can_be_asked_for(network: Store) -> None:
    active = ("active",)
    assert "Ana Ruiz" not in found(network, Search(without=("tags",), statuses=active))
    assert found(network, Search(without=("tags", "city"), statuses=active)) == [
        "Zoë O’Neil",
        "فاطمة الزهراء",
        "山田太郎",
        "김민준",
    ]
    assert network.edit_contact(USER, 2, 1, values={"cadence_days": 30}, now=NOW) is not None
    assert "Ana Ruiz" not in found(network, Search(without=("cadence_days",)))
    with pytest.raises(ValueError, match="telegram"):
        network.search(USER, Search(without=("telegram",)), offset=0, limit=5)


def test_pages_hold_everybody_once(store: Store) -> None:
    keep(store, *(person(f"Ana {letter * 3}") for letter in "abcdefghij"))
    pages = [store.search(USER, plain("ana"), offset=offset, limit=4) for offset in (0, 4, 8, 12)]
    assert [len(page) for page, _ in pages] == [4, 4, 2, 0]
    assert {total for _, total in pages} == {10}
    assert len({contact.id for page, _ in pages for contact in page}) == 10


def test_nobody_finds_the_people_of_another(store: Store) -> None:
    fill(store)
    open_user(store, OTHER)
    assert found(store, "ana", OTHER) == []
    assert found(store, Search(), OTHER) == []
    assert found(store, Search(tags=("pycon",)), OTHER) == []
    assert found(store, "anna", OTHER) == []
    assert (store.alike(OTHER, "ana"), store.named(OTHER, "ana"), store.count(OTHER)) == ([], [], 0)


def test_the_deleted_and_the_hidden_are_never_found(store: Store, engine: Engine) -> None:
    open_user(store)
    gone = add(store, person("Ana Ruiz", city="Bern"), tags=("vip",), update_id=1)
    add(store, person("Anja Ruhs"), update_id=2)
    with engine.begin() as connection:
        connection.execute(update(CONTACTS).where(CONTACTS.c.id == gone).values(deleted_at=NOW, import_id=1))
    assert found(store, Search()) == ["Anja Ruhs"]
    for search in ("bern", "vip", Search(tags=("vip",))):
        assert found(store, search) == []
    assert named(store.named(USER, "I saw Ana Ruiz")) == []
    assert store.count(USER) == 1


def test_a_mistaken_word_of_somebody_deleted_does_not_hide_who_is_there(store: Store) -> None:
    open_user(store)
    gone = add(store, person("Ana Ruis"), update_id=1)
    add(store, person("Ana Ruiz"), update_id=2)
    change = store.change_of(USER, 1)
    assert change is not None
    assert store.undo(USER, 3, change.id, now=NOW) is not None
    assert store.contact(USER, gone) is None
    assert found(store, "ruis") == ["Ana Ruiz"]
    assert named(store.alike(USER, "ruis")) == ["Ana Ruiz"]


def test_an_undo_hides_and_an_edit_renames_whom_searches_find(store: Store) -> None:
    open_user(store)
    ana = add(store, person("Ana Ruiz"))
    change = store.edit_contact(USER, 2, ana, values={"name": "Grace Lim"}, now=NOW)
    assert (found(store, "ruiz"), found(store, "grace")) == ([], ["Grace Lim"])
    assert change is not None
    assert store.undo(USER, 3, change.id, now=NOW) is not None
    assert (found(store, "ruiz"), found(store, "grace")) == (["Ana Ruiz"], [])


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("had coffee with Ana Ruiz", ["Ana Ruiz", "Ana Maria Soto"]),
        ("ana's birthday is in may", ["Ana Ruiz", "Ana Maria Soto"]),
        ("昨日山田さんと話した", ["山田太郎"]),
        ("Zoe O'Neil’s dog, and Soren", ["Zoë O’Neil", "Søren Łukasz"]),
        ("met Юлия", ["Юлия Иванова"]),
        ("anastasi", []),
        ("nobody here", []),
        ("?!", []),
    ],
)
def test_a_sentence_names_those_with_a_whole_word_of_it(network: Store, sentence: str, names: list[str]) -> None:
    assert named(network.named(USER, sentence)) == names


def test_a_sentence_names_at_most_as_many_as_asked_for_and_the_best(network: Store) -> None:
    assert named(network.named(USER, "Ana Maria Soto", limit=1)) == ["Ana Maria Soto"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("an", ["Ana Ruiz", "Ana Maria Soto", "Anastasia Nowak"]),
        ("ana m", []),
        ("ana mar", ["Ana Maria Soto"]),
        ("Dr. Ruiz", ["Ana Ruiz"]),
        ("Anna Ruis", ["Ana Ruiz"]),
        ("jhon", ["John Smith"]),
        ("berlin", []),
        ("山田", ["山田太郎"]),
        ("", []),
    ],
)
def test_names_alike_are_begun_or_mistyped(network: Store, text: str, names: list[str]) -> None:
    assert named(network.alike(USER, text)) == names


def test_lists_are_counted_without_reading_them(network: Store) -> None:
    assert (network.count(USER), network.inbox_count(USER)) == (10, 1)


def test_a_long_text_is_looked_for_without_trouble(network: Store) -> None:
    long: dict[str, Any] = {"text": " ".join(f"word{n}" for n in range(3_000))}
    assert network.named(USER, **long) == []
    assert network.alike(USER, **long) == []
    assert found(network, Search(tuple(said("ana") for _ in range(500)))) == []
    assert found(network, Search((said(*(f"w{n} x{n}" for n in range(500)), "ana"),))) == []
    assert network.named(USER, "山田" * 2_000) != []
