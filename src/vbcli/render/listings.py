"""The lists of the program as data, for `render.formats`. Names of fields are promises, like those of JSON."""

from collections.abc import Sequence

from vbcli.language import _
from vbcli.model.views import DocumentRow
from vbcli.render import labels
from vbcli.render.listing import Field, Kind, Listing


def document_listing(documents: Sequence[DocumentRow]) -> Listing:
    """Return the documents with their counts."""
    fields = (
        Field("id", _("Mã")),
        Field("number", _("Số, ký hiệu")),
        Field("date", _("Ngày"), Kind.DATE),
        Field("type", _("Loại")),
        Field("issuer", _("Cơ quan ban hành"), share=2),
        Field("subject", _("Trích yếu"), share=4),
        Field("tasks", _("Nhiệm vụ"), Kind.NUMBER),
        Field("overdue", _("Quá hạn"), Kind.NUMBER),
        Field("file", _("Tệp"), share=2),
    )
    rows = tuple(
        (
            f"V{d.label.id}",
            d.label.number,
            d.label.issued_on,
            labels.doc_type(d.label.doc_type),
            d.label.issuer,
            d.label.subject,
            d.tasks,
            d.overdue,
            d.label.path,
        )
        for d in documents
    )
    return Listing(_("Văn bản trong kho"), fields, rows)
