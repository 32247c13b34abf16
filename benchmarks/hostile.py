"""What nobody asks in good faith, as parameters of an address: each has to be answered in bounded time."""

from random import Random

CHANCE = Random(7)
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CODES = [f"{CHANCE.randrange(10000, 99999)}" for _ in range(200)]

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
    "a deep page": {"q": ["coder inpatient"], "page": ["9999"]},
    "a deep page in another order": {"sort": ["closing"], "page": ["9999"]},
    "every facet at once": {
        "work": ["remote", "hybrid", "onsite"], "type": ["full_time", "part_time", "prn"], "from_state": ["TX"],
        "setting": ["professional", "facility", "inpatient", "ed"], "pay_min": ["20.01"], "experience_max": ["120"],
        "since": ["365"], "near": ["75201"], "miles": ["500"], "sort": ["closing"],
    },
    "unknown values": {"specialty": ["no-such"], "family": ["no-such"], "employer": ["x" * 120], "near": ["\x00" * 60]},
    "null, lone surrogates, emoji": {"q": ["\x00 \ud800 \U0001f600 " * 2_000]},
}  # fmt: skip
