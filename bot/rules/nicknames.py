"""First names that are used for one another, in the languages that users' networks speak most."""

from functools import cache
from typing import Final

#: Groups of names; one name may be of several.
_GROUPS: Final = """
    robert bob rob bobby robbie roberto bert · william will bill billy liam willem wilhelm ·
    richard rick dick rich ricky · elizabeth liz beth lizzie eliza betty elisabeth elsie libby lisa ·
    katherine catherine kate katie kathy cathy kat kathryn katharine kathleen kitty katya ekaterina katarzyna kasia
    · margaret maggie meg peggy greta rita · michael mike mick mickey mikey micha miguel mikhail misha michel ·
    james jim jimmy jamie jaime · john jack johnny jon · joseph joe joey josef jose pepe yusuf · thomas tom tommy ·
    alexander alex sasha sandy xander alejandro aleksandr alec ·
    alexandra alex sasha sandra alexa lexi alejandra ola · anthony tony antonio anton toni ·
    edward ed eddie ted ned teddy · andrew andy drew andreas andrei andrea andre · daniel dan danny dani ·
    david dave davey davide · stephen steve steven · stefan stephan steffen esteban · stephanie steph stefanie ·
    christopher chris kit topher kristoffer cristobal ·
    christina chris tina christine kristina kristin christy chrissy · charles charlie chuck carlos karl carl chas ·
    henry harry hank heinrich enrique · francis frank francisco paco franz fran franco ·
    frances fran franny francesca · nicholas nick nico nikolai nicolas kolya niklas klaus ·
    patricia pat patty tricia trish · patrick pat paddy patricio · samuel sam sammy · samantha sam sammy ·
    benjamin ben benny benji · matthew matt matteo mateo matthias · jennifer jen · jenny jenna · jessica jess jessie
    · susan sue susie suzanne susanna · deborah debbie deb debra · barbara barb babs · gregory greg gregor ·
    jeffrey jeff geoffrey geoff · lawrence larry laurence lars lorenzo · peter pete pedro pyotr pieter piotr ·
    philip phil phillip felipe philipp · ronald ron ronnie · donald don donnie · kenneth ken kenny ·
    timothy tim timmy · theodore theo ted teddy · vincent vince vinny vicente · victoria vicky vicki tori vika ·
    rebecca becca becky bec · abigail abby gail · dorothy dot dottie dora · eleanor ellie nora nell leonor ·
    isabel isabella bella izzy isa · maria mary marie mia masha marina · martin marty martim ·
    maximilian max maxim maxwell · mohammed muhammad mohamed mohammad mehmet mo · abdullah abdul ·
    ibrahim abraham abe bram · josephine josie jo · jonathan jon jonny nathan · nathaniel nate nathan · joshua josh
    · jacob jake jakob jacques · zachary zach zac zack · gabriel gabe · gabriela gabi gabby · raphael rafael rafa ·
    ignacio nacho · guadalupe lupe · dolores lola · rosario charo · eduardo edu lalo · guillermo memo ·
    luis lucho ludwig louis lewis lou · dmitry dima dmitri dimitri · ivan vanya · vladimir vova volodya wladimir ·
    sergei serge sergey seryozha sergio · yevgeny evgeny zhenya eugene gene · natalia · natasha natalie nat ·
    tatiana tanya tania · anastasia nastya stacy · olga olya · yelena elena lena helena helen ·
    hans johannes johann jan johan · friedrich fritz fred frederick freddie alfred · wolfgang wolf ·
    johanna hanna hannah · giuseppe peppe beppe · giovanni gianni · xavier xavi javier javi ·
    jordi jorge george georg giorgio · oluwaseun seun · chukwuemeka emeka · ngozi ngo · adebayo bayo ade ·
    ramachandran ram · venkatesh venky venkat · krishnamurthy krishna
"""
#: A short form of so many letters is how the long one begins: "Alex"; "Jo" begins too many names.
_SHORT_FORM: Final = 3


def are_nicknames(first: str, second: str) -> bool:
    """Whether two folded first names are used for one another: of one group, or the one a short form of the other."""
    if _numbers().get(first, frozenset()) & _numbers().get(second, frozenset()):
        return True
    short, long = sorted((first, second), key=len)
    return len(short) >= _SHORT_FORM and long.startswith(short)


@cache
def _numbers() -> dict[str, frozenset[int]]:
    """The numbers of the groups that each name is of."""
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_GROUPS.split("·")):
        for name in group.split():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}
