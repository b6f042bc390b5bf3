"""Openers about what is known of somebody, with no claim about how long it has been. Needs come as an offer; what they
could give comes as interest only, never as a request."""

from bot.texts.openers.writing import patterns

NEEDS = patterns(
    "fact",
    {
        "need-ask-around": "Hi {first}, do you still need {need}? I'd be happy to ask around.",
        "need-let-me-know": "Hi {first}, if you still need {need}, let me know, and I'll see what I can do.",
        "need-eyes-open": "Hello {first}, a quick one: do you still need {need}? If so, I'll keep my eyes open for you.",
        "need-more": "Hi {first}, how are things? If you still need {need}, tell me a bit more and I'll ask around.",
        "need-remembered": "Hi {first}, I remembered that you needed {need}. Has that worked out, or can I help?",
        "need-few-people": "{first}, do you still need {need}? If so, would it help if I asked a few people I know?",
        "need-company": "Hi {first}, how is everything at {company}? And do you still need {need}? I can keep an ear out.",
        "need-met": "Hi {first}, I'm glad we met {met}. Do you still need {need}? I'd be happy to ask around.",
        "need-city": "Hi {first}, how is {city}? If you still need {need}, tell me more and I'll ask around.",
    },
)

WORK = patterns(
    "fact",
    {
        "company-working-on": "Hi {first}, how are things at {company}? I'd love to hear what you're working on.",
        "company-busy": "Hi {first}, what's keeping you busy at {company} these days?",
        "company-interesting": "Hello {first}, what's new at {company}? Only what you can share, of course.",
        "company-meet": "Hi {first}, I hope {company} is treating you well. Is there anybody you'd like to meet that I "
        "could introduce?",
        "company-looking": "Hi {first}, is {company} looking for anything or anybody at the moment? I'm happy to keep an "
        "eye out.",
        "company-news": "Hi {first}, you came to mind, and I wanted to ask how things are at {company}. Any good news?",
        "role-company-life": "Hi {first}, how is work at {company}? I'd love to hear what your days are like.",
        "role-company-eyes": "Hi {first}, how are you getting on at {company}?",
        "role-company-days": "Hello {first}, what are your days at {company} like at the moment?",
        "role-life": "Hi {first}, how is life as {role} these days?",
        "role-enjoy": "Hi {first}, how's work? I'd love to hear how it's going for you as {role}.",
        "field-seeing": "Hi {first}, what's new in {field}? I'd love to hear how you see it.",
        "field-changed": "Hi {first}, you know your way around {field}, so I'm curious: what has changed there lately?",
        "field-interest": "Hello {first}, have you come across anything good on {field} lately?",
    },
)

PLACES = patterns(
    "fact",
    {
        "met-reminded": "Hi {first}, I was reminded of how we met {met}. How are you doing these days?",
        "met-nice": "Hi {first}, I was just thinking of how we met {met}. What are you up to these days?",
        "met-remember": "Hello {first}, I was thinking back to when we met {met}. How are you?",
        "met-help": "Hi {first}, I'm glad we met {met}. Is there anything I can help you with at the moment?",
        "met-company": "Hi {first}, we met {met}, and I'm curious how things are at {company} these days.",
        "met-city": "Hi {first}, I was reminded of how we met {met}. How is life in {city}?",
        "city-life": "Hi {first}, how is life in {city} these days?",
        "city-good": "Hi {first}, what's good in {city} at the moment? I'd be glad to hear how you are.",
        "city-treating": "Hello {first}, how has {city} been treating you lately? A line or two would be lovely.",
        "city-meet": "Hi {first}, how are you, and how is {city}?",
        "city-company": "Hi {first}, how are things at {company}, and how is {city}? I'd love to hear your news.",
    },
)
