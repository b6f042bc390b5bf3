"""Tags: given anywhere with #, listed, renamed, merged, removed, and the rhythms they carry."""

import pytest

from tests.chat import Chat


@pytest.fixture
def tagged(chat: Chat) -> Chat:
    """Ana is the one whom the next nudge names."""
    chat.say("Ana Ruiz, monthly, #pycon\nBen Okafor, #pycon #climbing\nGrace Lim, #go")
    for other in ("Ben", "Grace"):
        chat.say(f"talked to {other} yesterday")
    return chat


def tags(chat: Chat, name: str) -> list[str]:
    given: list[str] = chat.person(name)["tags"]
    return given


# Given anywhere


@pytest.mark.parametrize(("text", "given"), [
    ("Ana #rust", ["pycon", "rust"]), ("tag Ana #rust", ["pycon", "rust"]),
    ("note on Ana: met again #rust", ["pycon", "rust"]), ("called Ana, great talk #rust", ["pycon", "rust"]),
    ("note on Ana: room #42, C#, a&#b, x#y", ["pycon"]), ("note on Ana: again at #PyCon", ["pycon"]),
])  # fmt: skip
def test_a_known_person_is_tagged_by_a_word_with_a_number_sign(tagged: Chat, text: str, given: list[str]) -> None:
    said = tagged.say(text)
    assert tags(tagged, "Ana Ruiz") == given
    assert tagged.give(tagged.updates[-2]) == said
    tagged.say("undo")
    assert tags(tagged, "Ana Ruiz") == ["pycon"]


def test_a_note_keeps_its_words_and_says_that_they_tag(tagged: Chat) -> None:
    assert tagged.say("note on Ana: met again #rust") == "Noted about Ana Ruiz: met again #rust\nTagged #rust.\n[Undo]"
    assert tagged.person("Ana Ruiz")["notes"][0]["text"] == "met again #rust"


def test_a_tag_is_taken_off_one_person_in_words(tagged: Chat) -> None:
    tagged.say("Zed Quux #old #new")
    assert "Tags: #new\n" in tagged.say("remove #old from Zed Quux")
    assert "Zed Quux" in tagged.say("undo")
    assert tagged.person("Zed Quux")["tags"] == ["old", "new"]


def test_somebody_new_is_tagged(tagged: Chat) -> None:
    tagged.say("Zora Novak, works at Stripe, #rust")
    assert tags(tagged, "Zora Novak") == ["rust"]


def test_a_reply_to_a_nudge_tags_its_person(tagged: Chat) -> None:
    tagged.week()
    nudge = tagged.nudge_of("Ana Ruiz")
    assert "Tags: #pycon #rust #chess" in tagged.say("#rust #chess", nudge)
    tagged.say("done, wrote her #letters", nudge)
    assert tags(tagged, "Ana Ruiz") == ["pycon", "rust", "chess", "letters"]


def test_the_note_after_a_done_tags_too(tagged: Chat) -> None:
    tagged.week()
    tagged.say("done")
    tagged.say("she organises it next year #rust")
    assert tags(tagged, "Ana Ruiz") == ["pycon", "rust"]


def test_somebody_elses_words_tag_nobody(tagged: Chat) -> None:
    tagged.say("Ana")
    tagged.press("Add a note")
    tagged.give(tagged.user.forward("big #sale", "Shop"))
    assert tags(tagged, "Ana Ruiz") == ["pycon"]


# The list and a tag's menu


@pytest.mark.parametrize("asked", ["/tags", "tags"])
def test_tags_are_listed_with_counts_and_rhythms(tagged: Chat, asked: str) -> None:
    tagged.say("#pycon yearly")
    tagged.press("Let the tag")
    said = tagged.say(asked)
    assert "3 tags" in said
    assert "#pycon · 2 people · yearly\n#climbing · 1 person\n#go · 1 person" in said
    assert "[#pycon · 2] [#climbing · 1] [#go · 1]" in said


def test_without_tags_the_list_says_how_to_begin(chat: Chat) -> None:
    assert "No tags yet" in chat.say("/tags")


def test_many_tags_come_in_pages(tagged: Chat) -> None:
    for number in range(20):
        tagged.say(f"Grace #more{number}")
    tagged.say("/tags")
    assert "[‹ Previous]" in tagged.press("Next")
    tagged.press("‹ Previous")
    assert "[‹ Previous]" in tagged.give(tagged.user.tap("tag:0:page.99", tagged.newest()[0]))


