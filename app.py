"""The door: the WSGI entry and `flask --app app`."""

from jobboard import create_app

app = create_app()
