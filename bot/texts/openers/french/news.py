"""A new job, a move, an event and coming back: ahead, open (nobody knows whether it has begun), or past. The place of a
move stands apart, for a town, a region and a country each take a preposition of their own."""

from bot.texts.openers.french.writing import TU, VOUS, WARM, openings, wholes

JOBS = (
    *wholes(
        "job_ahead",
        {
            "sens": "le nouveau boulot approche. Comment tu te sens ?",
            "chance": "bonne chance pour ton nouveau poste ! Je peux t'aider à préparer quelque chose ?",
            "doigts": "ton nouveau poste approche, et je croise les doigts pour toi. Ça va ?",
            "souffler": "tu arrives à souffler un peu avant ton nouveau poste ?",
            "employeur": "ça approche, tes débuts chez {employer} ! Je peux t'être utile d'ici là ?",
            "employeur-hate": "bientôt le grand saut chez {employer} ! Qu'est-ce qui te tente le plus là-bas ?",
        },
        TU,
    ),
    *wholes(
        "job_ahead",
        {
            "v-abordez": "votre prise de poste approche. Comment l'abordez-vous ?",
            "v-pense": "votre prise de poste approche, et je pense à vous. Tout se met-il en place ?",
            "v-souhaite": "je vous souhaite de bons débuts dans votre nouveau poste. Puis-je vous être utile d'ici là ?",
            "v-employeur": "vos débuts chez {employer} approchent. Qu'est-ce qui vous y attire le plus ?",
        },
        VOUS,
    ),
    *wholes(
        "job_open",
        {
            "raconte": "bravo pour le nouveau poste ! Comment ça s'est fait ?",
            "plaisir": "ça m'a fait plaisir d'apprendre pour ton nouveau boulot. Tu l'as déniché comment ?",
            "employeur": "bravo pour le poste chez {employer} ! Qu'est-ce qui t'a donné envie d'y aller ?",
            "verre": "un nouveau boulot, ça s'arrose. On prend un verre bientôt ?",
        },
        TU,
        offer="congrats",
    ),
    *openings("job_open", {"nouvelle": "ça m'a fait très plaisir d'apprendre pour ton nouveau poste."}, TU),
    *wholes(
        "job_open",
        {
            "v-felicitations": "toutes mes félicitations pour votre nouveau poste. Qu'est-ce qui vous y attire le plus ?",
            "v-plaisir": "votre nouveau poste est une très bonne nouvelle. Comment cela s'est-il fait ?",
            "v-employeur": "félicitations pour votre poste chez {employer}. En quoi consistera votre travail ?",
        },
        VOUS,
        offer="congrats",
    ),
    *openings("job_open", {"v-nouvelle": "j'ai appris avec grand plaisir la nouvelle de votre poste."}, VOUS),
    *wholes(
        "job_past",
        {
            "alors": "alors, ce nouveau boulot ?",
            "surprise": "le nouveau poste, ça se passe bien ? Quelle a été la plus grosse surprise ?",
            "imagine": "le nouveau boulot, c'est comme tu l'imaginais ?",
            "marques": "tu commences à prendre tes marques dans ton nouveau poste ?",
            "employeur": "alors, comment ça se passe chez {employer} ?",
            "employeur-marques": "tu prends tes marques chez {employer} ? Si tu veux en parler, je suis là.",
        },
        TU,
    ),
    *openings("job_past", {"debuts": "j'espère que tes débuts dans ton nouveau poste se passent bien."}, TU),
    *wholes(
        "job_past",
        {
            "v-debuts": "comment se passent vos débuts dans votre nouveau poste ?",
            "v-attentes": "votre nouveau poste vous plaît-il ?",
            "v-employeur": "prenez-vous vos marques chez {employer} ? J'aurais plaisir à vous entendre en parler.",
        },
        VOUS,
    ),
    *openings("job_past", {"v-espere": "j'espère que vos débuts dans votre nouveau poste se passent bien."}, VOUS),
)

