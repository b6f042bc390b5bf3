"""What somebody has before them or behind them, a leave they come back from, and what was promised them.

{event} comes with its "tu" or "su"; lines fit any of them, masculine or feminine, an exam as well as a wedding.
"""

from bot.texts.openers.spanish.forms import open_with, say_all

EVENTS = (
    *open_with(
        "event_ahead",
        tu={
            "near": "se acerca {event} y quería desearte lo mejor.",
            "well": "ojalá {event} salga de maravilla.",
            "day": "si no me equivoco, {event} es {event_day}. Que vaya muy bien.",
        },
        usted={
            "near": "se acerca {event} y quería desearle lo mejor.",
            "well": "ojalá {event} salga muy bien.",
            "day": "si no me equivoco, {event} es {event_day}. Le deseo lo mejor.",
        },
        both={
            "little": "ya falta poco para {event}.",
        },
    ),
    *say_all(
        "event_ahead",
        tu={
            "help": "se acerca {event}. ¿Te puedo ayudar con algo antes?",
            "feel": "que todo salga muy bien con {event}. ¿Cómo vas?",
            "day": "me acordé de que {event} es {event_day}. Que vaya muy bien. ¿Me cuentas después?",
        },
        usted={
            "help": "se acerca {event}. ¿Puedo ayudarle con algo antes?",
            "day": "me acordé de que {event} es {event_day}. Le deseo lo mejor. ¿Me contará después cómo fue?",
        },
        both={
            "ready": "ya falta poco para {event}. ¿Cómo van los preparativos?",
            "day-ready": "si no me falla la memoria, {event} es {event_day}. ¿Todo listo?",
        },
    ),
    *open_with(
        "event_past",
        tu={
            "thought": "me acordé de {event} y quería saludarte.",
            "wonder": "ojalá {event} haya salido como querías.",
        },
        usted={
            "thought": "me acordé de {event} y quería saludarle.",
            "wonder": "espero que todo haya ido bien con {event}.",
        },
        both={
            "hope": "espero que {event} haya salido muy bien.",
        },
    ),
    *say_all(
        "event_past",
        tu={
            "tell": "cuéntame, ¿cómo fue {event}?",
            "best": "espero que {event} haya salido como querías. ¿Qué fue lo mejor?",
        },
        usted={
            "expected": "espero que {event} haya salido como esperaba. ¿Cómo fue?",
            "tell": "me gustaría mucho saber cómo salió {event}. ¿Me cuenta?",
        },
        both={
            "how": "¿qué tal salió {event}?",
        },
    ),
    *open_with(
        "back_ahead",
        tu={
            "soon": "ya falta poco para tu vuelta.",
            "calm": "espero que estos días antes de volver sean tranquilos.",
            "thought": "sé que vuelves pronto y me acordé de ti.",
        },
        usted={
            "soon": "ya falta poco para su regreso.",
            "calm": "espero que los días antes de su regreso sean tranquilos.",
            "thought": "sé que regresa pronto y me acordé de usted.",
        },
    ),
    *say_all(
        "back_ahead",
        tu={
            "feel": "ya falta poco para tu vuelta. ¿Con qué ganas vienes?",
            "easier": "sé que vuelves pronto. ¿Hay algo que pueda hacer para que la vuelta sea más fácil?",
            "coffee": "ya casi estás de vuelta. ¿Nos tomamos un café cuando llegues?",
        },
        usted={
            "easier": "sé que regresa pronto. ¿Hay algo que pueda hacer para facilitarle el regreso?",
            "coffee": "ya falta poco para su regreso. ¿Le gustaría tomar un café entonces?",
            "plans": "ya falta poco para su regreso. ¿Cómo se presenta la vuelta?",
        },
    ),
    *open_with(
        "back_past",
        tu={
            "good": "qué bueno que ya estés de vuelta.",
            "hope": "espero que la vuelta haya sido suave.",
            "rest": "espero que te haya sentado bien el tiempo fuera.",
        },
        usted={
            "good": "qué bueno que ya esté de regreso.",
            "hope": "espero que su regreso haya ido bien.",
            "rest": "espero que el tiempo fuera le haya sentado bien.",
        },
    ),
    *say_all(
        "back_past",
        tu={
            "how": "¿qué tal la vuelta?",
            "land": "espero que la vuelta haya sido suave. ¿Cómo te sientes?",
            "coffee": "qué bueno que ya estés de vuelta. ¿Nos vemos para un café?",
        },
        usted={
            "how": "¿qué tal ha sido su regreso?",
            "help": "espero que su regreso haya ido bien. ¿Puedo ayudarle con algo estos días?",
            "coffee": "qué bueno que ya esté de regreso. ¿Le gustaría tomar un café uno de estos días?",
        },
    ),
)

PROMISES = (
    *open_with(
        "promise_due",
        tu={
            "mind": "no me olvido de lo que te prometí.",
            "pending": "sigo pendiente de lo que te prometí.",
            "word": "lo prometido es deuda, así que no me olvido.",
        },
        usted={
            "mind": "no me olvido de lo que le prometí.",
            "pending": "sigo pendiente de lo que le prometí.",
            "word": "no se me ha olvidado lo que le prometí.",
        },
    ),
    *say_all(
        "promise_due",
        tu={
            "this-week": "no me olvido de lo que te prometí. ¿Te sirve esta semana?",
            "still": "tengo presente lo que te prometí. ¿Todavía te viene bien?",
            "how": "lo prometido es deuda. ¿Cuándo te viene bien?",
        },
        usted={
            "this-week": "no me olvido de lo que le prometí. ¿Le sirve esta semana?",
            "still": "tengo muy presente lo que le prometí. ¿Todavía le resulta útil?",
            "pending": "sigo pendiente de lo que le prometí. ¿Hay algo que deba tener en cuenta?",
        },
        offer="share",
    ),
    *open_with(
        "promise_kept",
        tu={
            "useful": "espero que te haya servido lo que te prometí.",
            "glad": "confío en que te haya servido lo que te prometí.",
            "hope": "ojalá te haya sido útil lo que te prometí.",
        },
        usted={
            "useful": "espero que le haya sido útil lo que le prometí.",
            "glad": "confío en que le haya servido lo que le prometí.",
            "wonder": "ojalá le resultara útil lo que le prometí.",
        },
    ),
    *say_all(
        "promise_kept",
        tu={
            "useful": "¿al final te sirvió lo que te prometí?",
            "more": "¿te sirvió lo que te prometí? Si hace falta algo más, dime.",
            "how": "quería saber si te fue útil lo que te prometí. ¿Cómo va todo?",
        },
        usted={
            "useful": "¿le ha sido útil lo que le prometí?",
            "more": "espero que le haya servido lo que le prometí. ¿Necesita algo más?",
            "how": "quería saber si le fue útil lo que le prometí. ¿Cómo va todo?",
        },
    ),
)
