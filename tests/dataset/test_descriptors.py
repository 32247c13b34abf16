"""CPT wording is there only while the setting names a licensed file, only on the page of the code, and gone without it."""

import pytest
from sqlalchemy import func, select

from jobboard.dataset.descriptors import bring_descriptors, read
from jobboard.dataset.official.faults import BadFile
from jobboard.domain.codes.licensed import LicensedDescriptor

MADE_UP = "Zorbing the flumox, made-up wording 4711"
FILE = f'code,descriptor,release\n44314,"{MADE_UP}",2099\n99999,Of no code here,2099\n'


@pytest.fixture
def licensed(app, tmp_path):
    """The setting, naming a file with made-up wording; gone afterwards, with what it brought."""
    place = tmp_path / "wording.csv"
    place.write_text(FILE, encoding="utf-8")
    app.config["CPT_DESCRIPTORS_FILE"] = place
    yield app.test_cli_runner()
    app.config["CPT_DESCRIPTORS_FILE"] = None
    app.test_cli_runner().invoke(args=["dataset", "load", "--part", "credentials"])


def count(session):
    session.expire_all()
    session.rollback()
    return session.scalar(select(func.count()).select_from(LicensedDescriptor))


def test_off_by_default(app, session, browse):
    assert app.config["CPT_DESCRIPTORS_FILE"] is None
    assert count(session) == 0
    assert "no CPT wording is shown" in browse(None).open("/codes/cpt/44314").text


def test_with_the_setting_the_page_of_the_code_shows_it_with_the_notice(licensed, session, browse):
    said = licensed.invoke(args=["dataset", "load", "--part", "credentials"])
    assert "American Medical Association" in said.output
    assert "left out 1: a code that the release does not have" in said.output
    page = browse(None).open("/codes/cpt/44314")
    assert MADE_UP in page.text
    assert "CPT 2099 © American Medical Association. All rights reserved." in page.text
    head = page.response.text.partition("</head>")[0]
    assert "Zorbing" not in head
    for elsewhere in (
        "/codes?q=44314",
        "/codes.json?q=44314",
        "/codes.json?q=zorbing+flumox",
        "/sitemap-cpt-1.xml",
        "/jobs?q=44314",
        "/jobs.atom",
    ):
        assert "Zorbing" not in browse(None).open(elsewhere, status=None).response.text, elsewhere


def test_without_the_setting_it_is_out_of_sight_at_once_and_out_of_the_database_at_the_next_load(
    licensed, app, session, browse
):
    licensed.invoke(args=["dataset", "load", "--part", "credentials"])
    assert count(session) == 1
    app.config["CPT_DESCRIPTORS_FILE"] = None
    assert "Zorbing" not in browse(None).open("/codes/cpt/44314").text
    said = licensed.invoke(args=["dataset", "load", "--part", "credentials"])
    assert "1 licensed CPT wordings were taken out" in said.output
    assert count(session) == 0


def test_a_bad_file_names_lines_and_codes_but_no_wording():
    with pytest.raises(BadFile) as caught:
        read(f'code,descriptor\n44314,"{MADE_UP}"\n44314,"{MADE_UP}"\n,"{MADE_UP}"\n44310,{MADE_UP}\n')
    assert [str(fault) for fault in caught.value.faults] == [
        "line 3: 44314 stands twice in the file.",
        "line 4: a code and its descriptor were expected.",
        "line 5: 3 columns, 2 were expected: a wording with a comma stands in quotes.",
    ]
    with pytest.raises(BadFile, match="the columns code, descriptor"):
        read("number,text\n44314,x\n")


def test_a_bad_file_leaves_what_was_there(session, tmp_path):
    place = tmp_path / "wording.csv"
    place.write_text("code,descriptor\n,\n")
    with pytest.raises(BadFile):
        bring_descriptors(session, place)
    session.rollback()
    assert count(session) == 0
