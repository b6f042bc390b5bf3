"""German openers that go by the last touch: long ago, some time ago, lately, days ago, or never. No days are counted."""

from bot.texts.openers.german.forms import BRIEF, DU, SIE, WARM, openings, wholes

DORMANT = (
    *openings(
        "dormant",
        {
            "long-heard": "wir haben lange nichts voneinander gehört, und gerade bist du mir in den Sinn gekommen.",
            "again": "nach langer Zeit wollte ich mich einfach mal wieder bei dir melden.",
            "so-much": "bei dir ist bestimmt viel passiert, seit wir zuletzt voneinander gehört haben.",
            "met": "ich musste gerade daran denken, wie wir uns bei {met_at} kennengelernt haben.",
            "company": "lange ist es her, und bei {company} hat sich seitdem sicher einiges getan.",
        },
        tones=WARM,
    ),
    *openings(
        "dormant",
        {
            "out-of-the-blue": "ich melde mich ganz spontan, weil ich gerade an dich gedacht habe.",
            "ages": "wir haben ja ewig nichts voneinander gehört.",
            "met-short": "unser Kennenlernen bei {met_at} ist schon eine ganze Weile her.",
        },
        tones=DU,
    ),
    *openings("dormant", {"long": "lange nichts voneinander gehört."}, tones=BRIEF),
    *wholes(
        "dormant",
        {
            "doing": "wir haben lange nichts voneinander gehört. Was machst du inzwischen?",
            "call": "es ist lange her, dass wir voneinander gehört haben. Hast du Lust, demnächst mal zu telefonieren?",
            "surprise": "eine kleine Nachricht aus heiterem Himmel: Wie ist es dir ergangen?",
            "coffee": "wir haben uns ewig nicht gehört. Hättest du mal wieder Lust auf einen Kaffee?",
            "need": "es ist lange her, aber suchst du eigentlich noch {need}? Ich höre mich gern um.",
        },
        tones=DU,
    ),
    *wholes(
        "dormant",
        {
            "best": "seit wir zuletzt voneinander gehört haben, ist sicher viel passiert. Was war das Schönste?",
            "met-now": "dass wir uns bei {met_at} kennengelernt haben, ist schon eine Weile her. Was machst du heute?",
        },
        tones=WARM,
    ),
    *openings(
        "dormant",
        {
            "long-formal": "wir haben lange nichts voneinander gehört, und ich würde gern wieder anknüpfen.",
            "while-formal": "seit unserem letzten Kontakt ist einige Zeit vergangen.",
            "again-formal": "nach längerer Zeit möchte ich mich gern wieder einmal bei Ihnen melden.",
            "met-formal": "ich denke gern an unsere Begegnung bei {met_at} zurück.",
            "company-formal": "seit wir zuletzt in Kontakt waren, hat sich bei {company} sicher einiges getan.",
        },
        tones=SIE,
    ),
    *wholes(
        "dormant",
        {
            "doing-formal": "unser letzter Austausch liegt schon eine Weile zurück. Wie ist es Ihnen seither ergangen?",
            "call-formal": "wir haben lange nichts voneinander gehört. Hätten Sie Zeit für ein kurzes Telefonat?",
            "need-formal": "es ist einige Zeit her, aber suchen Sie eigentlich noch {need}? Ich höre mich gern um.",
            "coffee-formal": "ich würde mich freuen, nach längerer Zeit wieder von Ihnen zu hören. Wie geht es Ihnen?",
        },
        tones=SIE,
    ),
)

