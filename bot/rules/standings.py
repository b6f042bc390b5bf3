"""Words that tell of somebody's standing. Rank hardly matters to how useful a tie is, so it only breaks ties."""

import re

_ACCOMPLISHED = re.compile(
    r"\b(?:founder|co-?founder|owner|chief|c[efopmt]o|president|chair\w*|head|director|vp|vice president|partner|principal"
    r"|professor|prof|dean|minister|ambassador|general manager|managing|lead|senior|staff engineer|author|publisher"
    r"|editor|surgeon|judge|investor|board|fellow|directora?|direktor\w*|leiter\w*|fundadora?|fondat\w+|directrice"
    r"|directeur|gründer\w*|vorstand|gesch[aä]ftsf[uü]hr\w*|catedr[aá]tic\w+|socia|socio|associée?)\b",
    re.IGNORECASE,
)


def is_accomplished(role: str | None) -> bool:
    return role is not None and _ACCOMPLISHED.search(role[:200]) is not None
