"""Who could introduce the user to somebody, and how to ask them."""

import pytest

from storage import Told
from tests.chat import Chat


@pytest.fixture
def network(chat: Chat) -> Chat:
    chat.say(
        "Joe Park, engineer at BMW, met through Ana, @joepark\nAna Ruiz, monthly\nBen Okafor, works at Roche\n"
        "Grace Lim, monthly\nZed Quill, offers intros to BMW buyers"
    )
    chat.say("note on Ben: used to work at BMW in Munich")
    chat.say("note on Grace: Her brother is at BMW. She sails.")
    return chat


def test_those_who_may_know_somebody_come_with_a_reason_each_best_first(network: Chat) -> None:
    said = network.say("who could introduce me to somebody at BMW?")
    assert said.split("\n[")[0] == (
        "Who could help you to somebody at BMW:\n"
        "• Joe Park: works there: engineer, BMW\n"
        "• Ana Ruiz: introduced you to Joe Park, who is there\n"
        "• Ben Okafor: was there: used to work at BMW in Munich\n"
        "• Zed Quill: offers: intros to BMW buyers\n"
        "• Grace Lim: you noted: Her brother is at BMW."
    )
    assert "[Joe Park] [Ana Ruiz] [Ben Okafor] [Zed Quill] [Grace Lim]" in said


@pytest.mark.parametrize(
    "text", ["who knows someone at bmw", "I'd like to meet someone at BMW", "introduce me to somebody at BMW"]
)
def test_it_is_asked_in_many_ways(network: Chat, text: str) -> None:
    assert "• Joe Park" in network.say(text)


def test_whom_i_know_there_stays_a_search(network: Chat) -> None:
    said = network.say("who do I know at BMW")
    assert said.startswith("One person") or said.startswith("1 person")


def test_who_was_introduced_to_somebody_there_is_found(network: Chat) -> None:
    network.say("/intro Joe Grace")
    network.press("Skip")
    network.say("Joe said yes")
    network.say("Grace said yes")
    network.press("Sent")
    assert "• Grace Lim: you introduced them to Joe Park, who is there" in network.say("who knows someone at BMW")


def test_with_nobody_there_it_says_so(network: Chat) -> None:
    assert "I see nobody who leads to “Nordlicht” yet" in network.say("I'd like to meet someone at Nordlicht")


def test_the_archived_and_the_dead_are_not_asked(network: Chat) -> None:
    network.say("archive Joe")
    network.say("note on Ben: Ben died in May")
    said = network.say("who knows someone at BMW")
    assert "• Joe" not in said
    assert "• Ana Ruiz: introduced you to Joe Park" in said
    assert "Ben" not in said
    network.say("note on Joe: Joe died in June")
    assert "Joe" not in network.say("who knows someone at BMW")


def test_a_tap_drafts_the_ask(network: Chat) -> None:
    network.say("who knows someone at BMW")
    said = network.press("Joe Park")
    assert said.startswith("To Joe Park, if you like:\n")
    assert "BMW" in said
    assert "[Copy] [Open Telegram]" in said
    assert network.kept()["introductions"] == []


def test_before_asking_somebody_one_has_only_asked_a_give_is_offered(network: Chat) -> None:
    network.say("Ana needs a designer")
    network.say("Kim Lee, designer")
    network.store.log_touches(network.user.id, -5, [2], on=network.now.date(), now=network.now)
    _mark_asked(network)
    network.say("who knows someone at BMW")
    said = network.press("Ana Ruiz")
    assert "only asked" in said
    assert "They could use this: a designer." in said
    assert "[Who could they meet?]\n[Ask anyway]" in said or "[Who could they meet?] [Ask anyway]" in said
    assert "Ana Ruiz and Kim Lee might like to know each other." in network.press("Who could they meet?")
    network.say("who knows someone at BMW")
    network.press("Ana Ruiz")
    assert "To Ana Ruiz, if you like:" in network.press("Ask anyway")


def _mark_asked(chat: Chat) -> None:
    """The newest touch was an ask."""
    touch = chat.store.card(chat.user.id, 2)
    assert touch is not None
    assert touch.contact.name == "Ana Ruiz"
    change = chat.store.note_touch(
        chat.user.id, -6, touch.touches[0].id or 0, "asked her for advice", chat.now, told=Told(favour="asked")
    )
    assert change is not None


def test_a_long_query_fits_its_button(network: Chat) -> None:
    network.say("note on Grace: knows people at Süddeutsche Verkehrsbetriebe Überlandgesellschaft mbH")
    said = network.say("who knows someone at Süddeutsche Verkehrsbetriebe Überlandgesellschaft")
    assert "• Grace Lim" in said
    assert "To Grace Lim" in network.press("Grace Lim")
