"""The posting for search engines: schema.org's JobPosting, saying exactly what the page shows."""

from typing import Any

from jobboard.domain.accounts.employer import Employer
from jobboard.domain.postings.edition import Edition
from jobboard.domain.postings.posting import Posting
from jobboard.domain.postings.terms import ApplyHow, EmploymentType, PayUnit, WorkModel
from jobboard.web.jobs import phrases, sheet_rows
from jobboard.web.jobs.addresses import whole
from jobboard.web.jobs.sheet import Sheet
from jobboard.web.ui import markdown

Data = dict[str, Any]

EMPLOYMENT = {
    EmploymentType.FULL_TIME: "FULL_TIME",
    EmploymentType.PART_TIME: "PART_TIME",
    EmploymentType.PRN: "PER_DIEM",
    EmploymentType.TEMPORARY: "TEMPORARY",
    EmploymentType.CONTRACT_1099: "CONTRACTOR",
    EmploymentType.AGENCY: "OTHER",
}
UNITS = {PayUnit.HOUR: "HOUR", PayUnit.YEAR: "YEAR"}


def job_posting(posting: Posting, edition: Edition, sheet: Sheet, url: str) -> Data:
    """The JSON-LD of a listed posting. Escape it as JSON inside HTML (`tojson`) where it is written."""
    assert posting.first_published_at is not None
    assert posting.closes_at is not None
    data: Data = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "url": url,
        "title": sheet.title,
        "description": str(markdown(sheet.description)),
        "datePosted": sheet.first_published.isoformat() if sheet.first_published else None,
        "validThrough": posting.closes_at.isoformat(),
        "identifier": {
            "@type": "PropertyValue",
            "name": sheet.employer_name,
            "value": edition.requisition or posting.id,
        },
        "hiringOrganization": organization(posting.employer, sheet),
        "employmentType": [EMPLOYMENT[tag.type] for tag in edition.types],
        "directApply": edition.apply_how == ApplyHow.HERE,
        "totalJobOpenings": edition.seats,
        "baseSalary": salary(edition),
        "jobBenefits": ", ".join(sheet.benefits),
        "incentiveCompensation": edition.bonus,
        "experienceRequirements": experience(edition),
        "qualifications": phrases.credentials(sheet_rows.groups(edition)),
        "occupationalCategory": "29-2072.00 Medical Records Specialists",
        **location(edition, sheet),
    }
    return {name: value for name, value in data.items() if value not in (None, "", [])}


def organization(employer: Employer, sheet: Sheet) -> Data:
    data = {"@type": "Organization", "name": employer.name, "url": whole(sheet.employer_url)}
    return data | ({"sameAs": employer.website} if employer.website else {})


def salary(edition: Edition) -> Data | None:
    """Nothing for piece pay: the vocabulary has no unit for a chart, and another figure would be invented."""
    if edition.pay_unit not in UNITS or edition.pay_min is None or edition.pay_max is None:
        return None
    amount = {
        "@type": "QuantitativeValue",
        "minValue": float(edition.pay_min),
        "maxValue": float(edition.pay_max),
        "unitText": UNITS[edition.pay_unit],
    }
    return {"@type": "MonetaryAmount", "currency": "USD", "value": amount}


def experience(edition: Edition) -> Data | str | None:
    months = edition.experience_months
    if months is None:
        return None
    if months == 0:
        return "no requirements"
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}


def location(edition: Edition, sheet: Sheet) -> Data:
    if edition.work_model != WorkModel.REMOTE:
        return {"jobLocation": [place(part.city, part.state) for part in edition.places]}
    areas: list[Data] = [{"@type": "State", "name": f"{name}, USA"} for name in sheet.states.values()]
    everywhere = {"@type": "Country", "name": "USA"}
    return {
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": everywhere if edition.all_states else areas,
    }


def place(city: str, state: str) -> Data:
    address = {
        "@type": "PostalAddress",
        "addressLocality": city,
        "addressRegion": state,
        "addressCountry": "US",
    }
    return {"@type": "Place", "address": address}
