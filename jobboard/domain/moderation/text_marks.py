"""Where the text of a posting contradicts its typed terms: the place of work, and what is said about apprentices."""

import re
from collections.abc import Iterable

from jobboard.domain.moderation.fact import Fact, bad, good, look
from jobboard.domain.moderation.reason import Reason
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.terms import Apprentices, WorkModel

RESIDENCE = re.compile(r"\bmust (?:live|reside|be located|be a resident)\b[^.\n]{0,60}", re.IGNORECASE)
REMOTE = re.compile(r"\b(?:fully|100%|completely|entirely) remote\b|\bwork from home\b", re.IGNORECASE)
ANYWHERE = re.compile(
    r"\b(?:anywhere|any state|all (?:50|fifty) states|nationwide|all states)\b", re.IGNORECASE
)
BEGINNERS = re.compile(
    r"\b(?:entry[- ]level|apprentices? welcome|CPC-?A\b|new(?:ly)? certified|no experience)", re.IGNORECASE
)
YEARS = re.compile(r"\b(\d{1,2})\+? ?(?:-|–|to)? ?\d{0,2}\+? years?\b", re.IGNORECASE)

SHORTEST_REASON = 3  # words
EXPERIENCED = 24  # months


def facts(edition: Edition) -> Iterable[Fact]:
    text = f"{edition.title}\n{edition.description}"
    yield from places(edition, text)
    yield from apprentices(edition, text)


def places(edition: Edition, text: str) -> Iterable[Fact]:
    if edition.work_model == WorkModel.REMOTE:
        if not edition.all_states and not edition.states:
            yield bad("Place", "Remote, but no state is named.", Reason.STATES_MISSING)
        elif edition.all_states and (found := RESIDENCE.search(text)):
            yield look(
                "Place",
                f"Open to all states, but the text says “{found.group().strip()}”.",
                Reason.STATES_MISSING,
            )
        elif not edition.all_states and (found := ANYWHERE.search(text)):
            count = len(edition.states)
            named = f"{count} state{'' if count == 1 else 's'}"
            yield look(
                "Place", f"The text says “{found.group()}”, the terms name {named}.", Reason.STATES_MISSING
            )
        elif not edition.all_states and 0 < len((edition.states_reason or "").split()) < SHORTEST_REASON:
            yield look(
                "Place", f"Why other states are out: “{edition.states_reason}”.", Reason.STATES_MISSING
            )
        else:
            yield good("Place", "Says from which states the work can be done.")
    elif edition.work_model and REMOTE.search(text):
        said = edition.work_model.label.lower()
        yield look("Place", f"The terms say {said}, the text says remote.", Reason.STATES_MISSING)


def apprentices(edition: Edition, text: str) -> Iterable[Fact]:
    welcome = edition.apprentices in (Apprentices.YES, Apprentices.WITH_CONDITIONS)
    months = edition.experience_months or 0
    years = max((int(match.group(1)) for match in YEARS.finditer(text)), default=0)
    if edition.apprentices == Apprentices.YES and max(months, 12 * years) >= EXPERIENCED:
        asked = f"{max(months // 12, years)} years of experience"
        yield bad("Apprentices", f"Accepts apprentices, and asks for {asked}.", Reason.APPRENTICES_CONTRADICT)
    elif edition.apprentices == Apprentices.NO and (found := BEGINNERS.search(text)):
        say = bad if months > EXPERIENCED else look
        asked = f", and {months // 12} years are asked for" if months > EXPERIENCED else ""
        yield say(
            "Apprentices",
            f"Takes no apprentices, but the text says “{found.group()}”{asked}.",
            Reason.APPRENTICES_CONTRADICT,
        )
    elif welcome:
        yield good("Apprentices", "Nothing in the text contradicts that apprentices may apply.")
