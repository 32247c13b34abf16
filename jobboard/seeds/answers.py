"""What coders answer when a posting asks for a few words: two answers to each question, both from the trade."""

from random import Random

from jobboard.seeds.shapes import PersonSeed, Question

YES_NO = ("Yes", "Yes", "Yes", "No")
WORDS = {
    "A patient changes insurance at 28 weeks. How do you bill the pregnancy?": (
        "Visits before the change go to the first plan by their number, delivery and after to the second. Dates on both.",
        "I split the package: count the visits each plan covered, and never send the global code to either.",
    ),
    "Describe a finding a physician disagreed with and what you did.": (
        "He felt the level was earned by worry. We read the note together, and he wrote the next one differently.",
        "She was right about one of three. I changed that one in writing and kept the other two.",
    ),
    "Describe how you decide between a selective and a non-selective catheter placement.": (
        "Non-selective stays in the vessel entered or the aorta. Once it is in a branch I name the family and the order.",
        "I draw the tree and mark where the tip ended. The furthest point in each family decides.",
    ),
    "How do you choose the primary reason for a skilled stay after a hip fracture?": (
        "While the fracture heals it leads, with the character for routine healing. Aftercare is not for fractures.",
        "I ask what the skilled care is for. Usually the fracture, coded as a subsequent encounter.",
    ),
    "How do you count levels when a fusion and a decompression share an interspace?": (
        "Two columns: interspaces for the fusion, segments for the decompression, then what the approach already includes.",
        "I list them apart, then ask whether the decompression went beyond what the fusion needed, and check the payer.",
    ),
    "How do you handle critical care time shared by a physician and a nurse practitioner?": (
        "Their minutes are added when each wrote their own. Whoever has more than half bills, with the modifier that says so.",
        "I need two time statements and no overlap. Without them it goes back as a query.",
    ),
    "How many coders have you led, and how was their work measured?": (
        "Nine for three years. Days to bill, accuracy, and a talk each month about what the numbers missed.",
        "Fourteen and a lead. We counted accuracy first and took meetings and queries out of the pace.",
    ),
    "How would you teach medical decision making in fifteen minutes?": (
        "Three of their own notes, three columns: problems, data, risk. They level them before I do.",
        "One napkin, one table, one note of theirs. Questions the next day.",
    ),
    "Tell us about one appeal you won and what won it.": (
        "A bundled injection. The payer's own policy had an exception on page four, and I quoted it.",
        "A frequency denial on an echo. The note had the change in symptoms; nobody had sent it along.",
    ),
    "The engine is right 97 times in 100. How do you find the other three?": (
        "Random sample first, without looking at its answer. Then where guidelines changed and where payers complain.",
        "By kind of chart, not overall. Ninety-seven can be ninety-nine in one class and eighty in another.",
    ),
    "What is your first question when a payer removes sepsis?": (
        "Which definition the contract names, and on which date it was agreed.",
        "What the physician wrote and what supported it on that day, before I read the payer's letter twice.",
    ),
    "What made you choose coding?": (
        "I like rules that have reasons. At the counter I read remittances all day and wanted to know why.",
        "My aunt codes. I watched her look things up and thought that I would like to be that exact.",
    ),
    "Which DRG shift did you last overturn, and on what source?": (
        "A removed respiratory failure. The gases and the work of breathing were in the nursing notes; I cited the guideline.",
        "A principal diagnosis moved to a symptom. Coding Clinic and the admission order settled it.",
    ),
    "Which part of an ablation report do you read first, and why?": (
        "The end: what was ablated and whether it worked. Then back for mapping that is already inside the main code.",
        "The indication, because it tells me which code is likely, and then I try to prove myself wrong.",
    ),
    "Which record type have you seen fail validation most often, and why?": (
        "Problem lists without an assessment. The diagnosis is there, and nobody did anything about it that day.",
        "Notes without a signature and credential. The medicine was fine; the record could not be used.",
    ),
    "Where do facility and professional rules for the same encounter differ most, in your experience?": (
        "Levels: the hospital counts resources by its own tool, the physician counts decisions.",
        "Infusions and supplies belong to one side only, and the two sides read modifiers differently.",
    ),
    "A stoma is revised at the same session as a parastomal hernia repair. What do you check first?": (
        "Whether one code already names both. It does, so I do not add the hernia repair.",
        "The approach and whether the abdomen was opened, then the code that holds revision and hernia together.",
    ),
}  # fmt: skip


def answer(dice: Random, question: Question, person: PersonSeed) -> str:
    if question.kind == "yes_no":
        return dice.choice(YES_NO)
    if question.kind == "number":
        return number(dice, question.text.lower(), person)
    return dice.choice(WORDS[question.text])


def number(dice: Random, asked: str, person: PersonSeed) -> str:
    if "months" in asked:
        return str(person.experience_months)
    if "years" in asked:
        return str(person.experience_months // 12)
    if "week" in asked:
        return str(dice.choice((120, 150, 200)))
    return str(dice.choice((8, 10, 12, 14)) if "hour" in asked else dice.choice((20, 24, 30)))
