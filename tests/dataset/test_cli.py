"""`flask dataset load` says what it does, and does nothing the second time."""


def test_the_command_names_each_part_and_what_became_of_it(app):
    runner = app.test_cli_runner()
    runner.invoke(args=["dataset", "load", "--part", "credentials"])
    again = runner.invoke(args=["dataset", "load", "--part", "credentials"])
    assert again.exit_code == 0
    assert "Credentials" in again.output
    assert "already loaded" in again.output


def test_an_unknown_part_is_refused_with_the_names_of_the_known(app):
    refused = app.test_cli_runner().invoke(args=["dataset", "load", "--part", "nonsense"])
    assert refused.exit_code == 2
    assert "icd10cm" in refused.output
