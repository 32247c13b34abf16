"""What an advertisement had better not say, found while it is typed: each find comes with the reason, in a sentence.

A flag never stops saving or sending: words have contexts ("native" is also a file format). People decide.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from jobboard.domain.postings.edition import Edition


class Kind(StrEnum):
    """Which rule a wording touches. The value is stored nowhere; it names the rule in tests and to a program."""

    AGE = "age"
    SEX = "sex"
    ORIGIN = "origin"
    CITIZENSHIP = "citizenship"
    DISABILITY = "disability"
    FAMILY = "family"
    RELIGION = "religion"
    RECORD = "record"
    SALARY_HISTORY = "salary_history"
    FEES = "fees"
    BANK = "bank"
    CONTACT = "contact"
    PATIENT = "patient"


REASONS = {
    Kind.AGE: "Age may not decide who is hired (ADEA). Say what the work needs instead.",
    Kind.SEX: "Sex and gender may not decide who is hired (Title VII). Use words that fit everybody.",
    Kind.ORIGIN: "Accent and mother tongue stand for national origin (Title VII). Ask for the level the work needs, "
    "for example “fluent written English”.",
    Kind.CITIZENSHIP: "Asking for citizens only is unlawful in most jobs (INA). “Authorized to work in the United "
    "States” is enough.",
    Kind.DISABILITY: "Health and fitness may be asked about only where the work cannot be done otherwise (ADA).",
    Kind.FAMILY: "Marriage, children and pregnancy may not decide who is hired (Title VII, PWFA).",
    Kind.RELIGION: "Religion may not decide who is hired (Title VII).",
    Kind.RECORD: "Many states and cities forbid ruling out people with a record in an advertisement. A check after "
    "the offer may be announced.",
    Kind.SALARY_HISTORY: "More than twenty states forbid asking for past pay. Your range is on the posting.",
    Kind.FEES: "Coders must never pay to apply, to be trained or to start.",
    Kind.BANK: "Bank details and Social Security numbers are given after somebody is hired, never before.",
    Kind.CONTACT: "Contact details in the text are taken out in review: coders apply here or by your link.",
    Kind.PATIENT: "This looks like something from a chart. Nothing that could identify a patient may stand here.",
}

PATTERNS: dict[Kind, tuple[str, ...]] = {
    Kind.AGE: (
        r"recent(?:ly)? (?:college )?grad(?:uate)?s?(?:d)?", r"new(?:ly)? grad(?:uate)?s?(?:d)?", r"digital natives?",
        r"young(?:er)?(?:,?(?: and)? \w+){0,2} (?:team|people|person|candidates?|applicants?|coders?|professionals?|staff)",
        r"youthful", r"(?:under|over|below) (?:the age of )?(?:[2-6]\d)(?: years (?:old|of age))", r"age limit",
        r"aged? (?:between )?\d\d ?(?:to|and|-|–) ?\d\d", r"max(?:imum)? (?:of )?\d+ years(?:'|’)? (?:of )?experience",
        r"no more than \d+ years(?:'|’)? (?:of )?experience", r"(?:class|graduates?) of 20\d\d", r"retirees?", r"mature (?:person|candidate|individual|woman|man|lady)",
        r"high[- ]school students? only", r"college students? only",
    ),
    Kind.SEX: (
        r"salesm[ae]n", r"girls?", r"ladies", r"gentlem[ae]n", r"(?:fe)?males? (?:only|preferred|candidates?|applicants?|coders?)",
        r"(?:wom[ae]n|men|man) (?:only|preferred)", r"(?:he|she) (?:will|must|should|has to|is responsible)", r"his or her (?:wife|husband)",
        r"manpower", r"chairm[ae]n", r"foreman", r"housewi(?:fe|ves)", r"stay[- ]at[- ]home (?:moms?|mothers?)", r"handsome|attractive (?:woman|man|lady|appearance)",
    ),
    Kind.ORIGIN: (
        r"native(?:[- ]level)? (?:english )?speak(?:er|ers|ing)", r"native english", r"english (?:as (?:a |the(?:ir)? )?)?(?:native|mother|first) (?:language|tongue)", r"mother tongue",
        r"(?:no|without)(?: an?| any)?(?: foreign| heavy| strong)? accents?", r"accent[- ]free", r"american[- ]born", r"born in (?:the )?(?:usa?|united states|america)",
    ),
    Kind.CITIZENSHIP: (
        r"(?:u\.?s\.?a?|united states|american) citizens?(?:hip)? (?:only|required|is required|preferred)", r"(?:must be|only|be an?|limited to|restricted to) (?:a )?(?:u\.?s\.?|united states|american) citizens?",
        r"citizens? (?:only|and green card holders? only)", r"citizenship (?:is )?required", r"green card (?:holders? )?(?:only|required)", r"no h-?1b", r"no (?:visa|opt|ead) (?:holders?|candidates?|applicants?)",
        r"(?:u\.?s\.?) citizens? or green card",
    ),
    Kind.DISABILITY: (
        r"able[- ]bodied", r"no (?:physical |mental )?(?:disabilit(?:y|ies)|handicaps?)", r"(?:good|perfect|excellent) (?:physical )?health", r"physically fit", r"healthy (?:person|candidate|individual|applicant)s?",
        r"no (?:health|medical) (?:problems?|issues|conditions?)",
    ),
    Kind.FAMILY: (
        r"(?:single|married|unmarried) (?:only|preferred|person|candidates?|wom[ae]n|m[ae]n)", r"no (?:children|kids|family obligations|dependents)", r"(?:not|non)[- ]?pregnant", r"no (?:young|small) children",
        r"family status", r"marital status",
    ),
    Kind.RELIGION: (r"(?:christian|jewish|muslim|catholic|hindu|mormon)s? (?:only|preferred|candidates?|applicants?|coders?)", r"(?:practicing|devout|born[- ]again) (?:christian|catholic|jew|muslim|believer)s?", r"church members? (?:only|preferred)"),
    Kind.RECORD: (r"no felon(?:y|ies|s)", r"no (?:criminal (?:record|history|background|convictions?)|convictions?|arrests?)", r"clean (?:criminal )?(?:record|background)", r"felons? need not apply", r"never (?:been )?(?:arrested|convicted)"),
    Kind.SALARY_HISTORY: (r"(?:salary|pay|wage|compensation) history", r"(?:current|previous|prior|last|past) (?:salary|pay(?: ?stubs?)?|wages?|compensation)", r"pay ?stubs?"),
    Kind.FEES: (
        r"(?<!no\s)(?:application|registration|training|onboarding|start-?up|processing|background check) (?:fee|charge)s?", r"(?:refundable|security) deposit", r"(?:you|coders?|candidates?|applicants?|hires?)(?: must| will| have to| need to| should)? (?:pay|cover) (?:us|for|the cost)",
        r"(?:buy|purchase) (?:your|our|the) (?:own )?(?:starter kit|training|course|software license)", r"wire transfer|western union|gift cards?|cash ?app|zelle",
        r"(?:starter|training|equipment|welcome) (?:kit|pack(?:age)?) (?:of|for|costs?) \$ ?\d+", r"\$ ?\d+ (?:starter|training|equipment|welcome) (?:kit|pack(?:age)?|fee)",
    ),
    Kind.BANK: (
        r"(?:send|bring|give|have|share|provide|confirm|with)(?: us)?(?: your)? (?:bank|banking|checking|account)(?: account)? (?:details|information|info|numbers?|login)",
        r"(?:send|bring|give|share|provide|confirm)(?: us)?(?: your)? (?:ssn|social security numbers?|credit card)", r"check (?:to|and) deposit",
    ),
    Kind.CONTACT: (
        r"[\w.+-]{1,64}(?:@| ?\(at\) ?| ?\[at\] ?)[\w-]{1,63}(?:\.|(?: ?\(dot\) ?| ?\[dot\] ?))[a-z]{2,}", r"(?:\+?1[ .-]?)?\(?[2-9]\d\d\)?[ .-]\d{3}[ .-]\d{4}", r"(?:whats ?app|wechat|telegram)(?!\w)", r"signal (?:me|us|app|chat)(?!\w)",
        r"https?://\S+", r"www\.\S+", r"t\.me/\S+",
    ),
    Kind.PATIENT: (r"\d{3}-\d\d-\d{4}", r"(?:mrn|medical record (?:number|no\.?|#))[ :#]*\d{4,}", r"(?:dob|date of birth)[ :]*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}"),
}  # fmt: skip

NEAR_A_WORD = {Kind.CONTACT: (r"(?<![\w.+-])", ""), Kind.PATIENT: (r"(?<![\w-])", r"(?![\w-])")}


def spaced(pattern: str) -> str:
    """The pattern with any number of blanks wherever it has one."""
    return re.sub(r" (?![?*+])", " +", pattern)


RULES = [
    (kind, re.compile(begin + "(?:" + spaced("|".join(patterns)) + ")" + end, re.IGNORECASE))
    for kind, patterns in PATTERNS.items()
    for begin, end in [NEAR_A_WORD.get(kind, (r"\b", r"\b"))]
]
TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "‐": "-", "‑": "-", "\xa0": " "})
LONGEST_QUOTE = 60


@dataclass(frozen=True)
class Flag:
    """`phrase` as it stands in the text, from character `start` on."""

    kind: Kind
    phrase: str
    start: int

    @property
    def reason(self) -> str:
        return REASONS[self.kind]


def flags(text: str) -> list[Flag]:
    """Every wording of `text` that touches a rule, in order of the text; a phrase is named once for each rule."""
    tidy = re.sub(r"[\s*_]", " ", text.translate(TYPOGRAPHY))
    found = (
        Flag(kind, text[match.start() : match.end()][:LONGEST_QUOTE], match.start())
        for kind, rule in RULES
        for match in rule.finditer(tidy)
    )
    first = {(flag.kind, flag.phrase.lower()): flag for flag in sorted(found, key=lambda flag: -flag.start)}
    return sorted(first.values(), key=lambda flag: flag.start)


def flags_of(edition: Edition) -> Iterator[tuple[str, Flag]]:
    """The flags of everything an edition says in words, each with the name of its field, in the order of the form."""
    for field, text in texts(edition):
        for flag in flags(text):
            yield field, flag


def texts(edition: Edition) -> Iterator[tuple[str, str]]:
    """Field name and text, for every place of an edition where words are typed freely."""
    yield "title", edition.title or ""
    yield "description", edition.description or ""
    for name in (
        "apprentice_conditions",
        "states_reason",
        "bonus",
        "other_compensation",
        "auditor",
        "ai_note",
    ):
        yield name, getattr(edition, name) or ""
    yield from (("benefits", benefit) for benefit in edition.benefits or [])
    yield from (("steps", step.label) for step in edition.steps)
    yield from (("questions", question.text) for question in edition.questions)
