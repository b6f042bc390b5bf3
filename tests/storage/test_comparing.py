from storage import Card, Compared, Store
from storage.adding import FACTS
from tests.storage.arrivals import GRACE, import_all
from tests.storage.world import NOW, OTHER, USER, add, fill, names, person


def told(each: Card | Compared) -> list[object]:
    """What a file is compared with."""
    contact = [getattr(each.contact, name) for name in ("id", "name", "source", "imported", "added_on", *FACTS)]
    points = sorted((point.kind, point.value) for point in each.points)
    notes = sorted(note.text for note in each.notes)
    touches = sorted((touch.touched_on, touch.channel or "", touch.note or "") for touch in each.touches)
    promises = sorted((promise.text, str(promise.due_on)) for promise in each.promises)
    return [contact, points, list(each.tags), notes, touches, promises]


def test_what_a_file_is_compared_with_is_what_the_cards_tell(store: Store) -> None:
    fill(store)
    import_all(store, GRACE)
    ids = [contact_id for contact_id, _ in names(store, USER)]
    ids += [contact.id or 0 for contact in store.people(USER, offset=0, limit=10, status="inbox")[0]]
    compared = store.compared(USER, ids)
    cards = {card.contact.id: card for card in store.cards(USER, ids)}
    assert len(compared) == 3
    assert {each: told(one) for each, one in compared.items()} == {each: told(one) for each, one in cards.items()}


def test_nobody_else_is_compared_and_nobody_deleted(store: Store) -> None:
    world = fill(store)
    gone = add(store, person("Joe Park"), update_id=7)
    store.undo(USER, 8, now=NOW)
    assert set(store.compared(USER, [world.ben, gone])) == {world.ben}
    assert store.compared(OTHER, [world.ana, world.ben]) == {}
