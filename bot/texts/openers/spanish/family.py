"""To one's own family: warm and plain. Some families say "usted" among themselves, so there are such lines too."""

from bot.texts.openers.spanish.forms import say_all

FAMILY = (
    *say_all(
        "kin",
        tu={
            "how": "¿cómo estás hoy?",
            "week": "¿qué tal tu semana?",
            "call": "¿tienes un rato para una llamada uno de estos días?",
            "lunch": "¿comemos un día de estos?",
            "news": "¿qué novedades tienes? Cuéntame.",
            "help": "¿te puedo ayudar con algo esta semana?",
            "weekend": "¿qué haces el fin de semana?",
            "visit": "¿cuándo te viene bien que nos veamos?",
        },
        warm={
            "thinking": "me acordé de ti. ¿Cómo estás?",
            "hug": "te mando un abrazo muy fuerte. ¿Cómo va todo?",
            "smile": "hoy me acordé de ti y me hizo sonreír. ¿Qué tal todo?",
            "miss": "tengo ganas de verte. ¿Cuándo puedes?",
        },
        usted={
            "how": "¿cómo está?",
            "week": "¿qué tal ha ido la semana?",
            "call": "¿cuándo le queda bien que le llame?",
            "hug": "le mando un abrazo. ¿Cómo va todo?",
            "visit": "¿cuándo le gustaría que nos viéramos?",
            "help": "¿le puedo ayudar con algo esta semana?",
        },
    ),
    *say_all(
        "kin_birthday_today",
        tu={
            "day": "feliz cumpleaños, {first}. Que pases un día precioso. ¿A qué hora te puedo llamar?",
            "hug": "muchas felicidades, {first}. Un abrazo enorme. ¿Cuándo nos vemos para celebrarlo?",
            "cake": "feliz cumpleaños, {first}. ¿Me guardas un trozo de pastel?",
        },
        warm={
            "love": "¡Felicidades, {first}! Te quiero mucho. ¿Cómo va el día?",
        },
        usted={
            "day": "feliz cumpleaños, {first}. Que pase un día precioso. ¿A qué hora le puedo llamar?",
            "hug": "muchas felicidades, {first}. Le mando un abrazo muy fuerte. ¿Cómo va el día?",
            "together": "feliz cumpleaños, {first}. ¿Cuándo nos vemos para celebrarlo?",
        },
    ),
    *say_all(
        "kin_birthday_soon",
        tu={
            "plans": "ya casi es tu cumpleaños. ¿Cómo te gustaría pasarlo?",
            "wish": "se acerca tu cumpleaños. ¿Hay algo que te gustaría?",
            "together": "ya falta poco para tu cumpleaños. ¿Hacemos algo bonito?",
        },
        usted={
            "plans": "ya casi es su cumpleaños. ¿Cómo le gustaría pasarlo?",
            "wish": "se acerca su cumpleaños. ¿Hay algo que le gustaría?",
            "together": "ya falta poco para su cumpleaños. ¿Hacemos algo bonito?",
        },
    ),
    *say_all(
        "kin_birthday_past",
        tu={
            "how": "felicidades atrasadas. ¿Qué tal pasaste tu cumpleaños?",
            "lunch": "feliz cumpleaños atrasado, {first}. ¿Te invito a comer para celebrarlo?",
            "tell": "felicidades, aunque llegue un poco tarde. ¿Me cuentas cómo fue tu cumpleaños?",
        },
        usted={
            "how": "felicidades atrasadas. ¿Qué tal pasó su cumpleaños?",
            "lunch": "feliz cumpleaños atrasado, {first}. ¿Le invito a comer para celebrarlo?",
            "tell": "felicidades, aunque llegue un poco tarde. ¿Me cuenta cómo fue su cumpleaños?",
        },
    ),
)
