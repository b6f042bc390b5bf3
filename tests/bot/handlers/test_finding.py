"""Questions for people: who fits, why, how many, and the way through the pages."""

import pytest

from tests.chat import Chat

NETWORK = """Ana Ruiz, Head of Design at Roche, lives in Berlin, monthly, #pycon
Ben Okafor, Designer at Roche, lives in Basel, #pycon #climbing
Grace Lim, works at Novartis, lives in Berlin, needs a designer
Joe Park, Product Designer, lives in Berlin, weekly, #pycon"""


@pytest.fixture
def network(chat: Chat) -> Chat:
    chat.say(NETWORK)
    return chat


@pytest.fixture
def crowd(chat: Chat) -> Chat:
    """Twenty people at Roche, three pages."""
    chat.say("add " + "\n".join(f"{letter}bert Sample, works at Roche" for letter in "ABCDEFGHIJKLMNOPQRST"))
    return chat


def found(said: str) -> list[str]:
    return [line.split(" · ")[0] for line in said.split("\n")[1:] if not line.startswith("[")]


@pytest.mark.parametrize(("question", "head", "who"), [
    ("who do I know at Roche", "2 people at Roche", ["Ana Ruiz", "Ben Okafor"]),
    ("designers in Berlin", "1 person for “designers” in Berlin", ["Joe Park"]),
    ("#pycon", "3 people with #pycon", ["Ana Ruiz", "Joe Park", "Ben Okafor"]),
    ("who needs a designer", "1 person needing “designer”", ["Grace Lim"]),
    ("who haven't I talked to this year", "4 people you haven't been in touch with since 1 January",
     ["Ana Ruiz", "Ben Okafor", "Grace Lim", "Joe Park"]),
    ("Roche", "2 people for “Roche”", ["Ana Ruiz", "Ben Okafor"]),
    ("berlin", "3 people for “berlin”", ["Ana Ruiz", "Joe Park", "Grace Lim"]),
    ("novartus", "1 person for “novartus”", ["Grace Lim"]), ("roche basel", "1 person for “roche basel”", ["Ben Okafor"]),
    ("head of design", "1 person for “head of design”", ["Ana Ruiz"]),
    ("Roche?", "2 people for “Roche”", ["Ana Ruiz", "Ben Okafor"]),
    ("designers in basel or berlin", "2 people for “designers” in basel or berlin", ["Joe Park", "Ben Okafor"]),
    ("designers and nurses in Basel", "1 person for “designers and nurses” in Basel", ["Ben Okafor"]),
    ("who is in berlin and needs a designer", "1 person needing “designer” in berlin", ["Grace Lim"]),
    ("untagged people", "1 person without tags", ["Grace Lim"]),
    ("ana ruiz roche", "1 person for “ana ruiz roche”", ["Ana Ruiz"]),
    ("Ana at Roche", "1 person for “Ana at Roche”", ["Ana Ruiz"]),
])  # fmt: skip
def test_a_question_is_answered_with_who_fits_and_how_many(
    network: Chat, question: str, head: str, who: list[str]
) -> None:
    said = network.say(question)
    assert said.split("\n")[0] == head
    assert found(said) == who
    assert network.again() == said


@pytest.mark.parametrize("typed", ["ana", "ruis", "Ana Ruis", "ÁNA", "ana ruiz"])
def test_a_name_opens_the_card_typos_and_accents_forgiven(network: Chat, typed: str) -> None:
    assert network.say(typed).startswith("Ana Ruiz\nWork: Head of Design, Roche")


def test_names_of_any_script_are_found(chat: Chat) -> None:
    chat.share_contact("王小明", "+34 600 123 456")
    chat.share_contact("Дмитрий Орлов", "+34 600 123 457")
    assert chat.say("小明").startswith("王小明\n")
    assert chat.say("орлов").startswith("Дмитрий Орлов\n")


def test_a_line_says_what_made_somebody_fit(network: Chat) -> None:
    network.say("note on Ben: sings in a choir")
    assert "Ben Okafor · Designer, Roche · Basel · “sings in a choir”" in network.say("find choir")
    assert "Grace Lim · Novartis · Berlin · needs a designer" in network.say("who needs a designer")


