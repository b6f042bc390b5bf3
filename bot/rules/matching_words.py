"""Which words of a need or an offer decide, and which mean the same thing.

All of them are matched by their stems, in English, Spanish, German and French.
"""

import re
from functools import cache

from bot.rules.names import fold
from bot.rules.stems import stems_of

#: They stand in many needs and offers and say little of them: no two people should meet over "help".
_WEAK_WORDS = """
    help helping advice advise advisor tips ideas idea support experience expert expertise specialist introduction
    introductions intro intros contact contacts connection connections feedback opinion eye good great best nice new
    free cheap small big local work working business company companies firm team project projects time skills skill
    knowledge lots senior junior head lead leader leading chief manager director officer founder co-founder
    owner partner consultant consulting consultancy assistant freelance freelancer professional start learn learning
    teach teaching lesson lessons talk chat call coffee workshop workshops services service access network friend
    friends room space place first second part full year years months day days home online
    ayuda consejo consejos experto experta contacto contactos empresa equipo proyecto trabajo nuevo nueva bueno buena
    gerente directora jefe jefa socio clases
    hilfe rat tipps beratung berater erfahrung kontakt kontakte firma unternehmen projekt arbeit neue neuer neuen gut
    gute guter leiter leiterin geschäftsführer freund freunde platz unterricht
    aide conseil conseils expert experte relation relations entreprise équipe projet travail nouveau nouvelle bon bonne
    gérant directrice associé cours
"""
#: Words of one thing each, in several languages; a dot begins the next thing.
_KINDRED = """
    · lawyer attorney solicitor legal law abogado abogada anwalt anwältin jurist juristin rechtsanwalt
      rechtsanwältin avocat avocate juriste
    · accountant accounting bookkeeper bookkeeping tax taxes contable contabilidad fiscal steuer steuern
      steuerberater steuerberaterin buchhaltung comptable comptabilité
    · developer engineer programmer coder developing programming coding software desarrollador desarrolladora
      programador programadora entwickler entwicklerin programmierer programmiererin développeur développeuse
      programmeur
    · designer design diseñador diseñadora diseño gestalter gestalterin gestaltung graphiste
    · investor investors funding investment angel vc fundraising inversor inversora inversión investorin
      kapitalgeber investisseur investisseuse financement
    · photographer photography photos photo fotógrafo fotógrafa fotografía fotograf fotografin fotografie
      photographe photographie
    · translator translation translations translating traductor traductora traducción übersetzer übersetzerin
      übersetzung traducteur traductrice traduction
    · recruiter recruiting recruitment recruit talent reclutador reclutadora personalvermittler recruteur
      recruteuse recrutement
    · writer writing copywriter copywriting editor editing redactor redactora redacción texter texterin autor
      autorin rédacteur rédactrice rédaction
    · flat apartment piso apartamento wohnung appartement logement
    · doctor physician médico médica arzt ärztin médecin
    · teacher tutor tutoring profesor profesora lehrer lehrerin nachhilfe professeur
    · marketing marketer mercadotecnia vermarktung
    · sales selling salesperson ventas vendedor vendedora vertrieb verkauf verkäufer verkäuferin vente ventes
      vendeur vendeuse
    · price prices pricing precio precios preis preise preisgestaltung prix tarification tarifs
    · architect architecture arquitecto arquitecta arquitectura architekt architektin architektur architecte
    · publisher publishing editorial verlag verleger verlegerin éditeur éditrice édition
    · printer printing imprenta druckerei imprimeur imprimerie
    · nutrition nutritionist dietitian nutrición nutricionista ernährung ernährungsberaterin diététicien
      nutritionniste
    · insurance insurer seguro seguros versicherung versicherungen assurance assurances assureur
    · logistics shipping freight logística logistik logistique
    · job jobs vacancy vacancies employment empleo stelle stellen emploi
    · caterer catering cook chef kitchen cocinero cocinera koch köchin cuisinier cuisinière traiteur
    · carpenter carpentry joiner carpintero carpintera schreiner schreinerin tischler tischlerin menuisier
    · data analyst analytics analysis datos daten données
"""
#: What ends the part of a need that names the thing itself: "a designer | for her shop".
TAIL = re.compile(
    r"\b(?:for|in|with|who|that|to|from|at|near|of|on|by|about|für|mit|bei|zum|zur|im|aus|von|para|en|con|que|de|del|sobre"
    r"|pour|dans|avec|qui|à|chez|sur|du|des)\b",
    re.IGNORECASE,
)
#: Where one thing ends and the next begins.
PARTS = re.compile(r"[,;/\n•|]+|\.\s|\s(?:and|or|und|oder|et|ou|y|o|e)\s", re.IGNORECASE)
#: A phrase with one of these is Spanish or French, where the thing comes before its kind: "un diseñador gráfico".
ROMANCE = re.compile(r"\b(?:un|una|unos|unas|el|la|los|las|une|le|les|des|du)\b", re.IGNORECASE)


@cache
def weak_stems() -> frozenset[str]:
    return frozenset().union(*(stems_of(word.casefold()) for word in _WEAK_WORDS.split()))


@cache
def kindred() -> dict[str, frozenset[str]]:
    """For each word of a group, without accents, all the stems of the group."""
    found: dict[str, frozenset[str]] = {}
    for group in _KINDRED.split("·"):
        words = group.split()
        stems = frozenset().union(*(stems_of(word) for word in words))
        found.update({stem: stems for word in words for stem in (fold(word), *stems_of(word))})
    return found
