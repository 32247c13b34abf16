"""What the indicators of Medicare's files mean, in our own words: a short form, and what it means for a claim.

The rules are those of the Medicare Claims Processing Manual (chapters 12 and 23), the record layout of the fee schedule's
relative value file, and Addendum D1 of the hospital outpatient rule.
"""

from typing import NamedTuple


class Word(NamedTuple):
    """An indicator in a few words, and what it means for a claim as one or two sentences."""

    short: str
    meaning: str


STATUS = {
    "A": Word("Active", "Paid by the fee schedule when it is covered. Contractors still decide on coverage where there is no national rule."),
    "B": Word("Bundled", "Never paid by itself: its payment is part of the services it belongs to, even on a day when it is billed alone."),
    "C": Word("Priced by the contractor", "There is no national value. Each Medicare contractor sets the payment, usually after reading the report."),
    "E": Word("Not on the fee schedule", "Left out of the fee schedule by regulation. Where Medicare covers it, another payment system pays."),
    "I": Word("Not valid for Medicare", "Medicare wants another code for this service. Other payers may still take this one."),
    "J": Word("Anesthesia", "Paid by base units and time with the anesthesia conversion factor, not by relative values."),
    "M": Word("Measurement only", "Reports a measure of quality. Nothing is paid for it."),
    "N": Word("Not covered", "Medicare does not cover it. Values shown for it serve other payers and comparisons."),
    "P": Word("Bundled or excluded", "Not paid separately: part of a physician's service on the same day, or else outside the fee schedule."),
    "R": Word("Restricted coverage", "Covered under special conditions only. Where no value is given, the contractor sets the price."),
    "T": Word("Paid only when alone", "Paid only when the same provider bills nothing else under the fee schedule for that day."),
    "X": Word("Excluded by law", "The law does not count it as a physician's service, so this fee schedule never pays it. Another one may."),
}  # fmt: skip
BY_VALUE = frozenset("ART")

GLOBAL_DAYS = {
    "000": Word("0 days", "The package is the day itself: related visits on that day are included, later ones are billed."),
    "010": Word("10 days", "A minor procedure: the day itself and related care in the 10 days after it are included."),
    "090": Word("90 days", "A major procedure: the day before, the day itself and related care in the 90 days after it are included, 92 days in all."),
    "MMM": Word("Maternity", "Maternity care: the usual counting of days does not apply; what is included follows the maternity package."),
    "XXX": Word("No global period", "The idea does not apply: every visit and service stands for itself."),
    "YYY": Word("Set by the contractor", "The contractor decides how many days the package has."),
    "ZZZ": Word("As its primary", "An add-on: it lies within the global period of the service it is added to, and no further work before or after is in it."),
}  # fmt: skip

PCTC = {
    "0": Word("Not divided", "One service without a technical component of its own: modifiers 26 and TC do not apply."),
    "1": Word("Splits into 26 and TC", "A test with a professional and a technical component: add 26 for the reading, TC for the equipment and staff, or neither for both."),
    "2": Word("Professional component only", "The code itself is the physician's work. Neither 26 nor TC is added; the technical component has its own code."),
    "3": Word("Technical component only", "The code itself is the staff and the equipment. Neither 26 nor TC is added; the reading has its own code."),
    "4": Word("The whole test only", "It stands for both components together; each alone has a code of its own. Neither 26 nor TC is added."),
    "5": Word("Incident to a physician", "Done by staff under a physician's direction. Not paid to the physician for hospital patients; 26 and TC do not apply."),
    "6": Word("Reading of a laboratory test", "The physician's interpretation of a laboratory test that may be paid separately, with 26. TC does not apply."),
    "7": Word("Therapist's service", "Not paid to a therapist in private practice when the patient is in a hospital, as an inpatient or an outpatient."),
    "8": Word("Reading of an abnormal smear", "The physician's interpretation is paid for hospital inpatients only. TC does not apply."),
    "9": Word("Does not apply", "There is no professional and technical component to speak of."),
}  # fmt: skip

