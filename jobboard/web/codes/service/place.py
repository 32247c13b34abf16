"""The place a reader asks the payment of: a ZIP code typed, or a locality chosen from the list."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from flask import request
from markupsafe import Markup
from sqlalchemy.orm import Session
from wtforms import Field, Form, StringField

from jobboard.domain.codes.code import Release
from jobboard.domain.codes.locality import Locality
from jobboard.domain.codes.payment import indices, localities, locality_at, locality_numbered
from jobboard.domain.places.place import Zip
from jobboard.web.typed import one_line

FIELDS = ("zip", "locality")
Offered = tuple[tuple[str, str], ...]
_OFFERED: dict[str, Offered] = {}
ZIP = re.compile(r"([0-9]{5})(?:-?[0-9]{4})?")
WORD = re.compile(r"[A-Za-z]+")
LONGEST = 12
NOT_A_ZIP = "A ZIP code has five digits, for example 60601."
UNKNOWN = "We know no ZIP code {typed}."
OUTSIDE = "{typed} lies in none of Medicare's payment localities."
NO_LOCALITY = "Choose a locality from the list."


class Listed:
    """Draws the list of localities from what was drawn before: a hundred options take longer than the page's facts."""

    def __call__(self, field: "LocalityField", **attributes: object) -> Markup:
        named = {"id": field.id, "name": field.name, **attributes}
        written = Markup(" ").join(Markup('{}="{}"').format(*one) for one in named.items())
        return Markup("<select {}>{}</select>").format(written, options(field.offered, field.data or ""))


class LocalityField(Field):
    """One of the localities offered, by contractor and number; the choice is checked where it is looked up."""

    widget = Listed()
    offered: Offered = ()


class PlaceForm(Form):
    zip = StringField("ZIP code")
    locality = LocalityField("Or a locality")


@lru_cache(maxsize=256)
def options(offered: Offered, chosen: str) -> Markup:
    drawn = [Markup('<option value="">Choose</option>')]
    for value, words in offered:
        mark = Markup(" selected") if value == chosen else ""
        drawn.append(Markup('<option value="{}"{}>{}</option>').format(value, mark, words))
    return Markup("").join(drawn)


@dataclass(frozen=True)
class Place:
    """What was asked for, as it was typed, and the locality it led to, if it did."""

    form: PlaceForm
    locality: Locality | None

    @property
    def asked(self) -> bool:
        return any(name in request.args for name in FIELDS)

    @cached_property
    def name(self) -> str:
        return label(self.locality) if self.locality else ""

    @cached_property
    def indices(self) -> tuple[Decimal, Decimal, Decimal] | None:
        return indices(self.locality) if self.locality else None

    @cached_property
    def anesthesia(self) -> Decimal | None:
        """Dollars a unit, for anesthesia."""
        return Decimal(self.locality.anesthesia).scaleb(-2) if self.locality else None


def chosen(session: Session, release: Release | None) -> Place:
    """The ZIP code goes before the list. A wrong one stays in its box with a sentence beside it; the list shows what was found."""
    typed, picked = (one_line(request.args.get(name))[:LONGEST] for name in FIELDS)
    form = PlaceForm(data={"zip": typed, "locality": picked})
    form.locality.offered = offered(session, release)
    found, error = by_zip(session, typed) if typed else by_key(session, picked)
    (form.zip if typed else form.locality).errors = [error] if error else []
    form.locality.data = key(found) if found else picked
    return Place(form, found)


def offered(session: Session, release: Release | None) -> Offered:
    """Every locality as it is offered, read once a release."""
    if release is None:
        return ()
    known = _OFFERED.get(release.fingerprint)
    if known is None:
        known = tuple((key(one), label(one)) for one in localities(session))
        _OFFERED[release.fingerprint] = known
    return known


def by_zip(session: Session, typed: str) -> tuple[Locality | None, str]:
    """`60601`, or `60601-1234`, of which the first five digits tell."""
    read = ZIP.fullmatch(typed)
    if read is None:
        return None, NOT_A_ZIP
    if session.get(Zip, read[1]) is None:
        return None, UNKNOWN.format(typed=read[1])
    found = locality_at(session, read[1])
    return found, "" if found else OUTSIDE.format(typed=read[1])


def by_key(session: Session, picked: str) -> tuple[Locality | None, str]:
    """`06102-16`: the contractor's number and the locality's."""
    if not picked:
        return None, ""
    mac, _, number = picked.partition("-")
    found = locality_numbered(session, mac, number)
    return found, "" if found else NO_LOCALITY


def key(locality: Locality) -> str:
    return f"{locality.mac}-{locality.number}"


def label(locality: Locality) -> str:
    """`IL: Chicago`; where the locality is the state, its name."""
    return f"{locality.state_code}: {spoken(locality.name)}"


def spoken(name: str) -> str:
    """`SEATTLE (KING CNTY)` -> `Seattle (King County)`. Short capital names stay as they are."""
    small = (
        name.title()
        .replace("Cntys", "Counties")
        .replace("Cnty", "County")
        .replace("/Surr.", " and surrounding")
    )
    kept = {"Dc": "DC", "Md": "MD", "Va": "VA", "Nj": "NJ", "Nyc": "NYC", "N": "N", "Poughkpsie": "Poughkeepsie", "Of": "of"}  # fmt: skip
    return WORD.sub(lambda found: kept.get(found.group(), found.group()), small)
