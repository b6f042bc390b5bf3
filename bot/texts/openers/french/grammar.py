"""French months, the words a noun phrase begins with, and what events are called."""

from bot.rules.lexicon import EventKind, Grammar, Tone

GRAMMAR = Grammar(
    determiners=frozenset({
        "un", "une", "des", "du", "de l'", "de la", "le", "la", "l'", "les", "quelqu'un", "quelques", "plusieurs",
        "deux", "trois", "quatre", "cinq",
    }),
    months=(
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ),
    on_day="le {day} {month}",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    first_day="1er",
    at="à",
    melting=frozenset({"le", "les", "the"}),
    # Countries, regions and islands take "en", "au", "aux" or "dans"; some are typed in English.
    unlike_cities=frozenset({
        "france", "belgique", "suisse", "allemagne", "autriche", "italie", "espagne", "portugal", "angleterre", "écosse",
        "irlande", "grande-bretagne", "royaume-uni", "pays-bas", "luxembourg", "danemark", "suède", "norvège", "finlande",
        "islande", "pologne", "tchéquie", "hongrie", "grèce", "turquie", "russie", "ukraine", "roumanie", "bulgarie",
        "croatie", "serbie", "maroc", "algérie", "tunisie", "égypte", "sénégal", "cameroun", "kenya", "nigeria", "québec",
        "canada", "états-unis", "mexique", "brésil", "argentine", "chili", "pérou", "colombie", "inde", "chine", "japon",
        "corée", "vietnam", "thaïlande", "indonésie", "australie", "nouvelle-zélande", "liban", "israël", "émirats",
        "bretagne", "normandie", "provence", "bourgogne", "alsace", "lorraine", "corse", "savoie", "auvergne", "picardie",
        "occitanie", "aquitaine", "bavière", "toscane", "catalogne", "andalousie", "californie", "texas", "floride",
        "guadeloupe", "martinique", "réunion", "guyane", "antilles", "baléares", "canaries", "açores",
        "usa", "us", "uk", "uae", "germany", "spain", "switzerland", "austria", "italy", "belgium", "netherlands", "england",
        "scotland", "ireland", "denmark", "sweden", "norway", "finland", "poland", "greece", "turkey", "russia", "morocco",
        "united states", "united kingdom", "mexico", "brazil", "argentina", "chile", "india", "china", "japan", "korea",
        "australia", "new zealand", "bavaria", "brittany", "normandy", "tuscany", "california", "florida", "bay area",
    }),
)  # fmt: skip

#: By kind: the noun (with "your" where it can't be somebody else's), what one wishes before, what one asks after
#: ("comment …") and what one hopes after ("j'espère que …"), written out, for the participle agrees with the noun.
#: "other" is a graduation, a retirement or an award.
_TU: dict[EventKind, dict[str, str]] = {
    "exam": {
        "event": "ton examen",
        "event_wish": "bon courage pour ton examen",
        "event_how": "comment s'est passé ton examen",
        "event_hope": "ton examen s'est bien passé",
    },
    "interview": {
        "event": "ton entretien",
        "event_wish": "bonne chance pour ton entretien",
        "event_how": "comment s'est passé ton entretien",
        "event_hope": "ton entretien s'est bien passé",
    },
    "launch": {
        "event": "le lancement",
        "event_wish": "bonne chance pour le lancement",
        "event_how": "comment s'est passé le lancement",
        "event_hope": "le lancement s'est bien passé",
    },
    "talk": {
        "event": "ta présentation",
        "event_wish": "bon courage pour ta présentation",
        "event_how": "comment s'est passée ta présentation",
        "event_hope": "ta présentation s'est bien passée",
    },
    "trip": {
        "event": "ton voyage",
        "event_wish": "je te souhaite un très bon voyage",
        "event_how": "comment s'est passé ton voyage",
        "event_hope": "ton voyage s'est bien passé",
    },
    "race": {
        "event": "la course",
        "event_wish": "bonne chance pour la course",
        "event_how": "comment s'est passée la course",
        "event_hope": "la course s'est bien passée",
    },
    "wedding": {
        "event": "le mariage",
        "event_wish": "tous mes vœux pour le mariage",
        "event_how": "comment s'est passé le mariage",
        "event_hope": "le mariage a été une belle fête",
    },
    "show": {
        "event": "l'événement",
        "event_wish": "plein de succès pour l'événement",
        "event_how": "comment s'est passé l'événement",
        "event_hope": "l'événement s'est bien passé",
    },
    "other": {
        "event": "ton grand jour",
        "event_wish": "tous mes vœux pour ton grand jour",
        "event_how": "comment s'est passé ton grand jour",
        "event_hope": "ton grand jour s'est bien passé",
    },
}


def _polite(phrase: str) -> str:
    """The same with "vous": the event phrases know no other words that change."""
    for familiar, formal in (
        ("ton ", "votre "),
        ("ta ", "votre "),
        ("je te ", "je vous "),
        ("plein de", "beaucoup de"),
    ):
        phrase = phrase.replace(familiar, formal)
    return phrase


_VOUS: dict[EventKind, dict[str, str]] = {
    kind: {slot: _polite(phrase) for slot, phrase in phrases.items()} for kind, phrases in _TU.items()
}

EVENTS: dict[Tone, dict[EventKind, dict[str, str]]] = {"warm": _TU, "brief": _TU, "formal": _VOUS}
