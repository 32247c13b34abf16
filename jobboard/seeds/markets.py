"""What a state changes: the level of pay (1.00 is the national middle; our estimate) and the clock on the wall."""

PAY = {
    "AK": 1.14, "AL": 0.90, "AR": 0.89, "AZ": 1.00, "CA": 1.20, "CO": 1.06, "CT": 1.09, "DC": 1.15, "DE": 1.03,
    "FL": 0.97, "GA": 0.97, "HI": 1.10, "IA": 0.94, "ID": 0.96, "IL": 1.03, "IN": 0.95, "KS": 0.93, "KY": 0.92,
    "LA": 0.92, "MA": 1.15, "MD": 1.07, "ME": 1.00, "MI": 0.98, "MN": 1.05, "MO": 0.94, "MS": 0.88, "MT": 0.97,
    "NC": 0.97, "ND": 0.98, "NE": 0.96, "NH": 1.04, "NJ": 1.12, "NM": 0.96, "NV": 1.02, "NY": 1.12, "OH": 0.97,
    "OK": 0.91, "OR": 1.08, "PA": 1.00, "RI": 1.06, "SC": 0.93, "SD": 0.93, "TN": 0.93, "TX": 0.98, "UT": 0.99,
    "VA": 1.02, "VT": 1.04, "WA": 1.14, "WI": 1.00, "WV": 0.90, "WY": 0.97,
}  # fmt: skip

EASTERN = "America/New_York"
CENTRAL = "America/Chicago"
MOUNTAIN = "America/Denver"
PACIFIC = "America/Los_Angeles"

ZONES = {
    "AK": "America/Anchorage", "AL": CENTRAL, "AR": CENTRAL, "AZ": "America/Phoenix", "CA": PACIFIC, "CO": MOUNTAIN,
    "HI": "Pacific/Honolulu", "IA": CENTRAL, "ID": "America/Boise", "IL": CENTRAL, "IN": "America/Indiana/Indianapolis",
    "KS": CENTRAL, "LA": CENTRAL, "MI": "America/Detroit", "MN": CENTRAL, "MO": CENTRAL, "MS": CENTRAL, "MT": MOUNTAIN,
    "ND": CENTRAL, "NE": CENTRAL, "NM": MOUNTAIN, "NV": PACIFIC, "OK": CENTRAL, "OR": PACIFIC, "SD": CENTRAL,
    "TN": CENTRAL, "TX": CENTRAL, "UT": MOUNTAIN, "WA": PACIFIC, "WI": CENTRAL, "WY": MOUNTAIN,
}  # fmt: skip


def zone(state: str) -> str:
    """The IANA name of the zone most of the state keeps."""
    return ZONES.get(state, EASTERN)
