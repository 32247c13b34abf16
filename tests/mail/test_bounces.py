"""What mail servers send back: a permanent failure suppresses its address; delays, successes and nonsense suppress nobody."""

import pytest

from jobboard.domain.searches import finding
from jobboard.mail.bounces import permanent_bounces

REPORT = """\
From: MAILER-DAEMON@mx.example.com
To: post@crosswalk.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="B"

--B
Content-Type: text/plain

It did not arrive.

--B
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.com
Arrival-Date: Mon, 16 Nov 2026 15:00:00 +0000

{blocks}
--B
Content-Type: text/rfc822-headers

Message-ID: <x@crosswalk.example>
Subject: 1 new job

--B--
"""
BLOCK = """\
Final-Recipient: {recipient}
Action: {action}
Status: {status}
Diagnostic-Code: smtp; 550 5.1.1 <gone@example.com>:
    no such mailbox
"""


def report(recipient="rfc822; Gone@Example.com", action="failed", status="5.1.1") -> str:
    return REPORT.format(blocks=BLOCK.format(recipient=recipient, action=action, status=status))


def bounce(app, text: str | bytes):
    return app.test_cli_runner().invoke(args=["mail-bounce"], input=text)


def test_a_permanent_failure_suppresses_its_address(app, session):
    answer = bounce(app, report())
    assert (answer.exit_code, answer.output.strip()) == (0, "1 address suppressed.")
    found = finding.suppressed(session, "gone@example.com")
    assert found.reason == "smtp; 550 5.1.1 <gone@example.com>: no such mailbox"
    assert bounce(app, report()).exit_code == 0, "told twice, it is still suppressed once"


def test_each_recipient_of_a_report_is_judged_by_itself(app, session):
    kinds = (("a", "failed", "5.1.1"), ("b", "delayed", "4.4.1"), ("c", "failed", "5.7.1"))
    blocks = "\n".join(
        BLOCK.format(recipient=f"rfc822;{name}@example.com", action=action, status=status)
        for name, action, status in kinds
    )
    bounce(app, REPORT.format(blocks=blocks))
    refused = [name for name, *_ in kinds if finding.suppressed(session, f"{name}@example.com")]
    assert refused == ["a", "c"]


@pytest.mark.parametrize(
    "text",
    [
        report(action="delayed", status="4.4.1"),
        report(action="failed", status="4.2.2"),
        report(action="delivered", status="2.0.0"),
        report(recipient="x400; somebody@example.com"),
        report(recipient="rfc822; nobody"),
        report(recipient="rfc822; " + "a" * 400 + "@example.com"),
        report(status="5.1.1".replace("5", "55")),
        REPORT.replace("multipart/report", "multipart/mixed").replace(
            "message/delivery-status", "text/plain"
        ),
        "Subject: hello\n\nNot a report.",
        "",
        "\x00\xff" * 1000,
    ],
)
def test_nothing_else_suppresses_anybody(app, session, text):
    assert permanent_bounces(text.encode()) == []
    assert bounce(app, text.encode()).output.strip() == "0 addresses suppressed."
