from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.lexicon import Grammar
from bot.rules.phrasing import Typed, on_coming_day, on_day, phrased
from bot.texts.openers import LEXICONS


def grammar(language: str) -> Grammar:
    return LEXICONS[language].grammar


def known(language: str, **typed: str) -> dict[str, str]:
    return phrased(Typed(**typed), language=language, grammar=grammar(language))


@pytest.mark.parametrize(
    ("language", "needs", "need"),
    [
        ("es", "un diseñador", "un diseñador"),
        ("es", "Una gestoría, un local", "una gestoría"),
        ("es", "a designer", None),
        ("es", "diseñador", None),
        ("es", "un préstamo", None),
        ("es", "un divorcio rápido", None),
        ("de", "einen Steuerberater", "einen Steuerberater"),
        ("de", "Wohnung", None),
        ("de", "ein Steuerberater", None),
        ("de", "ein guter Koch", None),
        ("de", "ein neues Büro", "ein neues Büro"),
        ("de", "eine Pause", None),
        ("de", "Hilfe bei der Steuer", "Hilfe bei der Steuer"),
        ("de", "hilfe bei der Steuer", "Hilfe bei der Steuer"),
        ("es", "Ayuda con la mudanza", "ayuda con la mudanza"),
        ("de", "the best designer", None),
        ("fr", "un graphiste", "un graphiste"),
        ("fr", "de l'argent", None),
        ("fr", "graphiste", None),
        ("fr", "un graphiste. Vite!", None),
        ("en", "designer", "a designer"),
    ],
)
def test_a_need_is_spoken_of_where_its_first_word_shows_that_it_fits(
    language: str, needs: str, need: str | None
) -> None:
    assert known(language, needs=needs).get("need") == need
    if language != "en":
        assert known(language, match=needs).get("match") == need


@pytest.mark.parametrize(
    ("offers", "field"),
    [
        ("SEO", "SEO"),
        ("SEO advice", "SEO"),
        ("Kubernetes", "Kubernetes"),
        ("pricing advice", None),
        ("Accounting", None),
        ("machine learning", None),
        ("iOS", "iOS"),
    ],
)
def test_elsewhere_a_field_is_a_name_or_an_acronym(offers: str, field: str | None) -> None:
    assert known("es", offers=offers).get("field") == field


@pytest.mark.parametrize(
    ("language", "met", "name"),
    [
        ("fr", "at PyCon 2023", "PyCon 2023"),
        ("fr", "à PyCon", "PyCon"),
        ("fr", "at Web Summit", "Web Summit"),
        ("fr", "at the Web Summit", None),
        ("fr", "au Forum", None),
        ("fr", "à la Foire", None),
        ("fr", "à l'Apéro", None),
        ("es", "en Expo Real", "Expo Real"),
        ("es", "en la Feria Real", None),
        ("es", "bei Siemens", None),
        ("de", "auf der Hannover Messe", None),
        ("de", "in der Schule", None),
        ("de", "bei Freunden", None),
        ("de", "bei DLD 24", "DLD 24"),
        ("fr", "at work", None),
        ("fr", "at Ana's wedding", None),
        ("fr", "in Lisbon", None),
        ("fr", "through Ben", None),
        ("fr", "at 42", None),
    ],
)
def test_a_place_they_met_at_is_a_sure_name_without_an_article(language: str, met: str, name: str | None) -> None:
    assert known(language, met=met).get("met_at") == name


@pytest.mark.parametrize(
    ("language", "typed", "fits"),
    [
        ("fr", "Le Havre", False),
        ("fr", "Les Sables", False),
        ("fr", "Lyon", True),
        ("fr", "Lens", True),
        ("fr", "Portugal", False),
        ("de", "Schweiz", False),
        ("de", "Türkei", False),
        ("de", "USA", False),
        ("de", "Niederlande", False),
        ("de", "Spanien", True),
        ("en", "Netherlands", False),
        ("en", "The Hague", True),
        ("es", "El Salvador", True),
        ("es", "Reino Unido", False),
    ],
)
def test_a_place_is_named_where_it_stands_in_a_sentence_as_a_city_does(language: str, typed: str, fits: bool) -> None:
    assert known(language, city=typed) == ({"city": typed} if fits else {})


def test_a_company_whose_name_would_be_declined_goes_unnamed() -> None:
    assert known("de", company="Deutsche Beispiel AG") == {}
    assert known("de", company="Beispiel AG") == {"company": "Beispiel AG"}
    assert known("en", company="Deutsche Beispiel AG") == {"company": "Deutsche Beispiel AG"}
    assert known("fr", company="Le Petit Exemple") == {}


def test_the_first_of_a_month_is_said_as_one_says_it() -> None:
    first = date(2026, 6, 1)
    said = {language: on_day(first, grammar(language)) for language in LEXICONS}
    assert said == {"en": "on 1 June", "es": "el 1 de junio", "de": "am 1. Juni", "fr": "le 1er juin"}
    assert on_day(date(2026, 6, 21), grammar("fr")) == "le 21 juin"


def test_names_go_into_any_language_and_what_is_no_name_into_none() -> None:
    for language in LEXICONS:
        assert known(language, company="Nordlicht", city="Berlin") == {"company": "Nordlicht", "city": "Berlin"}
        assert known(language, company="freelance", city="with Tom") == {}
    assert known("de", company="freiberuflich") == {}
    assert known("es", company="autónoma") == {}


@pytest.mark.parametrize(
    ("language", "thursday", "later"),
    [
        ("en", "on Thursday", "on 22 June"),
        ("es", "el jueves", "el 22 de junio"),
        ("de", "am Donnerstag", "am 22. Juni"),
        ("fr", "jeudi", "le 22 juin"),
    ],
)
def test_a_day_of_this_week_is_called_by_its_name(language: str, thursday: str, later: str) -> None:
    monday = date(2026, 6, 15)
    assert on_coming_day(date(2026, 6, 18), monday, grammar(language)) == thursday
    assert on_coming_day(date(2026, 6, 22), monday, grammar(language)) == later


@given(st.text(max_size=300), st.sampled_from(("en", "es", "de", "fr")))
def test_whatever_was_typed_comes_out_as_one_plain_phrase(text: str, language: str) -> None:
    fields = ("company", "role", "city", "met", "needs", "offers", "talk", "match")
    for words in known(language, **dict.fromkeys(fields, text)).values():
        assert words == words.strip()
        assert not set(words) & set("{}<>\n\r\t")
        assert len(words) <= 65
