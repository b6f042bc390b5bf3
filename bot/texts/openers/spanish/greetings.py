"""How a message in Spanish begins, and the words that fit into its sentences.

"Estimada" and "querido" tell a gender, so nobody is called so. A colon would want a line of its own behind it: in one
paragraph a full stop does it, or a comma as in chats.
"""

from collections.abc import Mapping

from bot.rules.lexicon import Channel, EventKind, Grammar, Tone

GREETINGS: Mapping[tuple[Tone, Channel], tuple[str, ...]] = {
    ("warm", "chat"): ("Hola {first},", "¡Hola, {first}!", "Hola, {first}."),
    ("warm", "email"): ("Hola, {first}.", "Hola {first},"),
    ("warm", "linkedin"): ("Hola, {first}.", "Hola {first},"),
    ("brief", "chat"): ("Hola {first},", "Hola, {first}."),
    ("brief", "email"): ("Hola, {first}.", "Hola {first},"),
    ("brief", "linkedin"): ("Hola, {first}.", "Hola {first},"),
    ("formal", "chat"): ("Hola, {first}.", "Buenos días, {first}."),
    ("formal", "email"): ("Buenos días, {first}.", "Buenos días, {name}."),
    ("formal", "linkedin"): ("Buenos días, {first}.", "Hola, {first}."),
}

NAMELESS: Mapping[tuple[Tone, Channel], tuple[str, ...]] = {
    ("warm", "chat"): ("Hola,", "¡Hola!"),
    ("warm", "email"): ("Hola,",),
    ("warm", "linkedin"): ("Hola,",),
    ("brief", "chat"): ("Hola,",),
    ("brief", "email"): ("Hola,",),
    ("brief", "linkedin"): ("Hola,",),
    ("formal", "chat"): ("Buenos días.",),
    ("formal", "email"): ("Buenos días.",),
    ("formal", "linkedin"): ("Buenos días.",),
}

GRAMMAR = Grammar(
    determiners=frozenset(
        {
            "un",
            "una",
            "unos",
            "unas",
            "el",
            "la",
            "los",
            "las",
            "algún",
            "alguna",
            "algunos",
            "algunas",
            "alguien",
            "otro",
            "otra",
            "otros",
            "otras",
            "más",
            "menos",
            "mejor",
            "mejores",
            "nuevo",
            "nueva",
            "nuevos",
            "nuevas",
            "mucho",
            "mucha",
            "muchos",
            "muchas",
            "varios",
            "varias",
            "cualquier",
            "dos",
            "tres",
            "cuatro",
            "cinco",
            "ayuda",
            "apoyo",
            "consejo",
            "consejos",
            "algo",
        }
    ),
    months=(
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ),
    on_day="el {day} de {month}",
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    on_weekday="el {weekday}",
    at="en",
    melting=frozenset({"the"}),
    unlike_cities=frozenset(
        {"reino unido", "vaticano", "caribe", "algarve", "tirol", "usa", "uk", "us", "netherlands", "united states"}
        | {"united kingdom", "bay area", "switzerland", "germany", "spain", "france", "philippines"}
    ),
)

#: "Presentación" is what a concert, a play and an exhibition all can be called.
_NOUNS: Mapping[EventKind, str] = {
    "exam": "examen",
    "interview": "entrevista",
    "launch": "lanzamiento",
    "talk": "charla",
    "trip": "viaje",
    "race": "carrera",
    "wedding": "boda",
    "show": "presentación",
    "other": "gran día",
}
_TU: Mapping[EventKind, Mapping[str, str]] = {kind: {"event": f"tu {noun}"} for kind, noun in _NOUNS.items()}
_USTED: Mapping[EventKind, Mapping[str, str]] = {kind: {"event": f"su {noun}"} for kind, noun in _NOUNS.items()}
EVENTS: Mapping[Tone, Mapping[EventKind, Mapping[str, str]]] = {"warm": _TU, "brief": _TU, "formal": _USTED}
