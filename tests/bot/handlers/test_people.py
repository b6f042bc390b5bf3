"""The list, the search, and a person's card."""

import pytest

from tests.chat import Chat

TWELVE = [f"{letter}bert Sample" for letter in "ABCDEFGHIJKL"]


@pytest.fixture
def crowd(chat: Chat) -> Chat:
    """Twelve people, of whom the last is due first."""
    chat.say("add " + "\n".join(f"{name}, monthly" for name in TWELVE))
    for name in TWELVE[:-1]:
        chat.say(f"called {name}")
    return chat


def test_people_are_listed_soonest_due_first(chat: Chat) -> None:
    chat.say("Ana Ruiz, yearly\nBen Okafor, weekly\nGrace Lim\nJoe Park, monthly")
    chat.say("called Ana Ruiz")
    chat.say("called Ben Okafor")
    lines = chat.say("/people").split("\n")
    assert lines[0] == "4 people"
    assert [line.split(" · ")[0] for line in lines[1:5]] == ["Joe Park", "Ben Okafor", "Ana Ruiz", "Grace Lim"]
    assert lines[1] == "Joe Park · monthly, next now"
    assert lines[2] == "Ben Okafor · weekly, next Monday 30 November"
    assert lines[4] == "Grace Lim · no rhythm yet"


def test_a_long_list_comes_in_pages_that_replace_each_other(crowd: Chat) -> None:
    first = crowd.say("people")
    assert "Lbert Sample · monthly, next now" in first
    assert "Jbert Sample" not in first
    assert "‹ Previous" not in first
    second = crowd.press("Next")
    assert "Jbert Sample" in second
    assert "Lbert Sample" not in second
    assert "Next ›" not in second
    assert crowd.press("‹ Previous") == first
    assert len([message for message in crowd.newest() if message.text.startswith("12 people")]) == 1


def test_a_page_button_of_when_there_were_more_shows_the_last_page(crowd: Chat) -> None:
    crowd.say("/people")
    crowd.press("Next")
    listed = crowd.newest()[0]
    for name in TWELVE[:6]:
        crowd.say(f"archive {name}")
    said = crowd.give(crowd.user.tap("people:1", listed))
    assert "6 people" in said
    assert "Lbert Sample" in said


def test_with_nobody_there_yet_the_list_says_how_to_begin(chat: Chat) -> None:
    assert "Nobody here yet" in chat.say("/people")


@pytest.mark.parametrize(("query", "found"), [
    ("nordlicht", "Ana Ruiz"), ("berlin", "Ben Okafor"), ("#pycon", "Ana Ruiz"), ("PYCON", "Ana Ruiz"),
    ("head of data", "Ana Ruiz"), ("okaf", "Ben Okafor"),
])  # fmt: skip
def test_search_looks_at_names_companies_roles_cities_and_tags(chat: Chat, query: str, found: str) -> None:
    chat.say("Ana Ruiz, Head of Data at Nordlicht, #pycon")
    chat.say("Ben Okafor, lives in Berlin, weekly")
    other = {"Ana Ruiz": "Ben Okafor", "Ben Okafor": "Ana Ruiz"}[found]
    chat.say("/people")
    assert "Whom are you looking for?" in chat.press("Search")
    for said in (chat.say(query), chat.say(f"/people {query}")):
        assert found in said
        assert other not in said


def test_a_search_for_a_whole_name_opens_the_card_of_somebody_archived_too(chat: Chat) -> None:
    chat.say("Ben Okafor, weekly")
    chat.say("archive Ben")
    assert "[Bring back]" in chat.say("/people Ben")