MULTIPLE = {
    "0": Word("No reduction", "Paid in full whatever else is done in the session."),
    "1": Word("Older standard reduction", "An older rule for several procedures on one day applies."),
    "2": Word("Standard reduction", "Of several procedures on one day the highest is paid in full, the second to fifth at half; beyond that by report."),
    "3": Word("Endoscopy reduction", "Of several endoscopies of one family the highest is paid in full; of each other one only what it is worth above the base endoscopy."),
    "4": Word("Imaging reduction", "When several imaging tests are done in one session, the next technical components are paid at half and the next professional components at 95%."),
    "5": Word("Therapy reduction", "For the second and each further unit or therapy of the day only half of the practice expense is paid."),
    "6": Word("Cardiovascular test reduction", "Of several cardiovascular tests on one day the next technical components are paid at three quarters."),
    "7": Word("Eye test reduction", "Of several eye tests on one day the next technical components are paid at four fifths."),
    "9": Word("Does not apply", "The rule for several procedures is not used here."),
}  # fmt: skip

BILATERAL = {
    "0": Word("Not paid as bilateral", "The 150% rule does not apply, because of the anatomy or because another code says both sides. With 50, or RT and LT, one side is paid."),
    "1": Word("150% for both sides", "Done on both sides in one session, it is paid once at 150%: one line with 50 and one unit, or as the payer asks."),
    "2": Word("Both sides are included", "The value already stands for both sides. Modifier 50 adds nothing."),
    "3": Word("Each side in full", "The 150% rule does not apply: each side is paid at 100%, as for most tests."),
    "9": Word("Does not apply", "There are no two sides to speak of."),
}  # fmt: skip

ASSISTANT = {
    "0": Word("Only with proof of need", "An assistant at surgery is not paid unless the documentation shows that one was medically necessary."),
    "1": Word("Not paid", "The law does not allow payment for an assistant at this procedure."),
    "2": Word("May be paid", "An assistant may be paid: 16% of the fee for a physician (80, 81, 82); 85% of that for others (AS)."),
    "9": Word("Does not apply", "There is no assistant at surgery here."),
}  # fmt: skip

CO_SURGEONS = {
    "0": Word("Not paid", "Two surgeons are not paid as co-surgeons for it."),
    "1": Word("With proof of need", "Co-surgeons (62) may be paid when the documentation shows why two were needed; each gets 62.5%."),
    "2": Word("May be paid", "Co-surgeons (62) of two specialties are paid without further proof; each gets 62.5%."),
    "9": Word("Does not apply", "There are no co-surgeons here."),
}  # fmt: skip

TEAM = {
    "0": Word("Not paid", "A surgical team (66) is not paid for it."),
    "1": Word("With proof of need", "A surgical team (66) may be paid, by report, when the documentation shows why one was needed."),
    "2": Word("May be paid", "A surgical team (66) is paid by report."),
    "9": Word("Does not apply", "There is no surgical team here."),
}  # fmt: skip

SUPERVISION = {
    "01": Word("General supervision", "The physician directs the test and answers for it, but need not be there."),
    "02": Word("Direct supervision", "The physician must be immediately available to help throughout the test."),
    "03": Word("Personal supervision", "The physician must be in the room during the test."),
    "04": Word("General, or a psychologist", "A qualified psychologist may do it alone; otherwise a physician supervises in general."),
    "05": Word("An audiologist, or direct", "A qualified audiologist or a physician may do it alone; parts done by a technician need direct supervision."),
    "06": Word("A physician or certified therapist", "Done by a physician, or by a physical therapist certified in clinical electrophysiology."),
    "21": Word("Depends on the technician", "A certified technician works under general supervision; any other needs direct supervision."),
    "22": Word("In real-time contact", "A technician does it while in real-time contact with a physician."),
    "66": Word("A physician or certified therapist", "Done by a physician, or by a therapist certified in electrophysiology and in this very test."),
    "6A": Word("A certified therapist may supervise", "As level 66; the certified therapist may also supervise another one, and alone bills for it."),
    "77": Word("By certification", "A certified therapist alone, another therapist under direct supervision, or a certified technician under general supervision."),
    "7A": Word("A certified therapist may supervise", "As level 77; the certified therapist may also supervise another one, and alone bills for it."),
    "09": Word("Does not apply", "No supervision of a test is asked for."),
}  # fmt: skip

IMAGING = {
    "88": Word("In the imaging rule", "It belongs to the group of tests whose parts are reduced when several are done in one session."),
    "99": Word("Does not apply", "It is outside the imaging rule."),
}  # fmt: skip

