"""Openers after hard news: never naming it, never cheerful, asking for nothing. They may be all one writes for months,
so there are more than a few."""

from bot.texts.openers.writing import patterns

GENTLE = patterns(
    "gentle",
    {
        "thinking": "Hi {first}, I've been thinking of you. No need to answer.",
        "here": "Hi {first}, I'm thinking of you. If you feel like talking, I'm here.",
        "whenever": "Hi {first}, just a quiet hello. Write back whenever you like, or not at all.",
        "how-are-you": "Hi {first}, how are you doing today? No need to answer if you don't feel like it.",
        "walk": "Hi {first}, if a walk or a quiet coffee would do you good, I'd be glad to come along.",
        "practical": "Hi {first}, if there's anything I can take off your hands, tell me. Small things too.",
        "on-my-mind": "Hi {first}, you've been on my mind. I hope you have good people around you.",
        "listen": "Hi {first}, I'm around if you'd like company, or somebody to listen.",
        "no-words": "Hi {first}, no need to reply. I just wanted you to know I'm thinking of you.",
        "call": "Hi {first}, would you like me to call you one of these days? It's fine if not.",
        "wave": "Hello {first}, sending you a warm thought. Take all the time you need.",
        "check-in": "Hi {first}, I wanted to see how you're holding up. Whatever the answer is, it's fine with me.",
    },
)
