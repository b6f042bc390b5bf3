"""German openers about a promise of one's own, and about somebody one was introduced to. What was promised goes unsaid,
for it stands in the user's words, not in words for the contact."""

from bot.texts.openers.german.forms import DU, SIE, openings, wholes

PROMISES = (
    *openings(
        "promise_due",
        {
            "not-forgotten": "ich habe nicht vergessen, was ich dir versprochen habe.",
            "on-it": "ich kümmere mich gerade um das, was ich dir versprochen habe.",
            "next": "was ich dir versprochen habe, steht bei mir als Nächstes an.",
        },
        tones=DU,
    ),
    *wholes(
        "promise_due",
        {
            "suits": "ich habe dir ja noch etwas versprochen. Passt es dir in den nächsten Tagen?",
            "before": "ich kümmere mich gerade um das, was ich dir versprochen habe. Gibt es etwas, worauf ich "
            "achten soll?",
            "still-useful": "ich habe noch auf dem Zettel, was ich dir versprochen habe. Ist das für dich noch "
            "aktuell?",
        },
        offer="share",
        tones=DU,
    ),
    *openings(
        "promise_due",
        {
            "not-forgotten-formal": "ich habe nicht vergessen, was ich Ihnen zugesagt habe.",
            "on-it-formal": "ich kümmere mich gerade um das, was ich Ihnen zugesagt habe.",
        },
        tones=SIE,
    ),
    *wholes(
        "promise_due",
        {
            "suits-formal": "ich hatte Ihnen noch etwas zugesagt. Passt es Ihnen in den nächsten Tagen?",
            "before-formal": "ich kümmere mich gerade um das, was ich Ihnen zugesagt habe. Gibt es etwas, worauf "
            "ich achten soll?",
        },
        offer="share",
        tones=SIE,
    ),
    *openings(
        "promise_kept",
        {
            "arrived": "ich hoffe, du konntest mit dem, was ich dir versprochen hatte, etwas anfangen.",
            "glad": "es freut mich, dass ich etwas für dich tun konnte.",
        },
        tones=DU,
    ),
    *wholes(
        "promise_kept",
        {
            "useful": "hat dir das, was ich dir versprochen hatte, etwas gebracht?",
            "more": "hat dir weitergeholfen, was ich dir versprochen hatte? Wenn noch etwas fehlt, sag Bescheid.",
            "else": "was ich dir versprochen hatte, ist erledigt. Kann ich sonst noch etwas für dich tun?",
        },
        tones=DU,
    ),
    *openings(
        "promise_kept",
        {"arrived-formal": "ich hoffe, was ich Ihnen zugesagt hatte, war für Sie hilfreich."},
        tones=SIE,
    ),
    *wholes(
        "promise_kept",
        {
            "useful-formal": "konnten Sie mit dem, was ich Ihnen zugesagt hatte, etwas anfangen?",
            "else-formal": "was ich Ihnen zugesagt hatte, ist erledigt. Kann ich sonst noch etwas für Sie tun?",
        },
        tones=SIE,
    ),
)

INTRODUCED = (
    *openings(
        "introduced",
        {
            "hope": "ich hoffe, der Kontakt zu {other} hilft dir weiter.",
            "glad": "schön, dass ich dich mit {other} bekannt machen konnte.",
        },
        tones=DU,
    ),
    *wholes(
        "introduced",
        {
            "come-of": "hat sich aus dem Kontakt mit {other} schon etwas ergeben?",
            "talked": "hattest du schon Gelegenheit, mit {other} zu sprechen?",
            "fit": "wie war der erste Kontakt mit {other}? Ich bin neugierig, ob es gepasst hat.",
        },
        tones=DU,
    ),
    *openings(
        "introduced",
        {"hope-formal": "ich hoffe, der Kontakt zu {other} ist für Sie nützlich."},
        tones=SIE,
    ),
    *wholes(
        "introduced",
        {
            "come-of-formal": "hat sich aus dem Kontakt zu {other} schon etwas ergeben?",
            "talked-formal": "hatten Sie schon Gelegenheit, mit {other} zu sprechen?",
        },
        tones=SIE,
    ),
)