HOSPITAL = {
    "A": Word("Paid by another schedule", "A hospital is paid for it by another fee schedule, not by outpatient rates."),
    "B": Word("Another code is wanted", "Not taken on a hospital's outpatient claim; another code may be."),
    "C": Word("Inpatient only", "Medicare pays a hospital for it only when the patient is admitted."),
    "E1": Word("Not paid", "Not covered, or not paid on a hospital's outpatient claim."),
    "E2": Word("No price yet", "Not paid, because neither prices nor claims are known for it."),
    "F": Word("At reasonable cost", "Paid by its reasonable cost."),
    "G": Word("New drug, paid apart", "A drug or biological in its pass-through years: paid separately."),
    "H": Word("New device, paid apart", "A device in its pass-through years: paid separately by its cost."),
    "H1": Word("Non-opioid device, paid apart", "A device for pain relief without opioids: paid separately."),
    "J1": Word("Comprehensive payment", "One payment covers nearly everything else on the claim."),
    "J2": Word("Comprehensive when observed", "Together with enough hours of observation, one payment covers nearly everything on the claim."),
    "K": Word("Drug, paid apart", "A drug or biological that is paid separately."),
    "K1": Word("Non-opioid drug, paid apart", "A drug for pain relief without opioids: paid separately."),
    "L": Word("Vaccine at reasonable cost", "Paid by its reasonable cost, without deductible or coinsurance."),
    "M": Word("Not billable", "Not billable to the contractor on an outpatient claim."),
    "N": Word("Packaged", "Its payment is part of the other services on the claim; nothing is paid separately."),
    "P": Word("Day program", "Paid by the day, as partial hospitalization or intensive outpatient care."),
    "Q1": Word("Packaged beside S, T or V", "Paid separately unless a service with indicator S, T or V is on the same claim."),
    "Q2": Word("Packaged beside T", "Paid separately unless a procedure with indicator T is on the same claim."),
    "Q3": Word("May be combined", "Paid as part of a composite when its conditions are met, otherwise separately."),
    "Q4": Word("Laboratory, mostly packaged", "Packaged beside other services; paid by the laboratory schedule when it is alone."),
    "R": Word("Blood product, paid apart", "Blood and blood products are paid separately."),
    "S": Word("Paid in full", "Paid separately, and not reduced beside other procedures."),
    "S1": Word("Skin substitute, paid apart", "A skin substitute product that is paid separately."),
    "T": Word("Paid, halved when second", "Paid separately; the lesser of several such procedures on one day are paid at half."),
    "U": Word("Brachytherapy source, paid apart", "A radiation source that is paid separately."),
    "V": Word("Clinic or emergency visit", "A visit that is paid separately."),
    "Y": Word("Billed to the DME contractor", "Equipment that only the contractor for durable medical equipment pays."),
}  # fmt: skip

ADJUDICATION = {
    "1": Word("a line edit (MAI 1)", "Units beyond the limit on another line, with a modifier that is right for them, may be paid."),
    "2": Word("a day edit, by policy (MAI 2)", "A date-of-service limit that follows from law, anatomy or the code itself: no more can be paid for one day."),
    "3": Word("a day edit, clinical (MAI 3)", "A date-of-service limit from clinical experience: more may be paid when the record shows it was needed."),
}  # fmt: skip

NO_UNITS = (
    "0 stands where Medicare expects no unit on a practitioner's claim: "
    "the code is not covered, not paid apart, or out of use."
)

PAIR_MODIFIER = {
    "0": Word("No modifier allowed", "The two are never paid together for one patient and day by the same provider."),
    "1": Word("Modifier allowed", "Both are paid when they were truly separate, and a modifier such as 59, XE, XP, XS or XU says so."),
    "9": Word("Ended", "The edit was deleted and no longer applies."),
}  # fmt: skip

ADD_ON_KIND = {
    "1": Word("A closed list", "It is paid only with one of these primary codes."),
    "2": Word("The contractor's list", "Each contractor says which primary codes it is paid with."),
    "3": Word("An open list", "It is paid with these primary codes, and with others that the contractor accepts."),
}  # fmt: skip

NOTHING_KNOWN = Word("Unknown", "This release uses an indicator that we have no words for yet.")


def words_for(table: dict[str, Word], indicator: str) -> Word:
    """The words for an indicator; a newer file may carry one that nobody knew."""
    return table.get(indicator, NOTHING_KNOWN)


def words_for_limit(units: int, adjudication: str) -> Word:
    """How a limit is applied. Of a limit of nought nothing more is ever paid on a record's word."""
    word = words_for(ADJUDICATION, adjudication)
    return word if units else word._replace(meaning=NO_UNITS)
