"""Lists as one HTML file without scripts or links: reads on a telephone, prints on A4 landscape."""

from datetime import date
from typing import Any

from vbcli.language import _
from vbcli.render.inert import inert
from vbcli.render.labels import count, day
from vbcli.render.listing import Field, Kind, Listing, Value


def html_of(listing: Listing, today: date) -> str:
    """Return the list as a page of its own."""
    head = [{"heading": field.heading, "class": _class(field)} for field in listing.fields]
    rows = [
        [{"words": _words(value), "class": _class(field)} for field, value in zip(listing.fields, row, strict=True)]
        for row in listing.rows
    ]
    return page(
        "listing.html",
        title=inert(listing.title),
        made=_("Lập ngày {day}").format(day=day(today)),
        total=_("{number} dòng").format(number=count(len(rows))),
        head=head,
        rows=rows,
    )


def page(template: str, **values: Any) -> str:
    """Return a template of ours filled in; every value is escaped."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("vbcli.render", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(template).render(**values)


def _class(field: Field) -> str:
    if field.kind is Kind.TEXT:
        return "long" if field.share > 1 else ""
    return "number" if field.kind is Kind.NUMBER else "day"


def _words(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return day(value)
    return inert(value) if isinstance(value, str) else str(value)
