"""What goes by the last touch: over a year ago, some months ago, lately, or never. No days are counted."""

from bot.texts.openers.spanish.forms import open_with, say_all

DORMANT = (
    *open_with(
        "dormant",
        tu={
            "long": "hace muchísimo que no hablamos y me acordé de ti.",
            "ages": "cuánto tiempo sin hablar, ya tenía ganas de escribirte.",
            "blue": "te escribo sin más motivo que las ganas de saber de ti.",
            "passed": "ha pasado mucho tiempo y me encantaría volver a saber de ti.",
            "head": "después de tanto tiempo, hoy me acordé de ti.",
        },
        warm={
            "life": "la vida va a toda prisa, y hace muchísimo que no nos ponemos al día.",
        },
        usted={
            "long": "hace mucho tiempo que no hablamos y me acordé de usted.",
            "passed": "ha pasado mucho tiempo y me gustaría volver a saber de usted.",
            "surprise": "quizá le sorprenda este mensaje después de tanto tiempo, pero me acordé de usted.",
            "resume": "hace mucho que no hablamos y me gustaría retomar el contacto.",
        },
        both={
            "met": "ha pasado mucho tiempo desde que nos conocimos en {met_at}.",
        },
    ),
    *say_all(
        "dormant",
        tu={
            "how": "cuánto tiempo. ¿Cómo te va la vida?",
            "best": "seguro que han pasado muchas cosas desde la última vez. ¿Qué ha sido lo mejor?",
            "call": "hace muchísimo que no hablamos. ¿Te animas a una llamada corta para ponernos al día?",
            "coffee": "cuánto tiempo sin vernos. ¿Un café o una llamada uno de estos días?",
            "company": "hace mucho que no hablamos. ¿Cómo estás y cómo va todo en {company}?",
            "met": "me acordé de cuando nos conocimos en {met_at}. Cuánto tiempo ha pasado. ¿Qué es de tu vida?",
        },
        usted={
            "how": "hace mucho tiempo que no hablamos. ¿Cómo está?",
            "call": "ha pasado mucho tiempo. ¿Le gustaría que tuviéramos una llamada breve para ponernos al día?",
            "company": "hace mucho que no hablamos. ¿Cómo está y cómo va todo en {company}?",
            "met": "me acordé de cuando nos conocimos en {met_at}. ¿Cómo le ha ido desde entonces?",
        },
    ),
)

STILL = (
    *open_with(
        "still",
        tu={
            "company": "no sé si sigues en {company}, pero me acordé de ti.",
            "city": "no sé si sigues en {city}, pero hoy pensé en ti.",
            "long": "hace mucho que no nos ponemos al día y seguro que han cambiado cosas.",
        },
        usted={
            "company": "no sé si sigue en {company}, pero me acordé de usted.",
            "city": "no sé si sigue en {city}, pero hoy pensé en usted.",
            "long": "hace mucho que no hablamos y supongo que habrán cambiado cosas.",
        },
    ),
    *say_all(
        "still",
        tu={
            "company": "hace mucho que no hablamos. ¿Sigues en {company} o ya andas en otra cosa?",
            "city": "cuánto tiempo. ¿Sigues en {city}? Me encantaría saber cómo estás.",
            "field": "hace mucho que no hablamos. ¿Sigues trabajando en {field}?",
            "met": "me acordé de cuando nos conocimos en {met_at}. ¿Sigues en {company}?",
        },
        usted={
            "company": "hace mucho tiempo que no hablamos. ¿Sigue usted en {company}?",
            "city": "hace mucho tiempo que no hablamos. ¿Sigue viviendo en {city}?",
            "field": "hace mucho tiempo que no hablamos. ¿Sigue trabajando en {field}?",
        },
    ),
)

