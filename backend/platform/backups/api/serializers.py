"""Bodies of backups and restores."""

from __future__ import annotations

from backend.kernel.api import fields as f
from backend.kernel.api.serializers import Read, RecordRead, Write

BACKUP_STATES = ["requested", "running", "ok", "degraded", "failed", "pruned"]
BACKUP_KINDS = ["on_demand", "scheduled"]
VERIFICATIONS = ["none", "requested", "running", "ok", "damaged"]
COPY_STATES = ["ok", "failed", "missing", "damaged"]
RESTORE_STATES = [
    "requested",
    "running",
    "ready",
    "applying",
    "succeeded",
    "failed",
    "discarded",
    "undoing",
    "undone",
]
RESTORE_MODES = ["preview", "replace", "merge"]
MERGE_CHOICES = ["insert", "highest", "never"]


class CopyRead(Read):
    """A backup in one store."""

    store = f.Text()
    state = f.Choice(COPY_STATES, enum="BackupCopyState")
    error = f.Text(help_text="Why the store does not hold it; empty where it does.")


class ArtifactRead(Read):
    """One encrypted object of a backup."""

    name = f.Text()
    size = f.Int(help_text="Bytes as stored.")
    plain_size = f.Int(help_text="Bytes before compression and encryption.")
    sha256 = f.Text(help_text="Of the stored bytes, hexadecimal.")


class BackupRead(RecordRead):
    """A backup of one business, and what is known of it."""

    id = f.Id("bkp")
    tenant = f.Id("ten", source="tenant_id")
    slug = f.Text(help_text="The business's slug at the time.")
    kind = f.Choice(BACKUP_KINDS, enum="BackupKind")
    state = f.Choice(
        BACKUP_STATES,
        enum="BackupState",
        help_text="`degraded`: some store lacks it. `pruned`: past its days, and deleted everywhere.",
    )
    error = f.Text(help_text="Why it failed; empty otherwise.")
    requested_by = f.Id("usr", allow_null=True, help_text="Null for the schedule's own.")
    started_at = f.DateTime(allow_null=True)
    snapshot_at = f.DateTime(allow_null=True, help_text="The moment whose data it holds.")
    finished_at = f.DateTime(allow_null=True)
    release = f.Text(help_text="The release of the product that took it.")
    key_id = f.Text(help_text="The key that encrypts it, in the installation's key set.")
    rows = f.Int(help_text="Rows of all tables.")
    tables = f.Json(
        schema={"type": "object", "additionalProperties": {"type": "integer"}},
        help_text="Rows by table.",
    )
    file_count = f.Int()
    stored_bytes = f.Int(help_text="Of one copy.")
    plain_bytes = f.Int(help_text="Before compression and encryption.")
    artifacts = f.ListOf(ArtifactRead(), max_items=10)
    copies = f.ListOf(CopyRead(), max_items=20)
    verification = f.Choice(
        VERIFICATIONS,
        enum="BackupVerification",
        help_text="`ok`: at least one copy was read in whole and proved at `verified_at`.",
    )
    verified_at = f.DateTime(allow_null=True)
    verification_error = f.Text(help_text="What was found damaged; empty where nothing was.")


class BackupRequest(Write):
    """Whose backups are wanted."""

    tenants = f.Ids(
        "ten",
        min_items=1,
        max_items=1000,
        required=False,
        allow_null=True,
        default=None,
        help_text="The businesses to back up; absent or null for all of them.",
    )


class RestoreRequest(Write):
    """What is to be done with the backup."""

    mode = f.Choice(
        RESTORE_MODES,
        enum="RestoreMode",
        help_text=(
            "`preview` compares the backup with what is live and changes nothing. `replace` puts the backup in "
            "place: what was written after its snapshot is lost, and can be had back by `undo` for a day. `merge` "
            "finds what was lost since, and brings it back once that is asked for by `apply`: nothing else changes."
        ),
    )


