"""What an opening is followed by: a question or an offer that is easy to answer, and hangs on nothing before it."""

from bot.texts.openers.writing import CASUAL, FORMAL, WARM, closings

CLOSINGS = (
    *closings(
        "need",
        {
            "still": "do you still need {need}? I'd be happy to ask around.",
            "keep-an-eye": "if you still need {need}, tell me, and I'll keep an eye out.",
            "worked-out": "have you got {need} sorted, or can I ask around?",
        },
        tones=CASUAL,
    ),
    *closings(
        "need",
        {
            "few-people": "if you're still after {need}, I can ask a few people I know. Shall I?",
            "remembered": "I remembered that you needed {need}. Can I help with that?",
            "think-along": "are you still looking for {need}? I'd be glad to think along.",
        },
        tones=WARM,
    ),
    *closings(
        "need",
        {
            "enquire": "if you still need {need}, may I enquire among the people I know?",
            "help-formal": "do you still need {need}? I would be glad to help.",
            "assist": "should you still need {need}, please let me know, and I will ask around.",
        },
        tones=FORMAL,
    ),
    *closings(
        "intro",
        {
            "match": "I may know somebody who could offer {match}. Shall I introduce you?",
            "match-want": "would it help to meet somebody who could offer {match}?",
            "need": "I may know somebody who could help you get {need}. Want an introduction?",
            "need-shall": "I might know somebody who can help you find {need}. Shall I ask them?",
        },
        tones=CASUAL,
    ),
    *closings(
        "intro",
        {
            "match-touch": "somebody came to mind who could offer you {match}. Shall I put you two in touch?",
            "need-touch": "somebody I know might be able to help you get {need}. Would you like me to ask them?",
            "anybody": "is there anybody you'd like to meet? I may be able to introduce you.",
        },
        tones=WARM,
    ),
    *closings(
        "intro",
        {
            "match-formal": "I believe I know somebody who could offer {match}. May I introduce you?",
            "need-formal": "I may know somebody who could help you find {need}. Would you like an introduction?",
            "anybody-formal": "is there anybody you would like to be introduced to? I would be glad to ask.",
        },
        tones=FORMAL,
    ),
    *closings(
        "share",
        {
            "anything": "anything I can help with?",
            "hand": "could you use a hand with anything at the moment?",
            "send": "is there anything I could send your way?",
            "eye-out": "is there anything I should keep an eye out for on your behalf?",
        },
        tones=CASUAL,
    ),
    *closings(
        "share",
        {
            "field-send": "if I come across something good on {field}, shall I pass it on to you?",
            "company-word": "is {company} looking for anybody? I could spread the word.",
            "useful": "if I can be useful to you with anything, big or small, tell me. What would help?",
            "thinking-aloud": "if you're mulling something over and want another pair of ears, shall we talk?",
        },
        tones=WARM,
    ),
    *closings(
        "share",
        {
            "use-formal": "if I can be of use to you in any way, please let me know.",
            "anything-formal": "is there anything I could do for you at the moment?",
            "field-formal": "may I send you something on {field} when I come across it?",
            "company-formal": "is there anything {company} is looking for that I could pass on?",
        },
        tones=FORMAL,
    ),
    *closings(
        "congrats",
        {
            "well-done": "congratulations. How are you celebrating?",
            "earned": "you've earned this. How does it feel?",
            "happy": "I'm really happy for you. How do you feel about it?",
        },
        tones=CASUAL,
    ),
    *closings(
        "congrats",
        {
            "congratulations-formal": "my congratulations. How are you finding it?",
            "pleased-formal": "I was very pleased for you. How do you feel about it?",
            "best-formal": "please accept my congratulations. Will there be time to celebrate?",
        },
        tones=FORMAL,
    ),
    *closings(
        "interest",
        {
            "how-are-you": "how are you?",
            "been": "how have you been?",
            "things": "how are things with you?",
            "new": "what's new with you?",
            "up-to": "what are you up to these days?",
            "busy": "what's keeping you busy?",
            "company": "how are things at {company}?",
            "city": "how is life in {city}?",
            "field": "what's new in {field}?",
            "call": "do you have time for a quick call one of these days?",
        },
        tones=CASUAL,
    ),
    *closings(
        "interest",
        {
            "topic": "and how did things go with {topic}?",
            "love-to-hear": "I'd love to hear how you're doing. What's been going on?",
            "good-lately": "what has been good lately?",
            "coffee": "would you be up for a coffee or a call one of these weeks?",
            "looking-forward": "what are you looking forward to at the moment?",
            "company-working": "what are you working on at {company} these days?",
            "city-treating": "is {city} being good to you?",
            "best-of-month": "what has been the best thing about your month?",
        },
        tones=WARM,
    ),
    *closings(
        "interest",
        {
            "well-formal": "I hope you are well. How have you been?",
            "how-formal": "how are you?",
            "things-formal": "how have things been on your side?",
            "company-formal": "how are things at {company}?",
            "company-year-formal": "what is {company} working on at the moment?",
            "city-formal": "how are you finding {city} these days?",
            "field-formal": "what do you see changing in {field}?",
            "topic-formal": "may I ask how things went with {topic}?",
            "call-formal": "would you have time for a short call in the coming weeks?",
            "occupied-formal": "what is occupying you at present?",
            "coffee-formal": "might there be an opportunity to meet for a coffee?",
            "hear-formal": "I would be glad to hear how you are. Is all well?",
        },
        tones=FORMAL,
    ),
    *closings(
        "ask",
        {
            "field": "could I pick your brain about {field} for ten minutes?",
            "field-read": "if you had to name one thing to read on {field}, what would it be?",
            "company": "could I ask you a quick question about {company} some time?",
            "view": "could I get your view on something? Ten minutes would be plenty.",
        },
        tones=CASUAL,
    ),
    *closings(
        "ask",
        {
            "advice": "I could use your advice on something small. Would you have a quarter of an hour?",
            "opinion": "there's something I'd like your honest opinion on. May I tell you about it?",
        },
        tones=WARM,
    ),
    *closings(
        "ask",
        {
            "field-formal": "might I ask your view on a question about {field}? A few minutes would do.",
            "company-formal": "may I ask you a short question about {company}?",
            "view-formal": "I would value your view on a small question. May I put it to you?",
        },
        tones=FORMAL,
    ),
)
