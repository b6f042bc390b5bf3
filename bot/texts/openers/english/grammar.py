"""How English greets, names days, and calls what somebody has before them."""

from collections.abc import Mapping

from bot.rules.lexicon import CHANNELS, TONES, Channel, EventKind, Grammar, Tone

GRAMMAR = Grammar(
    determiners=frozenset({"a", "an", "the", "some", "any", "another", "more"}),
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    on_day="on {day} {month}",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    on_weekday="on {weekday}",
    unlike_cities=frozenset({
        "netherlands", "philippines", "united states", "united kingdom", "united arab emirates", "usa", "us", "uk", "uae",
        "czech republic", "dominican republic", "bahamas", "maldives", "seychelles", "gambia", "ivory coast", "congo",
        "hague", "bay area", "midwest", "alps", "azores", "canary islands", "channel islands", "states", "algarve",
        "cotswolds", "highlands", "lake district", "black forest", "bronx", "caribbean", "balkans", "middle east",
    }),
)  # fmt: skip

GREETINGS: Mapping[tuple[Tone, Channel], tuple[str, ...]] = {
    ("warm", "chat"): ("Hi {first},", "Hey {first},", "Hello {first},"),
    ("warm", "email"): ("Hi {first},", "Hello {first},", "Dear {first},"),
    ("warm", "linkedin"): ("Hi {first},", "Hello {first},"),
    ("brief", "chat"): ("Hi {first},", "{first},"),
    ("brief", "email"): ("Hi {first},", "Hello {first},"),
    ("brief", "linkedin"): ("Hi {first},", "Hello {first},"),
    ("formal", "chat"): ("Hello {name},",),
    ("formal", "email"): ("Dear {name},", "Hello {name},"),
    ("formal", "linkedin"): ("Hello {name},", "Dear {name},"),
}
NAMELESS: Mapping[tuple[Tone, Channel], tuple[str, ...]] = {
    (tone, channel): ("Hello,",) if tone == "formal" else ("Hello {name},", "Hi there,", "Hello there,")
    for tone in TONES
    for channel in CHANNELS
}

_NAMES: Mapping[EventKind, Mapping[str, str]] = {
    "exam": {"event": "your exam"},
    "interview": {"event": "your interview"},
    "launch": {"event": "the launch"},
    "talk": {"event": "your talk"},
    "trip": {"event": "your trip"},
    "race": {"event": "the race"},
    "wedding": {"event": "the wedding"},
    "show": {"event": "the show"},
    "other": {"event": "your big day"},
}
EVENT_NAMES: Mapping[Tone, Mapping[EventKind, Mapping[str, str]]] = dict.fromkeys(TONES, _NAMES)
