"""Those they met or talked to lately, whom they were introduced to, and what they talked about last."""

from bot.texts.openers.spanish.forms import open_with, say_all

INTRODUCED = (
    *open_with(
        "introduced",
        tu={
            "hope": "espero que haya salido algo bueno del contacto con {other}.",
            "wonder": "espero que te haya gustado conocer a {other}.",
        },
        usted={
            "hope": "espero que el contacto con {other} le haya sido útil.",
            "wonder": "espero que le haya gustado conocer a {other}.",
        },
        both={
            "worth": "espero que la conversación con {other} haya valido la pena.",
        },
    ),
    *say_all(
        "introduced",
        tu={
            "talked": "¿ya pudiste hablar con {other}?",
            "how": "¿qué tal con {other}? Espero que haya valido la pena.",
            "useful": "espero que te haya servido conocer a {other}. ¿Cómo fue?",
        },
        usted={
            "talked": "¿ya pudo hablar con {other}?",
            "how": "¿qué tal le fue con {other}? Espero que haya valido la pena.",
            "useful": "espero que le haya servido conocer a {other}. ¿Cómo fue?",
        },
    ),
)

LATELY = (
    *open_with(
        "lately",
        tu={
            "good": "me gustó mucho conocerte.",
            "met": "me gustó mucho conocerte en {met_at}.",
            "met-touch": "me alegra que nos conociéramos en {met_at}.",
            "touch": "me alegró conocerte y me gustaría seguir en contacto.",
        },
        usted={
            "good": "fue un gusto conocerle.",
            "met": "fue un gusto conocerle en {met_at}.",
            "touch": "me alegró conocerle y me gustaría seguir en contacto.",
        },
    ),
    *say_all(
        "lately",
        tu={
            "coffee": "me gustó mucho conocerte. ¿Te animas a un café uno de estos días?",
            "help": "me alegró conocerte. ¿Hay algo en lo que te pueda ayudar?",
            "met-week": "qué bueno que nos conocimos en {met_at}. ¿Qué tal todo desde entonces?",
            "company": "me gustó conocerte. ¿Me cuentas un poco más de lo que haces en {company}?",
            "need": "me gustó conocerte. Si todavía necesitas {need}, ¿pregunto por ahí?",
        },
        usted={
            "coffee": "fue un gusto conocerle. ¿Le gustaría tomar un café uno de estos días?",
            "help": "me alegró conocerle. ¿Hay algo en lo que pueda ayudarle?",
            "met-week": "fue un gusto conocerle en {met_at}. ¿Qué tal ha ido todo desde entonces?",
            "company": "fue un gusto conocerle. ¿Me contaría un poco más sobre su trabajo en {company}?",
        },
    ),
    *open_with(
        "fresh",
        tu={
            "good": "me gustó mucho hablar contigo el otro día.",
            "thought": "me quedé pensando en lo que hablamos el otro día.",
            "moment": "qué buena conversación la del otro día.",
        },
        usted={
            "good": "me gustó mucho hablar con usted el otro día.",
            "thought": "me quedé pensando en nuestra conversación del otro día.",
            "thanks": "gracias por la conversación del otro día.",
        },
    ),
    *say_all(
        "fresh",
        tu={
            "since": "me gustó hablar contigo el otro día. ¿Cómo va todo desde entonces?",
            "help": "me quedé pensando en lo que hablamos el otro día. ¿Te puedo ayudar con algo?",
            "week": "qué bueno que hablamos el otro día. ¿Cómo va la semana?",
        },
        usted={
            "since": "me gustó hablar con usted el otro día. ¿Cómo va todo desde entonces?",
            "help": "gracias por la conversación del otro día. ¿Hay algo en lo que pueda ayudarle?",
            "week": "fue un gusto hablar con usted el otro día. ¿Cómo va la semana?",
        },
    ),
)

TOPICS = (
    *open_with(
        "topic",
        tu={
            "again": "me acordé de lo que me contaste sobre {topic}.",
        },
        usted={
            "again": "me acordé de nuestra conversación sobre {topic}.",
        },
        both={
            "talked": "la última vez hablamos sobre {topic}.",
            "stayed": "me quedé pensando en lo que hablamos sobre {topic}.",
        },
    ),
    *say_all(
        "topic",
        tu={
            "news": "¿hay novedades sobre {topic}? Si te ayuda darle otra vuelta, aquí estoy.",
            "aloud": "¿sigues pensando en {topic}? Si te sirve pensarlo en voz alta, te escucho.",
            "help": "¿cómo te va con {topic}? Si puedo ayudarte con algo, dime.",
        },
        usted={
            "news": "¿hay novedades sobre {topic}? Si le sirve comentarlo, con mucho gusto.",
            "help": "¿cómo le va con {topic}? Si puedo ayudarle con algo, dígame.",
        },
        both={
            "since": "la última vez hablamos sobre {topic}. ¿Cómo ha ido desde entonces?",
        },
    ),
)