QUIET = (
    *openings(
        "quiet",
        {
            "sign": "ich wollte mich mal wieder melden.",
            "while": "wir haben schon eine Weile nichts voneinander gehört.",
            "thought": "ich habe gerade an dich gedacht und wollte mich kurz melden.",
        },
        tones=DU,
    ),
    *openings(
        "quiet",
        {
            "time-again": "es wird mal wieder Zeit, dass wir voneinander hören.",
            "city": "ich hoffe, in {city} ist gerade alles gut bei dir.",
            "company": "ich hoffe, bei {company} läuft gerade alles rund für dich.",
            "met": "ich habe gerade daran gedacht, wie wir uns bei {met_at} begegnet sind.",
        },
        tones=WARM,
    ),
    *wholes(
        "quiet",
        {
            "whats-new": "wir haben eine Weile nichts voneinander gehört. Was gibt es Neues bei dir?",
            "catch-up": "wollen wir mal wieder telefonieren oder einen Kaffee trinken?",
            "about-time": "ich wollte schon länger mal fragen: Wie geht es dir?",
            "been-good": "es ist eine Weile her, also erzähl mal: Was war in letzter Zeit schön?",
            "need": "mal wieder ein Gruß von mir. Suchst du eigentlich noch {need}?",
            "company-news": "wir haben eine Weile nichts voneinander gehört. Was tut sich bei {company}?",
        },
        tones=DU,
    ),
    *openings(
        "quiet",
        {
            "sign-formal": "ich wollte mich gern wieder einmal bei Ihnen melden.",
            "while-formal": "wir haben eine Weile nichts voneinander gehört.",
            "wishes-formal": "ich hoffe, bei Ihnen ist alles in bester Ordnung.",
            "company-formal": "ich hoffe, bei {company} läuft alles nach Plan.",
        },
        tones=SIE,
    ),
    *wholes(
        "quiet",
        {
            "whats-new-formal": "wir haben eine Weile nichts voneinander gehört. Was gibt es bei Ihnen Neues?",
            "catch-up-formal": "unser letzter Kontakt ist schon etwas her. Hätten Sie einmal Zeit für ein kurzes Gespräch?",
            "how-formal": "ich möchte gern wieder einmal nachfragen: Wie geht es Ihnen?",
            "need-formal": "eine kurze Frage: Suchen Sie noch {need}? Ich höre mich gern für Sie um.",
        },
        tones=SIE,
    ),
)

RECENT = (
    *openings(
        "recent",
        {
            "hello": "ein kurzer Gruß von mir.",
            "week": "ich hoffe, du hattest bisher eine gute Woche.",
            "crossed": "du bist mir gerade durch den Kopf gegangen.",
        },
        tones=DU,
    ),
    *openings(
        "recent",
        {
            "moment": "ein kurzer Gruß zwischendurch.",
            "company": "ich hoffe, bei {company} ist es im Moment nicht zu stressig für dich.",
            "glad": "schön, dass wir in Kontakt geblieben sind.",
        },
        tones=WARM,
    ),
    *wholes(
        "recent",
        {
            "how-week": "wie läuft deine Woche?",
            "on-mind": "ich melde mich nur kurz. Was geht dir gerade so durch den Kopf?",
            "since": "gibt es etwas Neues bei dir?",
            "anything": "alles gut bei dir? Wenn ich dir irgendwo helfen kann, sag Bescheid.",
            "need": "kurze Frage: Suchst du noch {need}? Dann halte ich die Augen offen.",
            "company-now": "wie ist es gerade bei {company}?",
        },
        tones=DU,
    ),
    *openings(
        "recent",
        {
            "greeting-formal": "ich möchte Ihnen heute einen kurzen Gruß schicken.",
            "week-formal": "ich hoffe, Sie hatten bisher eine gute Woche.",
            "glad-formal": "es freut mich, dass wir in Kontakt geblieben sind.",
        },
        tones=SIE,
    ),
    *wholes(
        "recent",
        {
            "week-goes-formal": "wie läuft die Woche bei Ihnen?",
            "anything-formal": "ein kurzer Gruß von mir. Kann ich Sie im Moment bei etwas unterstützen?",
            "need-formal": "eine kurze Frage: Suchen Sie noch {need}? Dann halte ich gern die Augen offen.",
            "company-now-formal": "wie läuft es derzeit bei {company}?",
        },
        tones=SIE,
    ),
)

FRESH = (
    *openings(
        "fresh",
        {
            "good-talk": "es war schön, neulich mit dir zu sprechen.",
            "enjoyed": "unser Gespräch neulich hat mir Freude gemacht.",
            "still-thinking": "ich denke noch gern an unser Gespräch neulich zurück.",
        },
        tones=DU,
    ),
    *wholes(
        "fresh",
        {
            "since": "unser Gespräch neulich hat mir gutgetan. Wie ging es bei dir weiter?",
            "help": "schön, dass wir neulich gesprochen haben. Kann ich dir bei etwas helfen?",
        },
        tones=DU,
    ),
    *openings(
        "fresh",
        {
            "good-formal": "vielen Dank noch einmal für unser Gespräch neulich.",
            "enjoyed-formal": "ich habe mich über unser Gespräch neulich sehr gefreut.",
            "thinking-formal": "unser Gespräch neulich ist mir in guter Erinnerung geblieben.",
        },
        tones=SIE,
    ),
    *wholes(
        "fresh",
        {"help-formal": "unser Gespräch neulich hat mich gefreut. Kann ich etwas für Sie tun?"},
        tones=SIE,
    ),
)
