"""The resumes of invented coders are real PDF files with the words in them."""

from io import BytesIO

from pypdf import PdfReader

from jobboard.seeds.coders import CODERS
from jobboard.seeds.people import coder
from jobboard.seeds.resumes import pdf, resume_lines


def test_a_resume_can_be_read_back_as_text():
    text = PdfReader(BytesIO(pdf(resume_lines(coder(CODERS[0], 0)))), strict=True).pages[0].extract_text()
    assert "Amir Haddad" in text
    assert "Credentials: CPC" in text


def test_brackets_and_accents_survive():
    text = PdfReader(BytesIO(pdf(["Lucía (Ferrer) \\ O'Rourke"])), strict=True).pages[0].extract_text()
    assert text.strip() == "Lucía (Ferrer) \\ O'Rourke"
