"""What entered events add up to: each verb by example, and random scripts against a reckoner that knows no code of ours."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import EXAMPLES
from vbcli.followup.fold import Due, Reading, State, due_kind, fold
from vbcli.model.followup import Event, Progress, Subject, Verb

MARCH, APRIL, MAY = date(2024, 3, 31), date(2024, 4, 25), date(2024, 5, 20)
DISTRICT, POLICE, SCHOOL = 1, 2, 3


def reading(*days: date, leads: tuple[int, ...] = (DISTRICT,), others: tuple[Due, ...] = ()) -> Reading:
    return Reading("Báo cáo", None, (*(Due(day, "hard") for day in days), *others), leads, ())


def event(verb: Verb, on: date | None = None, unit: int | None = None, **data: object) -> Event:
    return Event(verb, Subject.TASK, 7, unit, on, data)


def done(on: date, unit: int | None = None, **data: object) -> Event:
    return event(Verb.DONE, on, unit, **data)


def whole(state: State) -> tuple[str, date | None, date | None, bool | None]:
    return state.whole.progress.value, state.whole.current, state.whole.done_on, state.whole.on_time


def parts(state: State) -> dict[int, str]:
    return {unit: part.progress.value for unit, part in state.parts.items()}


# --- one lead, one deadline -------------------------------------------------------------------------------------------


def test_without_events_a_task_stands_as_it_was_read():
    assert whole(fold(reading(MAY, APRIL), [])) == ("todo", APRIL, None, None)
    assert fold(reading(MAY, APRIL), []).whole.original == APRIL


@pytest.mark.parametrize(
    ("events", "progress"),
    [
        ([event(Verb.START)], "doing"),
        ([event(Verb.START), event(Verb.PAUSE)], "paused"),
        ([event(Verb.START), event(Verb.PAUSE), event(Verb.REOPEN)], "doing"),  # back to where it was
        ([event(Verb.PAUSE), event(Verb.REOPEN)], "todo"),
        ([event(Verb.PAUSE), event(Verb.START)], "doing"),
        ([event(Verb.CANCEL)], "cancelled"),
        ([event(Verb.CANCEL), event(Verb.START)], "cancelled"),  # first it is opened again
        ([event(Verb.CANCEL), event(Verb.REOPEN)], "todo"),
        ([event(Verb.DISMISS)], "dismissed"),
        ([event(Verb.START), event(Verb.DISMISS), event(Verb.REOPEN)], "doing"),
        ([event(Verb.NOTE, text="đã gọi")], "todo"),
        ([done(APRIL)], "done"),
        ([done(APRIL), event(Verb.PAUSE)], "done"),
        ([event(Verb.PAUSE), done(APRIL), event(Verb.REOPEN)], "todo"),
        ([event(Verb.START), done(APRIL), event(Verb.REOPEN)], "doing"),
    ],
)
def test_progress_follows_the_verbs(events, progress):
    assert fold(reading(APRIL), events).whole.progress == progress


def test_the_day_of_the_deadline_is_still_in_time():
    assert fold(reading(APRIL), [done(APRIL)]).whole.on_time is True
    assert fold(reading(APRIL), [done(APRIL + timedelta(1))]).whole.on_time is False
    assert fold(reading(), [done(APRIL)]).whole.on_time is None


def test_an_extension_moves_the_current_deadline_and_never_the_original_one():
    state = fold(reading(APRIL), [event(Verb.EXTEND, to="2024-05-20")])
    assert (state.whole.current, state.whole.original) == (MAY, APRIL)
    again = fold(reading(APRIL), [event(Verb.EXTEND, to="2024-05-20"), event(Verb.EXTEND, to="2024-06-30")])
    assert (again.whole.current, again.whole.original) == (date(2024, 6, 30), APRIL)
    assert fold(reading(APRIL), [event(Verb.EXTEND, to="2024-05-20"), done(MAY)]).whole.on_time is False


def test_what_is_done_is_not_done_again():
    assert whole(fold(reading(APRIL), [done(APRIL), done(MAY)])) == ("done", APRIL, APRIL, True)


def test_a_corrected_deadline_keeps_what_was_granted_on_it():
    state = fold(reading(APRIL), [event(Verb.EXTEND, to="2024-06-30"), event(Verb.EDIT, due="2024-05-20")])
    assert (state.whole.current, state.whole.original) == (date(2024, 6, 30), MAY)
    assert fold(reading(APRIL), [event(Verb.EDIT, due=None)]).whole.due is None
    assert whole(fold(reading(), [event(Verb.EDIT, due="2024-05-20"), done(APRIL)])) == ("done", MAY, APRIL, True)


def test_a_person_says_what_a_task_is_and_who_looks_after_it():
    state = fold(
        reading(APRIL),
        [
            event(Verb.EDIT, text="Rà soát", product="Báo cáo"),
            event(Verb.ASSIGN, leads=[POLICE], supports=[SCHOOL], officer="Lê C"),
            event(Verb.ASSIGN, leader="Trần B"),
        ],
    )
    assert (state.text, state.product, state.officer, state.leader) == ("Rà soát", "Báo cáo", "Lê C", "Trần B")
    assert (state.leads, state.supports) == ((POLICE,), (SCHOOL,))


# --- several deadlines ------------------------------------------------------------------------------------------------


def test_the_earliest_deadline_not_met_decides():
    state = fold(reading(MARCH, APRIL), [done(MARCH, which="2024-03-31")])
    assert (*whole(state), state.whole.original) == ("doing", APRIL, None, None, APRIL)
    state = fold(reading(MARCH, APRIL), [event(Verb.EXTEND, which="2024-03-31", to="2024-05-20")])
    assert (state.whole.current, state.whole.original) == (APRIL, MARCH)


def test_each_deadline_is_judged_by_the_day_on_which_it_was_met():
    script = [done(date(2024, 4, 2), which="2024-03-31"), done(APRIL, which="2024-04-25")]
    assert whole(fold(reading(MARCH, APRIL), script)) == ("done", MARCH, APRIL, False)  # the first one was missed
    # Entered in the other order, each on its own day.
    script = [done(APRIL, which="2024-04-25"), done(MARCH, which="2024-03-31")]
    assert whole(fold(reading(MARCH, APRIL), script)) == ("done", APRIL, APRIL, True)
    assert whole(fold(reading(MARCH, APRIL), [done(APRIL)]))[3] is False


def test_opening_one_deadline_again_leaves_the_others_met():
    state = fold(reading(MARCH, APRIL), [done(MARCH), event(Verb.REOPEN, which="2024-04-25")])
    assert whole(state)[:2] == ("todo", APRIL)
    state = fold(reading(MARCH, APRIL), [done(MARCH, which="2024-03-31"), event(Verb.REOPEN, which="2024-03-31")])
    assert state.whole.current == MARCH


def test_a_task_opened_again_has_a_deadline():
    script = [done(MARCH, which="2024-03-31"), done(APRIL, which="2024-04-25"), event(Verb.REOPEN, **{"from": "done"})]
    assert whole(fold(reading(MARCH, APRIL), script))[:2] == ("doing", APRIL)


def test_an_event_that_names_a_deadline_no_longer_read_holds_for_the_next_one_and_says_so():
    state = fold(reading(APRIL), [event(Verb.EXTEND, which="2024-04-22", to="2024-05-20")])
    assert (state.whole.current, state.astray) == (MAY, True)
    # … but a correction that the rules make themselves by now spoils nothing.
    state = fold(reading(MARCH, APRIL), [event(Verb.EDIT, which="2024-04-22", due="2024-04-25")])
    assert (state.whole.current, [d.original for d in state.dues]) == (MARCH, [MARCH, APRIL])


# --- several leads ----------------------------------------------------------------------------------------------------

THREE = reading(APRIL, leads=(DISTRICT, POLICE, SCHOOL))


def test_a_task_is_done_when_all_its_leads_are():
    state = fold(THREE, [done(MARCH, DISTRICT), done(APRIL, POLICE)])
    assert (state.whole.progress, parts(state)) == (Progress.DOING, {1: "done", 2: "done", 3: "todo"})
    state = fold(THREE, [done(MARCH, DISTRICT), done(APRIL, POLICE), done(MAY, SCHOOL)])
    assert whole(state) == ("done", APRIL, MAY, False)
    assert [p.on_time for p in state.parts.values()] == [True, True, False]


def test_what_is_said_of_the_whole_keeps_the_day_of_who_was_done_before():
    state = fold(THREE, [done(MARCH, DISTRICT), done(MAY)])
    assert [p.done_on for p in state.parts.values()] == [MARCH, MAY, MAY]
    for verb in (Verb.PAUSE, Verb.START):
        assert parts(fold(THREE, [done(MARCH, DISTRICT), event(verb)]))[DISTRICT] == "done"


def test_a_lead_that_is_let_off_is_left_out():
    state = fold(THREE, [event(Verb.CANCEL, unit=SCHOOL), done(MARCH)])
    assert (state.whole.progress, parts(state)) == (Progress.DONE, {1: "done", 2: "done", 3: "cancelled"})


def test_opening_a_task_again_opens_what_it_was_and_no_more():
    paused = [done(MARCH, DISTRICT), event(Verb.PAUSE), event(Verb.REOPEN, **{"from": "paused"})]
    assert parts(fold(THREE, paused)) == {1: "done", 2: "todo", 3: "todo"}
    cancelled = [done(MARCH, DISTRICT), event(Verb.CANCEL), event(Verb.REOPEN, **{"from": "cancelled"})]
    state = fold(THREE, cancelled)
    assert (parts(state), state.parts[DISTRICT].done_on) == ({1: "done", 2: "todo", 3: "todo"}, MARCH)
    assert parts(fold(THREE, cancelled[:2])) == {1: "cancelled", 2: "cancelled", 3: "cancelled"}


def test_an_extension_for_one_lead_is_its_own():
    state = fold(THREE, [event(Verb.EXTEND, unit=POLICE, to="2024-05-20")])
    assert {unit: p.current for unit, p in state.parts.items()} == {1: APRIL, 2: MAY, 3: APRIL}
    assert state.whole.current == APRIL


def test_a_lead_that_comes_later_stands_where_the_task_stands():
    script = [event(Verb.START), done(MARCH, DISTRICT), event(Verb.ASSIGN, leads=[DISTRICT, 9])]
    assert parts(fold(reading(APRIL), script)) == {1: "done", 9: "doing"}


def test_members_of_a_roster_carry_the_task_for_their_collective():
    state = fold(reading(APRIL, leads=(50,)), [done(MARCH, 51)], lambda units: [51, 52] if 50 in units else units)
    assert parts(state) == {51: "done", 52: "todo"}


# --- recurring tasks and planning periods -----------------------------------------------------------------------------

MONTHLY = Due(None, "recurring", "ngày 25 hằng tháng", "FREQ=MONTHLY;BYMONTHDAY=25")
YEAR = Due(date(2024, 12, 31), "soft", "năm 2024")


def test_an_occurrence_is_completed_for_itself():
    state = fold(reading(others=(MONTHLY,)), [done(date(2024, 4, 24), occurrence="2024-04-25")])
    assert (state.whole.progress, state.whole.occurrences) == (Progress.DOING, ((APRIL, date(2024, 4, 24)),))
    twice = [done(date(2024, 4, 24), occurrence="2024-04-25"), done(MAY, occurrence="2024-04-25")]
    assert fold(reading(others=(MONTHLY,)), twice).whole.occurrences == ((APRIL, date(2024, 4, 24)),)
    again = [*twice, event(Verb.REOPEN, occurrence="2024-04-25")]
    assert fold(reading(others=(MONTHLY,)), again).whole.occurrences == ()
    assert fold(reading(others=(MONTHLY,)), [done(APRIL)]).whole.progress == "done"  # --final


def test_an_occurrence_of_the_task_is_done_when_all_leads_have_done_it():
    two = reading(leads=(DISTRICT, POLICE), others=(MONTHLY,))
    one = done(MARCH, DISTRICT, occurrence="2024-04-25")
    assert fold(two, [one]).whole.occurrences == ()
    both = fold(two, [one, done(APRIL, POLICE, occurrence="2024-04-25")])
    assert both.whole.occurrences == ((APRIL, APRIL),)


def test_a_planning_period_decides_only_where_no_fixed_date_is_open():
    assert fold(reading(APRIL, others=(YEAR,)), []).whole.due.kind == "hard"
    state = fold(reading(others=(YEAR, MONTHLY)), [])
    assert state.whole.due.kind == "recurring"
    assert fold(reading(others=(YEAR,)), [done(date(2025, 1, 5))]).whole.on_time is None


@pytest.mark.parametrize(
    ("given_", "kind"),
    [
        ((APRIL, "before", None, False), "hard"),
        ((APRIL, "within", None, True), "soft"),
        ((None, "recurring", "FREQ=DAILY", False), "recurring"),
        ((None, "recurring", None, False), None),
        ((None, "duration", None, False), None),
    ],
)
def test_kinds_of_deadlines(given_, kind):
    due, word, rrule, soft = given_
    assert due_kind(due, word, rrule, soft=soft) == kind


# --- random scripts against a reckoner --------------------------------------------------------------------------------


@dataclass
class Card:
    """One lead's index card, kept by hand: everybody who may ever lead has one from the first day."""

    at: str = "todo"
    before: str = "todo"
    day: date | None = None
    met: dict[date, date] = field(default_factory=dict)
    granted: dict[date, date] = field(default_factory=dict)

    def leave(self, to: str) -> None:
        if self.at in {"todo", "doing"}:
            self.before = self.at
        self.at = to


