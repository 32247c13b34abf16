"""The first admin is made from a shell and sets their own password."""

from urllib.parse import urlsplit

from jobboard.domain.accounts.user import User


def made(app, *words):
    return app.test_cli_runner().invoke(args=["create-admin", *words])


def test_the_link_sets_a_password_once(app, browse, rows):
    said = made(app, "ada@example.com", "--name", "Ada Lindqvist").output
    link = urlsplit(said.split()[-1]).path
    browse(None).send(link, password="violet carpet seven moons")
    browse(None).send(link, status=410, password="another long phrase here")
    browse(None).log_in("ada@example.com", "violet carpet seven moons")
    (ada,) = rows(User)
    assert (ada.name, ada.is_admin, ada.is_moderator) == ("Ada Lindqvist", True, True)


def test_an_admin_has_no_password_until_the_link_is_used(app, browse):
    made(app, "ada@example.com")
    browse(None).send("/log-in", status=422, email="ada@example.com", password="violet carpet seven moons")


def test_an_account_that_is_there_becomes_an_admin(app, amir, rows):
    made(app, "AMIR.haddad@example.com")
    (same,) = rows(User)
    assert same.is_admin


def test_an_address_that_is_none_is_refused(app, rows):
    result = made(app, "not an address")
    assert result.exit_code == 2
    assert rows(User) == []
