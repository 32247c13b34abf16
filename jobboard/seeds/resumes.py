"""Resumes of invented coders: the lines, and a small valid PDF with those lines as text."""

from collections.abc import Iterable
from random import Random

from jobboard.seeds.shapes import PersonSeed

PLACES = (
    "a regional hospital",
    "a multi-specialty group",
    "a coding company",
    "a community clinic",
    "a faculty practice",
)
LEFT, TOP, LEADING, SIZE = 72, 720, 16, 11


def resume_lines(person: PersonSeed) -> list[str]:
    """What the resume says, a line each, without anything the person would not say here."""
    dice = Random(person.key)
    years, months = divmod(person.experience_months, 12)
    first, second = dice.sample(PLACES, 2)
    lines = [person.name, f"{person.city}, {person.state}  |  {person.email}", "", person.headline, ""]
    lines += [
        f"Credentials: {', '.join(person.credentials)}",
        f"Experience: {years} years, {months} months",
        "",
    ]
    if person.families:
        lines += [f"Codes most days: {', '.join(code for code, _, _ in person.families)}"]
    if person.tools:
        lines += [f"Tools: {', '.join(person.tools)}"]
    lines += ["", "Work"]
    lines += (
        [f"- Coder at {first}", f"- Before that at {second}"]
        if person.experience_months > 11
        else [f"- {first}"]
    )
    return [*lines, "", "References on request."]


def pdf(lines: Iterable[str]) -> bytes:
    """One US Letter page in Helvetica. Characters outside Windows-1252 become question marks."""
    shown = [f"({escaped(line)}) Tj T*" for line in lines]
    text = "\n".join([f"BT /F1 {SIZE} Tf {LEADING} TL {LEFT} {TOP} Td", *shown, "ET"]).encode(
        "cp1252", "replace"
    )
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R"
        b" /Resources << /Font << /F1 4 0 R >> >> >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(text), text),
    ]
    return assembled(objects)


def assembled(objects: list[bytes]) -> bytes:
    """The objects as a file, with the cross-reference table a reader looks for at the end."""
    out, offsets = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    count = len(objects) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (count, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % count + table + trailer


def escaped(line: str) -> str:
    return line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
