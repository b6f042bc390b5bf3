"""Adding people, the way people write."""

import pytest

from tests.chat import Chat

EVERYTHING = (
    "Ana Ruiz, met at PyCon 2023, Head of Data at Nordlicht, birthday 12 May, monthly, needs a designer, "
    "offers intros to VCs, #pycon, +34 600 123 456, ana@example.org, @anaruiz, linkedin.com/in/anaruiz"
)


def test_every_fact_behind_a_name_is_understood_and_shown(chat: Chat) -> None:
    said = chat.say(EVERYTHING)
    for shown in [
        "Added Ana Ruiz", "Head of Data, Nordlicht", "at PyCon 2023", "12 May", "monthly", "a designer",
        "intros to VCs", "#pycon", "+34600123456", "ana@example.org", "anaruiz", "linkedin.com/in/anaruiz",
    ]:  # fmt: skip
        assert shown in said
    ana = chat.person("Ana Ruiz")
    assert ana["company"] == "Nordlicht"
    assert ana["role"] == "Head of Data"
    assert ana["birthday"] == "--05-12"
    assert ana["cadence_days"] == 30
    assert ana["tags"] == ["pycon"]
    assert ana["phones"] == ["+34600123456"]
    assert ana["emails"] == ["ana@example.org"]
    assert ana["telegram"] == "anaruiz"
    assert ana["needs"] == "a designer"
    assert ana["offers"] == "intros to VCs"
    assert ana["met"] == "at PyCon 2023"


@pytest.mark.parametrize("text", [
    "Ana Ruiz\nBen Okafor\nGrace Lim",
    "Ana Ruiz, Ben Okafor and Grace Lim",
    "add Ana Ruiz, Ben Okafor, Grace Lim",
    "/add Ana Ruiz, Ben Okafor and Grace Lim",
])  # fmt: skip
def test_many_people_in_one_message(chat: Chat, text: str) -> None:
    said = chat.say(text)
    assert "3 people" in said
    assert chat.names() == ["Ana Ruiz", "Ben Okafor", "Grace Lim"]
    assert "Taken back" in chat.press("Undo")
    assert chat.names() == []


def test_somebody_met_yesterday_counts_as_touched_yesterday(chat: Chat) -> None:
    chat.say("met Joe at the conference yesterday, he does logistics")
    joe = chat.person("Joe")
    assert joe["met"] == "at the conference"
    assert joe["last_touch_on"] == "2026-11-22"
    assert joe["notes"] == [{"on": "2026-11-23", "text": "he does logistics"}]


def test_the_rhythm_is_one_tap(chat: Chat) -> None:
    assert "How often" in chat.say("Ana Ruiz, met at PyCon")
    assert "quarterly" in chat.press("Quarterly")
    assert chat.person("Ana Ruiz")["cadence_days"] == 91


def test_the_rhythm_for_everybody_just_added_is_one_tap(chat: Chat) -> None:
    chat.say("Ana Ruiz, Ben Okafor, Grace Lim")
    chat.press("Monthly")
    assert [each["cadence_days"] for each in chat.export()["contacts"]] == [30, 30, 30]


def test_a_name_that_is_there_already_is_asked_about(chat: Chat) -> None:
    chat.say("Ana Ruiz, met at PyCon")
    said = chat.say("Ana Ruiz, monthly")
    assert "You already have Ana Ruiz" in said
    assert len(chat.names()) == 1
    assert chat.person("Ana Ruiz")["cadence_days"] is None
    chat.press("Same")
    assert chat.person("Ana Ruiz")["cadence_days"] == 30
    assert chat.person("Ana Ruiz")["met"] == "at PyCon"


def test_a_namesake_is_somebody_else_if_the_user_says_so(chat: Chat) -> None:
    chat.say("Ana Ruiz, met at PyCon")
    chat.say("Ana Ruiz, monthly")
    chat.press("Somebody else")
    assert chat.names() == ["Ana Ruiz", "Ana Ruiz"]


