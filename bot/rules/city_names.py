"""Other names and spellings of cities that people of many languages write: "Munich" and "München".

A table of ours, for the gazetteer, which has them all, takes half a second to read, and a search is to take none.
"""

from functools import cache

from bot.rules.names import fold

_SAME_CITIES = """
munich,münchen,muenchen · cologne,köln,koeln · vienna,wien · zurich,zürich,zuerich · geneva,genève,genf
basel,basle,bâle · nuremberg,nürnberg,nuernberg · düsseldorf,duesseldorf · frankfurt,frankfurt am main
hanover,hannover · berne,bern · brunswick,braunschweig · lucerne,luzern · rome,roma · milan,milano,mailand
turin,torino · florence,firenze,florenz · venice,venezia,venedig · naples,napoli · genoa,genova · padua,padova
lisbon,lisboa,lissabon · porto,oporto · seville,sevilla · san sebastián,donostia · brussels,bruxelles,brussel,brüssel
antwerp,antwerpen,anvers · ghent,gent · bruges,brugge · the hague,den haag · prague,praha,prag
warsaw,warszawa,warschau · krakow,kraków,cracow · wroclaw,wrocław,breslau · gdansk,gdańsk,danzig · bucharest,bucurești
belgrade,beograd · athens,athina,αθήνα · thessaloniki,saloniki · sofia,софия
copenhagen,københavn,kobenhavn,kopenhagen · gothenburg,göteborg,goteborg · malmö,malmo · helsinki,helsingfors
moscow,moskva,москва · st petersburg,saint petersburg,sankt petersburg,санкт петербург · kyiv,kiev,київ
lviv,lvov,lemberg · minsk,мінск · istanbul,i̇stanbul · jerusalem,ירושלים · tel aviv,תל אביב · cairo,القاهرة
beirut,beyrouth,بيروت · dubai,دبي · damascus,دمشق · tehran,teheran,تهران · mumbai,bombay · bengaluru,bangalore
kolkata,calcutta · chennai,madras · gurgaon,gurugram · beijing,peking,北京 · shanghai,上海 · shenzhen,深圳
guangzhou,canton,广州 · hong kong,hk,香港 · taipei,台北,臺北 · tokyo,東京 · osaka,大阪 · kyoto,京都
seoul,서울 · busan,pusan,부산
singapore,新加坡 · ho chi minh city,saigon,hcmc · hanoi,hà nội · bangkok,กรุงเทพ · yangon,rangoon
new york,nyc,new york city · san francisco,sf · los angeles,la · washington,washington dc · philadelphia,philly
mexico city,cdmx,ciudad de méxico · são paulo,sao paolo · rio de janeiro,rio · buenos aires,bsas · bogotá,bogota
havana,la habana · montreal,montréal · quebec,québec · johannesburg,joburg · marseille,marseilles · lyon,lyons
nice,nizza · strasbourg,strassburg · dunkirk,dunkerque · edinburgh,edinburg · luxembourg,luxemburg
london,londres,londra · paris,parigi · berlin,berlino · barcelona,bcn
"""


def other_names(city: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The other names of a city given as folded words, each as folded words; [] where there are none."""
    return [name for name in _groups().get(city, ()) if name != city]


@cache
def _groups() -> dict[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    groups = [group for line in _SAME_CITIES.strip().splitlines() for group in line.split(" · ")]
    named = [tuple(dict.fromkeys(tuple(fold(name).split()) for name in group.split(","))) for group in groups]
    return {name: group for group in named for name in group}
