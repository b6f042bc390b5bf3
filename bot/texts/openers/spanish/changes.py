"""A new job, a move, a return: what the user noted of them, ahead or behind."""

from bot.texts.openers.spanish.forms import open_with, say_all

JOBS = (
    *open_with(
        "job_ahead",
        tu={
            "soon": "ya queda poco para tu nuevo trabajo.",
            "wish": "te deseo un comienzo estupendo en el nuevo trabajo.",
            "employer": "dentro de poco empiezas en {employer}, y te deseo mucha suerte.",
            "stage": "pronto empiezas una nueva etapa, y seguro que va a ir muy bien.",
        },
        usted={
            "soon": "ya queda poco para su nuevo trabajo.",
            "wish": "le deseo un excelente comienzo en su nuevo trabajo.",
            "employer": "dentro de poco empieza en {employer}, y le deseo mucho éxito.",
        },
    ),
    *say_all(
        "job_ahead",
        tu={
            "feel": "ya queda poco para tu nuevo trabajo. ¿Cómo te sientes?",
            "employer": "mucha suerte con el comienzo en {employer}. ¿Te puedo ayudar con algo antes de que empieces?",
            "rest": "espero que puedas descansar un poco antes del nuevo trabajo. ¿Hay algo en lo que te pueda ayudar?",
        },
        usted={
            "feel": "ya queda poco para su nuevo trabajo. ¿Cómo van los preparativos?",
            "employer": "le deseo un muy buen comienzo en {employer}. ¿Hay algo en lo que pueda ayudarle?",
            "help": "mucho éxito en su nuevo trabajo. Si puedo ayudarle en algo antes de que empiece, ¿me lo dirá?",
        },
    ),
    *open_with(
        "job_open",
        tu={
            "glad": "qué buena noticia lo de tu nuevo trabajo.",
            "employer": "qué buena noticia lo de {employer}.",
            "step": "tu nuevo trabajo es un gran paso.",
        },
        usted={
            "glad": "qué buena noticia la de su nuevo trabajo.",
            "employer": "qué buena noticia su paso a {employer}.",
            "step": "le deseo todo lo mejor en su nuevo trabajo.",
        },
    ),
    *say_all(
        "job_open",
        tu={
            "how": "felicidades por el nuevo trabajo. ¿Cómo surgió?",
            "curious": "qué buena noticia lo de tu nuevo trabajo. ¿Qué es lo que más te atrae?",
            "employer": "felicidades por el trabajo en {employer}. ¿Qué vas a hacer ahí?",
        },
        usted={
            "how": "felicidades por su nuevo trabajo. ¿Cómo surgió la oportunidad?",
            "curious": "qué buena noticia la de su nuevo trabajo. ¿Qué es lo que más le atrae?",
            "employer": "felicidades por el puesto en {employer}. ¿De qué se va a ocupar ahí?",
        },
        offer="congrats",
    ),
    *open_with(
        "job_past",
        tu={
            "hope": "espero que el nuevo trabajo te esté yendo muy bien.",
            "employer": "espero que todo te vaya muy bien en {employer}.",
            "thought": "me acordé de ti y de tu nuevo trabajo.",
        },
        usted={
            "hope": "espero que su nuevo trabajo esté siendo una buena experiencia.",
            "employer": "espero que todo le vaya muy bien en {employer}.",
            "thought": "me acordé de usted y de su nuevo trabajo.",
        },
    ),
    *say_all(
        "job_past",
        tu={
            "surprise": "¿qué tal el nuevo trabajo? Cuéntame qué te ha sorprendido más.",
            "hoped": "¿el nuevo trabajo está saliendo como esperabas?",
            "employer": "¿qué tal en {employer}? Si quieres conocer a alguien del sector, pregunto con gusto.",
            "settle": "¿cómo va la adaptación al nuevo trabajo? Si te ayuda comentar algo, aquí estoy.",
        },
        usted={
            "how": "¿qué tal le va en su nuevo trabajo? Espero que sea lo que buscaba.",
            "hoped": "¿está siendo el nuevo trabajo como esperaba?",
            "employer": "¿cómo le va en {employer}? Si puedo ayudarle en algo, con mucho gusto.",
        },
    ),
)

MOVES = (
    *open_with(
        "move_ahead",
        tu={
            "near": "ya falta poco para la mudanza a {place}.",
            "wish": "mucho ánimo con la mudanza a {place}.",
            "thought": "me acordé de ti y de tus planes en {place}.",
        },
        usted={
            "near": "ya falta poco para su traslado a {place}.",
            "wish": "le deseo un traslado tranquilo a {place}.",
            "thought": "me acordé de usted y de sus planes en {place}.",
        },
    ),
    *say_all(
        "move_ahead",
        tu={
            "plans": "¿cómo van los planes para {place}? Si te sirve conocer a alguien allí, pregunto por ahí.",
            "packing": "espero que las cajas no sean demasiadas. ¿Qué es lo que más te atrae de vivir en {place}?",
            "people": "suerte con la mudanza a {place}. ¿Miro a quién conozco allí?",
        },
        usted={
            "plans": "¿cómo van los preparativos para {place}? Si necesita algún contacto allí, con gusto pregunto.",
            "attract": "ya falta poco para su traslado a {place}. ¿Qué es lo que más le atrae de vivir allí?",
            "people": "le deseo un buen traslado a {place}. ¿Le serviría algún contacto allí?",
        },
    ),
    *open_with(
        "move_open",
        tu={
            "smooth": "espero que la mudanza a {place} vaya saliendo bien.",
            "step": "lo de irte a vivir a {place} es todo un paso.",
            "thought": "me acordé de tu mudanza a {place}.",
        },
        usted={
            "smooth": "espero que su mudanza a {place} vaya bien.",
            "step": "irse a vivir a {place} es todo un paso.",
            "thought": "me acordé de su mudanza a {place}.",
        },
    ),
    *say_all(
        "move_open",
        tu={
            "how": "¿cómo va la mudanza a {place}? Si puedo ayudarte con algo, dime.",
            "why": "irse a vivir a {place} es todo un paso. ¿Qué te animó?",
            "people": "¿te serviría conocer a gente en {place}? Pregunto con gusto.",
        },
        usted={
            "how": "¿cómo va su traslado a {place}? Si puedo ayudarle con algo, con mucho gusto.",
            "why": "irse a vivir a {place} es todo un paso. ¿Qué fue lo que le animó?",
            "people": "¿le serviría algún contacto en {place}? Con gusto pregunto.",
        },
    ),
    *open_with(
        "move_past",
        tu={
            "home": "espero que en {place} ya te sientas como en casa.",
            "treat": "ojalá {place} te esté tratando bien.",
            "thought": "me acordé de ti y de tu nueva vida en {place}.",
        },
        usted={
            "home": "espero que en {place} ya se sienta como en casa.",
            "settle": "espero que su llegada a {place} haya ido bien.",
            "thought": "me acordé de usted y de su nueva vida en {place}.",
        },
    ),
    *say_all(
        "move_past",
        tu={
            "treat": "¿qué tal te trata {place}? Espero que ya tengas un café favorito.",
            "best": "¿qué es lo que más te gusta de {place} por ahora?",
            "people": "¿cómo va todo en {place}? Si quieres conocer a gente de ahí, pregunto con gusto.",
        },
        usted={
            "how": "¿qué tal se vive en {place}? Espero que se sienta como en casa.",
            "best": "¿qué es lo que más le gusta de {place} por ahora?",
            "people": "¿cómo le va en {place}? Si le interesa conocer a gente de ahí, con gusto pregunto.",
        },
    ),
)
