from bot.rules.search_terms import Term, any_terms, joined, place_term, topic_terms


def test_a_firm_is_looked_for_without_its_form() -> None:
    assert place_term("Acme Robotics GmbH", ("company",)) == Term((("acme", "robotics"),), ("company",))


def test_a_city_is_looked_for_under_its_other_names() -> None:
    term = place_term("Köln", ("city",))
    assert term
    assert {("koln",), ("cologne",), ("koeln",)} == set(term.alternatives)
    assert term.alternatives[0] == ("koln",)


def test_only_signs_are_no_place() -> None:
    assert place_term("?!", ("city",)) is None


def test_each_word_of_a_matter_is_a_term() -> None:
    assert topic_terms("tax laws", ("offers",)) == [
        Term((("tax",),), ("offers",)),
        Term((("laws",), ("law",)), ("offers",)),
    ]


def test_a_job_of_several_words_is_one_term_where_others_say_it_in_one() -> None:
    assert topic_terms("product managers") == [Term((("product", "manager"), ("pm",)))]


def test_short_words_of_a_bare_query_may_be_names_and_stay() -> None:
    assert any_terms("Boas Jens") == [Term((("boas",),)), Term((("jens",),))]


def test_other_words_for_a_job_count_in_a_bare_query_too() -> None:
    (term,) = any_terms("VCs")
    assert ("venture", "capital") in term.alternatives


def test_things_of_which_one_is_enough_are_one_term() -> None:
    both = joined([place_term("Oslo", ()), place_term("Bergen", ()), None], ("city",))
    assert both == Term((("oslo",), ("bergen",)), ("city",))
