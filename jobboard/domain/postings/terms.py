"""The words a posting is described with. Values are stored and stand in URLs; labels are what people read."""

from enum import StrEnum


class Term(StrEnum):
    """A stored word with a label."""

    label: str

    def __new__(cls, value: str, label: str = "") -> "Term":
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member


class Status(Term):
    DRAFT = "draft", "Draft"
    IN_REVIEW = "in_review", "In review"
    NEEDS_CHANGES = "needs_changes", "Needs changes"
    LIVE = "live", "Live"
    PAUSED = "paused", "Paused"
    CLOSED = "closed", "Closed"
    REJECTED = "rejected", "Not accepted"
    REMOVED = "removed", "Removed"


class ChangeStage(Term):
    """Where a change to a live posting stands; the approved edition stays up meanwhile."""

    DRAFT = "draft", "Change not sent"
    IN_REVIEW = "in_review", "Change in review"
    NEEDS_CHANGES = "needs_changes", "Change needs work"


class CloseReason(Term):
    FILLED_HERE = "filled_here", "Filled with someone from here"
    FILLED_ELSEWHERE = "filled_elsewhere", "Filled another way"
    CANCELLED = "cancelled", "Cancelled"


class FeeSide(Term):
    PROFESSIONAL = "professional", "Professional fee"
    FACILITY = "facility", "Facility"
    BOTH = "both", "Professional and facility"
    PAYER = "payer", "Payer"
    RISK_ADJUSTMENT = "risk_adjustment", "Risk adjustment"


class Encounter(Term):
    INPATIENT = "inpatient", "Inpatient"
    OUTPATIENT_SURGERY = "outpatient_surgery", "Outpatient surgery"
    ASC = "asc", "Ambulatory surgery center"
    ED = "ed", "Emergency department"
    OBSERVATION = "observation", "Observation"
    CLINIC = "clinic", "Clinic E/M"
    ANCILLARY = "ancillary", "Ancillary and diagnostic"
    HOME_HEALTH = "home_health", "Home health"
    HOSPICE = "hospice", "Hospice"
    SNF = "snf", "Skilled nursing and long-term care"
    BEHAVIORAL = "behavioral", "Behavioral health"
    DENTAL = "dental", "Dental"
    TELEHEALTH = "telehealth", "Telehealth"


class Duty(Term):
    CODING = "coding", "Coding"
    BILLING = "billing", "Billing"
    AR_DENIALS = "ar_denials", "AR and denials"
    AUDITING = "auditing", "Auditing"
    CDI = "cdi", "CDI"
    EDUCATION = "education", "Education"
    MANAGEMENT = "management", "Management"


class WorkModel(Term):
    ONSITE = "onsite", "On site"
    HYBRID = "hybrid", "Hybrid"
    REMOTE = "remote", "Remote"


class EmploymentType(Term):
    FULL_TIME = "full_time", "Full time"
    PART_TIME = "part_time", "Part time"
    PRN = "prn", "PRN (per diem)"
    TEMPORARY = "temporary", "Temporary"
    CONTRACT_1099 = "contract_1099", "Contract (1099)"
    AGENCY = "agency", "Through an agency"


class Schedule(Term):
    DAYS = "days", "Days"
    EVENINGS = "evenings", "Evenings"
    NIGHTS = "nights", "Nights"
    WEEKENDS = "weekends", "Weekends"
    FLEXIBLE = "flexible", "Flexible hours"


class PayUnit(Term):
    HOUR = "hour", "per hour"
    YEAR = "year", "per year"
    CHART = "chart", "per chart"
    ENCOUNTER = "encounter", "per encounter"


class Apprentices(Term):
    YES = "yes", "Accepts apprentices"
    WITH_CONDITIONS = "with_conditions", "Accepts apprentices with conditions"
    NO = "no", "No apprentices"


class Need(Term):
    REQUIRED = "required", "Required"
    PREFERRED = "preferred", "Preferred"


class CredentialNeed(Term):
    REQUIRED = "required", "Required"
    PREFERRED = "preferred", "Preferred"
    OBTAIN = "obtain", "To obtain after hiring"


class ToolKind(Term):
    EHR = "ehr", "EHR"
    ENCODER = "encoder", "Encoder"
    CAC = "cac", "Computer-assisted coding"
    OTHER = "other", "Other"


class ToolNeed(Term):
    REQUIRED = "required", "Required"
    HELPFUL = "helpful", "Helpful"
    WE_TRAIN = "we_train", "We train you"


class AiUse(Term):
    NONE = "none", "No AI in the workflow"
    SUGGESTS = "suggests", "AI suggests, coders decide"
    AUTONOMOUS = "autonomous_with_audit", "AI codes alone, coders audit"


class ApplyHow(Term):
    HERE = "here", "On this board"
    LINK = "link", "On the employer's own site"


class QuestionKind(Term):
    YES_NO = "yes_no", "Yes or no"
    TEXT = "text", "A few words"
    NUMBER = "number", "A number"


class AuditMethod(Term):
    RANDOM = "random", "Random sample"
    FOCUSED = "focused", "Focused review"
    EVERY_CHART = "every_chart", "Every chart"


class TargetPeriod(Term):
    HOUR = "hour", "an hour"
    DAY = "day", "a day"
    WEEK = "week", "a week"


class TargetUnit(Term):
    CHARTS = "charts", "charts"
    ENCOUNTERS = "encounters", "encounters"
    ACCOUNTS = "accounts", "accounts"
    RECORDS = "records", "records"
    CASES = "cases", "cases"
    LINES = "lines", "lines"