class TableChangeRead(Read):
    """One table of the backup against the live one."""

    table = f.Text()
    backup_rows = f.Int(allow_null=True, help_text="Null where the backup has no such table.")
    live_rows = f.Int(allow_null=True, help_text="Null where there is no such table now.")
    same = f.Bool(help_text="Whether the rows are equal, not only as many.")


class PreviewRead(Read):
    """What a replacement would do."""

    snapshot_at = f.DateTime(help_text="What was written after this moment would be lost.")
    same_release = f.Bool(
        help_text="Whether the migrations are the same; a replacement is refused where not."
    )
    warnings = f.ListOf(f.Text(), max_items=20, help_text="What to know before replacing, as stable codes.")
    tables = f.ListOf(TableChangeRead(), max_items=10_000)
    missing_files = f.Int(help_text="Files that would be put back.")
    missing_files_bytes = f.Int()
    migrations_only_in_backup = f.ListOf(f.Text(), max_items=10_000)
    migrations_only_live = f.ListOf(f.Text(), max_items=10_000)


class MergeSampleRead(Read):
    """A row that a merge is about. Its contents are not told."""

    id = f.Text(help_text="The row's key, a UUID.")
    name = f.Text(source="label", help_text="Its number or code, where it has one.")
    columns = f.ListOf(f.Text(), max_items=200, help_text="Of a changed row: which columns differ.")


class MergeTableRead(Read):
    """One table of the backup against the live one, row by row."""

    table = f.Text()
    choice = f.Choice(
        MERGE_CHOICES,
        enum="MergeChoice",
        help_text="`insert`: lost rows come back. `highest`: the greater number stays. `never`: left alone.",
    )
    why = f.Text(help_text="Why the table is left alone, as a stable code; empty otherwise.")
    overwritable = f.Bool(help_text="Whether changed rows may be put back by `overwrite`.")
    backup_rows = f.Int()
    live_rows = f.Int()
    lost = f.Int(allow_null=True, help_text="Rows of the backup that are not live; null without keys.")
    comes_back = f.Int(help_text="How many of the lost rows nothing keeps out.")
    changed = f.Int(allow_null=True, help_text="Rows of both that differ.")
    only_live = f.Int(allow_null=True, help_text="Rows that came after the backup: they stay.")
    lost_samples = f.ListOf(MergeSampleRead(), max_items=5)
    changed_samples = f.ListOf(MergeSampleRead(), max_items=5)


class MergeConflictRead(Read):
    """A row that does not come back, or is not put back, and why."""

    table = f.Text()
    id = f.Text(help_text="The row's key, a UUID.")
    name = f.Text(source="label", help_text="Its number or code, where it has one.")
    reason = f.Text(
        help_text=(
            "As a stable code. `taken`: a live row (`held_by`) has a value that must be unique. `deleted`: it was "
            "removed on purpose, see `revive`. `erased`: it is data of a person that was erased. `changed_since`: it "
            "was changed after the backup, and money has moved by that. `missing_reference`: what it refers to is "
            "gone. `whole_not_back`: it is a part of what did not go, or cannot come. `part_not_back`: a part of it "
            "cannot come. `part_stands`: of an entry of the books some legs are gone and some are not. "
            "`edited_since`: it was edited after the difference was made. `period_closed`, `account_closed`: the "
            "books take such an entry no more. `overpaid`: others have settled it since. `replaced`: another stands "
            "in its place. `customer_merged`: its customer is a part of another now. `unfinished`: an upload that was "
            "under way."
        )
    )
    detail = f.Text(help_text="The index, the column or the table that the reason is about; may be empty.")
    held_by = f.Text(allow_null=True, help_text="The key of the live row that has the value.")


class DifferenceRead(Read):
    """What the business has lost since a backup, and what a merge would do about it."""

    compared_at = f.DateTime()
    tables = f.ListOf(MergeTableRead(), max_items=10_000)
    conflict_counts = f.Json(
        schema={"type": "object", "additionalProperties": {"type": "integer"}},
        help_text="How many lost rows each reason keeps out.",
    )
    conflicts = f.ListOf(MergeConflictRead(), max_items=1000, help_text="The first of them.")


