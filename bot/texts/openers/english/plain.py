"""Openers that need nothing but the name: they claim no fact, and nothing about how long it has been."""

from bot.texts.openers.writing import patterns

PLAIN = patterns(
    "plain",
    {
        "came-to-mind": "Hi {first}, you came to mind today. How are you?",
        "working-on": "Hi {first}, how are things with you? I'd love to hear what you're up to these days.",
        "help": "Hello {first}, I hope all is well on your side. Is there anything I can help you with at the moment?",
        "hello": "Hi {first}, I just wanted to say hello. What's keeping you busy?",
        "best-part": "Hi {first}, what has been the best part of your month so far?",
        "coffee": "Hi {first}, would you be up for a coffee or a quick call sometime soon?",
        "no-reason": "Hi {first}, no reason, just thinking of you. How are you?",
        "looking-forward": "Hello {first}, what are you looking forward to these days?",
        "meaning-to-write": "Hi {first}, I've been meaning to write to you. How have you been?",
        "no-agenda": "Hi {first}, no agenda, just a hello. How are you?",
        "one-good-thing": "Hi {first}, tell me one good thing that happened to you lately. I'll send one back.",
        "how-have-you-been": "Hi {first}, how have you been? I'd love to hear your news.",
        "line-or-two": "Hi {first}, what's new with you? A line or two is plenty.",
        "short-call": "Hi {first}, I'd love to catch up. Would a short call suit you, whenever you have the time?",
        "life": "Hello {first}, how is life? I'd love to hear what's going on with you.",
        "hands-full": "Hi {first}, how are you? If you've got your hands full and I can help with something, tell me.",
        "swap-news": "Hi {first}, how is life treating you? Let's swap news over a coffee or a call.",
        "hows-everything": "Hi {first}, how's everything with you?",
        "good-lately": "Hi {first}, what has been good lately? I could do with a nice story.",
        "your-news": "Hi {first}, nothing urgent, I'd just like to hear how you are.",
        "how-goes-it": "Hello {first}, how are things going? No rush to answer.",
        "your-week": "Hi {first}, how's your week going?",
        "hope-well": "Hi {first}, I hope you're well. What have you been up to?",
        "thought-of-you": "Hi {first}, I thought of you just now and wanted to ask how you are.",
    },
)