def test_who_was_not_talked_to_is_listed_with_the_last_time(network: Chat) -> None:
    network.say("called Ben on 3 March 2025")
    network.say("called Joe")
    said = network.say("who haven't I talked to this year")
    assert "Ben Okafor · Designer, Roche · Basel · last in touch 3 March 2025" in said
    assert "Ana Ruiz · Head of Design, Roche · Berlin · not in touch yet" in said
    assert "Joe Park" not in said


def test_the_archived_are_marked(network: Chat) -> None:
    network.say("archive Ben Okafor")
    assert "Ben Okafor · Designer, Roche · Basel · archived" in network.say("who do I know at Roche")


def test_the_inbox_is_marked_and_counted_and_woken_by_a_rhythm(network: Chat) -> None:
    lines = "".join(f"Inbox,Sample{letter},,,Globex,Engineer,1 May 2020\n" for letter in "abc")
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    network.give(network.user.document("Connections.csv", (header + lines).encode()))
    network.press("Import")
    assert "Inbox Samplea · Engineer, Globex · inbox" in network.say("who do I know at Globex")
    assert network.say("/people").split("\n[")[0].endswith("\n3 in the inbox: /sort")
    network.say("everyone at Globex yearly")
    network.press("Do it")
    assert network.person("Inbox Samplea")["status"] == "active"
    assert "in the inbox" not in network.say("/people")


def test_each_line_is_a_tap_from_its_card(network: Chat) -> None:
    network.say("who do I know at Roche")
    assert network.press("Ben Okafor").startswith("Ben Okafor\nWork: Designer, Roche")


# Pages


def test_pages_replace_each_other_in_one_message_also_after_a_restart(crowd: Chat) -> None:
    first = crowd.say("who do I know at Roche?")
    assert first.startswith("20 people at Roche\n")
    assert found(first) == [f"{letter}bert Sample" for letter in "ABCDEFGH"]
    crowd.restart()
    assert found(crowd.press("Next")) == [f"{letter}bert Sample" for letter in "IJKLMNOP"]
    last = crowd.press("Next")
    assert found(last) == [f"{letter}bert Sample" for letter in "QRST"]
    assert "Next ›" not in last
    assert crowd.again() in ("", last)
    assert len([message for message in crowd.newest() if message.text.startswith("20 people")]) == 1


def test_a_page_beyond_the_end_is_the_last_one(crowd: Chat) -> None:
    crowd.say("who do I know at Roche?")
    listed = crowd.newest()[0]
    said = crowd.give(crowd.user.tap("find:99999:who do I know at Roche", listed))
    assert found(said) == [f"{letter}bert Sample" for letter in "QRST"]


def test_a_page_whose_people_are_gone_says_so(crowd: Chat) -> None:
    crowd.say("who do I know at Roche?")
    listed = crowd.newest()[0]
    crowd.say("undo")
    assert "Nobody fits" in crowd.press("Next", listed)


