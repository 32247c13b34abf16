"""Resumes to try the inspection with: two honest ones and the tools to make hostile ones."""

import io
import zipfile

from pypdf import PdfWriter

CONTENT_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
DOCUMENT = '<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body><w:p/></w:body></w:document>'
RELATIONS = '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
LINK = '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/x/{}" Target="https://example.com" TargetMode="External"/>'


def a_pdf(pages: int = 1, change=lambda writer: None) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=612, height=792)
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def a_docx(**parts: str | bytes | None) -> bytes:
    """A small Word file. Arguments add or replace parts (`__` stands for `/`, `_dot_` for `.`); None leaves one out."""
    wanted: dict[str, str | bytes | None] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "word/document.xml": DOCUMENT,
    }
    for name, content in parts.items():
        wanted[name.replace("__", "/").replace("_dot_", ".")] = content
    return a_zip({name: content for name, content in wanted.items() if content is not None})


def a_zip(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return out.getvalue()