def test_a_tag_is_a_tap_to_its_people_and_another_to_its_menu(tagged: Chat) -> None:
    tagged.say("/tags")
    said = tagged.press("#pycon")
    assert said.startswith("2 people with #pycon\nAna Ruiz")
    assert "#pycon: 2 people. It carries no rhythm." in tagged.press("Change the tag")
    assert "2 people with #pycon" in tagged.press("Its people")


def test_a_tag_is_given_a_rhythm_by_taps_and_it_can_be_taken_back(tagged: Chat) -> None:
    tagged.say("/tags")
    tagged.press("#pycon")
    tagged.press("Change the tag")
    tagged.press("Rhythm")
    said = tagged.press("Quarterly")
    assert "#pycon: quarterly" in said
    assert tagged.again() == said
    assert "Rhythm: quarterly" in tagged.say("Ben Okafor")
    assert "Rhythm: monthly" in tagged.say("Ana Ruiz")
    assert "Taken back: the tag's rhythm." in tagged.say("undo")
    assert "Rhythm" not in tagged.say("Ben Okafor").split("[")[0]


def test_a_tag_is_renamed_by_typing_its_new_name_also_after_a_restart(tagged: Chat) -> None:
    tagged.say("/tags")
    tagged.press("#pycon")
    tagged.press("Change the tag")
    tagged.press("Rename")
    tagged.restart()
    assert "one word" in tagged.say("two words here, really")
    said = tagged.say("#conf")
    assert said.startswith("#pycon is #conf now: 2 people.")
    assert tagged.again() == said
    assert tags(tagged, "Ana Ruiz") == ["conf"]
    assert "Taken back: renaming the tag." in tagged.press("Undo")


def test_a_new_name_that_was_asked_for_may_be_a_sentence_about_something_else(tagged: Chat) -> None:
    tagged.give(tagged.user.tap(f"tag:{tag_id(tagged, 'pycon')}:rename"))
    assert "In touch with Ana Ruiz" in tagged.say("called Ana yesterday")
    assert tags(tagged, "Ana Ruiz") == ["pycon"]


def test_a_tag_is_removed_from_everybody_and_brought_back(tagged: Chat) -> None:
    tagged.give(tagged.user.tap(f"tag:{tag_id(tagged, 'pycon')}:menu"))
    assert "#pycon is gone; 2 people had it." in tagged.press("Remove")
    assert (tags(tagged, "Ana Ruiz"), tags(tagged, "Ben Okafor")) == ([], ["climbing"])
    assert "Taken back: removing the tag." in tagged.press("Undo")
    assert tags(tagged, "Ana Ruiz") == ["pycon"]


def tag_id(chat: Chat, name: str) -> int:
    tag = chat.store.find_tag(chat.user.id, name)
    assert tag is not None
    assert tag.id is not None
    return tag.id


# In words


def test_a_tag_is_renamed_and_merged_in_words(tagged: Chat) -> None:
    assert "#pycon is #conf now: 2 people." in tagged.say("rename #pycon to #conf")
    said = tagged.say("rename #climbing to #conf")
    assert "#climbing and #conf are one now: 2 people." in said
    assert tagged.again() == said
    assert tags(tagged, "Ben Okafor") == ["conf"]
    tagged.say("undo")
    assert sorted(tags(tagged, "Ben Okafor")) == ["climbing", "conf"]


def test_a_tag_that_is_not_there_is_said_with_the_nearest(tagged: Chat) -> None:
    before = tagged.kept()
    assert "You have no tag #pycn. Did you mean one of these?\n[#pycon · 2]" in tagged.say("rename #pycn to #conf")
    assert "You have no tag #zzz." in tagged.say("rename #zzz to #conf")
    assert tagged.kept() == before


def test_the_same_name_again_changes_nothing(tagged: Chat) -> None:
    assert "nothing to change" in tagged.say("rename #pycon to #pycon")


@pytest.mark.parametrize("what", ["", "menu", "rhythm", "rename", "remove", "days.30", "days.x", "nonsense"])
def test_another_users_tag_and_made_up_ones_are_not_to_be_had(tagged: Chat, what: str) -> None:
    theirs = tag_id(tagged, "pycon")
    before = tagged.kept()
    stranger = tagged.api.user(8, first_name="Kim")
    stranger.start_chat()
    tagged.give(stranger.text("hello"))
    for made_up in (f"tag:{theirs}:{what}", f"tag:999:{what}"):
        tagged.give(stranger.tap(made_up))
        assert "my fault" not in stranger.chat.last().text
        assert "people" not in stranger.chat.last().text
    assert tagged.kept() == before
