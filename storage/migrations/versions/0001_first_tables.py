"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: SQLite only counts up an INTEGER PRIMARY KEY.
ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "users",
        sa.Column("id", sa.BigInteger(), nullable=False, autoincrement=False),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("timezone", sa.String(length=64), nullable=False),
        sa.Column("timezone_known", sa.Boolean(), nullable=False),
        sa.Column("nudge_weekday", sa.Integer(), nullable=False),
        sa.Column("nudge_time", sa.Time(), nullable=False),
        sa.Column("people_per_week", sa.Integer(), nullable=False),
        sa.Column("every_weeks", sa.Integer(), nullable=False),
        sa.Column("reminder_on", sa.Boolean(), nullable=False),
        sa.Column("next_nudge_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unreachable_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("asked_for_names_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("step", sa.String(length=32), nullable=True),
        sa.Column("step_data", sa.JSON(), nullable=False),
        sa.Column("step_expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
    )
    op.create_index(
        "ix_users_due",
        "users",
        ["next_nudge_at"],
        sqlite_where=sa.text("next_nudge_at IS NOT NULL"),
        postgresql_where=sa.text("next_nudge_at IS NOT NULL"),
    )
    op.create_table(
        "changes",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("result", sa.JSON(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_changes_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_changes"),
        sa.UniqueConstraint("user_id", "update_id", name="uq_changes_update"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_changes_user_id", "changes", ["user_id"])
    op.create_table(
        "contacts",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("name_key", sa.String(length=400), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("cadence_days", sa.Integer(), nullable=True),
        sa.Column("company", sa.String(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("met", sa.String(), nullable=True),
        sa.Column("met_on", sa.Date(), nullable=True),
        sa.Column("city", sa.String(), nullable=True),
        sa.Column("birthday", sa.String(length=10), nullable=True),
        sa.Column("language", sa.String(length=16), nullable=True),
        sa.Column("needs", sa.String(), nullable=True),
        sa.Column("offers", sa.String(), nullable=True),
        sa.Column("snoozed_until", sa.Date(), nullable=True),
        sa.Column("last_touch_on", sa.Date(), nullable=True),
        sa.Column("next_due_on", sa.Date(), nullable=True),
        sa.Column("source", sa.String(length=16), nullable=False),
        sa.Column("added_on", sa.Date(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("deleted_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_contacts_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_contacts"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contacts_due", "contacts", ["user_id", "status", "next_due_on"])
    op.create_index("ix_contacts_name", "contacts", ["user_id", "name_key"])
    op.create_index("ix_contacts_user_id", "contacts", ["user_id"])
    op.create_table(
        "tags",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("cadence_days", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_tags_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_tags"),
        sa.UniqueConstraint("user_id", "key", name="uq_tags"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_tags_user_id", "tags", ["user_id"])
    op.create_table(
        "contact_points",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("value", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name="fk_contact_points_contact_id", ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_contact_points_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_contact_points"),
        sa.UniqueConstraint("contact_id", "kind", "value", name="uq_contact_points"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contact_points_contact_id", "contact_points", ["contact_id"])
    op.create_index("ix_contact_points_user_id", "contact_points", ["user_id"])
    op.create_index("ix_contact_points_value", "contact_points", ["user_id", "kind", "value"])
    op.create_table(
        "contact_tags",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("tag_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_contact_tags_contact_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["tag_id"], ["tags.id"], name="fk_contact_tags_tag_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_contact_tags_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_contact_tags"),
        sa.UniqueConstraint("contact_id", "tag_id", name="uq_contact_tags"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_contact_tags_contact_id", "contact_tags", ["contact_id"])
    op.create_index("ix_contact_tags_tag_id", "contact_tags", ["tag_id"])
    op.create_index("ix_contact_tags_user_id", "contact_tags", ["user_id"])
    op.create_table(
        "introductions",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("first_id", sa.BigInteger(), nullable=False),
        sa.Column("second_id", sa.BigInteger(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["first_id"], ["contacts.id"], name="fk_introductions_first_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["second_id"], ["contacts.id"], name="fk_introductions_second_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_introductions_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_introductions"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_introductions_first_id", "introductions", ["first_id"])
    op.create_index("ix_introductions_second_id", "introductions", ["second_id"])
    op.create_index("ix_introductions_user_id", "introductions", ["user_id"])
    op.create_table(
        "notes",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("noted_on", sa.Date(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_notes_contact_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_notes_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_notes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_notes_contact_id", "notes", ["contact_id"])
    op.create_index("ix_notes_user_id", "notes", ["user_id"])
    op.create_table(
        "nudges",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("reason_kind", sa.String(length=32), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("opener", sa.String(), nullable=False),
        sa.Column("opener_keys", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("push_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("reminded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_nudges_contact_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_nudges_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_nudges"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_nudges_contact_id", "nudges", ["contact_id"])
    op.create_index(
        "ix_nudges_push",
        "nudges",
        ["push_at"],
        sqlite_where=sa.text("push_at IS NOT NULL"),
        postgresql_where=sa.text("push_at IS NOT NULL"),
    )
    op.create_index("ix_nudges_user_id", "nudges", ["user_id"])
    op.create_table(
        "promises",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("kept_on", sa.Date(), nullable=True),
        sa.Column("dropped_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_promises_contact_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_promises_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_promises"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_promises_contact_id", "promises", ["contact_id"])
    op.create_index("ix_promises_user_id", "promises", ["user_id"])
    op.create_table(
        "nudge_messages",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("nudge_id", sa.BigInteger(), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["nudge_id"], ["nudges.id"], name="fk_nudge_messages_nudge_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_nudge_messages_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_nudge_messages"),
        sa.UniqueConstraint("user_id", "message_id", name="uq_nudge_messages"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_nudge_messages_nudge_id", "nudge_messages", ["nudge_id"])
    op.create_index("ix_nudge_messages_user_id", "nudge_messages", ["user_id"])
    op.create_table(
        "touches",
        sa.Column("id", ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("contact_id", sa.BigInteger(), nullable=False),
        sa.Column("touched_on", sa.Date(), nullable=False),
        sa.Column("channel", sa.String(length=16), nullable=True),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("started_by", sa.String(length=16), nullable=True),
        sa.Column("nudge_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contacts.id"], name="fk_touches_contact_id", ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["nudge_id"], ["nudges.id"], name="fk_touches_nudge_id", ondelete="SET NULL"),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_touches_user_id", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name="pk_touches"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_touches_contact_id", "touches", ["contact_id"])
    op.create_index("ix_touches_nudge_id", "touches", ["nudge_id"])
    op.create_index("ix_touches_user_id", "touches", ["user_id"])


def downgrade() -> None:
    op.drop_table("touches")
    op.drop_table("nudge_messages")
    op.drop_table("promises")
    op.drop_table("nudges")
    op.drop_table("notes")
    op.drop_table("introductions")
    op.drop_table("contact_tags")
    op.drop_table("contact_points")
    op.drop_table("tags")
    op.drop_table("contacts")
    op.drop_table("changes")
    op.drop_table("users")
