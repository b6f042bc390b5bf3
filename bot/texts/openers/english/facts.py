"""Lines about what is known of somebody, with no claim about how long it has been. Needs come as an offer; what they
could give comes as interest only, never as a request."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, openings, wholes

FACTS = (
    *wholes(
        "fact",
        {
            "need-ask-around": "do you still need {need}? I'd be happy to ask around.",
            "need-let-me-know": "if you still need {need}, let me know, and I'll see what I can do.",
        },
        offer="need",
        tones=CASUAL,
    ),
    *wholes(
        "fact",
        {
            "need-eyes-open": "a quick one: do you still need {need}? If so, I'll keep my eyes open for you.",
            "need-more": "how are things? If you still need {need}, tell me a bit more and I'll ask around.",
            "need-company": "how is everything at {company}? And do you still need {need}? I can keep an ear out.",
            "need-met": "I'm glad we met {met}. Do you still need {need}? I'd be happy to ask around.",
            "need-city": "how is {city}? If you still need {need}, tell me more and I'll ask around.",
        },
        offer="need",
        tones=WARM,
    ),
    *wholes(
        "fact",
        {
            "need-remembered": "I remembered that you needed {need}. Has that worked out, or can I help?",
            "need-few-people": "do you still need {need}? If so, would it help if I asked a few people I know?",
        },
        offer="need",
    ),
    *wholes(
        "fact",
        {
            "company-working-on": "how are things at {company}? I'd love to hear what you're working on.",
            "company-busy": "what's keeping you busy at {company} these days?",
            "company-interesting": "what's new at {company}? Only what you can share, of course.",
            "role-company-life": "how is work at {company}? I'd love to hear what your days are like.",
            "role-enjoy": "how's work? I'd love to hear how it's going for you as {role}.",
            "field-seeing": "what's new in {field}? I'd love to hear how you see it.",
            "met-company": "we met {met}, and I'm curious how things are at {company} these days.",
            "city-good": "what's good in {city} at the moment? I'd be glad to hear how you are.",
        },
        tones=CASUAL,
    ),
    *wholes(
        "fact",
        {
            "company-meet": "I hope {company} is treating you well. Is there anybody you'd like to meet that I could "
            "introduce?",
        },
        offer="intro",
        tones=WARM,
    ),
    *wholes(
        "fact",
        {
            "company-looking": "is {company} looking for anything or anybody at the moment? I'm happy to keep an eye "
            "out.",
            "field-changed": "you know your way around {field}, so I'm curious: what has changed there lately?",
            "city-company": "how are things at {company}, and how is {city}? I'd love to hear your news.",
        },
        tones=WARM,
    ),
    *wholes(
        "fact",
        {
            "company-news": "you came to mind, and I wanted to ask how things are at {company}. Any good news?",
            "role-company-eyes": "how are you getting on at {company}?",
            "role-company-days": "what are your days at {company} like at the moment?",
            "role-life": "how is life as {role} these days?",
            "field-interest": "have you come across anything good on {field} lately?",
            "met-reminded": "I was reminded of how we met {met}. How are you doing these days?",
            "met-nice": "I was just thinking of how we met {met}. What are you up to these days?",
            "met-remember": "I was thinking back to when we met {met}. How are you?",
            "met-city": "I was reminded of how we met {met}. How is life in {city}?",
            "city-life": "how is life in {city} these days?",
            "city-treating": "how has {city} been treating you lately? A line or two would be lovely.",
            "city-meet": "how are you, and how is {city}?",
        },
    ),
    *wholes(
        "fact",
        {
            "met-help": "I'm glad we met {met}. Is there anything I can help you with at the moment?",
        },
        offer="share",
        tones=WARM,
    ),
    *openings(
        "fact",
        {
            "met-reminded": "I was reminded of how we met {met}.",
            "met-glad": "I'm glad we met {met}.",
            "company": "I thought of you and {company}.",
            "field": "you came to mind when I thought of {field}.",
            "city": "I was thinking of you and of {city}.",
        },
        tones=CASUAL,
    ),
    *openings(
        "fact",
        {
            "met-thinking": "I was just thinking of how we met {met}.",
            "field-way": "I remembered that you know your way around {field}.",
            "company-hope": "I hope {company} is treating you well.",
            "city-hope": "I hope {city} is treating you well.",
        },
        tones=WARM,
    ),
    *openings(
        "fact",
        {
            "met-formal": "I was reminded of how we met {met}.",
            "company-formal": "I thought of you and your work at {company}.",
            "field-formal": "I thought of you in connection with {field}.",
            "company-hope-formal": "I hope that all is well at {company}.",
            "city-formal": "I hope that all is well in {city}.",
            "met-back-formal": "I thought back to when we met {met}.",
        },
        tones=FORMAL,
    ),
    *wholes(
        "fact",
        {
            "company-need-formal": "I hope all is well at {company}. Do you still need {need}? I would be glad to ask "
            "around.",
        },
        offer="need",
        tones=FORMAL,
    ),
    *wholes(
        "fact",
        {
            "role-formal": "how are you finding your work as {role}?",
            "field-formal": "what do you see coming in {field}?",
            "company-busy-formal": "may I ask what is keeping {company} busy at the moment?",
        },
        tones=FORMAL,
    ),
)
