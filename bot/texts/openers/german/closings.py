"""German closings: a question or an offer. Each reads well behind any opening, so none says "das" of what went "
"before."""

from bot.texts.openers.german.forms import DU, SIE, WARM, closings

NEED = (
    *closings(
        "need",
        {
            "ask-around": "suchst du eigentlich noch {need}? Ich höre mich gern um.",
            "ask-people": "brauchst du eigentlich noch {need}? Dann frage ich mal herum.",
            "worked-out": "du hattest ja {need} gesucht. Hat es geklappt, oder kann ich helfen?",
            "eyes-open": "suchst du noch {need}? Ich halte die Augen offen.",
        },
        tones=DU,
    ),
    *closings(
        "need",
        {
            "tell-more": "falls du übrigens noch {need} suchst, erzähl mir gern mehr, dann frage ich herum.",
            "few-people": "du hattest doch {need} gesucht. Soll ich mal ein paar Leute fragen?",
        },
        tones=WARM,
    ),
    *closings(
        "need",
        {
            "ask-around-formal": "suchen Sie eigentlich noch {need}? Ich höre mich gern für Sie um.",
            "eyes-open-formal": "falls Sie noch {need} suchen, halte ich übrigens gern die Augen offen.",
            "worked-out-formal": "Sie hatten {need} gesucht. Sind Sie fündig geworden, oder kann ich helfen?",
            "still-formal": "brauchen Sie eigentlich noch {need}? Dann frage ich gern in meinem Umfeld nach.",
        },
        tones=SIE,
    ),
)

INTRO = (
    *closings(
        "intro",
        {
            "match-somebody": "ich kenne übrigens jemanden, der {match} zu bieten hat. Soll ich den Kontakt "
            "herstellen?",
            "match-connect": "mir ist jemand eingefallen, der {match} mitbringt. Soll ich euch bekannt machen?",
            "need-somebody": "suchst du noch {need}? Ich wüsste da jemanden und stelle gern den Kontakt her.",
            "need-connect": "falls du noch {need} suchst: Ich könnte dich mit jemandem bekannt machen. Soll ich?",
            "match-use": "könntest du {match} gebrauchen? Ich hätte da einen Kontakt für dich.",
            "need-present": "du suchst doch {need}. Soll ich dir jemanden vorstellen, der helfen könnte?",
        },
        tones=DU,
    ),
    *closings(
        "intro",
        {
            "match-formal": "ich kenne übrigens jemanden, der {match} zu bieten hat. Darf ich den Kontakt herstellen?",
            "match-connect-formal": "mir ist jemand eingefallen, der {match} mitbringt. Darf ich Sie bekannt machen?",
            "need-formal": "suchen Sie noch {need}? Ich wüsste da jemanden und stelle gern den Kontakt her.",
            "need-connect-formal": "falls Sie noch {need} suchen: Darf ich Sie mit jemandem bekannt machen?",
            "match-use-formal": "könnten Sie {match} gebrauchen? Ich hätte da einen Kontakt für Sie.",
            "need-present-formal": "Sie suchen doch {need}. Darf ich Ihnen jemanden vorstellen, der helfen könnte?",
        },
        tones=SIE,
    ),
)

SHARE = (
    *closings(
        "share",
        {
            "pass-on": "gibt es gerade etwas, bei dem ich dir helfen kann?",
            "spread": "wenn du gerade einen Kontakt oder einen Rat brauchst, sag Bescheid.",
            "who-to-meet": "gibt es eigentlich jemanden, den du gern kennenlernen würdest? Vielleicht kann ich helfen.",
            "field": "wenn ich etwas Gutes zum Thema {field} finde, soll ich es dir schicken?",
        },
        tones=DU,
    ),
    *closings(
        "share",
        {
            "looking": "suchst du gerade etwas oder jemanden? Ich frage gern herum.",
            "company": "sucht ihr bei {company} eigentlich gerade Leute? Ich sage es gern weiter.",
            "send": "woran arbeitest du gerade? Vielleicht fällt mir jemand ein, für den das spannend ist.",
            "tip": "wenn du gerade bei etwas einen Tipp brauchst, schicke ich dir gern, was ich dazu habe.",
        },
        tones=WARM,
    ),
    *closings(
        "share",
        {
            "pass-on-formal": "gibt es gerade etwas, bei dem ich Ihnen behilflich sein kann?",
            "spread-formal": "wenn Sie gerade einen Kontakt oder einen Rat brauchen, helfe ich gern weiter.",
            "who-to-meet-formal": "gibt es jemanden, den Sie gern kennenlernen würden? Vielleicht kann ich vermitteln.",
            "field-formal": "darf ich Ihnen etwas schicken, wenn ich Lesenswertes zum Thema {field} finde?",
            "company-formal": "wird bei {company} gerade jemand gesucht? Das gebe ich gern weiter.",
        },
        tones=SIE,
    ),
)

