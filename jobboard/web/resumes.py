"""Resumes between a browser and the store: taken in after inspection, sent as a file that no browser runs."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path

from flask import Response, current_app, send_file
from werkzeug.datastructures import FileStorage

from jobboard import clock
from jobboard.domain.applications import finding
from jobboard.domain.applications.resume import Resume
from jobboard.domain.base import new_id
from jobboard.domain.errors import NotThere
from jobboard.extensions import db
from jobboard.resumes import store
from jobboard.resumes.inspection import inspect
from jobboard.resumes.names import shown_name
from jobboard.resumes.refusal import NotTaken

MOST_KEPT = 20
HARMLESS = "default-src 'none'; frame-ancestors 'none'; sandbox"


def folder() -> Path:
    return Path(current_app.config["DATA_DIR"]) / "resumes"


def take_in(upload: FileStorage, coder_id: str) -> str:
    """Inspect an upload and keep it; the id of its row, which is committed. Raises NotTaken.

    Ends the transaction it is called in, before the inspection: nobody waits for the database while a file is read.
    What was loaded before has to be found again.
    """
    most = current_app.config["RESUME_MAX_BYTES"]
    data = upload.stream.read(most + 1)
    db.session.rollback()
    kind = inspect(data, most=most, clamd=current_app.config["CLAMD_SOCKET"])
    digest = sha256(data).hexdigest()
    known = finding.same_resume(db.session, coder_id, digest)
    if known is not None and lies_there(known):
        return known.id
    if len(finding.resumes_of(db.session, coder_id)) >= MOST_KEPT:
        raise NotTaken("too_many")
    resume = Resume(
        id=new_id(), coder_id=coder_id, kind=kind, shown_name=shown_name(upload.filename, kind),
        stored_name=store.keep(folder(), data), size=len(data), sha256=digest, stored_at=clock.now(),
    )  # fmt: skip
    id = resume.id
    db.session.add(resume)
    db.session.commit()
    return id


def lies_there(resume: Resume) -> bool:
    try:
        return store.place(folder(), resume.stored_name).is_file()
    except ValueError:
        return False


def send(resume: Resume) -> Response:
    """The file as a download under its shown name. Raises NotThere when it is gone from the store."""
    if not lies_there(resume):
        raise NotThere("This file is no longer here.")
    data = BytesIO(store.place(folder(), resume.stored_name).read_bytes())
    response = send_file(
        data, mimetype=resume.media_type, as_attachment=True, download_name=resume.shown_name, etag=False
    )
    response.headers["Content-Security-Policy"] = HARMLESS
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
