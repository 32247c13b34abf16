"""Whether words beside codes are the name of somebody: a list of codes out of a chart may bring one along."""

import re
from itertools import pairwise

from jobboard.search.understanding.everyday_places import IsName

# Common in the United States. Not those that are words of the trade, places or days too (Tyler, Austin, Virginia, Ray, June).
GIVEN = frozenset(
    ("james", "john", "robert", "michael", "david", "william", "richard", "joseph", "thomas", "christopher",
     "charles", "daniel", "matthew", "anthony", "steven", "donald", "andrew", "joshua", "kenneth", "kevin",
     "brian", "george", "timothy", "ronald", "jason", "edward", "jeffrey", "ryan", "jacob", "nicholas", "gary",
     "eric", "jonathan", "stephen", "larry", "justin", "brandon", "benjamin", "samuel", "gregory", "alexander",
     "patrick", "jack", "dennis", "jerry", "aaron", "jose", "adam", "nathan", "zachary", "kyle", "noah", "ethan",
     "jeremy", "walter", "keith", "juan", "carlos", "luis", "miguel", "antonio", "jesus", "manuel", "pedro",
     "javier", "mary", "patricia", "jennifer", "linda", "elizabeth", "barbara", "susan", "jessica", "karen",
     "sarah", "lisa", "nancy", "sandra", "ashley", "emily", "kimberly", "margaret", "donna", "michelle", "carol",
     "amanda", "melissa", "deborah", "stephanie", "rebecca", "sharon", "laura", "cynthia", "amy", "kathleen",
     "angela", "shirley", "brenda", "emma", "anna", "pamela", "nicole", "samantha", "katherine", "christine",
     "helen", "debra", "rachel", "carolyn", "janet", "maria", "catherine", "heather", "diane", "olivia", "julie",
     "joyce", "ruth", "lauren", "kelly", "christina", "joan", "evelyn", "judith", "andrea", "hannah", "megan",
     "cheryl", "jane", "martha", "jacqueline", "frances", "gloria", "teresa", "sara", "janice", "kathryn", "rosa",
     "carmen", "guadalupe", "maryann", "beth", "tammy", "wanda", "bob", "bobby", "jim", "jimmy", "joe", "joey",
     "mike", "dave", "steve", "tom", "tommy", "danny", "chris", "matt", "tony", "nick", "alex", "ben", "sam",
     "greg", "kate", "katie", "liz", "sue")
)  # fmt: skip
FAMILY = frozenset(
    ("smith", "johnson", "williams", "brown", "jones", "garcia", "miller", "davis", "rodriguez", "martinez",
     "hernandez", "lopez", "gonzalez", "wilson", "anderson", "thomas", "taylor", "moore", "jackson", "martin",
     "lee", "perez", "thompson", "white", "harris", "sanchez", "clark", "ramirez", "lewis", "robinson", "walker",
     "young", "allen", "king", "wright", "scott", "torres", "nguyen", "hill", "flores", "green", "adams", "nelson",
     "baker", "hall", "rivera", "campbell", "mitchell", "carter", "roberts", "gomez", "phillips", "evans",
     "turner", "diaz", "parker", "cruz", "edwards", "collins", "reyes", "stewart", "morris", "morales", "murphy",
     "cook", "rogers", "gutierrez", "ortiz", "morgan", "cooper", "peterson", "bailey", "reed", "kelly", "howard",
     "ramos", "kim", "cox", "ward", "richardson", "watson", "brooks", "chavez", "wood", "bennett", "gray",
     "mendoza", "ruiz", "hughes", "price", "alvarez", "castillo", "sanders", "patel", "myers", "ross", "foster",
     "jimenez", "delgado", "doe")
)  # fmt: skip
# What employers who are named for somebody go on with, and what stands before a saint.
NO_FAMILY = frozenset(
    ("and", "or", "in", "at", "the", "of", "for", "with", "hospital", "hospitals", "health", "healthcare",
     "medical", "medicine", "clinic", "clinics", "center", "centers", "care", "memorial", "regional", "university",
     "system", "systems", "group", "services", "staffing", "coding", "coder", "coders", "billing", "associates",
     "physicians", "partners", "institute", "foundation", "children", "surgery", "radiology", "cardiology")
)  # fmt: skip
SAINTS = frozenset(("st", "saint", "mount", "mt", "santa", "san"))
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def nobody_hires(_: str) -> bool:
    return False


def names_a_person(typed: str, left: str, hires: IsName = nobody_hires) -> bool:
    """Whether two words after each other are a name; of `typed` the words that are still `left` count: a place that was
    understood is nobody, nor is who `hires`, an employer who is named for somebody."""
    kept = {found.lower() for found in WORD.findall(left)}
    words = [found for found in WORD.finditer(typed) if found.group().lower() in kept]
    previous = ""
    for one, other in pairwise(words):
        between = typed[one.end() : other.start()]
        is_saint = bool(SAINTS & {previous, one.group().lower()})
        is_one = len(between) <= 2 and are_a_name(one.group(), other.group(), "," in between)
        if is_one and not is_saint and not hires(typed[one.start() : other.end()]):
            return True
        previous = one.group().lower()
    return False


def are_a_name(one: str, other: str, is_turned: bool) -> bool:
    """`Jane Doe`, `jane doe`, `DOE^JANE`; with a comma between them `Doe, J`."""
    first, last = one.lower(), other.lower()
    if is_turned or last in GIVEN:
        first, last, one, other = last, first, other, one
    if first in GIVEN and last not in NO_FAMILY:
        return last in FAMILY or last in GIVEN or (one[0].isupper() and other[0].isupper())
    return len(first) == 1 and last in FAMILY
