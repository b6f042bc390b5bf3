"""A card's buttons, and the sentences that change a card."""

from typing import Any

import pytest

from tests.chat import Chat

#: Field on the button, what is typed, and what the export says then: (key, value).
FIELDS = [
    ("Name", "Anna Ruíz", "name", "Anna Ruíz"),
    ("Role", "Head of Data", "role", "Head of Data"),
    ("Company", "Nordlicht", "company", "Nordlicht"),
    ("How you met", "at PyCon 2023", "met", "at PyCon 2023"),
    ("City", "Berlin", "city", "Berlin"),
    ("Birthday", "12 May", "birthday", "--05-12"),
    ("Birthday", "12 May 1990", "birthday", "1990-05-12"),
    ("Needs", "a designer", "needs", "a designer"),
    ("Offers", "intros to VCs", "offers", "intros to VCs"),
    ("Rhythm", "every 6 weeks", "cadence_days", 42),
    ("Tags", "#pycon #berlin", "tags", ["pycon", "berlin"]),
    ("Phone", "+34 600 123 456, +44 20 7946 0958", "phones", ["+34600123456", "+442079460958"]),
    ("Email", "Ana@Example.org\nana@example.com", "emails", ["ana@example.org", "ana@example.com"]),
    ("Telegram", "@anaruiz", "telegram", "anaruiz"),
    ("Link", "linkedin.com/in/anaruiz", "links", ["https://www.linkedin.com/in/anaruiz"]),
    ("Language", "Spanish", "language", "es"),
]  # fmt: skip
#: What each of these was before: in the export's words.
EVERYTHING = (
    "Ana Ruiz, met at EuroPython, CTO at Stripe, lives in Rome, birthday 1 April, weekly, speaks English, "
    "needs a bookkeeper, offers office space, #old #older, +34 600 999 999, old@example.org, @oldana, example.org/old"
)


@pytest.fixture
def ana(chat: Chat) -> Chat:
    chat.say("Ana Ruiz")
    chat.press("Add")
    return chat


def ask(chat: Chat, field: str) -> str:
    chat.say("Ana")
    chat.press("Edit")
    return chat.press(field)


@pytest.mark.parametrize(("field", "typed", "key", "value"), FIELDS)
def test_every_fact_is_edited_from_the_card(chat: Chat, field: str, typed: str, key: str, value: Any) -> None:
    """What is typed takes the place of what was there."""
    chat.say(EVERYTHING)
    before = chat.kept()
    asked = ask(chat, field)
    assert f"· {field}\nNow: " in asked
    chat.restart()
    said = chat.say(typed)
    assert chat.again() == said
    assert chat.export()["contacts"][0][key] == value
    chat.press("Undo")
    assert chat.kept() == before


def test_a_fact_that_was_not_known_is_told(ana: Chat) -> None:
    assert "Now: " not in ask(ana, "City")
    ana.say("Berlin")
    assert ana.person("Ana Ruiz")["city"] == "Berlin"


@pytest.mark.parametrize(("field", "key"), sorted({(field, key) for field, _, key, _ in FIELDS if field != "Name"}))
def test_none_clears_a_fact(chat: Chat, field: str, key: str) -> None:
    chat.say(EVERYTHING)
    before = chat.kept()
    assert before["contacts"][0][key]
    assert "“none”" in ask(chat, field)
    chat.say("none")
    assert not chat.export()["contacts"][0][key]
    chat.press("Undo")
    assert chat.kept() == before


@pytest.mark.parametrize("word", ["None.", "-", "clear", "nothing"])
def test_none_is_said_in_other_words_too(chat: Chat, word: str) -> None:
    chat.say("Ana Ruiz, lives in Rome, monthly")
    ask(chat, "City")
    chat.say(word)
    assert chat.person("Ana Ruiz")["city"] is None


