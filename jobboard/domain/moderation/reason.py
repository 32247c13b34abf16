"""The reasons a moderator can give, each with the sentence the employer reads."""

from jobboard.domain.postings.terms import Term


class Reason(Term):
    """Value is stored; label is the sentence shown to the employer; `short` is the moderator's word for it."""

    @property
    def short(self) -> str:
        return SHORT[self]

    PAY_UNCLEAR = (
        "pay_unclear",
        "The pay does not fit the work or its unit. Please check the range and the unit.",
    )
    CODES_DO_NOT_FIT = "codes_do_not_fit", "The code families do not fit the title or specialty."
    CREDENTIALS_UNCLEAR = (
        "credentials_unclear",
        "The credentials asked for do not fit the setting, or contradict each other.",
    )
    STATES_MISSING = (
        "states_missing",
        "A remote job has to name the states it is open to, and why others are out.",
    )
    APPRENTICES_CONTRADICT = (
        "apprentices_contradict",
        "What is said about apprentices contradicts the experience asked for.",
    )
    CONTACT_IN_TEXT = (
        "contact_in_text",
        "Take contact details out of the text: coders apply on the board or by the link.",
    )
    WORDING = "wording", "Some wording is not allowed in job advertisements in the United States."
    TOO_VAGUE = "too_vague", "The description is too short or too general for a coder to decide."
    DUPLICATE = "duplicate", "This job is already listed by you."
    TEST_TOO_LONG = (
        "test_too_long",
        "The unpaid test is long. Please shorten it to an hour, or pay for it.",
    )
    WHO_ARE_YOU = "who_are_you", "We cannot tell who is hiring. Please complete your company page."
    NOT_A_CODING_JOB = "not_a_coding_job", "This is not a medical coding job."
    FEES = "fees", "Coders must never pay to apply, train or start work."
    SCAM = "scam", "This posting misleads readers."
    PATIENT_DATA = "patient_data", "The text holds something that could identify a patient."


SHORT = {
    Reason.PAY_UNCLEAR: "Pay or its unit",
    Reason.CODES_DO_NOT_FIT: "Code families do not fit",
    Reason.CREDENTIALS_UNCLEAR: "Credentials do not fit",
    Reason.STATES_MISSING: "States of a remote job",
    Reason.APPRENTICES_CONTRADICT: "Apprentices contradicted",
    Reason.CONTACT_IN_TEXT: "Contact details in the text",
    Reason.WORDING: "Wording not allowed in ads",
    Reason.TOO_VAGUE: "Too short or too general",
    Reason.DUPLICATE: "Listed already",
    Reason.TEST_TOO_LONG: "Long unpaid test",
    Reason.WHO_ARE_YOU: "Employer unclear",
    Reason.NOT_A_CODING_JOB: "Not a coding job",
    Reason.FEES: "Coders would pay",
    Reason.SCAM: "Scam",
    Reason.PATIENT_DATA: "Patient data",
}
