"""Files in the layouts in which they are published, made for tests. Every wording in them is made up here."""

from collections.abc import Iterable

WORDING = "WORDING OF THE AMA 4711"
NOTICE = "CPT codes and descriptions only are copyright of the American Medical Association."


def fee_row(code: str, mod: str = "", status: str = "A", **values: str) -> list[str]:
    """One line of the relative value file as 2026 has it, 32 columns."""
    given = {"work": "1.00", "pe": "2.00", "pe_facility": "1.50", "mp": "0.10", "days": "000"} | values
    office = sum(round(float(given[name]) * 100) for name in ("work", "pe", "mp"))
    facility = sum(round(float(given[name]) * 100) for name in ("work", "pe_facility", "mp"))
    totals = [given.get("total", f"{office / 100:.2f}"), f"{facility / 100:.2f}"]
    return [
        *(
            code,
            mod,
            WORDING,
            status,
            "",
            given["work"],
            given["pe"],
            "",
            given["pe_facility"],
            "",
            given["mp"],
        ),
        *(*totals, "0", given["days"], "0.10", "0.80", "0.10", "2", "0", "1", "0", "0", "", "", "33.4009"),
        *("09", "0", "99", "0.00", "0.00", "0.00"),
    ]


def fee_schedule(rows: Iterable[list[str]]) -> str:
    """The file with its title, notices, empty lines and the names of its columns over several lines."""
    blank = "," * 31
    head = [
        "2027 National Physician Fee Schedule Relative Value File January Release" + blank,
        NOTICE + blank,
        blank,
        "RELEASED 12/18/2026" + blank,
        ",,,,,,NON-FAC,,FACILITY,,,NON-,,,,,,,,,,,,,,,PHYSICIAN,,,NON-FACILITY,FACILITY,MALPRACTICE",
        ",,,STATUS,MEDICARE,WORK,NON-FAC,NA,FACILITY,NA,MP,FACILITY,FACILITY,PCTC,GLOB,PRE,INTRA,POST,MULT,BILAT,ASST,"
        "CO-,TEAM,PRIC,ENDO,CONV,DIAGNOSTIC,CALCULATION,FAMILY,PAYMENT,PAYMENT,PAYMENT",
        "HCPCS,MOD,DESCRIPTION,CODE,PAYMENT,RVU,PE RVU,INDICATOR,PE RVU,INDICATOR,RVU,TOTAL,TOTAL,IND,DAYS,OP,OP,OP,"
        "PROC,SURG,SURG,SURG,SURG,IND,BASE,FACTOR,PROCEDURES,FLAG,INDICATOR,AMOUNT,AMOUNT,AMOUNT",
    ]
    return "\r\n".join([*head, *(",".join(row) for row in rows)]) + "\r\n"


def level_two(
    code: str, long: str, short: str = "", added: str = "20200101", ended: str = "", kind: str = "3"
) -> str:
    """One line of the fixed-width file, 320 characters."""
    line = f"{code:<5}00100{kind}{long:<80}{short:<28}".ljust(268) + f"{added:<8}{'20260101':<8}{ended:<8}N"
    return line.ljust(320)


def order(codes: Iterable[tuple[str, str, str]]) -> str:
    """An order file of (code without dot, 0 or 1, title)."""
    return "".join(
        f"{number:05d} {code:<7} {flag} {title[:60]:<60} {title}\r\n"
        for number, (code, flag, title) in enumerate(codes, start=1)
    )


def table_five(rows: Iterable[tuple[str, str, str, str]]) -> str:
    """MS-DRG, MDC, type, title, as tab text with the lines above and below."""
    head = [
        '"TABLE 5.\u2014LIST OF MS-DRGS, RELATIVE WEIGHTING FACTORS,',
        'AND MEAN LENGTH OF STAY\u2014FY 2028 Final Rule"' + "\t" * 9,
        "MS-DRG \tFY 2028 Final Post-Acute DRG\tFY 2028 Final Special Pay DRG\tMDC\tTYPE\tMS-DRG Title\t"
        "Weights\tGeometric mean LOS\tArithmetic mean LOS",
    ]
    lines = [f"{drg}\tNo\tNo\t{mdc}\t{kind}\t{title}\t1.2345\t2.0\t3.0" for drg, mdc, kind, title in rows]
    return "\r\n".join([*head, *lines, "Notes: a sentence below the table."]) + "\r\n"


def mapping(rows: Iterable[tuple[str, str, str]]) -> str:
    """Diagnosis, V24 and V28 category, with the column names broken inside their cells as the sheet has them."""
    head = [
        "2027 Initial ICD-10-CM Mappings,,,,,",
        '"Diagnosis\nCode",Description,"CMS-HCC ESRD\nModel Category\nV24","CMS-HCC\nModel Category\nV24",'
        '"CMS-HCC\nModel Category\nV28","CMS-HCC\nModel Category V28 for 2027 Payment Year"',
    ]
    return "\n".join([*head, *(f"{code},Some words,,{v24},{v28},Yes" for code, v24, v28 in rows)]) + "\n"
