"""What only Spanish has: signs at both ends, "tú" and "usted", endings that tell a gender, "del" and "al"."""

import re
from collections.abc import Iterable
from datetime import date

import pytest

from bot.rules.lexicon import CHANNELS, EVENT_KINDS, MOMENTS, OFFERS, TONES, Channel, Line, Tone
from bot.rules.phrasing import Typed, on_day, phrased
from bot.rules.sentences import greeted
from bot.texts.openers.spanish import SPANISH

LINES = (*SPANISH.openings, *SPANISH.closings, *SPANISH.wholes)
FAMILIAR = [line for line in LINES if line.tones & {"warm", "brief"}]
FORMAL = [line for line in LINES if "formal" in line.tones]
SLOT = re.compile(r"\{\w+\}")

#: "Te", "tu", "ti", a verb with "te" behind it ("ayudarte", "desearte"), and the verbs that come up.
TU = re.compile(
    r"\b(?:tú|tus?|te|ti|contigo|\w+[aeií]rte|\w*[aei]ndote|eres|has|vas|dime|"
    r"cuéntame|\w+[aeiáéí]s(?:te)?(?= |[.,?!:]|$))\b"
)
#: Words in "-as", "-es" and "-is" that are no verbs in the second person.
NO_VERBS = frozenset(
    {
        *("felicidades", "días", "más", "muchas", "entonces", "antes", "novedades", "atrasadas", "alegrías", "gracias"),
        *("después", "conteste", "mis", "felicitaciones", "planes", "cosas", "suerte", "líneas", "fuerte", "mientras"),
        *("brindis", "las"),
    }
)
#: "Le", "su", "usted", and the verbs that come up where one is asked or told something.
USTED = re.compile(
    r"\b(?:usted|sus?|les?|\w+[aei]rle|dígame|\w+ele|conteste|prefiere|podría|tendría|desea|recomendaría|celebrará)\b"
)
PLURAL = re.compile(r"\b(?:vosotr[oa]s|ustedes|os|vuestr[oa]s?|\w+[áé]is|[lL]es)\b")
#: Of the reader or the writer. "Todo" and "otro" speak of things.
GENDERED = re.compile(
    r"\b(?:estimad|querid|content|encantad|ocupad|amig|list[oa] para|bienvenid|junt|sol[oa]s|ambos|seguro de|"
    r"cansad|emocionad|orgullos|agradecid|preocupad|señor|don\b|doña|compañer|colega[s]? nuev|nosotr[oa]s|lo echo|la echo)",
    re.IGNORECASE,
)
#: Words that one side of the Atlantic doesn't use, or uses for something else.
REGIONAL = re.compile(
    r"\b(?:vale|coger|cojo|guay|majo|quedamos|chévere|platicar|checar|ahorita|ordenador|computadora|móvil|celular|"
    r"enhorabuena|vos|tenés|podés|apetece|tarta|torta)\b",
    re.IGNORECASE,
)
VALUES = {
    "first": "Ana", "name": "Ana Ruiz", "company": "El Corte Inglés", "city": "Berlín", "employer": "Stripe",
    "place": "Lisboa", "event": "tu examen", "event_day": "el 12 de junio", "need": "una diseñadora",
    "match": "un buen ojo para los precios", "field": "SEO", "topic": "Python", "met_at": "PyCon 2023",
    "other": "Grace Lim", "other_first": "Grace", "other_company": "Nordlicht",
}  # fmt: skip


def found(pattern: re.Pattern[str], lines: Iterable[Line]) -> list[str]:
    """Where a pattern is in the words of a line; what fills a slot doesn't count."""
    return [f"{line.key}: {line.template}" for line in lines if pattern.search(SLOT.sub("X", line.template))]


def said(line: Line, tone: Tone, channel: Channel = "chat", seed: int = 0) -> str:
    return greeted([line], VALUES, tone=tone, channel=channel, lexicon=SPANISH, seed=seed)


def unpaired(line: Line) -> bool:
    """A question or a cheer without its sign at both ends, or with a space inside it."""
    signs = "".join(re.findall("[¿?¡!]", line.template))
    return re.fullmatch(r"(?:¿\?|¡!)*", signs) is None or re.search(r"[¿¡]\s|\s[?!]", line.template) is not None


def test_questions_and_cheers_have_their_sign_at_both_ends() -> None:
    assert [line.template for line in LINES if unpaired(line)] == []


def test_who_is_told_tu_is_not_told_usted() -> None:
    assert [each for each in found(USTED, FAMILIAR) if "darle otra vuelta" not in each] == []


def test_who_is_told_usted_is_not_told_tu() -> None:
    words = {word: line.key for line in FORMAL for word in TU.findall(SLOT.sub("X", line.template).lower())}
    assert {word: key for word, key in words.items() if word not in NO_VERBS} == {}


