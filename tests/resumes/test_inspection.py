"""A file is believed by its content: honest resumes pass, every other one gets the sentence that helps."""

import io
import zipfile

import pytest
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from jobboard.domain.applications.resume import ResumeKind
from jobboard.resumes import inspection
from jobboard.resumes.inspection import inspect
from jobboard.resumes.refusal import NotTaken
from tests.resumes.samples import CONTENT_TYPES, DOCUMENT, LINK, RELATIONS, a_docx, a_pdf, a_zip

MOST = 5 * 1024 * 1024


def refusal_of(data: bytes) -> str:
    with pytest.raises(NotTaken) as caught:
        inspect(data, most=MOST)
    return caught.value.word


def test_an_honest_pdf_and_an_honest_word_file_are_taken() -> None:
    assert inspect(a_pdf(2), most=MOST) == ResumeKind.PDF
    assert inspect(a_docx(), most=MOST) == ResumeKind.DOCX


def test_a_pdf_that_opens_at_a_page_is_taken() -> None:
    def open_at(writer):
        fit = ArrayObject([writer.pages[0].indirect_reference, NameObject("/Fit")])
        writer.root_object[NameObject("/OpenAction")] = fit

    assert inspect(a_pdf(change=open_at), most=MOST) == ResumeKind.PDF


def test_a_link_in_the_text_of_a_word_file_is_fine() -> None:
    relations = RELATIONS.format(LINK.format("hyperlink"))
    assert inspect(a_docx(**{"word/_rels/document.xml.rels": relations}), most=MOST) == ResumeKind.DOCX


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b"%PDF-" + b"x" * MOST, "too_large"),
        (b"<html><script>alert(1)</script></html>", "not_a_resume"),
        (b"MZ\x90\x00", "not_a_resume"),
        (b"\x00" * 100, "not_a_resume"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "not_a_resume"),
        (b"<!doctype html>" + a_pdf(), "not_a_resume"),
        (b"%PDF-1.7 and nothing behind it", "pdf_broken"),
        (a_pdf()[:200], "pdf_broken"),
        (a_pdf(pages=41), "too_many_pages"),
        (a_pdf() + a_zip({"a.txt": "hidden"}), "two_files"),
        (b"PK\x03\x04 and nothing behind it", "docx_broken"),
        (a_zip({"a.txt": "a zip is not a Word file"}), "not_a_resume"),
        (a_docx(word__document_dot_xml=None), "not_a_resume"),
        (a_docx(word__document_dot_xml="<w:document"), "docx_broken"),
        (a_docx()[:-40], "docx_broken"),
        (b"PK\x03\x04" + a_docx(), "docx_broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_a_resume_is_told_what_it_is(data: bytes, word: str) -> None:
    assert refusal_of(data) == word


def test_a_protected_pdf_is_refused() -> None:
    assert (
        refusal_of(a_pdf(change=lambda writer: writer.encrypt("secret", algorithm="RC4-128")))
        == "pdf_protected"
    )


def test_a_pdf_with_a_script_is_refused() -> None:
    def add_script(writer):
        script = DictionaryObject({NameObject("/JS"): TextStringObject("app.alert(1)")})
        named = ArrayObject([TextStringObject("a"), writer._add_object(script)])
        tree = DictionaryObject({NameObject("/JavaScript"): DictionaryObject({NameObject("/Names"): named})})
        writer.root_object[NameObject("/Names")] = tree

    assert refusal_of(a_pdf(change=add_script)) == "pdf_active"


@pytest.mark.parametrize("name", ["/Launch", "/JavaScript", "/SubmitForm"])
def test_a_pdf_whose_action_hides_behind_a_reference_is_refused(name: str) -> None:
    def launch(writer):
        kind = writer._add_object(NameObject(name))
        action = DictionaryObject({NameObject("/S"): kind, NameObject("/F"): TextStringObject("cmd.exe")})
        writer.root_object[NameObject("/OpenAction")] = writer._add_object(action)

    assert refusal_of(a_pdf(change=launch)) == "pdf_active"


def test_a_pdf_with_files_inside_is_refused() -> None:
    assert refusal_of(a_pdf(change=lambda writer: writer.add_attachment("a.exe", b"MZ"))) == "pdf_attachment"


@pytest.mark.parametrize(
    ("parts", "word"),
    [
        ({"word/vbaProject.bin": b"\x00"}, "docx_macros"),
        (
            {"[Content_Types].xml": CONTENT_TYPES.replace("document.main", "document.macroEnabled.main")},
            "docx_macros",
        ),
        ({"word/embeddings/oleObject1.bin": b"\x00"}, "docx_active"),
        ({"word/activeX/activeX1.xml": "<a/>"}, "docx_active"),
        (
            {"word/document.xml": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'},
            "docx_active",
        ),
        ({"word/_rels/settings.xml.rels": RELATIONS.format(LINK.format("attachedTemplate"))}, "docx_active"),
        ({"../../etc/passwd": "x"}, "docx_broken"),
        ({"/etc/passwd": "x"}, "docx_broken"),
        ({"word/media/a.png": b"\x00" * 40_000_000}, "docx_bomb"),
        ({f"word/media/{n}.png": b"\x00" * 1_000_000 for n in range(64)}, "docx_bomb"),
        ({f"word/media/{n}": b"" for n in range(2_001)}, "docx_bomb"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_word_file_that_does_more_than_be_read_is_refused(parts: dict[str, str | bytes], word: str) -> None:
    assert refusal_of(a_docx(**parts)) == word


def test_a_zip_that_lies_about_its_sizes_is_refused() -> None:
    honest = a_docx(**{"word/media/a.png": b"\x00" * 900_000})
    with zipfile.ZipFile(io.BytesIO(honest)) as parts:
        size = parts.getinfo("word/media/a.png").file_size.to_bytes(4, "little")
    assert honest.count(size) == 2, "the size stands in the part's header and in the directory"
    assert refusal_of(honest.replace(size, (10).to_bytes(4, "little"))) == "docx_broken"


def test_entities_that_multiply_are_refused_before_they_do() -> None:
    laughs = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(97 + n + 1)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(12)
    )
    assert refusal_of(a_docx(word__document_dot_xml=laughs + "]><a>&m;</a>")) == "docx_active"


def test_a_reader_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    endless = tmp_path / "endless.py"
    endless.write_text("import time\ntime.sleep(60)")
    monkeypatch.setitem(inspection.READERS, ResumeKind.PDF, endless)
    monkeypatch.setattr(inspection, "LONGEST_SECONDS", 0.5)
    assert refusal_of(a_pdf()) == "too_slow"


def test_a_reader_may_neither_eat_the_memory_nor_write(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    greedy = tmp_path / "greedy.py"
    monkeypatch.setitem(inspection.READERS, ResumeKind.PDF, greedy)
    greedy.write_text("x = bytearray(700 * 1024 * 1024)\nprint('ok')")
    assert refusal_of(a_pdf()) == "pdf_broken"
    greedy.write_text(
        f"with open({str(tmp_path / 'written')!r}, 'w') as file:\n    file.write('x')\nprint('ok')"
    )
    assert refusal_of(a_pdf()) in ("pdf_broken", "too_slow")
    assert (tmp_path / "written").read_text() == ""


def test_the_honest_document_of_these_tests_is_a_document() -> None:
    assert inspect(a_docx(word__document_dot_xml=DOCUMENT), most=MOST) == ResumeKind.DOCX
