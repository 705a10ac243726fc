"""The report as a message for the local mailer: text, the same as HTML, files attached. Nothing is sent from here."""

import mimetypes
from datetime import UTC, datetime, time
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from vbcli.model.report import Report
from vbcli.render.papers.report_html import report_html
from vbcli.render.papers.report_words import report_words
from vbcli.render.papers.sections import sentences
from vbcli.render.papers.words import plain
from vbcli.settings import Office


def report_eml(report: Report, office: Office, attached: tuple[tuple[str, bytes], ...] = ()) -> bytes:
    """Return a message without addresses: `sendmail -t` wants them added, `sendmail NAME` does not.

    `attached`: (name, bytes) of the other forms that the same run wrote.
    """
    words = report_words(report, office)
    subject = f"Báo cáo {words.subject}"
    # SMTP: lines end as mail asks for; what is no ASCII is encoded, for mailers that are old.
    message = EmailMessage(policy=SMTP)
    message["Subject"] = plain(subject)
    message["Date"] = datetime.combine(report.as_of, time(), tzinfo=UTC)
    message.set_content(_text(report, office), cte="base64")
    html = report_html(report, office)
    message.add_alternative(html.decode(), subtype="html", cte="base64")
    for name, data in attached:
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        main, _slash, sub = kind.partition("/")
        message.add_attachment(data, maintype=main, subtype=sub, filename=name)
    # The same report gives the same message: what divides its parts comes from what it holds.
    for n, part in enumerate(part for part in message.walk() if part.is_multipart()):
        part.set_boundary(f"vb-{sha256(html + bytes([n])).hexdigest()[:24]}")
    return message.as_bytes()


def _text(report: Report, office: Office) -> str:
    words = report_words(report, office)
    lines = [f"Báo cáo {words.subject}", f"({words.days})", ""]
    for part in words.parts:
        lines += [part.title.upper(), *sentences(part.sections), ""]
    return "\n".join(lines)