def test_the_rest_of_a_list_is_added_while_a_namesake_is_asked_about(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    said = chat.say("Ana Ruiz, weekly\nBen Okafor, monthly")
    assert "Added Ben Okafor" in said
    assert "You already have Ana Ruiz" in said
    chat.press("Same")
    assert chat.person("Ana Ruiz")["cadence_days"] == 7
    assert chat.names() == ["Ana Ruiz", "Ben Okafor"]


def test_the_same_name_twice_in_one_message_is_asked_about(chat: Chat) -> None:
    said = chat.say("Ana Ruiz, monthly\nAna Ruiz, needs a designer")
    assert "You already have Ana Ruiz" in said
    chat.press("Same")
    assert chat.names() == ["Ana Ruiz"]
    assert chat.person("Ana Ruiz")["needs"] == "a designer"


def test_a_bare_name_is_confirmed_with_one_tap(chat: Chat) -> None:
    assert "[Add Ana Ruiz]" in chat.say("Ana Ruiz")
    assert chat.names() == []
    chat.press("Add Ana Ruiz")
    assert chat.names() == ["Ana Ruiz"]


def test_a_shared_contact_card_is_added_with_its_vcard(chat: Chat) -> None:
    vcard = "BEGIN:VCARD\nVERSION:3.0\nFN:Julia Sample\nORG:Studio Sample\nTITLE:Architect\nBDAY:1604-05-12\nEND:VCARD"
    said = chat.share_contact("Julia Sample", "+48 601 234 567", vcard)
    assert "Added Julia Sample" in said
    julia = chat.person("Julia Sample")
    assert (julia["company"], julia["role"], julia["birthday"]) == ("Studio Sample", "Architect", "--05-12")
    assert julia["phones"] == ["+48601234567"]


def test_a_broken_vcard_still_gives_the_name_and_number(chat: Chat) -> None:
    chat.share_contact("Joe Park", "+1 555 010 0000", "BEGIN:VCARD\x00garbage")
    assert chat.names() == ["Joe Park"]


@pytest.mark.parametrize(
    "name", ["李小龙", "Мария Иванова", "محمد الأمين", "O'Neil-Brown", "Åse Ødegård", "<b>Bob</b> {co}"]
)
def test_names_in_any_script_and_with_any_punctuation(chat: Chat, name: str) -> None:
    assert f"Added {name}" in chat.say(f"/add {name}, monthly")
    assert chat.names() == [name]


@pytest.mark.parametrize(
    "text", ["she has two dogs", "move my nudges to wednesday 6pm", "he is nice, he just had a baby"]
)  # fmt: skip
def test_a_sentence_called_a_person_is_no_name_and_the_name_is_asked_for(chat: Chat, text: str) -> None:
    assert "Who matters to you?" in chat.say(f"/add {text}")
    assert chat.names() == []
    chat.say("Ana Ruiz, monthly")
    assert chat.names() == ["Ana Ruiz"]


def test_the_sign_behind_a_name_is_not_kept(chat: Chat) -> None:
    assert "Added aunt Grace." in chat.say("/add aunt Grace!!!")


def test_doubtful_readings_are_offered_both(chat: Chat) -> None:
    said = chat.say("Ana Ruiz, Ben Okafor, monthly")
    assert chat.names() in ([], ["Ana Ruiz", "Ben Okafor"])
    if not chat.names():
        assert "two things" in said


def test_a_list_of_first_names_is_confirmed(chat: Chat) -> None:
    chat.say("Ana, Ben and Grace")
    chat.press("Add all 3")
    assert chat.names() == ["Ana", "Ben", "Grace"]


def test_adding_twice_by_a_retried_update_adds_once(chat: Chat) -> None:
    first = chat.say("Ana Ruiz, monthly")
    assert chat.again() == first
    assert chat.names() == ["Ana Ruiz"]
