"""A task as it stands: what was read, with the events of people applied in their order.

An event without a unit holds for every lead, later ones for one lead override it; a lead that comes later (a better
reading, an assignment, a roster) stands where the task stands. It moves only whom it can: a lead that has done its part
keeps its day whatever is said of the whole afterwards, except that the task is cancelled or opened again.
Terms: `original` is the deadline as given (hạn ban đầu), `current` the one after extensions (hạn hiện tại).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from vbcli.model.followup import OPEN, Event, Progress, Verb


@dataclass(frozen=True, slots=True)
class Due:
    """One limit of a task."""

    original: date | None
    kind: str | None
    """hard, recurring, soft; None where the words give no date."""
    words: str | None = None
    rrule: str | None = None
    time: str | None = None
    """Hour of the day, `17:00`."""
    entered: bool = False
    """A person gave its date."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the rules read of a task, as far as follow-up needs it."""

    text: str
    product: str | None
    dues: tuple[Due, ...]
    leads: tuple[int, ...]
    """Ids of units."""
    supports: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a task has come, or one lead with its part of it."""

    progress: Progress
    done_on: date | None
    due: Due | None
    """The deadline that decides: the earliest hard one not met; else a recurring one, a planning period, bare words."""
    current: date | None
    """Its date after extensions; of a recurring one None, its next occurrence is computed when asked."""
    original: date | None
    """The earliest original date among the hard deadlines not met; of what is done, of the first one missed, else the last."""
    on_time: bool | None
    """Of what is done: every hard deadline met by its original date; None where there is none."""
    occurrences: tuple[tuple[date, date], ...] = ()
    """(due, done on) of a recurring task."""


@dataclass(frozen=True, slots=True)
class State:
    """A task after everything that was entered."""

    text: str
    product: str | None
    leads: tuple[int, ...]
    supports: tuple[int, ...]
    whole: Standing
    parts: dict[int, Standing]
    """By lead; empty where nobody leads."""
    dues: tuple[Due, ...]
    extended: dict[date, date]
    """Original → current date, of the task as a whole."""
    met: dict[date, date]
    """Original date → day on which it was met, of the task as a whole."""
    officer: str | None = None
    """Chuyên viên theo dõi."""
    leader: str | None = None
    """Lãnh đạo chỉ đạo."""
    result: str | None = None
    """Tóm tắt kết quả."""
    astray: bool = False
    """An event names a deadline that the text no longer gives: it was applied to the one that decides."""


@dataclass(slots=True)
class _Tally:
    """One lead, or the task as a whole, while its events are gone through."""

    progress: Progress = Progress.TODO
    former: Progress = Progress.TODO
    """What `reopen` goes back to."""
    done_on: date | None = None
    met: dict[date, date] = field(default_factory=dict)
    extended: dict[date, date] = field(default_factory=dict)
    occurrences: dict[date, date] = field(default_factory=dict)

    def copy(self) -> "_Tally":
        return replace(self, met=dict(self.met), extended=dict(self.extended), occurrences=dict(self.occurrences))

    def move(self, progress: Progress, done_on: date | None = None) -> None:
        if self.progress in OPEN:
            self.former = self.progress
        self.progress, self.done_on = progress, done_on

    def rename(self, old: date, new: date | None) -> None:
        """Follow a deadline whose date was corrected."""
        for dates in (self.met, self.extended):
            value = dates.pop(old, None)
            if value and new:
                dates[new] = value


class _Fold:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text, self.product = reading.text, reading.product
        self.dues = list(reading.dues)
        self.leads, self.supports = reading.leads, reading.supports
        self.whole = _Tally()
        self.own: dict[int, _Tally] = {}
        self.dismissed = False
        self.officer: str | None = None
        self.leader: str | None = None
        self.result: str | None = None
        self.astray = False

    def apply(self, event: Event) -> None:
        step = _STEPS.get(event.verb)
        if step:
            step(self, event)

    def tallies(self, event: Event) -> list[_Tally]:
        """Return whom the event is about."""
        if event.unit_id is None:
            return [self.whole, *self.own.values()]
        return [self.own.setdefault(event.unit_id, self.whole.copy())]

    def hard(self, tally: _Tally) -> list[Due]:
        """Return the hard deadlines not met, the next one first."""
        open_ = [d for d in self.dues if d.kind == "hard" and d.original and d.original not in tally.met]
        return sorted(open_, key=lambda d: tally.extended.get(_day(d.original), _day(d.original)))

    def named(self, which: str | None, tally: _Tally) -> date | None:
        """Return the original date of the deadline that an event names."""
        dates = [d.original for d in self.dues if d.kind == "hard" and d.original]
        wanted = date.fromisoformat(which) if which else None
        if wanted in dates:
            return wanted
        self.astray |= wanted is not None
        nearest = self.hard(tally)
        return nearest[0].original if nearest else (dates[-1] if dates else None)

    # One method per verb: what it does to the task.

    def start(self, event: Event) -> None:
        for tally in self.tallies(event):
            if tally.progress in _UNFINISHED:
                tally.move(Progress.DOING)

    def done(self, event: Event) -> None:
        on = _day(event.on)
        self.result = event.data.get("result") or self.result
        for tally in self.tallies(event):
            if tally.progress not in _UNFINISHED:
                continue
            if "occurrence" in event.data:
                tally.occurrences.setdefault(date.fromisoformat(event.data["occurrence"]), on)
            elif (met := self._one_of_several(event, tally)) is not None:
                tally.met.setdefault(met, on)
            else:
                tally.move(Progress.DONE, on)
            if tally.progress is Progress.TODO:
                tally.move(Progress.DOING)

    def _one_of_several(self, event: Event, tally: _Tally) -> date | None:
        """Return the deadline that was met while others stay open; None where all of the task is done with it."""
        if not event.data.get("which"):
            return None
        met = self.named(event.data["which"], tally)
        return met if any(d.original != met for d in self.hard(tally)) else None

    def pause(self, event: Event) -> None:
        for tally in self.tallies(event):
            if tally.progress in OPEN:
                tally.move(Progress.PAUSED)

    def cancel(self, event: Event) -> None:
        for tally in self.tallies(event):
            # The day of what was done by then is kept for the case that the task is opened again.
            tally.move(Progress.CANCELLED, tally.done_on)

    def reopen(self, event: Event) -> None:
        self.dismissed = False
        # What the task was as a whole is opened: of a paused task not the parts that are done.
        of = event.data.get("from")
        for tally in self.tallies(event):
            if of and tally.progress != of:
                continue
            if "occurrence" in event.data:
                tally.occurrences.pop(date.fromisoformat(event.data["occurrence"]), None)
                continue
            if event.data.get("which"):
                self._open_one(tally, date.fromisoformat(event.data["which"]))
            if tally.progress is Progress.CANCELLED and tally.done_on:
                tally.progress = Progress.DONE
            elif tally.progress not in OPEN:
                tally.progress, tally.done_on = tally.former, None

    def _open_one(self, tally: _Tally, which: date) -> None:
        """Open one deadline of several; the others stay met."""
        if tally.done_on:
            for due in self.hard(tally):
                tally.met[_day(due.original)] = tally.done_on
        tally.met.pop(which, None)

    def extend(self, event: Event) -> None:
        for tally in self.tallies(event):
            which = self.named(event.data.get("which"), tally)
            if which:
                tally.extended[which] = date.fromisoformat(event.data["to"])

    def assign(self, event: Event) -> None:
        self.leads = tuple(event.data.get("leads", self.leads))
        self.supports = tuple(event.data.get("supports", self.supports))
        self.officer = event.data.get("officer", self.officer)
        self.leader = event.data.get("leader", self.leader)

    def edit(self, event: Event) -> None:
        self.text = event.data.get("text", self.text)
        self.product = event.data.get("product", self.product)
        if "due" in event.data:
            self._set_due(event.data.get("which"), event.data["due"])
        if "rrule" in event.data:
            self.dues = [Due(None, "recurring", rrule=event.data["rrule"], entered=True)]

    def _set_due(self, which: str | None, due: str | None) -> None:
        """Put a date in the place of the one that was read, or drop it; where none was read it is added."""
        new = date.fromisoformat(due) if due else None
        hard = [d for d in self.dues if d.kind == "hard"]
        if which is None and not (new and len(hard) == len(self.dues) == 1):
            # What a person says about the deadline of a task speaks for all that was read of it.
            self.dues = [Due(new, "hard", entered=True)] if new else []
            return
        dates = [d.original for d in hard]
        if which and new in dates and date.fromisoformat(which) not in dates:
            return  # by now the rules read what a person had put right
        # An extension of the one deadline was granted whatever its date had been read as.
        old = self.named(which, self.whole) if which else dates[0]
        if old is None:
            self.dues += [Due(new, "hard", entered=True)] if new else []
            return
        for tally in (self.whole, *self.own.values()):
            tally.rename(old, new)
        changed = [
            replace(d, original=new, entered=True) if d.kind == "hard" and d.original == old else d for d in self.dues
        ]
        self.dues = [d for d in changed if d.kind != "hard" or d.original]

    def add(self, event: Event) -> None:
        self.edit(event)
        self.assign(event)

    def dismiss(self, _event: Event) -> None:
        self.dismissed = True

    def standing(self, tally: _Tally) -> Standing:
        occurrences = tuple(sorted(tally.occurrences.items()))
        hard = self.hard(tally)
        if tally.progress is Progress.DONE:
            return self._completed(tally, occurrences)
        due = (
            hard[0]
            if hard
            else min(
                (d for d in self.dues if d.kind != "hard"),
                key=lambda d: (RANKS[d.kind], d.original or date.max),
                default=None,
            )
        )
        current = tally.extended.get(due.original, due.original) if due and due.original else None
        original = min((_day(d.original) for d in hard), default=due.original if due else None)
        return Standing(tally.progress, None, due, current, original, None, occurrences)

    def _completed(self, tally: _Tally, occurrences: tuple[tuple[date, date], ...]) -> Standing:
        done_on = max([_day(tally.done_on), *tally.met.values()])
        hard = sorted((d for d in self.dues if d.kind == "hard" and d.original), key=lambda d: _day(d.original))
        if not hard:
            due = min(self.dues, key=lambda d: (RANKS[d.kind], d.original or date.max), default=None)
            original = due.original if due else None
            return Standing(tally.progress, done_on, due, original, original, None, occurrences)
        missed = [d for d in hard if tally.met.get(_day(d.original), _day(tally.done_on)) > _day(d.original)]
        due = missed[0] if missed else hard[-1]
        current = tally.extended.get(_day(due.original), due.original)
        return Standing(tally.progress, done_on, due, current, due.original, not missed, occurrences)

    def state(self, members: Iterable[int]) -> State:
        parts = {unit: self.standing(self.own.get(unit, self.whole)) for unit in members}
        whole = self._sum_up(list(parts.values()) or [self.standing(self.whole)])
        return State(
            self.text, self.product, self.leads, self.supports, whole, parts, tuple(self.dues),
            dict(self.whole.extended), dict(self.whole.met), self.officer, self.leader, self.result, self.astray,
        )  # fmt: skip

    def _sum_up(self, parts: Sequence[Standing]) -> Standing:
        """Return how far the task has come: done when every lead is, cancelled leads left out."""
        progress = Progress.DISMISSED if self.dismissed else _progress(parts)
        live = [p for p in parts if p.progress is not Progress.CANCELLED] or list(parts)
        if progress is Progress.DONE:
            # The worst one speaks for the task: a lead that was late, of those the one that took longest.
            last = max(live, key=lambda p: (p.on_time is False, _day(p.done_on)))
            judged = [p.on_time for p in live if p.on_time is not None]
            done_on = max(_day(p.done_on) for p in live)
            whole = replace(last, done_on=done_on, on_time=all(judged) if judged else None)
        else:
            rest = (
                [p for p in live if p.progress in OPEN] or [p for p in live if p.progress is not Progress.DONE] or live
            )
            whole = min(
                rest, key=lambda p: (p.due is None, RANKS[p.due.kind if p.due else None], p.current or date.max)
            )
            originals = [p.original for p in rest if p.original and p.due and p.due.kind == "hard"]
            whole = replace(whole, done_on=None, on_time=None, original=min(originals, default=whole.original))
        done = [dict(p.occurrences) for p in live]
        by_all = set.intersection(*map(set, done))
        occurrences = tuple((due, max(d[due] for d in done)) for due in sorted(by_all))
        return replace(whole, progress=progress, occurrences=occurrences)


def due_kind(due: date | str | None, kind: str, rrule: str | None, *, soft: bool) -> str | None:
    """Return how a deadline limits a task: hard, recurring, soft; None where it gives no date."""
    if kind == "recurring":
        return "recurring" if rrule else None
    if due is None:
        return None
    return "soft" if soft else "hard"


RANKS = {"hard": 0, "recurring": 1, "soft": 2, None: 3}
"""Which kind of deadline decides, the first before the others."""


_UNFINISHED = {*OPEN, Progress.PAUSED}


def _progress(parts: Sequence[Standing]) -> Progress:
    live = [p.progress for p in parts if p.progress is not Progress.CANCELLED]
    if not live:
        return Progress.CANCELLED
    if not any(p in OPEN for p in live):
        return Progress.PAUSED if Progress.PAUSED in live else Progress.DONE
    return Progress.DOING if Progress.DOING in live or Progress.DONE in live else Progress.TODO


def _day(day: date | None) -> date:
    """Return a date that must be there: hard deadlines have one, and so has what is done."""
    if day is None:
        raise ValueError("a day is missing")
    return day


_STEPS: dict[Verb, Callable[[_Fold, Event], None]] = {
    Verb.START: _Fold.start,
    Verb.DONE: _Fold.done,
    Verb.PAUSE: _Fold.pause,
    Verb.CANCEL: _Fold.cancel,
    Verb.REOPEN: _Fold.reopen,
    Verb.EXTEND: _Fold.extend,
    Verb.ASSIGN: _Fold.assign,
    Verb.EDIT: _Fold.edit,
    Verb.DISMISS: _Fold.dismiss,
    Verb.ADD: _Fold.add,
}


def fold(
    reading: Reading, events: Iterable[Event], members: Callable[[tuple[int, ...]], Iterable[int]] = tuple
) -> State:
    """Return the task as it stands after the events, oldest first.

    `members` gives the units that carry the task for its leads: a collective with a roster is its members.
    """
    work = _Fold(reading)
    for event in events:
        work.apply(event)
    return work.state(members(work.leads))