@pytest.mark.parametrize(
    "line",
    ["¿cómo estás?", "dime y pregunto.", "quería saludarte.", "me acordé de ti.", "¿qué haces?", "¿lo celebraste?"],
)
def test_the_check_on_usted_sees_tu(line: str) -> None:
    assert [word for word in TU.findall(line) if word not in NO_VERBS]


@pytest.mark.parametrize("line", ["quería saludarle.", "dígame.", "me acordé de usted.", "¿cómo va su semana?"])
def test_the_check_on_tu_sees_usted(line: str) -> None:
    assert USTED.search(line)


def test_nobody_is_told_a_gender_or_spoken_to_in_the_plural() -> None:
    assert found(GENDERED, LINES) == []
    assert found(PLURAL, LINES) == []


def test_words_are_at_home_on_both_sides_of_the_atlantic() -> None:
    assert found(REGIONAL, LINES) == []


def test_no_el_meets_a_de_or_an_a() -> None:
    """ "de el contrato" would have to be "del contrato"; names keep their "El"."""
    meeting = re.compile(r"\b(?:de|a) \{(?:need|match|event_day)\}", re.IGNORECASE)
    assert [line.template for line in LINES if meeting.search(line.template)] == []


def test_a_line_begins_as_it_would_behind_a_comma() -> None:
    """ "¡Felicidades, Ana!" never stands behind one."""
    capital = [line for line in LINES if line.template.lstrip("¿¡")[0].isupper()]
    assert [line.template for line in capital if not (line.greets and line.template[0] == "¡")] == []


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize("channel", CHANNELS)
def test_a_greeting_in_one_paragraph_ends_in_a_stop_or_a_comma(tone: Tone, channel: Channel) -> None:
    greetings = (*SPANISH.greetings[tone, channel], *SPANISH.nameless[tone, channel])
    assert all(each.endswith((".", ",", "!")) for each in greetings)
    assert all(each.startswith("¡") == each.endswith("!") for each in greetings)
    assert tone != "formal" or not any(each.endswith(("!", ",")) for each in greetings)


def test_a_sentence_goes_on_small_behind_a_comma_and_begins_anew_behind_a_stop() -> None:
    line = next(line for line in SPANISH.wholes if line.key == "es.plain.how")
    assert said(line, "warm") == "Hola Ana, ¿cómo va todo?"
    assert said(line, "warm", seed=1) == "¡Hola, Ana! ¿Cómo va todo?"
    assert said(line, "warm", seed=2) == "Hola, Ana. ¿Cómo va todo?"


def test_good_wishes_that_name_them_need_no_hello() -> None:
    line = next(line for line in SPANISH.wholes if line.key == "es.birthday_today.more")
    assert said(line, "brief") == "Que cumplas muchos más, Ana. ¿Cómo va el día?"


def test_both_sides_of_an_introduction_are_named_before_anything_is_said() -> None:
    line = next(line for line in SPANISH.wholes if line.key == "es.intro_both.each")
    assert said(line, "warm").startswith("Ana, te presento a Grace Lim. Grace, te presento a Ana.")


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_an_event_is_theirs_in_the_form_they_are_spoken_to(kind: str) -> None:
    by_tone = {tone: next(words for each, words in SPANISH.events[tone].items() if each == kind) for tone in TONES}
    assert by_tone["warm"]["event"].startswith("tu ")
    assert by_tone["brief"] == by_tone["warm"]
    assert by_tone["formal"]["event"] == by_tone["warm"]["event"].replace("tu ", "su ", 1)


def test_a_day_is_said_as_one_says_it() -> None:
    assert on_day(date(2026, 6, 12), SPANISH.grammar) == "el 12 de junio"


@pytest.mark.parametrize(
    ("typed", "fits"),
    [
        ("una diseñadora", "una diseñadora"),
        ("Alguien que sepa de impuestos", "alguien que sepa de impuestos"),
        ("más clientes", "más clientes"),
        ("ayuda con la mudanza", "ayuda con la mudanza"),
        ("diseñadora", None),
        ("a designer", None),
        ("su propio local", None),
    ],
)
def test_a_need_is_said_where_its_first_word_shows_that_it_fits(typed: str, fits: str | None) -> None:
    assert phrased(Typed(needs=typed), language="es", grammar=SPANISH.grammar).get("need") == fits


@pytest.mark.parametrize("tone", TONES)
def test_each_form_of_address_has_words_for_every_moment_and_offer(tone: Tone) -> None:
    lines = [line for line in LINES if tone in line.tones]
    assert {line.moment for line in lines} >= set(MOMENTS)
    assert {line.offer for line in SPANISH.closings if tone in line.tones} == set(OFFERS)


def test_no_line_is_there_twice() -> None:
    assert len({line.key for line in LINES}) == len({line.template for line in LINES}) == len(LINES)
