"""Yearly dates: birthdays, anniversaries, name days."""

from bot.texts.openers.spanish.forms import open_with, say_all

BIRTHDAYS = (
    *open_with(
        "birthday_today",
        tu={
            "many": "muchas felicidades por tu cumpleaños.",
            "hug": "feliz cumpleaños y un abrazo grande.",
            "wish": "te deseo un cumpleaños muy feliz.",
            "year": "feliz cumpleaños, y que el año que empieza te trate muy bien.",
        },
        usted={
            "many": "muchas felicidades por su cumpleaños.",
            "day": "le deseo un muy feliz cumpleaños.",
            "year": "feliz cumpleaños, y que el año que empieza le traiga muchas alegrías.",
        },
    ),
    *say_all(
        "birthday_today",
        tu={
            "plans": "feliz cumpleaños, {first}. Que pases un día muy bonito. ¿Tienes algún plan?",
            "coffee": "feliz cumpleaños, {first}. Te debo un café para celebrarlo. ¿Cuándo te va bien?",
            "more": "que cumplas muchos más, {first}. ¿Cómo va el día?",
            "year": "muchas felicidades, {first}. ¿Qué deseo pides este año?",
            "city": "feliz cumpleaños, {first}. ¿Hay celebración en {city}?",
        },
        warm={
            "party": "¡Feliz cumpleaños, {first}! Un abrazo enorme y a disfrutar. ¿Hay fiesta o día tranquilo?",
        },
        usted={
            "day": "feliz cumpleaños, {first}. Espero que pase un día excelente. ¿Cómo lo va a celebrar?",
            "wishes": "muchas felicidades por su cumpleaños. Que sea un gran año para usted. ¿Tiene algún plan especial?",
            "coffee": "feliz cumpleaños, {first}. ¿Me permite invitarle a un café uno de estos días?",
        },
    ),
    *open_with(
        "birthday_soon",
        tu={
            "near": "se acerca tu cumpleaños y me acordé de ti.",
            "little": "ya falta poco para tu cumpleaños.",
            "corner": "tu cumpleaños está a la vuelta de la esquina.",
        },
        usted={
            "near": "se acerca su cumpleaños y me acordé de usted.",
            "little": "ya falta poco para su cumpleaños.",
            "early": "se acerca su cumpleaños y quería saludarle.",
        },
    ),
    *say_all(
        "birthday_soon",
        tu={
            "plans": "ya falta poco para tu cumpleaños. ¿Tienes algún plan?",
            "coffee": "se acerca tu cumpleaños. ¿Te puedo invitar a un café para celebrarlo?",
            "party": "tu cumpleaños está a la vuelta de la esquina. ¿Este año toca fiesta o algo tranquilo?",
            "city": "ya casi es tu cumpleaños. ¿Lo celebras en {city}?",
        },
        usted={
            "plans": "ya falta poco para su cumpleaños. ¿Piensa celebrarlo?",
            "coffee": "se acerca su cumpleaños. ¿Me permite invitarle a un café para celebrarlo?",
            "city": "ya casi es su cumpleaños. ¿Lo pasará en {city}?",
        },
    ),
    *open_with(
        "birthday_past",
        tu={
            "late": "felicidades atrasadas por tu cumpleaños.",
            "hope": "espero que hayas pasado un cumpleaños muy bonito.",
            "late-best": "aunque llegue tarde, muchas felicidades por tu cumpleaños.",
        },
        warm={
            "warmly": "llego un poco tarde, pero con mucho cariño: felicidades por tu cumpleaños.",
        },
        usted={
            "late": "aunque con algo de retraso, muchas felicidades por su cumpleaños.",
            "hope": "espero que haya pasado un muy feliz cumpleaños.",
            "best": "reciba mis felicitaciones atrasadas por su cumpleaños.",
        },
    ),
    *say_all(
        "birthday_past",
        tu={
            "how": "felicidades, aunque con algo de retraso. ¿Qué tal el cumpleaños?",
            "celebrated": "feliz cumpleaños atrasado, {first}. ¿Lo celebraste?",
            "coffee": "feliz cumpleaños, {first}, aunque llegue tarde. ¿Te invito a un café y me cuentas?",
        },
        usted={
            "how": "felicidades, aunque con algo de retraso. ¿Qué tal pasó su cumpleaños?",
            "coffee": "felicidades atrasadas por su cumpleaños. ¿Me permite invitarle a un café para celebrarlo?",
            "hope": "espero que haya pasado un feliz cumpleaños. ¿Pudo celebrarlo?",
        },
    ),
)

#: Dates are spoken of from some days before to some days after: these lines fit both.
YEARLY = (
    *open_with(
        "anniversary",
        tu={
            "many": "muchas felicidades por tu aniversario.",
            "hug": "te mando un abrazo muy grande por tu aniversario.",
            "date": "me acordé de tu aniversario y quería mandarte un abrazo.",
        },
        usted={
            "many": "muchas felicidades por su aniversario.",
            "date": "me acordé de su aniversario y quería felicitarle.",
            "regards": "le mando un cordial saludo por su aniversario.",
        },
    ),
    *say_all(
        "anniversary",
        tu={
            "party": "felicidades por tu aniversario. ¿Este año hay celebración?",
            "more": "felicidades por tu aniversario, y que vengan muchos más. ¿Cómo va todo?",
        },
        usted={
            "party": "muchas felicidades por su aniversario. ¿Hay alguna celebración este año?",
            "more": "felicidades por su aniversario, y que vengan muchos más. ¿Cómo va todo?",
        },
        offer="congrats",
    ),
    *open_with(
        "work_anniversary",
        tu={
            "another": "felicidades por tu aniversario en el trabajo.",
            "year": "qué bien, otro año en {company}.",
            "well": "me acordé de tu aniversario en el trabajo.",
        },
        usted={
            "another": "felicidades por su aniversario en el trabajo.",
            "well": "me acordé de su aniversario en el trabajo.",
        },
        both={
            "company": "felicidades por otro año en {company}.",
        },
    ),
    *say_all(
        "work_anniversary",
        tu={
            "best": "felicidades por tu aniversario en el trabajo. ¿Qué ha sido lo mejor de este año?",
            "company": "felicidades por otro año en {company}. ¿Qué es lo que más te gusta de estar ahí?",
        },
        usted={
            "best": "felicidades por su aniversario en el trabajo. ¿Qué destacaría de este año?",
            "company": "felicidades por otro año en {company}. ¿Qué es lo que más le gusta de su trabajo?",
        },
        offer="congrats",
    ),
    *open_with(
        "name_day",
        tu={
            "many": "muchas felicidades por tu santo.",
            "hug": "te mando un abrazo por tu santo.",
            "remembered": "me acordé de tu santo y quería felicitarte.",
        },
        usted={
            "many": "muchas felicidades por su santo.",
            "regards": "le mando un cordial saludo por su santo.",
            "remembered": "me acordé de su santo y quería felicitarle.",
        },
    ),
    *say_all(
        "name_day",
        tu={
            "how": "felicidades por tu santo. ¿Cómo va todo?",
            "coffee": "felicidades por tu santo. ¿Te invito a un café uno de estos días?",
        },
        usted={
            "how": "muchas felicidades por su santo. ¿Cómo va todo?",
            "well": "felicidades por su santo. ¿Cómo está?",
        },
    ),
)
