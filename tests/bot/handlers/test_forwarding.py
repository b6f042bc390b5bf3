"""People who come from Telegram itself: picked, forwarded, or pasted as an address."""

import pytest

from tests.chat import Chat

SAM = {"id": 7_000_000_042, "first_name": "Sam", "last_name": "Park", "username": "sam_example"}
PICKED = {"user_id": 7_000_000_042, "first_name": "Sam", "last_name": "Park", "username": "sam_example"}
GRACE = {"user_id": 7_000_000_043, "first_name": "Grace", "last_name": "Lim"}


def test_add_brings_telegrams_own_picker(chat: Chat) -> None:
    assert "Pick from Telegram" in chat.say("/add")
    assert "pick up to ten" in chat.press("Pick from Telegram")
    keyboard = (chat.last.markup or {})["keyboard"]
    request = keyboard[0][0]["request_users"]
    assert request["max_quantity"] == 10
    assert request["request_name"] is request["request_username"] is True
    assert request["user_is_bot"] is False


def test_several_people_picked_are_added_with_their_usernames(chat: Chat) -> None:
    said = chat.give(chat.user.users_shared([PICKED, GRACE]))
    assert "Sam Park" in said
    assert "Grace Lim" in said
    assert chat.names() == ["Grace Lim", "Sam Park"]
    assert chat.person("Sam Park")["telegram"] == "sam_example"


def test_somebody_picked_twice_is_one_contact(chat: Chat) -> None:
    chat.give(chat.user.users_shared([PICKED]))
    chat.say("rename Sam Park to Samuel")
    said = chat.give(chat.user.users_shared([PICKED]))
    assert "Samuel" in said
    assert len(chat.names()) == 1


def test_of_those_picked_only_the_new_ones_are_added(chat: Chat) -> None:
    chat.give(chat.user.users_shared([PICKED]))
    said = chat.give(chat.user.users_shared([PICKED, GRACE]))
    assert "You already have Sam Park." in said
    assert "Added Grace Lim" in said
    assert chat.names() == ["Grace Lim", "Sam Park"]


def test_picked_people_delivered_twice_are_added_once(chat: Chat) -> None:
    said = chat.give(chat.user.users_shared([PICKED, GRACE]))
    assert chat.again() == said
    assert len(chat.names()) == 2


def test_somebody_picked_without_a_name_is_named_for_their_username(chat: Chat) -> None:
    said = chat.give(chat.user.users_shared([{"user_id": 9, "username": "mateo_silva"}]))
    assert "Added Mateo Silva" in said


def test_somebody_picked_without_name_and_username_is_asked_for(chat: Chat) -> None:
    assert "no name" in chat.give(chat.user.users_shared([{"user_id": 9}]))
    assert chat.names() == []


def test_a_message_forwarded_from_somebody_new_offers_to_add_them_and_keeps_it(chat: Chat) -> None:
    said = chat.give(chat.user.forward("I start at Nordlicht in May", "Sam Park", SAM))
    assert "Sam Park" in said
    assert "[Add Sam Park]" in said
    chat.press("Add Sam Park")
    sam = chat.person("Sam Park")
    assert [note["text"] for note in sam["notes"]] == ["I start at Nordlicht in May"]
    assert sam["telegram"] == "sam_example"


def test_a_message_forwarded_from_somebody_known_is_kept_as_a_note(chat: Chat) -> None:
    chat.give(chat.user.users_shared([PICKED]))
    said = chat.give(chat.user.forward("I start at Nordlicht in May", "whatever", SAM))
    assert "Noted about Sam Park: I start at Nordlicht in May" in said
    chat.press("Undo")
    assert chat.person("Sam Park")["notes"] == []


def test_a_forwarded_message_delivered_twice_is_kept_once(chat: Chat) -> None:
    chat.give(chat.user.users_shared([PICKED]))
    said = chat.give(chat.user.forward("I start at Nordlicht in May", "Sam", SAM))
    assert chat.again() == said
    assert len(chat.person("Sam Park")["notes"]) == 1


def test_a_name_alone_only_proposes_whose_forwarded_message_it_is(chat: Chat) -> None:
    chat.say("Sam Park, monthly")
    said = chat.give(chat.user.forward("I start at Nordlicht in May", "Sam Park"))
    assert "same person" in said
    assert chat.person("Sam Park")["notes"] == []
    chat.press("Same")
    assert [note["text"] for note in chat.person("Sam Park")["notes"]] == ["I start at Nordlicht in May"]


def test_a_forwarded_message_survives_a_restart_before_the_answer(chat: Chat) -> None:
    chat.give(chat.user.forward("I start at Nordlicht in May", "Sam Park", SAM))
    chat.restart()
    chat.press("Add Sam Park")
    assert chat.names() == ["Sam Park"]


def test_a_forwarded_message_may_answer_what_was_asked(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("note on Ana")
    chat.give(chat.user.forward("likes tea", "Sam Park", SAM))
    assert [note["text"] for note in chat.person("Ana Ruiz")["notes"]] == ["likes tea"]


def test_a_forwarded_picture_of_somebody_known_asks_for_words(chat: Chat) -> None:
    chat.give(chat.user.users_shared([PICKED]))
    said = chat.give(chat.user.forward("", "Sam", SAM))
    assert "What should I remember" in said
    chat.say("her new office")
    assert [note["text"] for note in chat.person("Sam Park")["notes"]] == ["her new office"]


def test_a_forwarded_picture_of_somebody_new_offers_to_add_them(chat: Chat) -> None:
    assert "[Add Sam Park]" in chat.give(chat.user.forward("", "Sam Park", SAM))


def test_what_a_bot_wrote_is_nobodys(chat: Chat) -> None:
    said = chat.give(chat.user.forward("Your parcel is here", "Parcels", SAM | {"is_bot": True}))
    assert "Add Parcels" not in said


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://t.me/mateo_silva", "Mateo Silva"),
        ("t.me/mateo_silva", "Mateo Silva"),
        ("https://www.linkedin.com/in/mateo-silva/", "Mateo Silva"),
        ("linkedin.com/in/mateo-silva?trk=x", "Mateo Silva"),
    ],
)
def test_a_pasted_address_offers_to_add_whose_it_is(chat: Chat, address: str, name: str) -> None:
    said = chat.say(address)
    assert f"[Add {name}]" in said
    chat.press(f"Add {name}")
    mateo = chat.person(name)
    assert mateo["telegram"] == "mateo_silva" or mateo["links"] == ["https://www.linkedin.com/in/mateo-silva"]


@pytest.mark.parametrize("address", ["https://t.me/Sam_Example", "linkedin.com/in/sam-park/"])
def test_a_pasted_address_of_somebody_known_opens_their_card(chat: Chat, address: str) -> None:
    chat.say("Sam Park, t.me/sam_example, https://www.linkedin.com/in/sam-park")
    said = chat.say(address)
    assert "Sam Park" in said
    assert "[Archive]" in said


def test_a_link_to_a_group_is_nobodys_address(chat: Chat) -> None:
    assert "I don't know" not in chat.say("https://t.me/joinchat/AAAA")