class MergedTableRead(Read):
    """How many rows of a table a merge has written."""

    table = f.Text()
    rows = f.Int()


class MergedRead(Read):
    """How a merge went."""

    attempts = f.Int(help_text="Tries; each gives way to a busy business.")
    blocked_microseconds = f.Int(allow_null=True, help_text="How long writers of the touched tables waited.")
    inserted = f.ListOf(MergedTableRead(), max_items=10_000)
    overwritten = f.ListOf(MergedTableRead(), max_items=10_000)
    numbers_raised = f.ListOf(MergedTableRead(), max_items=100)
    balances_settled = f.Int(help_text="Balances that had not been what the entries say.")
    conflict_counts = f.Json(
        schema={"type": "object", "additionalProperties": {"type": "integer"}},
        help_text="How many rows each reason has kept out.",
    )
    conflicts = f.ListOf(MergeConflictRead(), max_items=1000, help_text="The first of them.")


class MergeRequest(Write):
    """What of a merge's difference is wanted."""

    tables = f.ListOf(
        f.Text(max_length=63),
        min_items=1,
        max_items=200,
        required=False,
        allow_null=True,
        default=None,
        help_text="Whose lost rows come back, with what is part of them; null for all that can.",
    )
    overwrite = f.ListOf(
        f.Text(max_length=63),
        max_items=200,
        required=False,
        default=list,
        help_text="Whose changed rows return to the backup's state. By default no live row changes.",
    )
    revive = f.ListOf(
        f.Text(max_length=63),
        max_items=200,
        required=False,
        default=list,
        help_text="Of which rows come back too that somebody removed on purpose. By default those stay removed.",
    )


class PhaseRead(Read):
    """How long a part of the work took."""

    name = f.Text()
    milliseconds = f.Int()


class OutcomeRead(Read):
    """How a replacement went."""

    store = f.Text(help_text="The store that the backup was read from.")
    snapshot_at = f.DateTime()
    phases = f.ListOf(PhaseRead(), max_items=20)
    swap_attempts = f.Int(help_text="Tries of the swap; each gives way to a busy business.")
    blocked_microseconds = f.Int(
        allow_null=True, help_text="How long the business's writes waited for the swap."
    )
    event_position = f.Int(
        allow_null=True, help_text="Where `tenant.restored` stands in the business's stream of events."
    )


class RestoreRead(RecordRead):
    """A restore of one business from a backup."""

    id = f.Id("rst")
    backup = f.Id("bkp", source="backup_id")
    tenant = f.Id("ten", source="tenant_id")
    mode = f.Choice(RESTORE_MODES, enum="RestoreMode")
    state = f.Choice(RESTORE_STATES, enum="RestoreState")
    phase = f.Text(help_text="What it is at now, or was at when it failed; empty otherwise.")
    error = f.Text(help_text="Why it failed; the business is then as it was. Empty otherwise.")
    requested_by = f.Id("usr", allow_null=True)
    started_at = f.DateTime(allow_null=True)
    finished_at = f.DateTime(allow_null=True)
    undo_until = f.DateTime(allow_null=True, help_text="Until when what was live before is kept.")
    undone_at = f.DateTime(allow_null=True)
    preview = f.Computed(
        lambda row, context: row.report if row.mode == "preview" and row.report else None,
        PreviewRead(allow_null=True),
        allow_null=True,
        help_text="What a finished preview found.",
    )
    staged_until = f.DateTime(
        allow_null=True, help_text="Until when a merge's difference can be applied, or could be."
    )
    difference = f.Computed(
        lambda row, context: row.report.get("difference"),
        DifferenceRead(allow_null=True),
        allow_null=True,
        help_text="What a merge has found.",
    )
    merged = f.Computed(
        lambda row, context: row.report.get("merged"),
        MergedRead(allow_null=True),
        allow_null=True,
        help_text="How an applied merge went.",
    )
    outcome = f.Computed(
        lambda row, context: row.report if row.mode == "replace" and row.report else None,
        OutcomeRead(allow_null=True),
        allow_null=True,
        help_text="How a finished replacement went.",
    )
