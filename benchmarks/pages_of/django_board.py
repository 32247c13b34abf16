"""The tables of the cards as Django's models, and the view that reads and draws twenty of them."""

from collections.abc import Callable
from typing import Any

from django.db import models
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import mark_safe

from benchmarks.pages_of.shared import Answer, said
from jobboard.domain.accounts.employer import is_verified
from jobboard.domain.postings import terms
from jobboard.search.cards import Card


class Row(models.Model):
    class Meta:
        abstract = True
        app_label = "board"
        managed = False


class Employer(Row):
    id = models.CharField(max_length=26, primary_key=True)
    name, slug, timezone = (models.CharField(max_length=120) for _ in range(3))
    website, confirmed_mail_domain = (models.CharField(max_length=200, null=True) for _ in range(2))

    class Meta(Row.Meta):
        db_table = "employer"


class Edition(Row):
    id = models.CharField(max_length=26, primary_key=True)
    title, pay_unit, work_model, apprentices = (models.CharField(max_length=120) for _ in range(4))
    pay_min, pay_max = (models.DecimalField(max_digits=10, decimal_places=2) for _ in range(2))
    hybrid_days, experience_months = (models.IntegerField(null=True) for _ in range(2))
    all_states = models.BooleanField()

    class Meta(Row.Meta):
        db_table = "edition"


class Posting(Row):
    id = models.CharField(max_length=26, primary_key=True)
    status = models.CharField(max_length=32)
    opens_at, closes_at, first_published_at, confirmed_at = (models.DateTimeField() for _ in range(4))
    employer = models.ForeignKey(Employer, models.CASCADE)
    live_edition = models.ForeignKey(Edition, models.CASCADE)

    class Meta(Row.Meta):
        db_table = "posting"


class Credential(Row):
    id = models.IntegerField(primary_key=True)
    abbreviation = models.CharField(max_length=20)
    position = models.IntegerField()

    class Meta(Row.Meta):
        db_table = "credential"


class CredentialTag(Row):
    pk = models.CompositePrimaryKey("edition_id", "group_no", "credential_id")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="groups")
    group_no = models.IntegerField()
    credential = models.ForeignKey(Credential, models.CASCADE)
    need = models.CharField(max_length=32)
    within_months = models.IntegerField(null=True)

    class Meta(Row.Meta):
        db_table = "edition_credential"


class SettingCell(Row):
    pk = models.CompositePrimaryKey("edition_id", "side", "encounter")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="settings")
    side, encounter = (models.CharField(max_length=32) for _ in range(2))

    class Meta(Row.Meta):
        db_table = "edition_setting"


class StateTag(Row):
    pk = models.CompositePrimaryKey("edition_id", "state")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="states")
    state = models.CharField(max_length=2)

    class Meta(Row.Meta):
        db_table = "edition_state"


class Place(Row):
    pk = models.CompositePrimaryKey("edition_id", "city", "state")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="places")
    city, state = (models.CharField(max_length=80) for _ in range(2))

    class Meta(Row.Meta):
        db_table = "edition_place"


class TypeTag(Row):
    pk = models.CompositePrimaryKey("edition_id", "type")
    edition = models.ForeignKey(Edition, models.CASCADE, related_name="types")
    type = models.CharField(max_length=32)

    class Meta(Row.Meta):
        db_table = "edition_employment_type"


GROUPS = CredentialTag.objects.select_related("credential").order_by("group_no", "credential__position")
CARDS = Posting.objects.select_related("employer", "live_edition").prefetch_related(
    models.Prefetch("live_edition__groups", GROUPS),
    models.Prefetch("live_edition__states", StateTag.objects.order_by("state")),
    models.Prefetch("live_edition__places", Place.objects.order_by("city", "state")),
    models.Prefetch("live_edition__types", TypeTag.objects.order_by("type")),
    "live_edition__settings",
)


def card(posting: Posting) -> Card:
    edition, employer = posting.live_edition, posting.employer
    return Card(
        id=posting.id,
        title=edition.title,
        employer_name=employer.name,
        employer_slug=employer.slug,
        employer_verified=is_verified(employer.website, employer.confirmed_mail_domain),
        timezone=employer.timezone,
        first_published_at=posting.first_published_at,
        confirmed_at=posting.confirmed_at,
        closes_at=posting.closes_at,
        pay_min=edition.pay_min,
        pay_max=edition.pay_max,
        pay_unit=terms.PayUnit(edition.pay_unit),
        work_model=terms.WorkModel(edition.work_model),
        hybrid_days=edition.hybrid_days,
        all_states=edition.all_states,
        apprentices=terms.Apprentices(edition.apprentices),
        experience_months=edition.experience_months,
        settings=[
            (terms.FeeSide(row.side), terms.Encounter(row.encounter)) for row in edition.settings.all()
        ],
        groups=[
            (row.group_no, terms.CredentialNeed(row.need), row.within_months, row.credential.abbreviation)
            for row in edition.groups.all()
        ],
        states=[row.state for row in edition.states.all()],
        places=[(row.city, row.state) for row in edition.places.all()],
        types=[terms.EmploymentType(row.type) for row in edition.types.all()],
    )


def results_of(answer: Answer) -> Callable[[Any], Any]:
    frame = {name: mark_safe(getattr(answer, name)) for name in ("before", "between", "after")}  # noqa: S308

    def results(request: Any) -> Any:
        now = timezone.now()
        found = CARDS.filter(id__in=answer.ids, status="live", opens_at__lte=now, closes_at__gt=now)
        by_id = {posting.id: posting for posting in found}
        cards = [said(card(by_id[id])) for id in answer.ids if id in by_id]
        return render(request, "page.html", {"cards": cards, "facets": answer.facets, **frame})

    return results
