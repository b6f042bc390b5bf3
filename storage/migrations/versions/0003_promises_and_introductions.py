"""Yearly dates, turns and voices of contacts; what came of touches and introductions; follow-ups."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

#: SQLite only counts up an INTEGER PRIMARY KEY.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    _create_yearly_dates()
    for table, columns in _new_columns().items():
        for column in columns:
            op.add_column(table, column)


def _new_columns() -> dict[str, list[sa.Column[object]]]:
    return {
        "users": [
            sa.Column("need_asked_on", sa.Date(), nullable=True),
            sa.Column("model_on", sa.Boolean(), nullable=False, server_default=sa.false()),
            sa.Column("model_asks", sa.Integer(), nullable=False, server_default="0"),
            sa.Column("model_day", sa.Date(), nullable=True),
        ],
        "contacts": [
            sa.Column("turn_on", sa.Date(), nullable=True),
            sa.Column("headsup_days", sa.Integer(), nullable=True),
            sa.Column("voice", sa.String(length=16), nullable=True),
        ],
        "nudges": [sa.Column("about_id", sa.BigInteger(), nullable=True)],
        "touches": [
            sa.Column("reply", sa.String(length=8), nullable=True),
            sa.Column("favour", sa.String(length=8), nullable=True),
        ],
        "introductions": [
            sa.Column("first_reply", sa.String(length=8), nullable=True),
            sa.Column("second_reply", sa.String(length=8), nullable=True),
            sa.Column("made_on", sa.Date(), nullable=True),
            sa.Column("outcome", sa.String(), nullable=True),
        ],
    }


def _create_yearly_dates() -> None:
    op.create_table(
        "yearly_dates",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_yearly_dates_user_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_yearly_dates_contact_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_yearly_dates"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_yearly_dates_user_id", "yearly_dates", ["user_id"])
    op.create_index("ix_yearly_dates_contact_id", "yearly_dates", ["contact_id"])