class Clerk:
    """Reckons from what README and the notes on follow-up say."""

    def __init__(self, days: list[date], leads: list[int]) -> None:
        self.days, self.leads = list(days), list(leads)
        self.cards = {unit: Card() for unit in (None, 1, 2, 3)}
        self.dropped = False
        self.script: list[Event] = []

    # What stands on the cards.

    def bearers(self) -> list[Card]:
        return [self.cards[unit] for unit in self.leads] or [self.cards[None]]

    def progress(self) -> str:
        if self.dropped:
            return "dismissed"
        states = [c.at for c in self.bearers() if c.at != "cancelled"]
        if not states:
            return "cancelled"
        if all(s == "done" for s in states):
            return "done"
        if all(s in {"done", "paused"} for s in states):
            return "paused"
        return "doing" if "doing" in states or "done" in states else "todo"

    def open_days(self, card: Card) -> list[date]:
        return [d for d in self.days if d not in card.met]

    def next_day(self, card: Card) -> date | None:
        return min((card.granted.get(d, d) for d in self.open_days(card)), default=None)

    def finished(self, card: Card) -> date:
        return max([card.day, *card.met.values()])

    def in_time(self, card: Card) -> bool | None:
        return all(card.met.get(d, card.day) <= d for d in self.days) if self.days else None

    # What happens.

    def happens(self, verb: str, unit: int | None, n: int, on: date) -> None:
        about = [self.cards[unit]] if unit else list(self.cards.values())
        which = self.days[n % len(self.days)] if self.days and n % 4 else None
        data: dict[str, object] = {"which": which.isoformat()} if which and verb in {"done", "extend", "reopen"} else {}
        if verb == "reopen" and unit is None and which is None:
            data["from"] = self.progress()
            about = [c for c in about if c.at == data["from"]]
        if verb == "extend":
            data["to"] = on.isoformat()
        if verb == "edit":
            data["due"] = on.isoformat() if n % 3 else None
        if verb == "assign":
            self.leads = [u for u in (1, 2, 3) if n >> (u - 1) & 1]
            data["leads"] = list(self.leads)
        self.script.append(Event(Verb(verb), Subject.TASK, 1, unit, on, data))
        if verb == "dismiss":
            self.dropped = True
        if verb == "reopen":
            self.dropped = False
        if verb == "edit":
            self.correct(on if n % 3 else None)
        for card in about:
            self.on_card(card, verb, which, on)

    def on_card(self, card: Card, verb: str, which: date | None, on: date) -> None:
        unfinished = card.at in {"todo", "doing", "paused"}
        if verb == "start" and unfinished:
            card.leave("doing")
        elif verb == "pause" and card.at in {"todo", "doing"}:
            card.leave("paused")
        elif verb == "cancel":
            card.leave("cancelled")
        elif verb == "done" and unfinished:
            if which and set(self.open_days(card)) - {which}:
                card.met.setdefault(which, on)
                card.at = "doing" if card.at == "todo" else card.at
            else:
                card.leave("done")
                card.day = on
        elif verb == "extend" and self.days:
            near = sorted(self.open_days(card), key=lambda d: card.granted.get(d, d))
            card.granted[which or (near or self.days[-1:])[0]] = on
        elif verb == "reopen":
            if which and card.day:
                for d in self.open_days(card):
                    card.met[d] = card.day
            if which:
                card.met.pop(which, None)
            if card.at == "cancelled" and card.day:
                card.at = "done"
            elif card.at not in {"todo", "doing"}:
                card.at, card.day = card.before, None

    def correct(self, new: date | None) -> None:
        if new and len(self.days) == 1:
            (old,) = self.days
            for card in self.cards.values():
                for dates in (card.met, card.granted):
                    if old in dates:
                        dates[new] = dates.pop(old)
        self.days = [new] if new else []