@pytest.mark.parametrize(("field", "bad", "hint", "good"), [
    ("Birthday", "the day after never", "“12 May”", "3 June"), ("Rhythm", "hello", "“monthly”", "monthly"),
    ("Phone", "12", "+34 600 123 456", "+34 600 123 456"), ("Phone", "+34 600 123 456, nope", "+34", "+34 600 123 456"),
    ("Email", "ana@", "ana@example.org", "ana@example.org"), ("Telegram", "a b", "@anaruiz", "@anaruiz"),
    ("Link", "nowhere", "linkedin.com", "example.org"), ("Name", "12345", "letter", "Ana R"),
    ("Name", "none", "letter", "Ana R"), ("Needs", "x" * 600, "500", "a designer"),
    ("Rhythm", "😀", "“monthly”", "weekly"),
])  # fmt: skip
def test_a_bad_value_is_answered_kindly_and_asked_again(ana: Chat, field: str, bad: str, hint: str, good: str) -> None:
    before = ana.kept()
    ask(ana, field)
    said = ana.say(bad)
    assert hint in said
    assert "/cancel" in said
    assert "[Undo]" not in said
    ana.restart()
    ana.say(good)
    ana.press("Undo")
    assert ana.kept() == before


def test_cancel_leaves_a_fact_as_it_was(ana: Chat) -> None:
    before = ana.kept()
    ask(ana, "City")
    assert "Nothing was changed" in ana.say("/cancel")
    ana.say("Berlin")
    assert ana.kept() == before


def test_going_elsewhere_leaves_the_edit(ana: Chat) -> None:
    """What is typed after a command or another card is not taken for the value that was asked for before."""
    ask(ana, "City")
    ana.say("/people")
    assert "I don't know Rome yet" in ana.say("Rome")
    ask(ana, "City")
    ana.say("/people")
    ana.press("Ana Ruiz")
    assert "I don't know Rome yet" in ana.say("Rome")
    assert ana.person("Ana Ruiz")["city"] is None


def test_a_sentence_about_somebody_is_no_value(ana: Chat) -> None:
    ask(ana, "Birthday")
    assert "City: Berlin" in ana.say("Ana moved to Berlin")
    ask(ana, "City")
    assert "In touch with Ana Ruiz" in ana.say("called Ana yesterday")


@pytest.mark.parametrize(("text", "key", "value"), [
    ("Ana's birthday is 12 May", "birthday", "--05-12"), ("Ana moved to Berlin", "city", "Berlin"),
    ("Ana now works at Stripe", "company", "Stripe"), ("Ana's phone is +34 600 123 456", "phones", ["+34600123456"]),
    ("Ana: monthly", "cadence_days", 30), ("Ana needs a designer", "needs", "a designer"),
    ("tag Ana as pycon", "tags", ["pycon"]), ("Ana's telegram is @anaruiz", "telegram", "anaruiz"),
    ("Ana offers intros to VCs", "offers", "intros to VCs"),
])  # fmt: skip
def test_a_sentence_changes_the_card(ana: Chat, text: str, key: str, value: Any) -> None:
    before = ana.kept()
    said = ana.say(text)
    assert ana.again() == said
    assert ana.person("Ana Ruiz")[key] == value
    ana.press("Undo")
    assert ana.kept() == before


def test_a_phone_told_in_a_sentence_is_added_but_there_is_one_username(chat: Chat) -> None:
    chat.say(EVERYTHING)
    chat.say("Ana's phone is +44 20 7946 0958")
    chat.say("Ana's telegram is @anaruiz")
    ana = chat.person("Ana Ruiz")
    assert ana["phones"] == ["+34600999999", "+442079460958"]
    assert ana["telegram"] == "anaruiz"


@pytest.mark.parametrize("text", ["note on Ana: plays chess", "note Ana: plays chess", "/note Ana: plays chess"])
def test_a_note_in_a_sentence(ana: Chat, text: str) -> None:
    before = ana.kept()
    said = ana.say(text)
    assert said == "Noted about Ana Ruiz: plays chess\n[Undo]"
    assert ana.again() == said
    assert ana.person("Ana Ruiz")["notes"] == [{"on": "2026-11-23", "text": "plays chess"}]
    ana.press("Undo")
    assert ana.kept() == before


@pytest.mark.parametrize("text", ["Ana's birthday is 12 May", "Ana moved to Rome", "note on Ana: sings", "archive Ana"])
def test_a_change_that_may_mean_two_people_is_asked_about(chat: Chat, text: str) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana Lopez, yearly")
    before = chat.kept()
    assert "Which Ana do you mean?" in chat.say(text)
    chat.restart()
    said = chat.press("Ana Lopez")
    assert "Ana Lopez" in said
    assert chat.again() == said.split("\n", 1)[1]  # the question's own message loses its buttons but once
    after = {each["name"]: each for each in chat.export()["contacts"]}
    assert after["Ana Ruiz"] == next(each for each in before["contacts"] if each["name"] == "Ana Ruiz")
    assert after["Ana Lopez"] not in before["contacts"]


