"""A posting as rows of its tables: the posting, its one edition, the edition's parts, its diary."""

from datetime import datetime
from decimal import Decimal

from jobboard.domain.postings import parts
from jobboard.domain.postings.dates import end_of_day
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.pay import hourly
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import PayUnit
from jobboard.seeds.book import Book, id_of
from jobboard.seeds.markets import zone
from jobboard.seeds.rows.people import Row, Rows
from jobboard.seeds.shapes import PostingSeed

PUBLIC = ("live", "paused", "closed", "removed")
OVER = ("close", "remove")
SAME_NAME = (
    "title", "description", "requisition", "seats", "opens_on", "closes_on", "work_model", "hybrid_days", "states_reason",
    "schedule", "hours_per_week", "pay_unit", "bonus", "other_compensation", "experience_months", "apprentices",
    "apprentice_conditions", "response_days", "ai_use", "ai_note", "apply_how",
)  # fmt: skip


def rows_of_posting(seed: PostingSeed, home: str, book: Book) -> Rows:
    """`home` is the employer's state: its clock ends the closing day."""
    posting = posting_row(seed, home)
    edition = edition_row(seed)
    yield Posting, posting
    yield Edition, edition
    for record, row in parts_of(seed, book):
        yield record, {"edition_id": edition["id"], **row}


def last(seed: PostingSeed, *verbs: str) -> datetime | None:
    return max((line.at for line in seed.diary if line.verb in verbs), default=None)


def posting_row(seed: PostingSeed, home: str) -> Row:
    edition = id_of("edition", seed.key)
    published = seed.first_published_at
    closes = end_of_day(seed.closes_on, zone(home)) if published and seed.closes_on else None
    return {
        "id": id_of("posting", seed.key),
        "employer_id": id_of("employer", seed.employer_slug),
        "status": seed.status,
        "change": None,
        "version": 1,
        "live_edition_id": edition if seed.status in PUBLIC else None,
        "draft_edition_id": None if seed.status in PUBLIC else edition,
        "repost_of_id": None,
        "created_at": seed.created_at,
        "submitted_at": last(seed, "submit"),
        "first_published_at": published,
        "confirmed_at": seed.confirmed_at,
        "opens_at": published,
        "closes_at": closes,
        "closed_at": last(seed, *OVER),
        "close_reason": seed.close_reason,
        "claimed_by_id": None,
        "claimed_at": None,
    }


def edition_row(seed: PostingSeed) -> Row:
    low, high = money(seed.pay_min), money(seed.pay_max)
    unit = PayUnit(seed.pay_unit) if seed.pay_unit else None
    row: Row = {name: getattr(seed, name) for name in SAME_NAME}
    row |= standard(seed)
    return row | {
        "id": id_of("edition", seed.key),
        "posting_id": id_of("posting", seed.key),
        "number": 1,
        "version": 1,
        "saved_at": last(seed, "draft", "submit"),
        "shown_at": seed.first_published_at,
        "all_states": seed.states == "all",
        "pay_min": low,
        "pay_max": high,
        "hourly_min": hourly(low, unit),
        "hourly_max": hourly(high, unit),
        "benefits": list(seed.benefits),
        "apply_url": seed.apply_url or None,
    }


def standard(seed: PostingSeed) -> Row:
    """The productivity standard's columns, empty where the desk has none."""
    asked = seed.productivity
    return {
        "target": asked.target if asked else None,
        "target_unit": asked.unit if asked else None,
        "target_period": asked.period if asked else None,
        "target_encounter": asked.encounter if asked else None,
        "ramp_weeks": asked.ramp_weeks if asked else None,
        "accuracy_pct": Decimal(asked.accuracy_pct) if asked else None,
        "audit_method": asked.method if asked else None,
        "auditor": asked.auditor if asked else "",
    }


def money(amount: float | None) -> Decimal | None:
    return None if amount is None else Decimal(str(amount)).quantize(Decimal("0.01"))


def parts_of(seed: PostingSeed, book: Book) -> Rows:
    for cell in seed.settings:
        yield parts.SettingCell, cell._asdict()
    for slug in seed.specialties:
        yield parts.SpecialtyTag, {"specialty_id": book.specialty(slug)}
    for family in seed.families:
        family_id = book.family(family.code, family.levels_up)
        yield parts.FamilyTag, {"family_id": family_id, "need": family.need, "share": family.share}
    for number, group in enumerate(seed.credential_groups, start=1):
        for name in group.credentials:
            tag = {"group_no": number, "credential_id": book.credential(name)}
            yield parts.CredentialTag, {**tag, "need": group.need, "within_months": group.within_months}
    for state in () if seed.states == "all" else seed.states:
        yield parts.StateTag, {"state": state}
    for place in seed.places:
        lat, lon = book.point(place)
        yield parts.Place, {**place._asdict(), "lat": lat, "lon": lon}
    yield from small_parts_of(seed)


def small_parts_of(seed: PostingSeed) -> Rows:
    for kind in seed.employment_types:
        yield parts.TypeTag, {"type": kind}
    for duty, percent in seed.duties:
        yield parts.DutyShare, {"duty": duty, "percent": percent}
    for tool in seed.tools:
        yield parts.Tool, tool._asdict()
    for position, step in enumerate(seed.steps):
        yield parts.Step, {"position": position, **step._asdict()}
    for position, question in enumerate(seed.questions):
        yield parts.Question, {"position": position, **question._asdict()}
