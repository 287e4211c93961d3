"""Rows written before there were seals are sealed as they stand, once."""

from django.db import migrations

from everychild.journal import seals

MODELS = (
    "Extract",
    "SourceFile",
    "RecordList",
    "Edition",
    "Headline",
    "Person",
    "AuditEntry",
    "FlagDecision",
    "Commentary",
    "Signature",
    "LateReason",
    "TargetProposal",
)


def seal_what_stands(apps, schema_editor):
    if schema_editor.connection.alias != "default":
        return  # a copy being made of another journal: its rows come with their seals
    edition = apps.get_model("journal", "Edition")
    kept = [*(apps.get_model("journal", name) for name in MODELS), edition.extracts.through]
    for model in kept:
        numbers = model._default_manager.order_by("id").values_list("pk", flat=True)
        columns = seals.columns_of(model, ("last_login",))
        seals.seal(apps.get_model("journal", "Seal"), model, numbers, columns)


class Migration(migrations.Migration):
    dependencies = [("journal", "0008_seals")]

    operations = [migrations.RunPython(seal_what_stands, migrations.RunPython.noop)]
