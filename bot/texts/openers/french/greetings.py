"""How one says hello in French. "Cher" and "Chère" would tell a gender, so nobody is that."""

from bot.rules.lexicon import Channel, Tone

GREETINGS: dict[tuple[Tone, Channel], tuple[str, ...]] = {
    ("warm", "chat"): ("Salut {first},", "Hello {first},", "Bonjour {first},"),
    ("warm", "email"): ("Bonjour {first},", "Salut {first},"),
    ("warm", "linkedin"): ("Bonjour {first},", "Hello {first},", "Salut {first},"),
    ("brief", "chat"): ("Salut {first},", "Hello {first},"),
    ("brief", "email"): ("Bonjour {first},", "Salut {first},"),
    ("brief", "linkedin"): ("Bonjour {first},", "Hello {first},"),
    ("formal", "chat"): ("Bonjour {first},", "Bonjour {name},"),
    ("formal", "email"): ("Bonjour {name},", "Bonjour {first},"),
    ("formal", "linkedin"): ("Bonjour {first},", "Bonjour {name},"),
}

#: A comma would read as if what follows were their name: "Bonjour, Porto, …".
NAMELESS: dict[tuple[Tone, Channel], tuple[str, ...]] = {
    ("warm", "chat"): ("Salut\u00a0!", "Hello\u00a0!", "Bonjour\u00a0!"),
    ("warm", "email"): ("Bonjour\u00a0!",),
    ("warm", "linkedin"): ("Bonjour\u00a0!", "Hello\u00a0!"),
    ("brief", "chat"): ("Salut\u00a0!", "Hello\u00a0!"),
    ("brief", "email"): ("Bonjour\u00a0!",),
    ("brief", "linkedin"): ("Bonjour\u00a0!", "Hello\u00a0!"),
    ("formal", "chat"): ("Bonjour\u00a0!",),
    ("formal", "email"): ("Bonjour\u00a0!",),
    ("formal", "linkedin"): ("Bonjour\u00a0!",),
}
