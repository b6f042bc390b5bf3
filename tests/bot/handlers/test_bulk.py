"""One thing done to many people: shown, asked, done once, and taken back."""

from collections.abc import Callable

import pytest

from storage import Incoming, Step
from tests.chat import Chat


@pytest.fixture
def network(chat: Chat) -> Chat:
    """Twelve people at Roche, of whom three are of a tag, one with a rhythm of her own; and Joe elsewhere."""
    chat.say("add Ana Ruiz, works at Roche, monthly, #pycon\nBen Okafor, works at Roche, #pycon\n"
             "Grace Lim, works at Roche, #pycon\nJoe Park, works at Novartis")  # fmt: skip
    chat.say("add " + "\n".join(f"{letter}bert Sample, works at Roche" for letter in "DEFGHIJKL"))
    return chat


def rhythms(chat: Chat) -> dict[str, int | None]:
    return {each["name"]: each["cadence_days"] for each in chat.export()["contacts"]}


def everybody(chat: Chat) -> dict[str, object]:
    return chat.kept()


def test_it_shows_how_many_and_whom_and_does_nothing_yet(network: Chat) -> None:
    before = everybody(network)
    said = network.say("everyone at Roche quarterly")
    assert said.startswith("12 people at Roche: Ana Ruiz, ")
    assert " and 4 more.\nSet the rhythm of all 12 to quarterly?\n[Do it] [Cancel]" in said
    assert network.again() == said
    assert everybody(network) == before


@pytest.mark.parametrize("yes", [
    lambda chat: chat.press("Do it"), lambda chat: chat.say("yes"), lambda chat: chat.say("do it"),
])  # fmt: skip
def test_a_yes_does_it_once_also_after_a_restart_and_undo_takes_it_back(
    network: Chat, yes: Callable[[Chat], str]
) -> None:
    before = rhythms(network)
    network.say("everyone at Roche quarterly")
    network.restart()
    said = yes(network)
    given = network.updates[-1]
    assert "12 people: quarterly.\n[Undo]" in said
    done = rhythms(network)
    assert (done["Ana Ruiz"], done["Ben Okafor"], done["Joe Park"]) == (91, 91, None)
    network.restart()
    assert "12 people: quarterly.\n[Undo]" in network.give(given)
    assert "Taken back: the change to 12 people." in network.press("Undo")
    assert rhythms(network) == before


@pytest.mark.parametrize("no", [
    lambda chat: chat.press("Cancel"), lambda chat: chat.say("no"), lambda chat: chat.say("/cancel"),
])  # fmt: skip
def test_a_no_changes_nothing(network: Chat, no: Callable[[Chat], str]) -> None:
    before = everybody(network)
    network.say("everyone at Roche quarterly")
    token = network.updates[-1]["update_id"]
    assert "Nothing was changed" in no(network)
    assert "settled" in network.give(network.user.tap(f"bulk:{token}:all"))
    assert everybody(network) == before


def test_several_are_archived(network: Chat) -> None:
    assert "Archive all 12? Everything is kept" in network.say("archive everyone at Roche")
    assert "Archived 12 people." in network.press("Do it")
    assert network.person("Ben Okafor")["status"] == "archived"
    assert network.person("Joe Park")["status"] == "active"
    network.say("undo")
    assert network.person("Ben Okafor")["status"] == "active"


def test_several_are_tagged(network: Chat) -> None:
    assert "Tag all 12 #pharma?" in network.say("tag everyone at Roche #pharma")
    assert "Tagged 12 people #pharma." in network.press("Do it")
    assert network.person("Ana Ruiz")["tags"] == ["pycon", "pharma"]


def test_a_tag_offers_to_carry_the_rhythm_itself(network: Chat) -> None:
    said = network.say("#pycon yearly")
    assert "3 people with #pycon: Ana Ruiz, Ben Okafor and Grace Lim." in said
    assert "those without a rhythm of their own follow it, now and whoever gets the tag later" in said
    assert "[Set yearly for all 3] [Let the tag carry it] [Cancel]" in said
    network.restart()
    assert "#pycon: yearly" in network.press("Let the tag")
    assert network.again().startswith("#pycon: yearly")
    assert rhythms(network)["Ana Ruiz"] == 30
    assert "Rhythm: yearly" in network.say("Ben Okafor")
    network.say("Joe Park #pycon")
    assert "Rhythm: yearly" in network.say("Joe Park")


def test_or_everybody_of_the_tag_gets_it_as_their_own(network: Chat) -> None:
    network.say("#pycon yearly")
    network.press("Set yearly for all 3")
    done = rhythms(network)
    assert (done["Ana Ruiz"], done["Ben Okafor"], done["Joe Park"]) == (365, 365, None)


def test_a_tag_that_is_not_there_is_said_with_the_nearest(network: Chat) -> None:
    assert "You have no tag #pycn. Did you mean one of these?\n[#pycon · 3]" in network.say("#pycn yearly")


