"""Django as its tutorial would have it: the ORM with `select_related` and `prefetch_related`, its templates, its middleware."""

from pathlib import Path
from typing import Any

from django.apps import AppConfig

from benchmarks.pages_of.shared import TEMPLATES, Answer

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]


class Board(AppConfig):
    name, label = "benchmarks.pages_of", "board"
    path = str(Path(__file__).parent)


def application(data: Path, answer: Path) -> Any:
    import django
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.urls import path

    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"],
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": data / "crosswalk.sqlite3",
                "CONN_MAX_AGE": None,
            }
        },
        INSTALLED_APPS=["benchmarks.pages_of.django_orm.Board"],
        MIDDLEWARE=MIDDLEWARE,
        ROOT_URLCONF=__name__,
        SECRET_KEY="only-for-this-benchmark",  # noqa: S106
        SESSION_ENGINE="django.contrib.sessions.backends.signed_cookies",
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates", "DIRS": [TEMPLATES]}],
        USE_TZ=True,
    )
    django.setup()
    from benchmarks.pages_of import django_board

    globals()["urlpatterns"] = [path("jobs", django_board.results_of(Answer.read(answer)))]
    return WSGIHandler()
