"""What is offered, or asked: easy to answer, and at home behind any opening."""

from bot.texts.openers.spanish.forms import close_with

GIVES = (
    *close_with(
        "need",
        tu={
            "ask-around": "¿aún necesitas {need}? Puedo preguntar por ahí.",
            "say": "si aún necesitas {need}, dime y pregunto.",
            "eyes": "por cierto, ¿todavía necesitas {need}? Si es así, tendré los ojos bien abiertos.",
            "more": "¿aún necesitas {need}? Cuéntame un poco más y veo a quién preguntar.",
            "solved": "sé que necesitabas {need}. ¿Se resolvió o te ayudo a buscar?",
            "count": "si todavía necesitas {need}, cuenta conmigo. ¿Pregunto por ahí?",
        },
        usted={
            "ask-around": "¿aún necesita {need}? Con gusto puedo preguntar.",
            "say": "si todavía necesita {need}, dígame y con gusto pregunto.",
            "eyes": "por cierto, ¿todavía necesita {need}? Puedo consultarlo con la gente que conozco.",
            "solved": "sé que necesitaba {need}. ¿Se resolvió o puedo ayudarle?",
        },
    ),
    *close_with(
        "intro",
        tu={
            "match": "se me ocurre alguien que te puede ayudar con {match}. ¿Quieres que te presente?",
            "match-interest": "por cierto, conozco a alguien que te puede ayudar con {match}. ¿Hago la presentación?",
            "match-mind": "si buscas {match}, conozco a alguien. ¿Te interesa?",
            "need": "si aún necesitas {need}, sé de alguien que te puede ayudar. ¿Hago la presentación?",
            "need-talk": "¿todavía necesitas {need}? Hay alguien que te puedo presentar, si quieres.",
        },
        usted={
            "match": "se me ocurre alguien que puede ayudarle con {match}. ¿Hago la presentación?",
            "match-interest": "por cierto, conozco a alguien que puede ayudarle con {match}. ¿Quiere que le presente?",
            "need": "si aún necesita {need}, sé de alguien que puede ayudarle. ¿Hago la presentación?",
            "need-talk": "¿todavía necesita {need}? Con gusto puedo presentarle a alguien.",
        },
    ),
    *close_with(
        "share",
        tu={
            "topic": "si hay algún tema que te interese ahora, dime y te envío lo que encuentre.",
            "useful": "¿hay algo en lo que te pueda ayudar? Ideas, contactos, lo que sea.",
            "tip": "si te puedo echar una mano con algo, dime.",
            "books": "¿buscas alguna recomendación? De un libro, de un contacto, de lo que sea.",
            "field": "si encuentro algo bueno sobre {field}, ¿te lo envío?",
            "hand": "¿te puedo ayudar con algo estos días?",
            "people": "¿hay alguien a quien te gustaría conocer? A lo mejor te puedo presentar.",
        },
        usted={
            "topic": "si hay algún tema que le interese ahora, con gusto le envío lo que encuentre.",
            "useful": "¿hay algo que pueda serle útil en este momento?",
            "field": "si encuentro algo interesante sobre {field}, ¿se lo envío?",
            "hand": "si puedo ayudarle en algo, no dude en decírmelo.",
            "people": "¿hay alguien a quien le gustaría conocer? Quizá pueda presentarle.",
        },
    ),
    *close_with(
        "congrats",
        tu={
            "celebrate": "esto hay que celebrarlo. ¿Tienes algo pensado?",
            "party": "brindo por ti. ¿Cuándo nos tomamos algo?",
            "enjoy": "te invito a un café para celebrarlo. ¿Cuándo te viene bien?",
            "best": "te mereces todo lo bueno. ¿Cómo va todo?",
        },
        usted={
            "celebrate": "brindo por usted. ¿Cómo va todo?",
            "best": "que vengan muchas alegrías más. ¿Cómo está?",
            "coffee": "¿me permite invitarle a un café para celebrarlo?",
            "enjoy": "esto merece un brindis. ¿Cuándo le vendría bien un café?",
        },
    ),
)

ASKS = (
    *close_with(
        "interest",
        tu={
            "how": "¿cómo estás?",
            "tell": "¿qué me cuentas?",
            "going": "¿cómo te va?",
            "busy": "¿en qué andas estos días?",
            "news": "¿qué novedades tienes?",
            "there": "¿cómo va todo por ahí?",
            "coffee": "¿te animas a un café o una llamada uno de estos días?",
            "city": "¿qué tal la vida en {city}?",
            "field": "¿qué novedades hay en {field}?",
            "topic": "¿cómo te ha ido con {topic}?",
            "topic-news": "¿hay novedades sobre {topic}?",
        },
        warm={
            "love": "¿me cuentas cómo te va?",
            "best": "¿me cuentas algo bueno de estos días?",
            "moment": "cuando puedas, cuéntame cómo estás.",
        },
        usted={
            "how": "¿cómo está usted?",
            "going": "¿cómo le va?",
            "work": "¿qué tal van sus proyectos?",
            "news": "¿qué novedades tiene?",
            "love": "¿me cuenta cómo le va?",
            "coffee": "¿tendría un rato para un café o una llamada uno de estos días?",
            "city": "¿cómo va todo por {city}?",
            "field": "¿qué novedades ve en {field}?",
            "topic": "¿cómo le ha ido con {topic}?",
        },
        both={
            "all": "¿qué tal va todo?",
            "company": "¿cómo va todo en {company}?",
            "company-new": "¿qué hay de nuevo en {company}?",
        },
    ),
    *close_with(
        "ask",
        tu={
            "opinion": "¿me darías tu opinión sobre una cosa? Son dos minutos.",
            "advice": "me vendría bien tu consejo con una cosa. ¿Te puedo preguntar?",
            "field": "¿te puedo hacer una pregunta rápida sobre {field}?",
            "field-view": "me interesa tu opinión sobre {field}. ¿Tienes diez minutos uno de estos días?",
            "field-read": "¿qué me recomiendas leer para entender mejor {field}?",
            "company": "¿te puedo preguntar cómo es el día a día en {company}? Con un par de líneas me basta.",
        },
        usted={
            "opinion": "me ayudaría mucho su opinión sobre un asunto. ¿Le puedo preguntar?",
            "advice": "me vendría muy bien su consejo. ¿Tendría diez minutos uno de estos días?",
            "field": "¿podría hacerle una breve consulta sobre {field}?",
            "field-read": "¿qué me recomendaría leer sobre {field}?",
            "company": "¿podría preguntarle cómo es el día a día en {company}? Con un par de líneas me basta.",
        },
    ),
)
