"""Deadlines as a calendar: all-day entries with an alarm the day before, told apart by identifiers that do not change."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta

from vbcli.language import _
from vbcli.render.inert import inert, inert_lines
from vbcli.render.labels import hour
from vbcli.render.listing import Occasion

_ALARM = timedelta(hours=-16)
"""Before the day begins: at eight the morning before."""


def ics_of(title: str, occasions: Sequence[Occasion], today: date) -> bytes:
    """Return a calendar (RFC 5545). The same list on the same day gives the same bytes."""
    from icalendar import Alarm, Calendar, Event

    stamp = datetime.combine(today, time(), tzinfo=UTC)
    calendar = Calendar()
    calendar.add("prodid", "-//vbcli//vb//VI")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", inert(title))
    for occasion in occasions:
        event = Event()
        event.add("uid", occasion.uid)
        event.add("dtstamp", stamp)
        event.add("dtstart", occasion.on)
        event.add("dtend", occasion.on + timedelta(days=1))
        words = inert(occasion.title)
        event.add("summary", f"{hour(occasion.at)}: {words}" if occasion.at else words)
        if occasion.notes:
            event.add("description", inert_lines(occasion.notes))
        # A deadline does not make anybody busy.
        event.add("transp", "TRANSPARENT")
        if not occasion.closed:
            alarm = Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("trigger", _ALARM)
            alarm.add("description", _("Sắp đến hạn: {title}").format(title=words))
            event.add_component(alarm)
        calendar.add_component(event)
    data: bytes = calendar.to_ical()
    return data
