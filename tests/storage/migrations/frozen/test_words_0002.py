import pytest

from storage.migrations.frozen.words_0002 import fold, rows_of, storable, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ana RUIZ, ana", ["ana", "ruiz"]),
        ("Zoë O’Neil-Søndergård", ["zoe", "oneil", "sondergard"]),
        ("Łukasz Straße", ["lukasz", "strasse"]),
        ("Ana ❤️ Ruiz 👩🏽‍💻", ["ana", "ruiz"]),
        ("Юлия Ёлкина", ["юлия", "елкина"]),
        ("山田 太郎", ["山田", "田", "太郎", "郎"]),
        ("김민준", ["김민준", "민준", "준"]),
        ("a\x00b\ud800c", ["a", "b", "c"]),
        ("x" * 70, ["x" * 64]),
        ("!? 🎉", []),
    ],
)
def test_a_text_gives_the_words_that_this_revision_looked_for(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_keys_are_folded_and_cut_as_at_this_revision() -> None:
    assert storable(fold("Søren  ŁOŚ\x00 ﬁne"), 9) == "soren los"


def test_each_fact_gives_rows_of_its_field() -> None:
    values = {
        "name": "Ana Ruiz",
        "company": None,
        "role": "",
        "city": "Bern",
        "met": None,
        "needs": None,
        "offers": None,
    }
    assert rows_of(7, 11, values, ["PyCon"], ["likes tea"]) == {
        (7, "ana", "name", 11),
        (7, "ruiz", "name", 11),
        (7, "bern", "city", 11),
        (7, "pycon", "tag", 11),
        (7, "likes", "note", 11),
        (7, "tea", "note", 11),
    }
