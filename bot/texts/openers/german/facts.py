"""German openers about what is known of somebody, what they talked about last, or nothing at all; none of them says how
long it has been. Companies come behind "bei", fields behind "Thema" or "in Sachen", so that any name fits."""

from bot.texts.openers.german.forms import DU, SIE, WARM, openings, wholes

FACT = (
    *openings(
        "fact",
        {
            "company": "ich hoffe, bei {company} läuft es gut für dich.",
            "city": "ich hoffe, in {city} ist alles gut bei dir.",
            "met": "ich musste gerade an unser Kennenlernen bei {met_at} denken.",
        },
        tones=DU,
    ),
    *openings(
        "fact",
        {
            "met-glad": "ich freue mich immer noch, dass wir uns bei {met_at} über den Weg gelaufen sind.",
            "city-greetings": "ich schicke dir liebe Grüße nach {city}.",
        },
        tones=WARM,
    ),
    *wholes(
        "fact",
        {
            "company-busy": "was hält dich bei {company} gerade auf Trab?",
            "company-news": "was gibt es Neues bei {company}? Erzähl gern, was du erzählen kannst.",
            "city-life": "wie lebt es sich gerade in {city}?",
            "field-changed": "was tut sich gerade beim Thema {field}? Du kennst dich da ja aus.",
            "field-mind": "beim Thema {field} bist du mir eingefallen. Was gibt es da bei dir Neues?",
            "need-ask": "suchst du eigentlich noch {need}? Ich höre mich gern um.",
            "need-still": "brauchst du eigentlich noch {need}? Wenn ja, halte ich die Augen offen.",
            "met-up-to": "wir haben uns ja bei {met_at} kennengelernt. Was machst du inzwischen?",
        },
        tones=DU,
    ),
    *openings(
        "fact",
        {
            "company-formal": "ich hoffe, bei {company} läuft alles gut für Sie.",
            "met-formal": "unser Kennenlernen bei {met_at} ist mir in guter Erinnerung.",
            "city-formal": "ich sende Ihnen herzliche Grüße nach {city}.",
        },
        tones=SIE,
    ),
    *wholes(
        "fact",
        {
            "company-busy-formal": "was beschäftigt Sie derzeit bei {company}?",
            "company-news-formal": "wie entwickeln sich die Dinge bei {company}? Ich würde mich freuen, von Ihnen zu hören.",
            "field-mind-formal": "beim Thema {field} sind Sie mir eingefallen. Womit beschäftigen Sie sich da gerade?",
            "field-changed-formal": "mich würde interessieren, was sich beim Thema {field} gerade tut. Wie sehen Sie das?",
            "need-ask-formal": "suchen Sie eigentlich noch {need}? Ich höre mich gern für Sie um.",
            "city-life-formal": "wie geht es Ihnen in {city}?",
        },
        tones=SIE,
    ),
)

TOPIC = (
    *openings(
        "topic",
        {
            "back": "beim letzten Mal haben wir ja über {topic} gesprochen.",
            "talked": "ich denke noch an unser Gespräch über {topic}.",
            "mind": "unser letztes Gespräch über {topic} geht mir noch durch den Kopf.",
        },
        tones=DU,
    ),
    *wholes(
        "topic",
        {
            "since": "wir hatten zuletzt über {topic} gesprochen. Wie ist es weitergegangen?",
            "listen": "gibt es etwas Neues zu unserem Gespräch über {topic}? Ich höre gern zu.",
            "help": "beim letzten Mal ging es um {topic}. Kann ich dir dabei irgendwie helfen?",
        },
        tones=DU,
    ),
    *openings(
        "topic",
        {
            "back-formal": "bei unserem letzten Kontakt haben wir über {topic} gesprochen.",
            "mind-formal": "unser Gespräch über {topic} ist mir in guter Erinnerung geblieben.",
            "thought-formal": "ich denke noch an unseren Austausch über {topic}.",
        },
        tones=SIE,
    ),
    *wholes(
        "topic",
        {
            "since-formal": "wir hatten zuletzt über {topic} gesprochen. Wie ist es seither weitergegangen?",
            "help-formal": "zuletzt ging es bei uns um {topic}. Kann ich Sie dabei unterstützen?",
        },
        tones=SIE,
    ),
)

PLAIN = (
    *openings(
        "plain",
        {
            "came-to-mind": "du bist mir heute in den Sinn gekommen.",
            "hello": "ich wollte einfach kurz von mir hören lassen.",
            "greetings": "ich schicke dir einfach mal viele Grüße.",
        },
        tones=DU,
    ),
    *openings(
        "plain",
        {
            "smile": "ich habe gerade an dich gedacht, und da wollte ich mich gleich melden.",
            "hear": "ich würde mich freuen, von dir zu hören.",
        },
        tones=WARM,
    ),
    *wholes(
        "plain",
        {
            "how-are-you": "wie geht's dir?",
            "whats-new": "was gibt's Neues bei dir?",
            "up-to": "was machst du gerade so?",
            "coffee": "hast du demnächst Lust auf einen Kaffee oder ein kurzes Telefonat?",
            "looking-forward": "worauf freust du dich gerade?",
            "no-reason": "ich schreibe dir ohne besonderen Anlass: Wie geht es dir?",
        },
        tones=DU,
    ),
    *wholes(
        "plain",
        {
            "one-good-thing": "magst du mir etwas Schönes erzählen, das dir passiert ist? Ich revanchiere mich gern.",
            "line-or-two": "wie geht es dir, und was beschäftigt dich? Zwei Zeilen reichen völlig.",
            "hands-full": "alles gut bei dir? Wenn du viel um die Ohren hast und ich helfen kann, sag Bescheid.",
            "your-month": "was war bei dir in letzter Zeit das Schönste?",
        },
        tones=WARM,
    ),
    *openings(
        "plain",
        {
            "greetings-formal": "ich möchte Ihnen einfach einen herzlichen Gruß schicken.",
            "came-to-mind-formal": "Sie sind mir heute in den Sinn gekommen.",
            "greet-formal": "ich wollte mich gern kurz bei Ihnen melden.",
        },
        tones=SIE,
    ),
    *wholes(
        "plain",
        {
            "how-formal": "wie geht es Ihnen?",
            "up-to-formal": "was beschäftigt Sie zurzeit?",
            "no-reason-formal": "ich melde mich ohne besonderen Anlass. Wie geht es Ihnen?",
            "help-formal": "ich hoffe, bei Ihnen ist alles in Ordnung. Kann ich Sie gerade bei etwas unterstützen?",
            "call-formal": "hätten Sie in den nächsten Wochen Zeit für ein kurzes Telefonat?",
        },
        tones=SIE,
    ),
)