MOVES = (
    *wholes(
        "move_ahead",
        {
            "alors": "{place}, c'est pour bientôt ! Comment tu te sens ?",
            "cartons": "bientôt {place} ! Pas trop pénible, les cartons ?",
            "contacts": "{place}, ça approche. Tu veux que je réfléchisse à qui je connais là-bas ?",
            "courage": "bon courage pour le déménagement ! Je peux te donner un coup de main ?",
        },
        TU,
    ),
    *wholes(
        "move_ahead",
        {
            "v-preparatifs": "votre déménagement approche. Les préparatifs se passent-ils bien ?",
            "v-contacts": "{place}, c'est pour bientôt. Puis-je vous mettre en relation avec quelqu'un là-bas ?",
            "v-aide": "votre déménagement approche. Puis-je vous être utile d'ici là ?",
        },
        VOUS,
    ),
    *wholes(
        "move_open",
        {
            "ou": "ton déménagement, ça se passe comment ?",
            "pourquoi": "alors comme ça, {place} ! Qu'est-ce qui t'a donné envie d'y aller ?",
            "monde": "{place}, quel changement ! Ça t'aiderait de connaître un peu de monde sur place ?",
        },
        TU,
    ),
    *wholes(
        "move_open",
        {
            "v-ou": "comment se passe votre déménagement ?",
            "v-pourquoi": "{place}, quel beau projet ! Qu'est-ce qui vous a donné envie d'y aller ?",
            "v-monde": "{place}, quel changement ! Vous serait-il utile d'y connaître quelques personnes ?",
        },
        VOUS,
    ),
    *wholes(
        "move_past",
        {
            "alors": "alors, {place} ? Tu t'y plais ?",
            "adresses": "{place}, ça donne quoi ? Tu as déjà tes petites adresses ?",
            "monde": "{place}, alors : tu commences à y connaître du monde ? Sinon, je peux demander autour de moi.",
            "digere": "ça y est, le déménagement est digéré ?",
            "chez-toi": "ça y est, tu te sens chez toi dans ton nouveau coin ?",
        },
        TU,
    ),
    *wholes(
        "move_past",
        {
            "v-plaisez": "vous plaisez-vous dans votre nouvelle ville ?",
            "v-installation": "comment s'est passée votre installation ?",
            "v-monde": "{place}, vous vous y plaisez ? Je peux demander autour de moi qui pourrait vous y accueillir.",
        },
        VOUS,
    ),
)

EVENTS = (
    *wholes(
        "event_ahead",
        {"aide": "{event_wish} ! Si je peux t'aider d'ici là, tu me dis ?"},
        TU,
        offer="share",
    ),
    *wholes(
        "event_ahead",
        {
            "voeu": "{event_wish} ! Tu me raconteras ?",
            "pense": "je pense à toi pour {event}. Tout est prêt ?",
            "sens": "comment tu te sens avant {event} ?",
            "approche": "{event} approche. Ça se présente bien ?",
            "jour": "je penserai à toi {event_day} pour {event}. Comment tu te sens ?",
            "jour-bien": "{event}, c'est bien {event_day} ? J'espère que ça se présente bien.",
        },
        TU,
    ),
    *wholes(
        "event_ahead",
        {
            "v-voeu": "{event_wish}. Je prendrai de vos nouvelles ensuite, si vous le voulez bien ?",
            "v-pense": "je pense à vous pour {event}. Tout se présente-t-il bien ?",
            "v-abordez": "comment vous sentez-vous avant {event} ?",
            "v-jour": "je penserai à vous {event_day} pour {event}. Tout se présente-t-il bien ?",
        },
        VOUS,
    ),
    *wholes(
        "event_ahead",
        {"v-aide": "{event} approche. Puis-je vous être utile d'ici là ?"},
        VOUS,
        offer="share",
    ),
    *wholes(
        "event_past",
        {
            "alors": "alors, {event_how} ?",
            "raconte": "j'ai pensé à toi pour {event}. Tu me racontes ?",
            "espere": "j'espère que {event_hope}. C'était comment ?",
            "curieux": "je voulais savoir : {event_how} ?",
        },
        TU,
    ),
    *wholes(
        "event_past",
        {
            "v-alors": "{event_how} ?",
            "v-pense": "j'ai pensé à vous pour {event}. Tout s'est-il bien passé ?",
            "v-espere": "j'espère que {event_hope}. Tout va bien pour vous depuis ?",
        },
        VOUS,
    ),
)

RETURNS = (
    *wholes(
        "back_ahead",
        {
            "bientot": "c'est bientôt la reprise ! Comment tu te sens ?",
            "profite": "bientôt de retour ! Tout va bien de ton côté ?",
            "dejeuner": "à ton retour, on se fait un déjeuner ?",
        },
        TU,
    ),
    *wholes(
        "back_ahead",
        {
            "v-bientot": "votre retour approche. Comment l'abordez-vous ?",
            "v-profitez": "vous voilà bientôt de retour. Tout va bien de votre côté ?",
            "v-dejeuner": "votre retour approche : aurons-nous le plaisir de déjeuner ensemble à cette occasion ?",
        },
        VOUS,
    ),
    *wholes(
        "back_past",
        {
            "reprise": "alors, cette reprise ?",
            "doucement": "la reprise se passe bien ? J'espère que ça ne va pas trop vite.",
            "cafe": "bon retour parmi nous ! On se prend un café un de ces jours ?",
        },
        TU,
    ),
    *wholes("back_past", {"atterrissage": "pas trop dur, l'atterrissage ? Raconte-moi un peu."}, WARM),
    *wholes(
        "back_past",
        {
            "v-reprise": "comment se passe la reprise ?",
            "v-bon": "bon retour ! J'espère que la reprise se fait en douceur. Comment allez-vous ?",
            "v-cafe": "bon retour ! Auriez-vous le temps de prendre un café un de ces jours ?",
        },
        VOUS,
    ),
)

NEWS = (*JOBS, *MOVES, *EVENTS, *RETURNS)
