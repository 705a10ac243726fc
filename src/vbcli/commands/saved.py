"""`vb tasks @NAME`: the flags of a saved query stand in for those that are not given."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import fields
from typing import Any

from vbcli.commands.help_page import VbCommand
from vbcli.commands.listing import outlet
from vbcli.commands.options import archive_of, today_of
from vbcli.commands.task_words import TaskWords, no_words_alone, understood
from vbcli.errors import UsageError
from vbcli.language import _


class TasksCommand(VbCommand):
    """`vb tasks`, which takes the flags of a saved query where it is told its name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Parse the arguments; what a saved query says counts where they are silent."""
        if not ctx.resilient_parsing and any(word.startswith("@") for word in args):
            given = self._raw(ctx, args)
            name = given.get("query") or ""
            if name.startswith("@"):
                words = _words_of(name[1:], given.get("db") or ctx.lookup_default("db"))
                ctx.default_map = {**(ctx.default_map or {}), **self._raw(ctx, words)}
        rest: list[str] = super().parse_args(ctx, args)
        return rest

    def checked(self, words: Sequence[str], parent: Any) -> None:
        """Raise what these words would raise as a command line, as far as no archive is needed to tell."""
        raw = self._raw(self.make_context(self.name, [], parent=parent), words)
        no_words_alone(raw.get("query"))
        if raw.get("query"):
            raise UsageError(_("tra cứu đã lưu không gọi tra cứu khác"), _("viết đủ các cờ, không dùng @TÊN"))
        for flag in ("db", "today"):
            if flag in raw:
                raise UsageError(
                    _("tra cứu đã lưu không nhận --{flag}").format(flag=flag),
                    _("nêu --{flag} khi gọi: vb tasks @TÊN --{flag} …").format(flag=flag),
                )
        said = self.make_context(self.name, list(words), parent=parent).params
        named = {field.name: said[field.name] for field in fields(TaskWords)}
        understood(TaskWords(**named), today_of(None))
        if said["columns"]:
            from vbcli.render.listings import task_listing

            to = outlet(None, None, columns=said["columns"])
            task_listing((), today_of(None), "").chosen(to.columns)

    def _raw(self, ctx: Any, args: Sequence[str]) -> Mapping[str, Any]:
        """Return the values as they stand on the command line, by parameter; only of what stands there."""
        values, _rest, _order = self.make_parser(ctx).parse_args(args=list(args))
        return {name: value for name, value in values.items() if value is not None and _is_given(value)}


def _is_given(value: Any) -> bool:
    # Typer marks what is missing by an object of its own.
    return isinstance(value, str | bool | list | tuple | int) and value not in ([], ())


def _words_of(name: str, db: str | None) -> Sequence[str]:
    from vbcli.query.archive import saved_queries, saved_query
    from vbcli.store.database import open_for_reading

    with closing(open_for_reading(archive_of(db))) as conn:
        found = saved_query(conn, name)
        if found is None:
            raise unknown(name, [query.name for query in saved_queries(conn)])
    return found.words


def unknown(name: str, names: Sequence[str]) -> UsageError:
    """Return the error of a name under which nothing is saved."""
    known = ", ".join(f"@{known}" for known in names)
    advice = _("đã lưu: {names}").format(names=known) if known else _("vb save TÊN -- tasks … (để lưu)")
    return UsageError(_("kho chưa lưu tra cứu “{name}”").format(name=name), advice)
