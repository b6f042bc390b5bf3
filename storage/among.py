"""Whether a column is one of many ids.

PostgreSQL takes them as one array: as a hundred parameters they cost the driver 0.4 ms a statement. SQLite has no arrays.
"""

from typing import Any

from sqlalchemy import ARRAY, BigInteger, Boolean, Column, ColumnElement, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.visitors import InternalTraversal

#: What one of them is told from another by, for the statements that SQLAlchemy has compiled.
_PARTS = [(name, InternalTraversal.dp_clauseelement) for name in ("column", "few", "ids")]


class Among(ColumnElement[bool]):
    """`Among(table.c.user_id)`, executed with {"ids": a list}; not in a statement that is executed for many rows."""

    inherit_cache = True
    type = Boolean()
    _is_implicitly_boolean = True
    _traverse_internals = _PARTS

    def __init__(self, column: Column[Any], name: str = "ids") -> None:
        self.column = column
        self.few = column.in_(bindparam(name, expanding=True))
        self.ids = bindparam(name, type_=ARRAY(BigInteger))


@compiles(Among)
def _spell(each: Among, compiler: SQLCompiler, **more: Any) -> str:
    return compiler.process(each.few, **more)


@compiles(Among, "postgresql")
def _spell_with_an_array(each: Among, compiler: SQLCompiler, **more: Any) -> str:
    return f"{compiler.process(each.column, **more)} = ANY({compiler.process(each.ids, **more)})"
