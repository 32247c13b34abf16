"""The words of cards and sheets, where a wrong one would mislead and nothing else would notice."""

import pytest

from jobboard.domain.postings.terms import CredentialNeed, Encounter, FeeSide
from jobboard.web.jobs import phrases

REQUIRED, PREFERRED, OBTAIN = CredentialNeed.REQUIRED, CredentialNeed.PREFERRED, CredentialNeed.OBTAIN


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([], "None required"),
        ([(REQUIRED, None, ["CPC", "CCS-P"])], "CPC or CCS-P required"),
        (
            [(REQUIRED, None, ["CPC", "CCS-P"]), (PREFERRED, None, ["CRC"])],
            "CPC or CCS-P required; CRC preferred",
        ),
        (
            [(REQUIRED, None, ["CPC", "COC"]), (REQUIRED, None, ["CRC"])],
            "(CPC or COC) and CRC required",
        ),
        (
            [(OBTAIN, 12, ["CPC"]), (OBTAIN, 6, ["CRC"])],
            "CPC within 12 months of hiring; CRC within 6 months of hiring",
        ),
    ],
)
def test_credentials_say_which_of_them_go_together(groups, said):
    assert phrases.credentials(groups) == said


@pytest.mark.parametrize(
    "sides", [(FeeSide.BOTH,), (FeeSide.FACILITY, FeeSide.PROFESSIONAL), tuple(FeeSide)[:3]]
)
def test_both_fee_sides_read_the_same_however_they_were_ticked(sides):
    cells = [(side, Encounter.INPATIENT) for side in sides]
    assert phrases.settings_short(cells) == "Profee and facility · Inpatient"


def test_a_visitor_finds_the_way_to_post_a_job_and_a_coder_is_not_sent_to_a_closed_door(
    browse, a_posting, amir, mira
):
    a_posting("live")
    assert "/sign-up/employer" in browse(None).open("/").links()
    assert "/employer/postings" in browse(mira).open("/").links()
    assert not {"/sign-up/employer", "/employer/postings"} & set(browse(amir).open("/").links())


def test_the_front_page_tells_a_coder_where_applications_stand(browse, an_application, amir, dana):
    an_application(stage="interview")
    assert "Interview 1" in browse(amir).open("/").text
    assert "None is under way" in browse(dana).open("/").text
