"""What is known of them, with no claim about how long it has been; and what needs nothing but a name."""

from bot.texts.openers.spanish.forms import open_with, say_all

FACTS = (
    *open_with(
        "fact",
        tu={
            "company": "hoy pensé en ti y en tu trabajo en {company}.",
            "company-do": "me acordé de ti y de lo que haces en {company}.",
            "met-glad": "qué suerte haber coincidido contigo en {met_at}.",
            "city": "espero que estés disfrutando de {city}.",
            "city-treat": "ojalá {city} te esté tratando bien.",
            "field": "me acordé de que sabes mucho de {field}.",
        },
        usted={
            "company": "hoy pensé en usted y en su trabajo en {company}.",
            "company-do": "me acordé de usted y de lo que hace en {company}.",
            "met-glad": "fue una suerte coincidir con usted en {met_at}.",
            "city": "espero que esté disfrutando de {city}.",
            "field": "pensé en usted por su experiencia en {field}.",
        },
        both={
            "met": "me acordé de cuando nos conocimos en {met_at}.",
        },
    ),
    *say_all(
        "fact",
        tu={
            "company-busy": "¿en qué andas ahora en {company}?",
            "company-news": "¿qué hay de nuevo en {company}? Lo que se pueda contar, claro.",
            "city-life": "¿qué tal te trata {city}?",
            "city-best": "¿qué es lo mejor de {city} en esta época?",
            "field-news": "¿qué hay de nuevo en {field}? Me interesa cómo lo ves.",
            "met-now": "me acordé de cuando nos conocimos en {met_at}. ¿En qué andas ahora?",
            "need": "¿todavía necesitas {need}? Con gusto pregunto por ahí.",
        },
        usted={
            "company-news": "¿cómo va todo en {company}? Me gustaría saber en qué está trabajando.",
            "city-life": "¿qué tal la vida en {city} últimamente?",
            "field-news": "¿qué hay de nuevo en {field}? Me interesa mucho su punto de vista.",
            "met-now": "me acordé de cuando nos conocimos en {met_at}. ¿Cómo le va ahora?",
            "need": "¿todavía necesita {need}? Con gusto puedo preguntar.",
        },
    ),
)

PLAIN = (
    *open_with(
        "plain",
        tu={
            "mind": "hoy me acordé de ti.",
            "well": "te mando un saludo.",
            "hello": "te escribo para saludarte.",
            "no-reason": "pasaste por mi cabeza, y aquí va un saludo.",
            "know": "tenía ganas de saber de ti.",
            "good-days": "espero que tengas una buena semana.",
        },
        warm={
            "hug": "hoy te mando un abrazo porque sí.",
        },
        usted={
            "mind": "hoy me acordé de usted.",
            "well": "espero que esté muy bien.",
            "hello": "quería saludarle.",
            "good-days": "espero que tenga una buena semana.",
            "regards": "le mando un cordial saludo.",
        },
    ),
    *say_all(
        "plain",
        tu={
            "how": "¿cómo va todo?",
            "busy": "cuéntame, ¿en qué andas?",
            "best": "¿qué es lo mejor que te ha pasado este mes?",
            "coffee": "¿nos tomamos un café uno de estos días?",
            "line": "¿qué me cuentas? Con un par de líneas me conformo.",
            "week": "¿qué tal la semana?",
        },
        warm={
            "mind": "me acordé de ti y me dieron ganas de escribirte. ¿Cómo estás?",
            "forward": "¿de qué tienes ganas últimamente?",
            "news": "hoy pensé en ti. ¿Qué novedades me cuentas?",
        },
        usted={
            "how": "espero que todo vaya bien. ¿Cómo le va?",
            "busy": "me acordé de usted. ¿En qué está trabajando estos días?",
            "coffee": "¿le gustaría tomar un café o hablar un momento uno de estos días?",
            "news": "quería saludarle. ¿Cómo van las cosas?",
        },
    ),
)
