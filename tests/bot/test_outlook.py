"""Who is likely to be named next, as the facts have it."""

import pytest

from bot.outlook import account_for, look_ahead
from bot.planning import plan_for
from storage.models import User
from tests.chat import Chat


@pytest.fixture
def three(chat: Chat) -> Chat:
    for name, day in (("Ana Ruiz", "1 May"), ("Ben Okafor", "1 June"), ("Grace Lim", "1 July")):
        chat.say(f"add {name}, weekly")
        chat.say(f"met {name} on {day}")
    return chat


def me(chat: Chat) -> User:
    user = chat.store.user(chat.user.id)
    assert user is not None
    return user


def ahead(chat: Chat) -> list[tuple[str, str]]:
    return [(each.name, each.on.isoformat()) for each in look_ahead(chat.store, me(chat), chat.now).later]


def test_the_next_slots_have_their_names_each_once(three: Chat) -> None:
    assert ahead(three) == [("Ana Ruiz", "2026-11-30"), ("Ben Okafor", "2026-12-07")]
    three.say("/next")
    outlook = look_ahead(three.store, me(three), three.now)
    assert outlook.this == "Ana Ruiz"
    assert ahead(three) == [("Ben Okafor", "2026-11-30"), ("Grace Lim", "2026-12-07")]
    assert outlook.spare is None


def test_in_a_pause_weeks_are_counted_from_today(three: Chat) -> None:
    three.say("pause")
    assert ahead(three) == [("Ana Ruiz", "2026-11-30"), ("Ben Okafor", "2026-12-07")]


def test_whoever_died_by_the_users_own_notes_is_left_out(three: Chat) -> None:
    three.say("note on Ben: he died in August")
    assert [name for name, _ in ahead(three)] == ["Ana Ruiz", "Grace Lim"]


def test_it_is_what_the_weeks_bring(three: Chat) -> None:
    for name, _ in ahead(three):
        assert f"How about {name}?" in three.week()
        three.say("done")


def test_looking_writes_nothing(three: Chat) -> None:
    before = three.store.export(three.user.id)
    ahead(three)
    account_for(three.store, me(three), 1, three.now)
    plan_for(three.store, me(three), 1, three.now)
    assert three.store.export(three.user.id) == before


def test_of_nobody_there_is_nothing_to_tell(three: Chat) -> None:
    assert account_for(three.store, me(three), 999, three.now) is None
    assert plan_for(three.store, me(three), 999, three.now) is None
    three.say("archive Ana")
    ana = account_for(three.store, me(three), 1, three.now)
    assert ana is not None
    assert ana.place is None
    assert plan_for(three.store, me(three), 1, three.now) is None