DAYS = st.dates(date(2024, 1, 1), date(2024, 6, 30))
STEPS = st.tuples(
    st.sampled_from(["start", "done", "done", "pause", "cancel", "reopen", "extend", "edit", "assign", "dismiss"]),
    st.sampled_from([None, None, 1, 2, 3]),
    st.integers(0, 30),
    DAYS,
)
NOT_OF_ONE_LEAD = {"edit", "assign", "dismiss"}


@given(st.lists(DAYS, max_size=3, unique=True), st.lists(st.sampled_from([1, 2, 3]), max_size=3, unique=True), st.lists(STEPS, min_size=3, max_size=20))  # fmt: skip
@settings(max_examples=EXAMPLES * 10, deadline=None)
def test_random_scripts_add_up_to_what_a_clerk_reckons(days, leads, steps):
    clerk = Clerk(days, leads)
    for verb, unit, n, on in steps:
        clerk.happens(verb, None if verb in NOT_OF_ONE_LEAD else unit, n, on)
    state = fold(reading(*days, leads=tuple(leads)), clerk.script)

    assert state.whole.progress == clerk.progress()
    assert not state.astray
    assert (state.met, state.extended) == (clerk.cards[None].met, clerk.cards[None].granted)
    assert parts(state) == {unit: clerk.cards[unit].at for unit in clerk.leads}
    for card, standing in zip(clerk.bearers(), list(state.parts.values()) or [state.whole], strict=True):
        if card.at == "done" and not clerk.dropped:
            assert (standing.done_on, standing.on_time) == (clerk.finished(card), clerk.in_time(card))
        elif card.at != "done":
            assert standing.current == clerk.next_day(card)
            assert standing.original == min(clerk.open_days(card), default=None)
    live = [c for c in clerk.bearers() if c.at != "cancelled"]
    if clerk.progress() == "done":
        judged = [clerk.in_time(c) for c in live]
        assert state.whole.done_on == max(map(clerk.finished, live))
        assert state.whole.on_time is (all(judged) if clerk.days else None)
    elif clerk.progress() in {"todo", "doing"}:
        open_ = [c for c in live if c.at in {"todo", "doing"}]
        assert state.whole.current == min((d for d in map(clerk.next_day, open_) if d), default=None)
        assert state.whole.original == min((d for c in open_ for d in clerk.open_days(c)), default=None)