QUIET = (
    *open_with(
        "quiet",
        tu={
            "know": "hace tiempo que no sé de ti.",
            "catch-up": "ya nos toca ponernos al día.",
            "wave": "paso a saludarte, que hace tiempo que no hablamos.",
            "meaning": "tenía pendiente escribirte.",
        },
        usted={
            "greet": "hace tiempo que no hablamos y quería saludarle.",
            "know": "hace tiempo que no sé de usted.",
            "meaning": "tenía pendiente escribirle.",
        },
        both={
            "while": "hace tiempo que no hablamos.",
            "met": "hace tiempo que no hablamos, y hoy me acordé de cuando nos conocimos en {met_at}.",
        },
    ),
    *say_all(
        "quiet",
        tu={
            "how": "hace tiempo que no hablamos. ¿Cómo va todo?",
            "news": "hace tiempo que no nos ponemos al día. ¿Qué hay de nuevo por ahí?",
            "call": "ya nos toca ponernos al día. ¿Una llamada corta o un café?",
            "company": "hace tiempo que no hablamos. ¿Qué tal todo en {company}?",
            "city": "hace tiempo que no sé de ti. ¿Cómo te trata {city}?",
            "need": "hace tiempo que no hablamos. ¿Todavía necesitas {need}? Puedo preguntar por ahí.",
        },
        usted={
            "how": "hace tiempo que no hablamos. ¿Cómo le ha ido?",
            "call": "hace tiempo que no hablamos. ¿Le vendría bien una llamada breve para ponernos al día?",
            "company": "hace tiempo que no hablamos. ¿Cómo van las cosas en {company}?",
            "city": "hace tiempo que no hablamos. ¿Qué tal la vida en {city}?",
        },
    ),
)

RECENT = (
    *open_with(
        "recent",
        tu={
            "hello": "paso a saludarte.",
            "week": "espero que la semana vaya bien.",
            "quick": "te mando un saludo rápido.",
            "mind": "me acordé de ti y quería mandarte un saludo.",
        },
        usted={
            "hello": "quería mandarle un breve saludo.",
            "week": "espero que esté teniendo una buena semana.",
            "well": "confío en que esté muy bien.",
        },
    ),
    *say_all(
        "recent",
        tu={
            "week": "¿cómo va la semana?",
            "since": "¿qué hay de nuevo desde la última vez?",
            "help": "¿cómo vas? Si te puedo ayudar con algo, dime.",
            "company": "paso a saludarte. ¿Qué tal van las cosas en {company}?",
        },
        usted={
            "week": "¿cómo va su semana?",
            "since": "¿cómo va todo desde la última vez?",
            "help": "espero que todo vaya bien. ¿Hay algo en lo que pueda ayudarle?",
            "company": "espero que se encuentre bien. ¿Cómo va todo en {company}?",
        },
    ),
)

NEVER = (
    *open_with(
        "never",
        tu={
            "hello": "me animé a escribirte para saludarte.",
            "more": "no quería dejar pasar la semana sin saludarte.",
            "company": "me da curiosidad lo que haces en {company}.",
            "met-mind": "me acordé de que nos conocimos en {met_at}.",
        },
        usted={
            "hello": "quería aprovechar para saludarle.",
            "more": "no quería dejar pasar la semana sin saludarle.",
            "company": "me interesa mucho lo que hace en {company}.",
        },
        both={
            "met": "nos conocimos en {met_at} y me gustaría mantener el contacto.",
            "touch": "me gustaría que estuviéramos más en contacto.",
        },
    ),
    *say_all(
        "never",
        tu={
            "busy": "te mando un saludo. ¿En qué andas?",
            "help": "te escribo para saludarte. ¿Hay algo en lo que te pueda ayudar?",
            "met": "nos conocimos en {met_at} y me gustaría seguir en contacto. ¿Qué tal te va?",
            "company": "me encantaría saber cómo van las cosas en {company}. ¿Qué tal todo?",
        },
        usted={
            "busy": "quería saludarle y saber cómo le va. ¿En qué está trabajando ahora?",
            "met": "nos conocimos en {met_at} y me gustaría seguir en contacto. ¿Cómo le va?",
            "company": "me gustaría saber más sobre su trabajo en {company}. ¿Tendría un momento uno de estos días?",
        },
    ),
)
