"""Section "The job": what it is called, what it is like."""

from wtforms import Form

from jobboard.web.employers.editor.fields import LineField, ProseField, WholeNumberField

LONGEST_DESCRIPTION = 20_000


class JobSection(Form):
    title = LineField(
        "Title",
        120,
        description="What a coder would search for. Specialty and setting help: “Profee cardiology coder”.",
    )
    description = ProseField(
        "Description",
        LONGEST_DESCRIPTION,
        description="What is coded, for whom, with whom, and what is honestly difficult. Markdown works: **bold**, lists with "
        "a dash. No contact details, nothing from a chart.",
        render_kw={"rows": "10"},
    )
    seats = WholeNumberField("How many people", 1, 500)
    requisition = LineField("Your requisition number", 60)
