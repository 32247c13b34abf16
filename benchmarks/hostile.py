"""What nobody asks in good faith, as parameters of an address: each has to be answered in bounded time."""

from random import Random

CHANCE = Random(7)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CODES = [f"{CHANCE.randrange(10000, 99999)}" for _ in range(200)]
PAIRS = [
    "of the",
    "in the",
    "you will",
    "to the",
    "and the",
    "with the",
    "for the",
    "on the",
    "at the",
    "we are",
]
WIDEST = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "for",
    "you",
    "with",
    "will",
    "on",
    "we",
    "our",
    "are",
    "is",
    "at",
    "as",
    "or",
    "be",
    "your",
    "this",
]
LONG = [" ".join(CHANCE.choices(WIDEST, k=40)) for _ in range(8)]

HOSTILE: dict[str, dict[str, list[str]]] = {
    "100 kB of different words": {"q": [" ".join("".join(CHANCE.choices(LETTERS, k=6)) for _ in range(14_000))]},
    "100 kB of one letter": {"q": ["a" * 100_000]},
    "100 kB of the widest words": {"q": ["inpatient coding queries review team " * 2_700]},
    "200 codes": {"q": [" ".join(CODES)]},
    "200 codes with counts": {"q": ["\n".join(f"{code} {count}" for count, code in enumerate(CODES, 1))]},
    "a range of everything": {"q": ["00100-99999"]},
    "unbalanced quotes": {"q": ['"outpatient "surgery" coder" "']},
    "operators of the engine": {"q": ['title:* AND (body:"a"~9 OR -x) +[a TO z] ^9 {* TO *}']},
    "phrases of the widest words": {"q": ['"the desk" "of the" "you will" "in the" "with the"']},
    "nothing but minus": {"q": ["-coder -inpatient -outpatient -remote -the"]},
    "beginnings that many words have": {"q": ["co in re pr de un ex st"]},
    "900 numbers of groups": {"q": [f"DRG {', '.join(str(number) for number in range(1, 901))}"]},
    "900 numbers that are no codes": {"q": [" ".join(f"{number:03d}" for number in range(1, 901))]},
    "20 ranges of everything": {"q": [" ".join(f"{first:05d}-99999" for first in range(100, 2100, 100))]},
    "ten phrases of the widest words": {"q": [" ".join(f'"{pair}"' for pair in PAIRS)]},
    "no phrase of the widest words": {"q": [" ".join(f'-"{pair}"' for pair in PAIRS)]},
    "long phrases of the widest words": {"q": [" ".join(f'"{said}"' for said in LONG)]},
    "widest words joined": {"q": [" ".join(said.replace(" ", "-") for said in LONG)]},
    "50,000 joined letters": {"q": ["a-" * 50_000]},
    "ten misspelt words": {"q": ["caxdiolqy inqatxent outqatxant rxdiolqy sxrqery orthxpqdcs oncxlqy pediatxqcs anesthxqia dermxtolqy"]},
    "60 half words": {"q": [" ".join("".join(CHANCE.choices(LETTERS, k=4)) for _ in range(60))]},
    "a deep page of phrases": {"q": ['"of the" "in the"'], "page": ["1500"]},
    "the last page of a word that all say": {"q": ["you"], "page": ["4000"]},
    "a deep page": {"q": ["coder inpatient"], "page": ["9999"]},
    "a deep page in another order": {"sort": ["closing"], "page": ["9999"]},
    "a page in the middle by pay": {"sort": ["pay"], "page": ["2500"]},
    "100 kB of a place": {"near": ["houston tx " * 10_000]},
    "every facet at once": {
        "work": ["remote", "hybrid", "onsite"], "type": ["full_time", "part_time", "prn"], "from_state": ["TX"],
        "setting": ["professional", "facility", "inpatient", "ed"], "pay_min": ["20.01"], "experience_max": ["120"],
        "since": ["365"], "near": ["75201"], "miles": ["500"], "sort": ["closing"],
    },
    "unknown values": {"specialty": ["no-such"], "family": ["no-such"], "employer": ["x" * 120], "near": ["\x00" * 60]},
    "null, lone surrogates, emoji": {"q": ["\x00 \ud800 \U0001f600 " * 2_000]},
}  # fmt: skip
