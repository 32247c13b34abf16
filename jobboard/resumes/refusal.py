"""Why a file was not taken: one word for the program, one sentence for the person who can mend it."""

REFUSALS = {
    "empty": "This file is empty. Choose the file again.",
    "too_large": "This file is larger than 5 MB. Save it without pictures, or print it to PDF, and choose it again.",
    "not_a_resume": "This is neither a PDF nor a Word file (DOCX), whatever its name says. Save your resume as one of the two.",
    "two_files": "This file is a PDF and something else at once. Save it again as a plain PDF.",
    "pdf_broken": "This PDF cannot be read. Open it, print it to a new PDF, and choose that one.",
    "pdf_protected": "This PDF is protected by a password. Save it without one.",
    "pdf_active": "This PDF runs a script or opens a program. Print it to a new PDF, and choose that one.",
    "pdf_attachment": "This PDF carries other files inside. Print it to a new PDF, and choose that one.",
    "too_many_pages": "This PDF has more than 40 pages. A resume is enough: certificates can wait for the interview.",
    "docx_broken": "This Word file cannot be read. Open it, save it again as DOCX or as PDF, and choose that one.",
    "docx_bomb": "This Word file unpacks to far more than a resume holds. Save it as PDF, and choose that one.",
    "docx_macros": "This Word file holds macros. Save it as a plain DOCX or as PDF.",
    "docx_active": "This Word file fetches or runs something when it is opened. Save it as PDF, and choose that one.",
    "too_many": "You keep 20 resumes here. Delete one you no longer need under “Your resumes”, then choose this one again.",
    "too_slow": "This file took too long to read. Save it again as a plain PDF, and choose that one.",
    "infected": "Our virus scanner stopped this file. Check your computer before you send it anywhere.",
    "scanner_away": "Our virus scanner does not answer, so we take no files just now. Try again in a few minutes.",
}


class NotTaken(Exception):
    """`word` is a key of REFUSALS; `str(error)` is the sentence."""

    def __init__(self, word: str) -> None:
        super().__init__(REFUSALS[word])
        self.word = word
