"""What people say: whole phrases that stand for a family or a code (`heart attack`, `knee scope`)."""

from collections.abc import Sequence
from itertools import islice

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from jobboard.domain.codes.code import Code
from jobboard.domain.codes.codeset import CodeSet
from jobboard.domain.codes.family import Family
from jobboard.domain.codes.wording import stems
from jobboard.domain.codes.wordlist import Saying
from jobboard.search.lookup.hit import Hit
from jobboard.search.lookup.ranking import Term

WHOLE, PART = 24.0, 11.0
MOST_BELOW, MOST_SHOWN = 400, 5


def said(session: Session, terms: Sequence[Term]) -> list[Hit]:
    """A saying that is all of the query leads; one that is a part of it counts by how large a part."""
    words = [term.stem for term in terms]
    phrases = {" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)}
    phrases.add(" ".join(sorted(words)))
    found = session.scalars(select(Saying).where(Saying.phrase.in_(phrases))).all()
    targets = _targets(session, [saying.target for saying in found])
    hits = []
    for saying in found:
        if (record := targets.get(saying.target)) is not None:
            size = len(saying.phrase.split()) / len(words)
            score = (WHOLE if size == 1 else PART * size) - 0.5 * saying.place
            why = f"people say {saying.said}"
            if isinstance(record, Code):
                hits.append(Hit(record.family, why, record, score))
            else:
                hits.append(Hit(record, why, score=score))
                hits += _below(session, record, _rest(terms, saying.phrase)) if size < 1 else []
    return hits


def _rest(terms: Sequence[Term], phrase: str) -> list[Term]:
    return [term for term in terms if term.stem not in phrase.split()]


def _below(session: Session, family: Family, rest: Sequence[Term]) -> list[Hit]:
    """Codes of the family that carry all the other words: `CKD stage 3` is N18.3 and what follows it."""
    if not rest:
        return []
    wanted = select(Code).where(Code.family_id == family.id, Code.active, Code.title.is_not(None))
    ordered = session.scalars(
        wanted.options(joinedload(Code.family)).order_by(Code.sort_key).limit(MOST_BELOW)
    )
    carrying = (code for code in ordered if all(term.met_in(stems(code.title or "")) for term in rest))
    return [
        Hit(family, "what people say, and the rest of your words", code, WHOLE - place)
        for place, code in enumerate(islice(carrying, MOST_SHOWN))
    ]


def _targets(session: Session, names: Sequence[str]) -> dict[str, Family | Code]:
    """A target is a family's slug, or a code behind the name of its set: `icd10cm:I21.9`."""
    slugs = [name for name in names if ":" not in name]
    found: dict[str, Family | Code] = {
        family.slug: family for family in session.scalars(select(Family).where(Family.slug.in_(slugs)))
    }
    numbers = [name.partition(":")[2] for name in names if ":" in name]
    if numbers:
        wanted = select(Code).where(Code.code.in_(numbers)).options(joinedload(Code.family))
        found |= {f"{CodeSet(code.code_set).value}:{code.code}": code for code in session.scalars(wanted)}
    return found
