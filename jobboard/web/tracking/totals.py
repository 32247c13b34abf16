"""What the desk's pages show of numbers: all lists in a line each, and one list looked at closely."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from sqlalchemy.orm import Session

from jobboard.domain.codes.comparing import standing_of
from jobboard.domain.codes.finding import families_for
from jobboard.domain.codes.locality import Locality
from jobboard.domain.codes.payment import locality_at
from jobboard.domain.codes.releases import current
from jobboard.domain.codes.specialty import Specialty
from jobboard.domain.tracking import finding
from jobboard.domain.tracking.adding_up import Sums, add_up
from jobboard.domain.tracking.finding import Period, Tally
from jobboard.domain.tracking.mixes import beside
from jobboard.domain.tracking.procedure_list import MOST_LISTS, ProcedureList, Site
from jobboard.web.codes.addresses import family_path

MOST_STRIPES = 8


def overview(session: Session, owner_id: str) -> dict[str, Any]:
    """Every list of a person with its sums, and the sums of all."""
    lists = finding.lists_of(session, owner_id)
    ids = [one.id for one in lists]
    codes, fees = finding.codes_in(session, ids), finding.fees_in(session, ids)
    by_list: dict[str, list[Tally]] = defaultdict(list)
    for tally in finding.tallies(session, ids, Period()):
        by_list[tally.list_id].append(tally)
    sums = {id: add_up(by_list[id], codes, fees, Site.FACILITY, None) for id in ids}
    return {
        "lists": lists,
        "sums_by_list": sums,
        "last": {id: max((one.done_on for one in by_list[id]), default=None) for id in ids},
        "procedures": sum(one.procedures for one in sums.values()),
        "work": sum((one.work for one in sums.values()), Decimal("0.00")),
        "full": len(lists) >= MOST_LISTS,
    }


def closely(session: Session, kept: ProcedureList, period: Period, site: Site, zip_code: str, specialty: Specialty | None) -> dict[str, Any]:  # fmt: skip
    """One list in a period: its sums at a site and in a place, beside a family's codes and a specialty's work."""
    place = locality_at(session, zip_code) if zip_code else None
    sums = sums_of(session, kept, period, site, place)
    return {
        "sums": sums,
        "place": place,
        "site": site,
        "specialty": specialty,
        "release": current(session, "fees"),
        "stripes": stripes_of(sums),
        "points": [(f"{one.month:%b %Y}", one.work) for one in sums.months],
        **compared(session, sums, specialty),
    }


def sums_of(
    session: Session, kept: ProcedureList, period: Period, site: Site, place: Locality | None
) -> Sums:
    codes, fees = finding.codes_in(session, [kept.id]), finding.fees_in(session, [kept.id])
    return add_up(finding.tallies(session, [kept.id], period), codes, fees, site, place)


def compared(session: Session, sums: Sums, specialty: Specialty | None) -> dict[str, Any]:
    """The mean work of a procedure among the codes of the leading family and of the specialty, and both mixes."""
    leading = sums.families[0] if sums.families else None
    theirs = families_for(session, specialty, limit=40) if specialty else []
    return {
        "leading": leading,
        "in_family": standing_of(session, leading.mean, leading.family) if leading else None,
        "in_specialty": standing_of(session, sums.mean, specialty) if specialty and sums.mean else None,
        "mixes": beside(sums.families, theirs, finding.families_of(session, theirs)) if specialty else [],
    }


def stripes_of(sums: Sums) -> list[dict[str, Any]]:
    """The families with the most work, and the rest together; shares in percent to one place."""
    shown = sums.families[:MOST_STRIPES]
    rows = [
        stripe(one.family.label, one.share, one.work, one.times, family_path(one.family)) for one in shown
    ]
    if rest := sums.families[MOST_STRIPES:]:
        label = f"{len(rest)} more {'family' if len(rest) == 1 else 'families'}"
        share, work = (
            sum(parts, Decimal(0)) for parts in zip(*((one.share, one.work) for one in rest), strict=True)
        )
        rows.append(stripe(label, share, work, sum(one.times for one in rest)))
    return rows


def stripe(label: str, share: Decimal, work: Decimal, times: int, url: str | None = None) -> dict[str, Any]:
    note = f"{work:,.2f} work RVUs, {times:,} {'time' if times == 1 else 'times'}"
    return {"label": label, "share": percent(share), "note": note, "url": url}


def percent(share: Decimal) -> Decimal:
    return (100 * share).quantize(Decimal("0.1"))