def test_a_question_too_long_for_a_button_shows_a_longer_page_and_how_many_more(chat: Chat) -> None:
    company = "Непубличное акционерное общество Рога и Копыта"
    chat.say("add " + "\n".join(f"Person{letter} Sample" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        chat.say(f"Person{letter}'s company is {company}")
    said = chat.say(f"/people {company}")
    assert len([label for label in chat.last.labels if label.startswith("Person")]) == 24
    assert "and 2 more" in said
    assert "Next ›" not in said


@pytest.mark.parametrize(
    "data", ["find:0", "find:3:", "find:1:::", "find:0:#", "find:0:\u202e\x00", "find:5:" + "a " * 25]
)
def test_made_up_pages_are_answered_kindly(network: Chat, data: str) -> None:
    network.say("#pycon")
    said = network.give(network.user.tap(data))
    assert said
    assert "my fault" not in said


def test_another_user_sees_only_their_own(network: Chat) -> None:
    stranger = network.api.user(8, first_name="Kim")
    stranger.start_chat()
    network.give(stranger.text("who do I know at Roche"))
    assert "Nobody fits" in stranger.chat.last().text
    network.give(stranger.tap("find:0:Roche"))
    assert all("Ana" not in message.text for message in stranger.chat.newest())


# Nobody, and what else a word may be


def test_a_name_that_fits_nobody_is_offered_to_be_added(network: Chat) -> None:
    assert "[Add Zora Novak]" in network.say("Zora Novak")
    assert network.say("/people Zora Novak") == "Nobody fits “Zora Novak”.\n[Search] [Add Zora Novak]"
    network.restart()
    offered = network.newest()[0]
    said = network.press("Add Zora Novak", offered)
    assert "Added Zora Novak" in said
    assert network.again() == said
    assert network.names().count("Zora Novak") == 1
    assert "already have" in network.press("Add Zora Novak", offered)


@pytest.mark.parametrize("name", ["Nova Artis", "Beni Oka Berlim", "Karl"])
def test_somebody_new_is_added_by_the_name_alone_whatever_words_it_is_like(network: Chat, name: str) -> None:
    network.say("note on Ana: carl, eddy, nova")
    assert f"[Add {name}] [No]" in network.say(name)


def test_a_company_that_may_be_a_person_too_is_offered_as_both(network: Chat) -> None:
    assert "[Add Roche]" in network.say("Roche")
    assert "Added Roche" in network.press("Add Roche")


def test_a_name_that_is_a_company_too_opens_the_card_with_a_way_to_the_others(network: Chat) -> None:
    network.share_contact("Kim Roche", "+34 600 123 456")
    said = network.say("roche")
    assert said.startswith("Kim Roche\n")
    assert found(network.press("Others for “roche”")) == ["Kim Roche", "Ana Ruiz", "Ben Okafor"]


def test_a_company_like_somebodys_name_is_offered_with_that_name(network: Chat) -> None:
    network.share_contact("Kim Rochet", "+34 600 123 456")
    said = network.say("Roche")
    assert "[Kim Rochet]" in said
    assert "Ana Ruiz" in said


def test_more_namesakes_than_a_question_holds_are_listed(chat: Chat) -> None:
    chat.say("add " + "\n".join(f"Maria {letter}sample" for letter in "ABCDEFGHIJ"))
    assert chat.say("Maria").startswith("10 people for “Maria”\n")


def test_nobody_at_a_company_is_said_kindly(network: Chat) -> None:
    assert network.say("who do I know at Globex") == "Nobody fits “who do I know at Globex”.\n[Search]"


def test_a_firm_of_two_names_is_looked_for_before_two_people_are_added(network: Chat) -> None:
    network.say("Lena Day, works at Weiß & Söhne")
    assert found(network.say("Weiss & Söhne")) == ["Lena Day"]
    assert "Add them?" in network.say("Zed & Quux")


def test_names_merely_like_a_company_are_not_offered_beside_it(network: Chat) -> None:
    network.share_contact("Kim Roach", "+34 600 123 456")
    assert "[Kim Roach" not in network.say("Roche")


@pytest.mark.parametrize(("question", "head"), [
    ("who did I meet in 2019", "1 person you met in 2019"),
    ("who did I meet between 2018 and 2020", "1 person you met from 2018 to 2020"),
    ("who did I meet in May 2019", "1 person you met from 1 May 2019 to 31 May 2019"),
    ("who did I meet since 2018", "1 person you met since 2018"),
    ("people I haven't contacted ever", "1 person you haven't been in touch with yet"),
])  # fmt: skip
def test_days_are_said_as_one_says_them(chat: Chat, question: str, head: str) -> None:
    chat.drop("Connections.csv", "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
              "Ana,Ruiz,https://www.linkedin.com/in/anaruiz-example,,Roche,Designer,12 May 2019\n")  # fmt: skip
    chat.press("Import")
    chat.say("everyone at Roche yearly")
    chat.press("Do it")
    assert chat.say(question).split("\n")[0] == head


def test_a_tag_that_nobody_has_is_said_to_be_none(network: Chat) -> None:
    assert network.say("#zzz") == "You have no tag #zzz."


def test_a_tag_nearly_typed_is_offered(network: Chat) -> None:
    assert "Did you mean one of these?\n[#pycon · 3]" in network.say("#pycn")
    assert found(network.press("#pycon")) == ["Ana Ruiz", "Joe Park", "Ben Okafor"]


@pytest.mark.parametrize("text", ["<b>&", "#<i>", "who do I know at <script>&amp;"])
def test_what_was_typed_is_never_markup(network: Chat, text: str) -> None:
    assert "my fault" not in network.say(f"/people {text}")
