"""German openers for somebody one has only just met, has not written to yet, or may have lost sight of."""

from bot.texts.openers.german.forms import DU, SIE, WARM, openings, wholes

NEVER = (
    *openings(
        "never",
        {
            "say-hello": "ich wollte mich einfach mal bei dir melden.",
            "touch": "ich würde gern mit dir in Kontakt bleiben.",
            "met": "wir haben uns bei {met_at} kennengelernt, und ich würde gern in Kontakt bleiben.",
        },
        tones=DU,
    ),
    *openings(
        "never",
        {
            "know-more": "ich würde dich gern etwas besser kennenlernen.",
            "company": "ich finde spannend, was ihr bei {company} macht.",
            "contacts": "ich würde mich freuen, wenn wir öfter voneinander hören.",
        },
        tones=WARM,
    ),
    *wholes(
        "never",
        {
            "busy": "ich schreibe dir einfach mal. Woran arbeitest du gerade?",
            "coffee": "ich würde dich gern besser kennenlernen. Hast du Lust auf einen Kaffee oder ein kurzes Telefonat?",
            "met-doing": "wir sind uns ja bei {met_at} begegnet. Was machst du gerade?",
            "company-how": "mich interessiert, wie es bei {company} so ist. Magst du mal erzählen?",
            "how": "ich dachte, ich melde mich mal. Wie geht es dir?",
        },
        tones=DU,
    ),
    *openings(
        "never",
        {
            "greet-formal": "ich möchte mich heute einfach einmal bei Ihnen melden.",
            "touch-formal": "ich würde gern mit Ihnen in Kontakt bleiben.",
            "met-formal": "wir sind uns bei {met_at} begegnet, und ich würde gern mit Ihnen in Kontakt bleiben.",
            "know-more-formal": "ich würde gern mehr über Ihre Arbeit erfahren.",
        },
        tones=SIE,
    ),
    *wholes(
        "never",
        {
            "busy-formal": "ich würde gern mehr von Ihnen hören. Woran arbeiten Sie gerade?",
            "call-formal": "ich würde Sie gern besser kennenlernen. Hätten Sie Zeit für ein kurzes Telefonat?",
            "company-formal": "mich interessiert, was sich bei {company} gerade tut. Möchten Sie mir davon erzählen?",
            "how-formal": "ich wollte mich kurz bei Ihnen melden. Wie geht es Ihnen?",
        },
        tones=SIE,
    ),
)

LATELY = (
    *openings(
        "lately",
        {
            "good": "es war schön, dich kennenzulernen.",
            "met": "schön, dass wir uns bei {met_at} kennengelernt haben.",
            "glad": "ich habe mich gefreut, dich kennenzulernen.",
        },
        tones=DU,
    ),
    *wholes(
        "lately",
        {
            "coffee": "es war schön, dich kennenzulernen. Wollen wir das bei einem Kaffee fortsetzen?",
            "met-week": "unsere Begegnung bei {met_at} hat mich gefreut. Wie geht es dir seitdem?",
            "company": "schön, dass wir uns kennengelernt haben. Magst du mir mehr von {company} erzählen?",
        },
        tones=DU,
    ),
    *openings(
        "lately",
        {
            "good-formal": "es hat mich gefreut, Sie kennenzulernen.",
            "met-formal": "unsere Begegnung bei {met_at} hat mich sehr gefreut.",
            "glad-formal": "ich freue mich, dass wir uns kennengelernt haben.",
        },
        tones=SIE,
    ),
    *wholes(
        "lately",
        {
            "continue-formal": "es hat mich gefreut, Sie kennenzulernen. Darf ich Sie auf einen Kaffee einladen?",
            "company-formal": "es war schön, Sie kennenzulernen. Möchten Sie mir einmal mehr über {company} erzählen?",
        },
        tones=SIE,
    ),
)

STILL = (
    *wholes(
        "still",
        {
            "company": "wir haben lange nichts voneinander gehört. Bist du eigentlich noch bei {company}?",
            "city": "lange ist es her. Lebst du noch in {city}, oder hat es dich woandershin gezogen?",
            "company-next": "was macht die Arbeit? Bist du noch bei {company}, oder gibt es etwas Neues?",
            "field": "lange nichts gehört. Ist {field} noch dein Thema?",
        },
        tones=DU,
    ),
    *wholes(
        "still",
        {
            "company-formal": "wir haben lange nichts voneinander gehört. Sind Sie noch bei {company} tätig?",
            "city-formal": "unser letzter Kontakt liegt eine Weile zurück. Sind Sie noch in {city} zu Hause?",
            "field-formal": "seit unserem letzten Austausch ist einige Zeit vergangen. Ist {field} weiterhin Ihr Thema?",
        },
        tones=SIE,
    ),
)
