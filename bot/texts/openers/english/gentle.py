"""Lines after hard news: never naming it, never cheerful, asking for nothing. They may be all one writes for months,
so there are more than a few."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, wholes

GENTLE = (
    *wholes(
        "gentle",
        {
            "here": "I'm thinking of you. If you feel like talking, I'm here.",
            "how-are-you": "how are you doing today? No need to answer if you don't feel like it.",
            "call": "would you like me to call you one of these days? It's fine if not.",
        },
        tones=CASUAL,
    ),
    *wholes(
        "gentle",
        {
            "whenever": "just a quiet hello. Write back whenever you like, or not at all.",
        },
    ),
    *wholes(
        "gentle",
        {
            "walk": "if a walk or a quiet coffee would do you good, I'd be glad to come along.",
            "check-in": "I wanted to see how you're holding up. Whatever the answer is, it's fine with me.",
        },
        tones=WARM,
    ),
    *wholes(
        "gentle",
        {
            "practical": "if there's anything I can take off your hands, tell me. Small things too.",
        },
        offer="share",
        tones=WARM,
    ),
    *wholes(
        "gentle",
        {
            "listen": "I'm around if you'd like company, or somebody to listen.",
        },
        offer="share",
        tones=CASUAL,
    ),
    *wholes(
        "gentle",
        {
            "on-my-mind": "you've been on my mind. If I can make anything a little easier, tell me.",
            "no-words": "no need to reply. If you'd like company, I'm here.",
            "ring": "if you'd like to hear a voice, call me any time.",
        },
        offer="share",
        tones=CASUAL,
    ),
    *wholes(
        "gentle",
        {
            "errand": "if an errand or two would help, I'm happy to do them. Just say.",
            "cook": "may I bring you something to eat one of these days? It's fine if not.",
            "wave": "sending you warm thoughts. If there's anything I can do, I'm here.",
            "side": "I'm thinking of you, and I'm by your side if you want to talk.",
        },
        offer="share",
        tones=WARM,
    ),
    *wholes(
        "gentle",
        {
            "thoughts-formal": "my thoughts are with you. If there is anything I can do, please let me know.",
            "talk-formal": "I have been thinking of you. If you would like to talk, I am here.",
            "hands-formal": "if I can take something off your hands, please let me know. There is no need to reply.",
            "time-formal": "please take all the time you need. If I can help with anything, I am here.",
            "company-formal": "if you would like company at any time, I would be glad to come by.",
            "practical-formal": "should there be anything practical I could do for you, I would be glad to.",
            "quiet-formal": "a quiet greeting from me. If I can make anything easier, please tell me.",
        },
        offer="share",
        tones=FORMAL,
    ),
    *wholes(
        "gentle",
        {
            "doing-formal": "I have been thinking of you. How are you doing? There is no need to answer.",
            "call-formal": "may I call you one of these days? It is perfectly fine if not.",
        },
        tones=FORMAL,
    ),
)
