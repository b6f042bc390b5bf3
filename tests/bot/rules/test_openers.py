"""Choosing among what could be said, with a lexicon of a few plain lines."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.lexicon import CHANNELS, TONES, Grammar, Lexicon, Line, Moment, Offer
from bot.rules.opener_facts import OpenerFacts
from bot.rules.openers import LONGEST, Composition, choose, compositions, in_order_of_choice

GRAMMAR = Grammar(frozenset({"a"}), ("January",) * 12, "on {day} {month}")
GREETINGS = {(tone, channel): ("Hi {first},",) for tone in TONES for channel in CHANNELS}
NAMELESS = {(tone, channel): ("Hello,",) for tone in TONES for channel in CHANNELS}


def whole(key: str, moment: Moment = "plain", needs: Iterable[str] = (), text: str = "how are you?") -> Line:
    return Line(
        key,
        text + "".join(f" {{{slot}}}?" for slot in needs),
        frozenset(needs),
        moment=moment,
        offer="interest",
        whole=True,
    )


def opening(key: str, moment: Moment = "plain", needs: Iterable[str] = (), text: str = "hello again.") -> Line:
    return Line(key, text, frozenset(needs), moment=moment)


def closing(key: str, offer: Offer = "interest", needs: Iterable[str] = (), text: str = "what's new?") -> Line:
    return Line(key, text, frozenset(needs), offer=offer)


def lexicon(*lines: Line) -> Lexicon:
    return Lexicon(
        language="en",
        greetings=GREETINGS,
        nameless=NAMELESS,
        openings=tuple(line for line in lines if line.moment and not line.whole),
        closings=tuple(line for line in lines if not line.moment),
        wholes=tuple(line for line in lines if line.whole),
        grammar=GRAMMAR,
    )


def facts(
    moments: Mapping[Moment, int] | None = None, *, leading: Iterable[Moment] = (), may_ask: bool = False, **values: str
) -> OpenerFacts:
    known = {"first": "Ana", "name": "Ana Ruiz", **values}
    return OpenerFacts(moments or {"plain": 0, "fact": 1}, known, may_ask=may_ask, leading=frozenset(leading))


def keys(said: OpenerFacts, *lines: Line) -> set[str]:
    return {each.key for each in compositions(said, lexicon(*lines))}


def test_an_opening_and_a_closing_are_one_opener_with_a_greeting() -> None:
    opener = choose(facts(), lexicon(opening("o"), closing("c")), seed=1)
    assert (opener.text, opener.key) == ("Hi Ana, hello again. What's new?", "o+c")


def test_a_whole_line_stands_alone() -> None:
    assert keys(facts(), whole("w"), closing("c")) == {"w"}


def test_a_line_without_its_fact_is_not_said() -> None:
    assert keys(facts(), whole("w", needs=["city"]), opening("o"), closing("c", needs=["company"])) == set()


def test_a_fact_is_spoken_of_once() -> None:
    lines = opening("o", needs=["city"]), closing("c", needs=["city"])
    assert keys(facts(city="Berlin"), *lines) == set()


def test_what_a_whole_line_says_is_not_put_together_once_more() -> None:
    lines = opening("o"), closing("c"), whole("w", text="hello again. What's new?")
    assert keys(facts(), *lines) == {"w"}


def test_an_ask_needs_leave() -> None:
    lines = opening("o"), closing("c", "ask")
    assert keys(facts(), *lines) == set()
    assert keys(facts(may_ask=True), *lines) == {"o+c"}


@pytest.mark.parametrize(
    "moment", ["promise_due", "promise_kept", "event_ahead", "back_ahead", "introduced", "dormant"]
)
def test_no_favour_is_called_in_for_a_promise_or_from_who_has_their_hands_full(moment: Moment) -> None:
    lines = opening("o", moment), closing("c", "ask")
    assert keys(facts({moment: 60}, may_ask=True), *lines) == set()


def test_at_a_wedding_interest_is_shown_and_nothing_else() -> None:
    wedding = replace(facts({"event_ahead": 75, "event_past": 70}, may_ask=True), feast=True)
    help_out = replace(whole("help", "event_ahead"), offer="share")
    lines = (
        opening("o", "event_past"),
        closing("c", "share"),
        closing("a", "ask"),
        closing("i"),
        whole("w", "event_ahead"),
    )
    assert keys(wedding, help_out, *lines) == {"o+i", "w"}
    assert "help" in keys(facts({"event_ahead": 75}), help_out)


@pytest.mark.parametrize(
    "pair", [("topic", "field"), ("field", "topic"), ("city", "company"), ("company", "city"), ("field", "need")]
)
def test_one_opener_does_not_go_from_one_subject_to_another(pair: tuple[str, str]) -> None:
    lines = opening("o", "fact", [pair[0]]), closing("c", needs=[pair[1]])
    said = OpenerFacts({"fact": 1}, {"first": "Ana", pair[0]: "SEO", pair[1]: "SEO"})
    assert keys(said, *lines) == set()


@pytest.mark.parametrize("moment", ["event_past", "promise_due", "introduced", "topic", "job_open"])
def test_whoever_has_something_on_their_mind_is_asked_about_nothing_else(moment: Moment) -> None:
    lines = opening("o", moment), closing("n", "need", ["need"]), closing("f", needs=["company"]), closing("i")
    assert keys(facts({moment: 60}, need="a designer", company="Nordlicht"), *lines) == {"o+i"}


@pytest.mark.parametrize("moment", ["anniversary", "name_day", "job_open", "event_ahead"])
def test_to_an_occasion_a_line_of_its_own_answers_best(moment: Moment) -> None:
    lines = lexicon(whole("w", moment), opening("o", moment), closing("c"))
    assert {choose(facts({moment: 60}), lines, seed=seed).key for seed in range(9)} == {"w"}


def test_on_a_birthday_where_they_work_makes_no_line_better() -> None:
    lines = lexicon(whole("plain", "birthday_soon"), whole("work", "birthday_soon", ["company"]))
    said = facts({"birthday_soon": 90}, company="Nordlicht")
    assert {choose(said, lines, seed=seed).key for seed in range(9)} == {"plain", "work"}


def test_an_event_in_another_case_is_still_the_event() -> None:
    said = facts({"event_ahead": 75}, event="dein Vortrag", event_dat="deinem Vortrag")
    lines = lexicon(whole("nominative", "event_ahead", ["event"]), whole("dative", "event_ahead", ["event_dat"], "so"))
    assert {choose(said, lines, seed=seed).key for seed in range(9)} == {"nominative", "dative"}


@pytest.mark.parametrize(
    ("moment", "said"), [("job_open", True), ("plain", False), ("event_past", False), ("gentle", False)]
)
def test_only_glad_news_is_congratulated_on(moment: Moment, said: bool) -> None:
    assert bool(keys(facts({moment: 1}), opening("o", moment), closing("c", "congrats"))) is said


@pytest.mark.parametrize("offer", ["need", "intro", "share", "ask"])
def test_on_a_birthday_nothing_but_interest_is_shown(offer: Offer) -> None:
    lines = opening("o", "birthday_today"), closing("c", offer), closing("i")
    assert keys(facts({"birthday_today": 100}, may_ask=True), *lines) == {"o+i"}


def test_what_the_reason_is_about_comes_before_all_else() -> None:
    said = facts({"birthday_soon": 90, "fact": 1}, leading=["birthday_soon"], need="a designer")
    lines = whole("need", "fact", ["need"]), whole("birthday", "birthday_soon")
    order = ["birthday"]
    assert choose(said, lexicon(*lines), seed=1).key == order[0]
    assert choose(said, lexicon(*lines), used=order, seed=1).key == "need"


def test_the_more_telling_fact_comes_first() -> None:
    said = facts(need="a designer", city="Berlin")
    lines = lexicon(whole("plain"), whole("city", "fact", ["city"]), whole("need", "fact", ["need"]))
    order: list[str] = []
    for _ in range(3):
        order.append(choose(said, lines, used=order, seed=1).key)
    assert order == ["need", "city", "plain"]


def test_another_choice_turns_to_another_side_before_it_comes_back() -> None:
    said = facts(need="a designer")
    lines = lexicon(whole("need-1", "fact", ["need"]), whole("need-2", "fact", ["need"], text="so"), whole("plain"))
    first = choose(said, lines, seed=1).key
    assert first.startswith("need")
    assert choose(said, lines, used=[first], seed=1).key == "plain"


def test_no_line_comes_again_while_another_fits() -> None:
    lines = lexicon(opening("o1"), opening("o2", text="hello."), closing("c1"), closing("c2", text="all well?"))
    first = choose(facts(), lines, seed=1).key
    second = choose(facts(), lines, used=[first], seed=1).key
    assert not set(first.split("+")) & set(second.split("+"))


def test_when_all_was_said_what_was_said_longest_ago_comes_again() -> None:
    lines = lexicon(whole("a"), whole("b"), whole("c"))
    assert choose(facts(), lines, used=["b", "a", "c", "b"], seed=1).key == "a"


def test_keys_of_lines_that_are_no_more_do_no_harm() -> None:
    assert choose(facts(), lexicon(whole("a")), used=["dormant.gone", "x+y"], seed=1).key == "a"


def test_what_others_were_just_sent_is_avoided_where_there_is_a_choice() -> None:
    one, other = whole("a"), whole("b", text="all well with you?")
    recent = [Composition((one,))]
    assert {choose(facts(), lexicon(one, other), recent=recent, seed=seed).key for seed in range(20)} == {"b"}
    assert choose(facts(), lexicon(one), recent=recent, seed=1).key == "a"


def test_an_opener_of_the_same_shape_is_avoided_though_its_line_is_another() -> None:
    one, like, unlike = whole("a"), whole("b", text="how are things?"), whole("c", text="all well with you?")
    like = whole("b", text="how are they all?")
    assert choose(facts(), lexicon(like, unlike), recent=[Composition((one,))], seed=1).key == "c"


def test_the_seed_decides_ties_and_always_alike() -> None:
    lines = [whole(str(number)) for number in range(10)]
    chosen = [choose(facts(), lexicon(*lines), seed=seed).key for seed in range(30)]
    assert len(set(chosen)) > 4
    assert chosen == [choose(facts(), lexicon(*lines[::-1]), seed=seed).key for seed in range(30)]


def test_the_choice_can_be_narrowed_to_an_offer_or_a_moment() -> None:
    lines = lexicon(whole("w"), opening("o"), closing("c", "share"), whole("f", "fact"))
    assert choose(facts(), lines, seed=1, offer="share").key == "o+c"
    assert choose(facts(), lines, seed=1, moment="fact").key == "f"
    assert choose(facts(), lines, seed=1, moment="dormant", offer="need").key


def test_what_would_come_out_too_long_gives_way() -> None:
    long = whole("long", "fact", ["company"], "x" * (LONGEST - 30))
    assert choose(facts(company="N" * 40), lexicon(long, whole("plain")), seed=1).key == "plain"


def test_without_any_line_that_fits_it_is_an_error() -> None:
    with pytest.raises(ValueError, match="no line fits"):
        choose(facts(), lexicon(whole("w", "dormant")), seed=1)


LINES = st.lists(
    st.one_of(
        st.builds(
            whole, st.uuids().map(str), st.sampled_from(["plain", "dormant", "never"]),
            st.lists(st.sampled_from(["city", "company"]), max_size=1), st.sampled_from(["how are you?", "any news?"]),
        ),
        st.builds(opening, st.uuids().map(str), st.sampled_from(["plain", "dormant"]), text=st.sampled_from(["a", "b"])),
        st.builds(closing, st.uuids().map(str), st.sampled_from(["interest", "share", "need"])),
    ),
    min_size=1, max_size=12,
)  # fmt: skip


@given(LINES, st.data(), st.integers(0, 5))
def test_looking_no_further_than_needed_finds_what_looking_at_everything_finds(
    lines: list[Line], data: st.DataObject, seed: int
) -> None:
    words = lexicon(whole("w"), *lines)
    known = facts(
        {"plain": 0, "dormant": 10, "never": 4}, leading=data.draw(st.sampled_from([(), ("dormant",)])), city="Berlin"
    )
    all_of_it = list(compositions(known, words))
    used = [each.key for each in data.draw(st.lists(st.sampled_from(all_of_it), max_size=3))]
    recent = data.draw(st.lists(st.sampled_from(all_of_it), max_size=3))
    first = next(in_order_of_choice(all_of_it, known, used, recent, seed))
    assert choose(known, words, used=used, recent=recent, seed=seed).key == first.key
