"""After hard news: never naming it, never cheerful, asking for nothing."""

from bot.texts.openers.spanish.forms import say_all

GENTLE = say_all(
    "gentle",
    tu={
        "thinking": "pienso en ti. No hace falta que contestes.",
        "here": "me acuerdo mucho de ti. Si quieres hablar, aquí estoy.",
        "whenever": "solo quería mandarte un abrazo. Contesta cuando quieras, sin prisa.",
        "today": "¿cómo estás hoy? Si no tienes ganas de contestar, no pasa nada.",
        "practical": "si hay algo de lo que me pueda encargar por ti, dime. Aunque sea pequeño.",
        "walk": "si te hace bien un paseo o un café con calma, dime y voy.",
        "listen": "si necesitas compañía o alguien que te escuche, cuenta conmigo.",
        "slow": "te mando un abrazo. Tómate el tiempo que necesites.",
        "errand": "si te ayuda que haga alguna compra o algún trámite, dime.",
        "no-words": "no hace falta decir nada. Estoy aquí para lo que necesites.",
        "call": "¿quieres que te llame uno de estos días? Si prefieres que no, también está bien.",
    },
    warm={
        "near": "estos días te tengo muy presente. Ojalá tengas gente buena cerca.",
    },
    usted={
        "thinking": "estos días pienso en usted. No hace falta que me conteste.",
        "here": "le tengo muy presente. Si desea hablar, aquí estoy.",
        "whenever": "solo quería mandarle un saludo afectuoso. Conteste cuando quiera, sin ningún compromiso.",
        "practical": "si hay algo de lo que pueda encargarme para ayudarle, dígame, por favor.",
        "call": "¿le parece bien que le llame uno de estos días? Si prefiere que no, lo entiendo perfectamente.",
        "near": "espero que cuente con el apoyo de gente cercana. Si puedo hacer algo, dígame.",
        "slow": "le mando un abrazo con todo mi respeto. Tómese el tiempo que necesite.",
        "listen": "si necesita compañía o alguien que le escuche, cuente conmigo.",
        "today": "¿cómo se encuentra? Si prefiere no contestar, no se preocupe.",
    },
    offer="share",
)
