"""What the text of a posting says that its typed terms should say, must not say, or contradict."""

import re
from collections.abc import Iterable

from jobboard.domain.moderation.fact import Fact, bad, good, look
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.terms import Apprentices, WorkModel

MAIL = re.compile(r"[\w.+-]+ ?(?:@|\(at\)|\[at\]) ?[\w-]+(?:\.| ?\(dot\) ?)[a-z]{2,}", re.IGNORECASE)
PHONE = re.compile(r"(?<!\d)(?:\+?1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]\d{3}[ .-]\d{4}(?!\d)")
ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+", re.IGNORECASE)
CHAT = re.compile(r"\b(?:whats ?app|telegram|signal app|wechat|google hangouts?|text (?:me|us) at|dm (?:me|us))\b", re.IGNORECASE)
PATIENT = re.compile(r"\b(?:MRN|DOB|SSN|medical record (?:number|no\.?))\b\W{0,3}\d", re.IGNORECASE)
RESIDENCE = re.compile(r"\bmust (?:live|reside|be located|be a resident)\b[^.\n]{0,60}", re.IGNORECASE)
REMOTE = re.compile(r"\b(?:fully|100%|completely|entirely) remote\b|\bwork from home\b", re.IGNORECASE)
BEGINNERS = re.compile(r"\b(?:entry[- ]level|apprentices? welcome|CPC-?A\b|new(?:ly)? certified|no experience)", re.IGNORECASE)
YEARS = re.compile(r"\b(\d{1,2})\+? ?(?:-|–|to)? ?\d{0,2}\+? years?\b", re.IGNORECASE)


def facts(edition: Edition) -> Iterable[Fact]:
    text = f"{edition.title}\n{edition.description}"
    yield from contact(text)
    yield from patients(text)
    yield from places(edition, text)
    yield from apprentices(edition, text)


def contact(text: str) -> Iterable[Fact]:
    if found := CHAT.search(text):
        yield bad("Contact", f"The text asks coders to write elsewhere: “{found.group()}”.", Reason.CONTACT_IN_TEXT)
    ways = [("an e-mail address", MAIL), ("a phone number", PHONE), ("a web address", ADDRESS)]
    named = [f"{word} ({match.group()[:60]})" for word, pattern in ways if (match := pattern.search(text))]
    if named:
        yield look("Contact", f"The text holds {' and '.join(named)}.", Reason.CONTACT_IN_TEXT)
    elif not found:
        yield good("Contact", "No contact details in the text.")


def patients(text: str) -> Iterable[Fact]:
    if PATIENT.search(text):
        yield bad("Patients", "The text may hold what identifies a patient.", Reason.PATIENT_DATA)


def places(edition: Edition, text: str) -> Iterable[Fact]:
    if edition.work_model == WorkModel.REMOTE:
        if not edition.all_states and not edition.states:
            yield bad("Place", "Remote, but no state is named.", Reason.STATES_MISSING)
        elif edition.all_states and (found := RESIDENCE.search(text)):
            yield look("Place", f"Open to all states, but the text says “{found.group().strip()}”.", Reason.STATES_MISSING)
        else:
            yield good("Place", "Says from which states the work can be done.")
    elif edition.work_model and REMOTE.search(text):
        said = edition.work_model.label.lower()
        yield look("Place", f"The terms say {said}, the text says remote.", Reason.STATES_MISSING)


def apprentices(edition: Edition, text: str) -> Iterable[Fact]:
    welcome = edition.apprentices in (Apprentices.YES, Apprentices.WITH_CONDITIONS)
    months = edition.experience_months or 0
    years = max((int(match.group(1)) for match in YEARS.finditer(text)), default=0)
    if edition.apprentices == Apprentices.YES and max(months, 12 * years) >= 24:
        asked = f"{max(months // 12, years)} years of experience"
        yield bad("Apprentices", f"Accepts apprentices, and asks for {asked}.", Reason.APPRENTICES_CONTRADICT)
    elif edition.apprentices == Apprentices.NO and (found := BEGINNERS.search(text)):
        yield look("Apprentices", f"Takes no apprentices, but the text says “{found.group()}”.", Reason.APPRENTICES_CONTRADICT)
    elif welcome:
        yield good("Apprentices", "Nothing in the text contradicts that apprentices may apply.")