def test_nobody_to_change_is_said(network: Chat) -> None:
    before = everybody(network)
    said = network.say("archive everyone I connected with before 2015 without a company")
    assert said.startswith("Nobody fits")
    assert "[Do it]" not in said
    assert everybody(network) == before


def test_who_was_met_before_a_year_and_has_no_company_is_archived(chat: Chat) -> None:
    chat.say("Ana Ruiz, met on 3 May 2012\nBen Okafor, met on 4 May 2013, works at Roche\nGrace Lim, met on 5 May 2016")
    said = chat.say("archive everyone I connected with before 2015 without a company")
    assert said.startswith("1 person you met before 2015 without a company: Ana Ruiz.")
    chat.say("yes")
    assert [chat.person(name)["status"] for name in ("Ana Ruiz", "Ben Okafor", "Grace Lim")] == [
        "archived", "active", "active"
    ]  # fmt: skip


def test_those_archived_already_are_not_counted(network: Chat) -> None:
    network.say("archive Ben Okafor")
    assert network.say("archive everyone at Roche").startswith("11 people at Roche")


# Late, and by others


@pytest.mark.parametrize(
    "meanwhile", ["called Joe yesterday", "Joe Park", "hello", "/people", "everyone at Novartis yearly"]
)
def test_a_question_left_behind_is_an_old_one(network: Chat, meanwhile: str) -> None:
    network.say("everyone at Roche quarterly")
    question = network.last
    network.say(meanwhile)
    before = everybody(network)
    assert "type it again" in network.press("Do it", question)
    assert everybody(network) == before


def test_a_question_of_yesterday_has_lapsed(network: Chat) -> None:
    network.say("everyone at Roche quarterly")
    network.days(1)
    assert "type it again" in network.press("Do it")
    assert rhythms(network)["Ben Okafor"] is None


def test_two_taps_do_it_once(network: Chat) -> None:
    network.say("everyone at Roche quarterly")
    question = network.last
    taps = [network.user.press("Do it", question) for _ in range(2)]
    network.give(taps[0])
    assert "settled" in network.give(taps[1])
    assert "Taken back" in network.say("undo")
    assert "adding 9 people" in network.say("undo")


@pytest.mark.parametrize("what", ["all", "tag", "no", "", "nonsense"])
def test_anothers_question_is_not_to_be_answered(network: Chat, what: str) -> None:
    network.say("everyone at Roche quarterly")
    token = network.updates[-1]["update_id"]
    before = everybody(network)
    stranger = network.api.user(8, first_name="Kim")
    stranger.start_chat()
    network.give(stranger.text("hello"))
    network.give(stranger.tap(f"bulk:{token}:{what}"))
    network.give(stranger.tap(f"bulk:0:{what}"))
    assert everybody(network) == before


@pytest.mark.parametrize("yes", [lambda chat: chat.press("Do it"), lambda chat: chat.say("yes")])
def test_where_it_fits_more_people_by_then_it_is_asked_again(network: Chat, yes: Callable[[Chat], str]) -> None:
    network.say("archive everyone at Roche")
    _bring(network, "Roche", "Mona Sample", "Nora Sample")
    said = yes(network)
    assert "It's 14 people now.\n14 people at Roche: " in said
    assert "Archive all 14?" in said
    assert "It's 14 people now.\n" in network.again()
    assert _statuses(network) == {"active", "inbox"}
    assert "Archived 14 people." in yes(network)


def test_as_many_others_are_asked_about_again(network: Chat) -> None:
    network.say("archive everyone at Novartis")
    _bring(network, "Novartis", "Mona Sample")
    user_id, joe = network.user.id, network.store.named(network.user.id, "Joe Park")[0][0]
    then = _open_step(network)
    network.store.edit_contact(user_id, -8, joe, values={"company": None}, now=network.now, then=then)
    said = network.press("Do it")
    assert "It's not the same people any more.\n1 person at Novartis: Mona Sample." in said
    assert _statuses(network) == {"active", "inbox"}
    network.press("Do it")
    assert network.person("Mona Sample")["status"] == "archived"


def _bring(chat: Chat, company: str, *names: str) -> None:
    """While the question is open, as an import does in the background."""
    user_id = chat.user.id
    row = chat.store.open_import(user_id, -7, file_name="people.csv", content=b"", now=chat.now)
    chat.store.change_import(user_id, row.id or 0, states=("reading",), state="running")
    people = [Incoming({"name": name, "company": company}) for name in names]
    chat.store.stage(user_id, row.id or 0, people, now=chat.now)
    assert chat.store.finish_import(user_id, -6, row.id or 0, [], now=chat.now)


def _open_step(chat: Chat) -> Step:
    user = chat.store.user(chat.user.id)
    assert user is not None
    assert user.step_expires_at is not None
    return Step(user.step or "", user.step_data, user.step_expires_at)


def _statuses(chat: Chat) -> set[str]:
    """Without a word said, which would leave the question behind."""
    export = chat.store.export(chat.user.id)
    assert export is not None
    return {card.contact.status for card in export.cards}
