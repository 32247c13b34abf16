"""Section "How work is measured": productivity, accuracy, audit; and the tools of the desk."""

from typing import Any

from wtforms import Form

from jobboard.domain.postings.parts import Tool
from jobboard.domain.postings.terms import (
    AuditMethod,
    Encounter,
    TargetPeriod,
    TargetUnit,
    ToolKind,
    ToolNeed,
)
from jobboard.web.employers.editor.fields import LineField, PercentField, TermField, WholeNumberField
from jobboard.web.employers.editor.rows import RowForm, RowsField

MOST_TOOLS = 20
KNOWN_TOOLS = (
    "Epic", "Oracle Health (Cerner)", "MEDITECH Expanse", "athenahealth", "eClinicalWorks", "NextGen", "Veradigm", "ModMed",
    "Solventum 360 Encompass", "Solventum Coding and Reimbursement System", "Optum EncoderPro", "Optum Enterprise CAC",
    "TruCode Encoder", "Dolbey Fusion CAC", "Codify", "Find-A-Code", "SuperCoder", "Vitalware", "Excel",
)  # fmt: skip


class ToolRow(RowForm):
    counts = ("name",)
    name = LineField("Tool", 60, render_kw={"list": "known-tools"})
    kind = TermField("Kind", ToolKind, blank=None, default=ToolKind.EHR)
    need = TermField("Need", ToolNeed, blank=None, default=ToolNeed.HELPFUL)


class MeasureSection(Form):
    made: dict[str, Any]

    target = WholeNumberField("How many", 1, 10_000)
    target_unit = TermField("Of what", TargetUnit)
    target_period = TermField("In", TargetPeriod)
    target_encounter = TermField("Kind of encounter", Encounter, blank="Any")
    ramp_weeks = WholeNumberField("Weeks until it is expected", 0, 104)
    accuracy_pct = PercentField("Accuracy expected")
    audit_method = TermField("How it is audited", AuditMethod, blank="Not said")
    auditor = LineField("Who audits", 120, description="For example: internal compliance, monthly.")
    tools = RowsField(ToolRow, "Tools", MOST_TOOLS)

    def validate_tools(self, field: RowsField) -> None:
        self.made["tools"] = field.settle(a_tool, key=lambda tool: tool.name.casefold())


def a_tool(row: ToolRow) -> Tool:
    return Tool(
        name=row.name.data, kind=row.kind.data or ToolKind.OTHER, need=row.need.data or ToolNeed.HELPFUL
    )