CONGRATS = (
    *closings(
        "congrats",
        {
            "coffee": "darf ich dich demnächst auf einen Kaffee einladen?",
            "toast": "lass uns bald mal anstoßen. Wann passt es dir?",
            "on-me": "der nächste Kaffee geht auf mich. Wann hast du Zeit?",
        },
        tones=DU,
    ),
    *closings(
        "congrats",
        {
            "lunch": "darf ich dich demnächst mal zum Essen einladen?",
            "story": "bei einem Kaffee auf meine Kosten würde ich gern mehr hören. Wann passt es dir?",
        },
        tones=WARM,
    ),
    *closings(
        "congrats",
        {
            "coffee-formal": "darf ich Sie demnächst auf einen Kaffee einladen?",
            "lunch-formal": "darf ich Sie bei Gelegenheit zum Mittagessen einladen?",
            "story-formal": "gern würde ich bei einem Kaffee mehr darüber hören. Wann hätten Sie Zeit?",
        },
        tones=SIE,
    ),
)

INTEREST = (
    *closings(
        "interest",
        {
            "how": "wie geht's dir?",
            "whats-new": "was gibt's Neues bei dir?",
            "up-to": "was machst du gerade so?",
            "busy": "was beschäftigt dich im Moment?",
            "work": "woran arbeitest du gerade?",
            "looking-forward": "worauf freust du dich gerade?",
            "company": "wie läuft's denn bei {company}?",
            "city": "wie lebt es sich zurzeit in {city}?",
        },
        tones=DU,
    ),
    *closings(
        "interest",
        {
            "how-long": "wie geht es dir, und was gibt es Neues?",
            "nice": "was war zuletzt richtig schön bei dir?",
            "call": "hättest du in den nächsten Wochen Zeit für ein kurzes Telefonat?",
            "coffee": "hättest du demnächst Lust auf einen Kaffee?",
            "help": "kann ich dir gerade bei irgendetwas helfen?",
            "field": "was gibt es aus deiner Sicht Neues zum Thema {field}?",
        },
        tones=WARM,
    ),
    *closings(
        "interest",
        {
            "how-formal": "wie geht es Ihnen?",
            "whats-new-formal": "was gibt es bei Ihnen Neues?",
            "busy-formal": "was beschäftigt Sie zurzeit?",
            "work-formal": "woran arbeiten Sie gerade?",
            "company-formal": "wie läuft es derzeit bei {company}?",
            "city-formal": "wie geht es Ihnen in {city}?",
            "call-formal": "hätten Sie in den nächsten Wochen Zeit für ein kurzes Telefonat?",
            "help-formal": "kann ich Sie gerade bei etwas unterstützen?",
            "field-formal": "was gibt es aus Ihrer Sicht Neues zum Thema {field}?",
        },
        tones=SIE,
    ),
)

ASK = (
    *closings(
        "ask",
        {
            "question": "darf ich dich bei Gelegenheit etwas fragen?",
            "opinion": "ich hätte gern deine Meinung zu einer Kleinigkeit. Darf ich dich kurz fragen?",
            "field": "ich würde dich gern demnächst etwas zum Thema {field} fragen. Darf ich?",
            "company": "ich hätte mal eine kurze Frage zu deiner Arbeit bei {company}. Darf ich?",
        },
        tones=DU,
    ),
    *closings(
        "ask",
        {
            "ten-minutes": "hättest du mal zehn Minuten? Ich würde gern deine Meinung zu etwas hören.",
            "field-tip": "was sollte man deiner Meinung nach zum Thema {field} gelesen haben? Ich freue mich über "
            "Tipps.",
        },
        tones=WARM,
    ),
    *closings(
        "ask",
        {
            "question-formal": "dürfte ich Ihnen bei Gelegenheit eine kurze Frage stellen?",
            "opinion-formal": "ich würde gern Ihre Einschätzung zu einer kleinen Frage hören. Darf ich sie Ihnen "
            "stellen?",
            "field-formal": "dürfte ich Ihnen demnächst eine Frage zum Thema {field} stellen?",
            "company-formal": "dürfte ich Ihnen eine kurze Frage zu Ihrer Arbeit bei {company} stellen?",
        },
        tones=SIE,
    ),
)

CLOSINGS = (*NEED, *INTRO, *SHARE, *CONGRATS, *INTEREST, *ASK)
