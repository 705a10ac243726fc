"""Help in Vietnamese: Typer's own headings are English and cannot be told otherwise."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from typer.core import TyperCommand, TyperGroup

from vbcli.errors import UsageError


class VbCommand(TyperCommand):
    """A command whose help is Vietnamese throughout."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, description, arguments and options."""
        params = self.get_params(ctx)
        names = " ".join(_usage_of(p) for p in params if p.param_type_name == "argument")
        formatter.write(f"Cách dùng: {ctx.command_path} [TÙY CHỌN] {names}".rstrip() + "\n\n")
        _write_description(self.help, formatter)
        _write_section("Tham số", [_row(p) for p in params if p.param_type_name == "argument"], formatter)
        _write_section("Tùy chọn", [_row(p) for p in params if p.param_type_name == "option"], formatter)


class VbGroup(TyperGroup):
    """`vb` itself."""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, description, the commands and the options."""
        formatter.write(f"Cách dùng: {ctx.command_path} [TÙY CHỌN] LỆNH …\n\n")
        _write_description(self.help, formatter)
        sections: dict[str, list[tuple[str, str]]] = {}
        for name, command in self.commands.items():
            title = getattr(command, "rich_help_panel", None)
            row = (name, (command.help or "").split("\n")[0])
            sections.setdefault(title if isinstance(title, str) else "Lệnh", []).append(row)
        for title, rows in sections.items():
            _write_section(title, rows, formatter)
        _write_section("Tùy chọn", [_row(p) for p in self.get_params(ctx)], formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is named; near names are proposed."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.commands, n=1)
            path = ctx.command_path
            raise UsageError(f"không có lệnh “{args[0]}”", f"{path} {near[0]}" if near else f"{path} --help")
        return super().resolve_command(ctx, args)


def _write_description(text: str | None, formatter: Any) -> None:
    formatter.write(f"{text}\n" if text else "")


def _write_section(title: str, rows: Iterable[tuple[str, str]], formatter: Any) -> None:
    kept = list(rows)
    if kept:
        formatter.write(f"\n{title}:\n")
        formatter.indent()
        formatter.write_dl(kept)
        formatter.dedent()


def _usage_of(param: Any) -> str:
    name = f"{param.human_readable_name}{'…' if param.nargs != 1 else ''}"
    return name if param.required else f"[{name}]"


def _row(param: Any) -> tuple[str, str]:
    if param.param_type_name == "argument":
        return param.human_readable_name, param.help or ""
    # Click names its own help option in English.
    words = "hiện trợ giúp này" if param.name == "help" else param.help or ""
    flags = ", ".join(sorted(param.opts, key=len))
    return (flags if param.is_flag else f"{flags} {param.metavar}"), words
