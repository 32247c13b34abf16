"""The pages of MS-DRGs: grouping, ladder, and what the newest version changed."""

from tests.web.codes.test_diagnosis_page import marked


def test_a_group_says_its_type_and_category(browse):
    page = browse().open("/codes/msdrg/470")
    assert marked(page) >= {
        ("title", "Major Hip and Knee Joint Replacement or Reattachment of Lower Extremity without MCC"),
        ("mdc", "08"),
        ("drg_kind", "SURG"),
    }
    assert "number and title are the same in v43.1" in page.text


def test_the_ladder_links_the_other_rungs(browse):
    page = browse().open("/codes/msdrg/470")
    assert "/codes/msdrg/469" in page.links()
    assert "With MCC or Total Ankle Replacement" in page.text


def test_a_new_a_deleted_and_a_retitled_group_say_so(browse):
    browser = browse()
    assert "It is new: v43.1 (April 2026) does not have it." in browser.open("/codes/msdrg/403").text
    deleted = browser.open("/codes/msdrg/466").text
    assert "no longer has it" in deleted
    assert "Deleted with v44" in deleted
    assert ("earlier_title", "Pancreas Transplant") in marked(browser.open("/codes/msdrg/010"))


def test_what_we_placed_ourselves_says_so(browse):
    page = browse().open("/codes/msdrg/210")
    assert "The release names no category" in page.text
    assert "by our own placing" in page.text


def test_no_weight_is_made_up(browse):
    assert (
        "Relative weights and lengths of stay are not in our files" in browse().open("/codes/msdrg/470").text
    )
