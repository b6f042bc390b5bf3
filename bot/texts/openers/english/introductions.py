"""Introducing two people: asking each of them first, the message to both, asking for an introduction, and saying that
there won't be one."""

from bot.texts.openers.writing import CASUAL, FORMAL, wholes

INTRODUCTIONS = (
    *wholes(
        "intro_ask",
        {
            "match": "I know somebody who could offer {match}: {other}. Shall I introduce you two?",
            "company": "do you know {other} from {other_company}? I think you two would get on. Shall I introduce you?",
            "need": "you came up as somebody who could help {other}, who is looking for {need}. May I introduce you "
            "two?",
            "plain": "I'd like to introduce you to {other}, if that's all right with you. Shall I?",
            "think": "I keep thinking that you and {other} should know each other. Shall I put you in touch?",
            "up-for": "would you be up for meeting {other}? I think you'd have a lot to talk about. No problem if not.",
        },
        offer="intro",
        tones=CASUAL,
    ),
    *wholes(
        "intro_ask",
        {
            "match-formal": "I know somebody who could offer {match}: {other}. May I introduce you to each other?",
            "company-formal": "I believe that {other} of {other_company} would be a good person for you to know. "
            "May I introduce you?",
            "need-formal": "{other} is looking for {need}, and I thought of you. May I introduce you to each other?",
            "plain-formal": "with your permission, I would like to introduce you to {other}. Would that suit you?",
            "useful-formal": "I believe a conversation with {other} could be useful to you both. May I arrange it?",
            "agree-formal": "would you be willing to meet {other}? I would be glad to introduce you, and of course "
            "you are free to decline.",
        },
        offer="intro",
        tones=FORMAL,
    ),
    *wholes(
        "intro_both",
        {
            "match": "{first}, meet {other}. {other_first} could offer {match}, so I think you two should talk. "
            "Over to you: when suits you both?",
            "need": "{first}, meet {other}. You were looking for {need}, so I hope this is useful. Will you two "
            "find a time to talk?",
            "company": "{first}, meet {other} from {other_company}. You both said yes to an introduction, so here "
            "it is. Shall I leave you two to it?",
            "plain": "{first}, meet {other}. {other_first}, meet {first}. You both said yes, so I'll leave it to "
            "the two of you. Who writes first?",
            "get-on": "{first} and {other}, here is the introduction you both said yes to. I think you'll get on. "
            "When could you two talk?",
        },
        offer="intro",
        tones=CASUAL,
    ),
    *wholes(
        "intro_both",
        {
            "match-formal": "{first}, may I introduce {other}, who could offer {match}? I leave it to you both to "
            "find a time to talk.",
            "company-formal": "{first}, may I introduce {other} of {other_company}? You have both kindly agreed, "
            "and I leave the rest to you.",
            "plain-formal": "{first}, may I introduce {other}? You have both kindly agreed, and I leave the rest to "
            "you.",
            "need-formal": "{first}, may I introduce {other}? As you are looking for {need}, a conversation may be "
            "useful. I leave the rest to you both.",
        },
        offer="intro",
        tones=FORMAL,
    ),
    *wholes(
        "intro_seek",
        {
            "other": "I'd love to get to know {other}. Would you be willing to introduce us? It's fine to say no.",
            "other-company": "do you happen to know {other} at {other_company}? If so, would you introduce us?",
            "company": "do you know anybody at {other_company} who you could introduce me to? A name would help a lot.",
            "company-talk": "I'm hoping to talk to somebody at {other_company}. Does anybody come to mind?",
            "need": "I'm looking for {need}. Is there anybody you could introduce me to?",
            "favour": "a small favour, and feel free to say no: could you introduce me to {other}?",
        },
        offer="ask",
        tones=CASUAL,
    ),
    *wholes(
        "intro_seek",
        {
            "other-formal": "I would very much like to meet {other}. Would you be willing to introduce us?",
            "other-company-formal": "do you happen to know {other} at {other_company}? If so, may I ask for an "
            "introduction?",
            "company-formal": "might you know somebody at {other_company} to whom you could introduce me?",
            "company-talk-formal": "I am hoping to speak with somebody at {other_company}. Does anybody come to mind?",
            "need-formal": "I am looking for {need}. Is there anybody to whom you could introduce me?",
            "favour-formal": "may I ask a favour, which you are free to decline: could you introduce me to {other}?",
        },
        offer="ask",
        tones=FORMAL,
    ),
    *wholes(
        "intro_decline",
        {
            "timing": "the introduction to {other} won't happen for now, as the timing isn't right. Can I help in "
            "another way?",
            "no": "I asked about the introduction to {other}, and it isn't possible at the moment. Shall I think of "
            "somebody else?",
            "plain": "the introduction I mentioned won't work out just now. Shall I keep an eye out for somebody else?",
            "another": "no luck with the introduction to {other} this time. Would somebody else help?",
        },
        tones=CASUAL,
    ),
    *wholes(
        "intro_decline",
        {
            "timing-formal": "the introduction to {other} is not possible at present. May I help in another way?",
            "plain-formal": "the introduction I mentioned will not be possible for now. Shall I think of somebody "
            "else?",
            "another-formal": "I have asked about the introduction to {other}, and now is not a good time. Would "
            "somebody else be of use?",
        },
        tones=FORMAL,
    ),
)
