from datetime import date

import pytest

from bot.rules.fact_values import facts_in, normalised, works_as
from bot.rules.meanings import ChangedField

MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("birthday", "12 May", "--05-12"),
        ("birthday", "soon", None),
        ("cadence", "every 2 weeks", "14"),
        ("cadence", "never", None),
        ("email", "Ana@Example.org.", "ana@example.org"),
        ("email", "unknown", None),
        ("phone", "600 123 456", "+34600123456"),
        ("phone", "a secret", None),
        ("telegram", "anaruiz", "anaruiz"),
        ("tag", "#a #b", "a,b"),
        ("city", "Berlin now.", "Berlin"),
        ("city", "", None),
        ("needs", "x" * 501, None),
        ("link", "linkedin.com/in/anaruiz", "https://www.linkedin.com/in/anaruiz"),
    ],
)
def test_a_value_is_kept_in_its_own_shape_or_refused(field: ChangedField, text: str, value: str | None) -> None:
    assert normalised(field, text, today=MONDAY, region="ES") == value


def test_words_that_stay_a_note_are_no_facts() -> None:
    assert facts_in("loves sailing", today=MONDAY, region="ES") == {}
    assert facts_in("monthly, #pycon", today=MONDAY, region="ES") == {"cadence": "30", "tag": "pycon"}


def test_role_and_company_are_told_apart() -> None:
    assert works_as("Head of Data at Stripe", company_first=False) == {"role": "Head of Data", "company": "Stripe"}
    assert works_as("Stripe as a designer", company_first=True) == {"company": "Stripe", "role": "designer"}
    assert works_as("at Stripe", company_first=False) == {"company": "Stripe"}
