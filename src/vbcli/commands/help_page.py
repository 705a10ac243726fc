"""Help in the language of the interface: Typer's own headings are English and cannot be told otherwise."""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from typer.core import TyperCommand, TyperGroup, TyperOption

from vbcli.commands.output import speak
from vbcli.errors import UsageError
from vbcli.language import N_, _


def _say_less(context: Any, parameter: Any, value: bool | None) -> None:
    del context, parameter
    if value:
        speak(quiet=True)


def _say_more(context: Any, parameter: Any, value: bool | None) -> None:
    del context, parameter
    if value:
        speak(verbose=True)


def _manners() -> list[TyperOption]:
    """Return the flags that every command takes."""
    return [
        TyperOption(
            param_decls=["-q", "--quiet"],
            is_flag=True,
            expose_value=False,
            callback=_say_less,
            help=N_("chỉ in kết quả và lỗi"),
        ),
        TyperOption(
            param_decls=["-v", "--verbose"],
            is_flag=True,
            expose_value=False,
            callback=_say_more,
            help=N_("kèm vết lỗi của chương trình"),
        ),
    ]


class VbCommand(TyperCommand):
    """A command whose help is Vietnamese throughout."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.params += _manners()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, description, arguments and options."""
        params = self.get_params(ctx)
        names = " ".join(_usage_of(p) for p in params if p.param_type_name == "argument")
        usage = _("Cách dùng: {command} [TÙY CHỌN] {arguments}").format(command=ctx.command_path, arguments=names)
        formatter.write(f"{usage.rstrip()}\n\n")
        _write_description(self.help, formatter)
        _write_section(_("Tham số"), [_row(p) for p in params if p.param_type_name == "argument"], formatter)
        _write_section(_("Tùy chọn"), [_row(p) for p in params if p.param_type_name == "option"], formatter)


class VbGroup(TyperGroup):
    """`vb` itself."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.params += _manners()

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, description, the commands and the options."""
        usage = _("Cách dùng: {command} [TÙY CHỌN] LỆNH …").format(command=ctx.command_path)
        formatter.write(f"{usage}\n\n")
        _write_description(self.help, formatter)
        sections: dict[str, list[tuple[str, str]]] = {}
        for name, command in self.commands.items():
            title = getattr(command, "rich_help_panel", None)
            row = (name, _(command.help or "").split("\n")[0])
            sections.setdefault(_(title) if isinstance(title, str) else _("Lệnh"), []).append(row)
        for title, rows in sections.items():
            _write_section(title, rows, formatter)
        _write_section(_("Tùy chọn"), [_row(p) for p in self.get_params(ctx)], formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that is named; near names are proposed."""
        if args and args[0] not in self.commands and not args[0].startswith("-"):
            near = get_close_matches(args[0], self.commands, n=1)
            path = ctx.command_path
            message = _("không có lệnh “{name}”").format(name=args[0])
            raise UsageError(message, f"{path} {near[0]}" if near else f"{path} --help")
        return super().resolve_command(ctx, args)


def _write_description(text: str | None, formatter: Any) -> None:
    formatter.write(f"{_(text)}\n" if text else "")


def _write_section(title: str, rows: Iterable[tuple[str, str]], formatter: Any) -> None:
    kept = list(rows)
    if kept:
        formatter.write(f"\n{title}:\n")
        formatter.indent()
        formatter.write_dl(kept)
        formatter.dedent()


def _usage_of(param: Any) -> str:
    # A metavar may bear these marks already.
    name = _(param.human_readable_name).strip("[]…")
    name += "…" if param.nargs != 1 else ""
    return name if param.required else f"[{name}]"


def _row(param: Any) -> tuple[str, str]:
    if param.param_type_name == "argument":
        return _(param.human_readable_name), _(param.help or "")
    # Click names its own help option in English.
    words = _("hiện trợ giúp này") if param.name == "help" else _(param.help or "")
    flags = ", ".join(sorted(param.opts, key=len))
    return (flags if param.is_flag else f"{flags} {_(param.metavar)}"), words
