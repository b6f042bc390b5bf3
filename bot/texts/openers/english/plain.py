"""Lines that need nothing but the name: they claim no fact, and nothing about how long it has been."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, openings, wholes

PLAIN = (
    *wholes(
        "plain",
        {
            "came-to-mind": "you came to mind today. How are you?",
            "best-part": "what has been the best part of your month so far?",
            "looking-forward": "what are you looking forward to these days?",
            "how-goes-it": "how are things going? No rush to answer.",
            "thought-of-you": "I thought of you just now and wanted to ask how you are.",
        },
    ),
    *wholes(
        "plain",
        {
            "working-on": "how are things with you? I'd love to hear what you're up to these days.",
            "hello": "I just wanted to say hello. What's keeping you busy?",
            "coffee": "would you be up for a coffee or a quick call sometime soon?",
            "no-reason": "no reason, just thinking of you. How are you?",
            "meaning-to-write": "I've been meaning to write to you. How have you been?",
            "no-agenda": "no agenda, just a hello. How are you?",
            "one-good-thing": "tell me one good thing that happened to you lately. I'll send one back.",
            "how-have-you-been": "how have you been? I'd love to hear your news.",
            "line-or-two": "what's new with you? A line or two is plenty.",
            "life": "how is life? I'd love to hear what's going on with you.",
            "swap-news": "how is life treating you? Let's swap news over a coffee or a call.",
            "hows-everything": "how's everything with you?",
            "good-lately": "what has been good lately? I could do with a nice story.",
            "your-news": "nothing urgent, I'd just like to hear how you are.",
            "your-week": "how's your week going?",
            "hope-well": "I hope you're well. What have you been up to?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "plain",
        {
            "help": "I hope all is well on your side. Is there anything I can help you with at the moment?",
        },
        offer="share",
    ),
    *wholes(
        "plain",
        {
            "short-call": "I'd love to catch up. Would a short call suit you, whenever you have the time?",
        },
        tones=WARM,
    ),
    *wholes(
        "plain",
        {
            "hands-full": "how are you? If you've got your hands full and I can help with something, tell me.",
        },
        offer="share",
        tones=WARM,
    ),
    *openings(
        "plain",
        {
            "came-to-mind": "you came to mind today.",
            "hello": "just saying hello.",
            "no-agenda": "no agenda, just a hello.",
            "no-reason": "no reason, just thinking of you.",
            "nothing-urgent": "nothing urgent from my side.",
            "just-now": "I thought of you just now.",
            "well": "I hope you're well.",
            "hope-good": "I hope things are good with you.",
        },
        tones=CASUAL,
    ),
    *openings(
        "plain",
        {
            "meaning": "I've been meaning to write to you.",
            "catch-up": "I'd love to catch up.",
            "smile": "you came to mind, and it made me smile.",
        },
        tones=WARM,
    ),
    *openings(
        "plain",
        {
            "finds-formal": "I hope this finds you well.",
            "today-formal": "I thought of you today and wanted to send a greeting.",
            "side-formal": "I hope all is well on your side.",
            "touch-formal": "I wanted to be in touch.",
            "mind-formal": "you came to mind, so I am writing.",
            "trust-formal": "I trust you are well.",
            "meaning-formal": "I have been meaning to write to you.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "plain",
        {
            "week-formal": "I hope your week is going well. What are you working on at present?",
            "call-formal": "I would be glad to catch up. Would a short call suit you?",
            "news-formal": "I would be glad to hear your news. How have you been?",
            "coffee-formal": "would you have time for a coffee or a short call in the coming weeks?",
        },
        tones=FORMAL,
    ),
)