def test_a_search_finds_a_misspelt_name(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("/people")
    chat.press("Search")
    assert "[Archive]" in chat.say("Anna Ruis")


def test_a_search_that_finds_nobody_says_so_and_is_over(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("/people")
    chat.press("Search")
    chat.restart()
    assert "You have no tag #chess." in chat.say("#chess")
    assert "Paused" in chat.say("pause until 7 January")


def test_while_a_search_is_open_a_sentence_is_still_a_sentence(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("/people")
    chat.press("Search")
    assert "In touch with Ana Ruiz" in chat.say("called Ana")


@pytest.mark.parametrize(
    "text", ["Ana Ruiz", "ana", "Ruiz", "ruiz ana", "ANA RUIZ!", "Anna Ruis", "@Ana", "show me Ana"]
)
def test_just_a_name_opens_the_card_and_forgives_typos(chat: Chat, text: str) -> None:
    chat.say("Ana Ruiz, met at PyCon, Head of Data at Nordlicht, birthday 12 May, monthly")
    chat.say("Ben Okafor, weekly")
    said = chat.say(text)
    assert said.startswith("Ana Ruiz\nWork: Head of Data, Nordlicht\nMet: at PyCon\nBirthday: 12 May\nRhythm: monthly")
    assert "[In touch…] [Add a note] [Rhythm] [Edit] [Archive]" in said


def test_a_card_shows_facts_last_touches_notes_and_the_next_time(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly, ana@example.org, #go")
    chat.say("called Ana on 3 November about the trial")
    chat.say("note on Ana: plays chess")
    said = chat.say("Ana")
    for shown in ("Tags: #go", "Email: ana@example.org", "Note: plays chess", "Called 3 November", "the trial",
                  "Next: Thursday 3 December"):  # fmt: skip
        assert shown in said


def test_when_two_people_fit_dotty_asks_which(chat: Chat) -> None:
    chat.say("Ana Ruiz, works at Stripe, monthly")
    chat.say("Ana Lopez, lives in Rome, monthly")
    said = chat.say("Ana")
    assert said == "Which Ana do you mean?\n[Ana Lopez (Rome)] [Ana Ruiz (Stripe)] [Add Ana] [None]"
    assert "Work: Stripe" in chat.press("Ana Ruiz")


@pytest.mark.parametrize("answer", ["Lopez", "Ana Lopez", "ana lopez", "Lopes"])
def test_a_typed_answer_to_which_one_works_too(chat: Chat, answer: str) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana Lopez, monthly")
    chat.say("Ana")
    chat.restart()
    assert chat.say(answer).startswith("Ana Lopez\n")


def test_namesakes_are_told_apart_on_the_buttons(chat: Chat) -> None:
    chat.say("Ana Ruiz, weekly")
    chat.say("Ana Ruiz, yearly")
    chat.press("Somebody else")
    assert "[Ana Ruiz (weekly)] [Ana Ruiz (yearly)]" in chat.say("Ana Ruiz")


def test_none_of_them_is_an_answer(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana Lopez, monthly")
    before = chat.kept()
    chat.say("Ana moved to Rome")
    assert "Nothing was changed" in chat.press("None")
    assert chat.kept() == before


def test_somebody_new_is_an_answer_and_what_was_told_is_kept(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("Ana Lopez, monthly")
    chat.say("Ana moved to Rome")
    assert "Added Ana." in chat.press("Add Ana")
    assert chat.person("Ana")["city"] == "Rome"


def test_an_unknown_name_is_offered_and_nothing_is_written(chat: Chat) -> None:
    assert "I don't know Zora Novak yet. Add?\n[Add Zora Novak] [No]" in chat.say("Zora Novak")
    assert chat.names() == []
    assert "Nothing was changed" in chat.press("No")
    assert chat.names() == []


@pytest.mark.parametrize("yes", ["yes", "ok", "add her", "👍"])
def test_an_unknown_name_is_added_by_a_typed_yes(chat: Chat, yes: str) -> None:
    chat.say("Zora Novak")
    chat.restart()
    said = chat.say(yes)
    assert "Added Zora Novak" in said
    assert chat.again() == said
    assert chat.names() == ["Zora Novak"]


def test_the_card_of_somebody_taken_back_says_so(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    chat.say("/people")
    listed = chat.newest()[0]
    chat.say("undo")
    assert "isn't in your list any more" in chat.press("Ana Ruiz", listed)


def test_a_crowd_of_long_names_and_facts_still_fits_into_a_message(chat: Chat) -> None:
    long = " ".join(["Maria😀"] * 20)
    for number in range(24):
        chat.share_contact(f"{long} {number} Ruiz", f"+34 600 123 1{number:02}")
    assert chat.say("/people").startswith("24 people\n")
    assert "24 people for “maria”" in chat.say("/people maria")


def test_a_card_full_of_facts_still_fits_into_a_message(chat: Chat) -> None:
    chat.say("Ana Ruiz, monthly")
    for field in ("role", "company", "city", "needs", "offers"):
        chat.say(f"Ana's {field} is {'<&> 😀 ' * 60}")
    for _ in range(4):
        chat.say(f"note on Ana: {'<&> 😀 ' * 500}")
        chat.say(f"called Ana: {'a &<> ' * 500}")
    for number in range(12):
        chat.say(f"Ana's link is https://example.org/{number}/{'x' * 300}")
    said = chat.say("Ana")
    assert said.startswith("Ana Ruiz\n")
    assert "[Archive]" in said
