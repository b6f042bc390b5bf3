"""Openers that need nothing but the name: they claim no fact, and nothing about how long it has been."""

from bot.texts.openers.writing import patterns

PLAIN = patterns("plain", {
    "came-to-mind": "Hi {first}, you came to mind today. How are you?",
    "working-on": "Hi {first}, how are things with you? I'd love to hear what you're working on these days.",
    "help": "Hello {first}, I hope all is well on your side. Is there anything I could help you with at the moment?",
    "hello": "Hi {first}, I just wanted to say hello. What's keeping you busy?",
    "best-part": "Hi {first}, what has been the best part of your month so far?",
    "coffee": "Hi {first}, would you be up for a coffee or a quick call sometime soon? I'd like to hear how you're "
              "doing.",
    "no-reason": "Hi {first}, there's no reason for this message other than that I thought of you. How is everything?",
    "meet-somebody": "Hi {first}, is there anybody you'd like to meet at the moment, for work or otherwise? I'm happy "
                     "to think about who I know.",
    "looking-forward": "Hello {first}, what are you looking forward to these days?",
    "keep-in-touch": "Hi {first}, I'd like to be better at keeping in touch with the people I like, so here I am. How "
                     "have you been?",
    "looking-for": "Hi {first}, is there anything you're looking for right now? A contact, an idea, a second pair of "
                   "eyes: I'm glad to help if I can.",
    "no-agenda": "Hi {first}, a question without an agenda: how are you?",
    "one-good-thing": "Hi {first}, tell me one good thing that happened to you lately. I'll send one back.",
    "kind": "Hey {first}, I hope life is being kind to you. If there's anything I can do to help it along, tell me.",
    "line-or-two": "Hi {first}, what's new with you? A line or two is plenty.",
    "short-call": "Hi {first}, I'd be glad to catch up. Would a short call suit you, whenever you have the time?",
    "excited": "Hello {first}, what's the thing you're most excited about at the moment?",
    "harder": "Hi {first}, if something is harder than it should be right now, tell me. I'd like to help if I can.",
    "swap-news": "Hi {first}, how is life treating you? I'd enjoy swapping news over a coffee or a call.",
    "nice-to-hear": "{first}, how are you? It would be nice to hear from you.",
    "curious": "Hi {first}, what are you curious about these days?",
    "good-month": "Hi {first}, what would make this month a good one for you? If I can help with it, I will.",
    "your-news": "Hi {first}, I have no news that can't wait, I'd just like to hear yours. How are you?",
    "how-goes-it": "Hello {first}, how are things going? I'd be happy to hear from you, with or without news.",
})