def test_a_note_from_the_card(ana: Chat) -> None:
    ana.say("Ana")
    assert "What should I remember about Ana Ruiz?" in ana.press("Add a note")
    ana.restart()
    assert "Noted about Ana Ruiz: Ben moved to <Rome> {x}" in ana.say("Ben moved to <Rome> {x}")
    assert ana.person("Ana Ruiz")["notes"][0]["text"] == "Ben moved to <Rome> {x}"


@pytest.mark.parametrize("text", ["skip", "nothing", "never mind", "/cancel"])
def test_a_note_need_not_be_written(ana: Chat, text: str) -> None:
    before = ana.kept()
    ana.say("Ana")
    ana.press("Add a note")
    ana.say(text)
    assert ana.kept() == before


def test_a_note_of_a_whole_message_is_kept_whole(ana: Chat) -> None:
    ana.say("Ana")
    ana.press("Add a note")
    text = ("remember this " * 300)[:3990].strip()
    assert "Noted about Ana Ruiz" in ana.say(text)
    assert ana.person("Ana Ruiz")["notes"][0]["text"] == text


@pytest.mark.parametrize("where", ["card", "/note", "note"])
def test_a_note_can_be_given_to_whoever_is_typed(ana: Chat, where: str) -> None:
    ana.say("/note" if where == "card" else where)
    assert "What should I remember about Ana Ruiz?" in ana.say("Ana")
    ana.say("plays chess")
    assert [each["text"] for each in ana.person("Ana Ruiz")["notes"]] == ["plays chess"]


@pytest.mark.parametrize(
    ("label", "on"), [("Today", "2026-11-23"), ("Yesterday", "2026-11-22"), ("Last week", "2026-11-16")]
)
def test_a_touch_from_the_card(ana: Chat, label: str, on: str) -> None:
    before = ana.kept()
    ana.say("Ana")
    assert "When were you in touch with Ana Ruiz?" in ana.press("In touch")
    ana.restart()
    said = ana.press(label)
    assert "In touch with Ana Ruiz" in said
    assert ana.again() == said
    assert ana.person("Ana Ruiz")["touches"] == [
        {"on": on, "channel": None, "note": None, "started_by": None, "reply": None, "favour": None}
    ]
    ana.press("Undo")
    assert ana.kept() == before


@pytest.mark.parametrize(("label", "days"), [
    ("Weekly", 7), ("Every two weeks", 14), ("Monthly", 30), ("Quarterly", 91), ("Twice a year", 182), ("Yearly", 365),
    ("None", None),
])  # fmt: skip
def test_the_rhythm_from_the_card(ana: Chat, label: str, days: int | None) -> None:
    ana.say("Ana: every 3 weeks")
    before = ana.kept()
    ana.say("Ana")
    ana.press("Rhythm")
    said = ana.press(label)
    assert ana.again() == said
    assert ana.person("Ana Ruiz")["cadence_days"] == days
    ana.press("Undo")
    assert ana.kept() == before


@pytest.mark.parametrize("menu", ["In touch", "Rhythm", "Edit"])
def test_back_leads_to_the_card(ana: Chat, menu: str) -> None:
    card = ana.say("Ana")
    ana.press(menu)
    assert ana.press("Back") == card


def test_archive_and_bring_back(ana: Chat) -> None:
    before = ana.kept()
    ana.say("Ana")
    card = ana.newest()[0]
    said = ana.press("Archive")
    assert "Archived Ana Ruiz" in said
    assert ana.again() == said
    assert ana.person("Ana Ruiz")["status"] == "archived"
    assert "Nobody here yet" in ana.say("/people")
    assert "Archived: no nudges about them." in ana.press("Archive", card)
    assert "Ana Ruiz is back" in ana.press("Bring back")
    assert ana.kept() == before


def test_an_archived_person_is_never_nudged(ana: Chat) -> None:
    ana.say("archive Ana")
    assert "How about" not in ana.week()


def test_the_rhythm_and_edit_buttons_under_an_added_person(ana: Chat) -> None:
    added = ana.newest()[0]
    assert "quarterly" in ana.press("Quarterly", added)
    assert "What would you like to change about Ana Ruiz?" in ana.press("Edit", added)
