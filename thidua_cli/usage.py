"""Help and usage errors of the command line in Vietnamese; the library speaks English only."""

import re
from collections.abc import Iterable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from thidua_cli.errors import ThiduaError

_LOST = re.compile("[\ud800-\udfff]")
_HELP_WORDS = (
    (re.compile(r"\s*\[\d+<=x<=\d+\]"), ""),
    (re.compile(r"^Usage: "), "Cách dùng: "),
    (re.compile(r"\[OPTIONS\]"), "[TÙY CHỌN]"),
    (re.compile(r"COMMAND \[ARGS\]\.\.\."), "LỆNH …"),
    (re.compile(r"\{([^{} ]+)\}(\.\.\.)?"), r"\1"),
    (re.compile(r" <(list\[Path\]|Path|path|str|text|datetime)>"), ""),
    (re.compile(r"^Arguments:$", re.MULTILINE), "Tham số:"),
    (re.compile(r"^Options:$", re.MULTILINE), "Tùy chọn:"),
    (re.compile(r"^Commands:$", re.MULTILINE), "Lệnh:"),
    (re.compile(r"Show this message and exit\."), "In trợ giúp này rồi thoát."),
    (re.compile(r"\s*\[required\]"), "  [bắt buộc]"),
    (re.compile(r"\[default:(\s+)"), r"[mặc định:\1"),
)


def _vietnamese(text: str) -> str:
    for english, ours in _HELP_WORDS:
        text = english.sub(ours, text)
    return text


class Command(TyperCommand):
    """A command whose help is in Vietnamese."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return _vietnamese(super().get_help(ctx))


class Group(TyperGroup):
    """The program itself, with help in Vietnamese, commands in the order they are written."""

    def get_help(self, ctx: Any) -> str:
        """Return the help text."""
        return _vietnamese(super().get_help(ctx))


def usage_error(error: typer.TyperException) -> ThiduaError:
    """Return what the user typed wrong, in Vietnamese."""
    context = getattr(error, "ctx", None)
    program = context.command_path if context else "thidua"
    return ThiduaError(_said(error, context), f"xem cách dùng bằng lệnh: {program} --help")


def refuse_undecoded(arguments: Iterable[str]) -> None:
    """Raise `ThiduaError` for an argument of which some letters got lost before it came to us: no file can hold it."""
    for argument in arguments:
        if not argument.isascii() and _LOST.search(argument):
            message = f"cửa sổ lệnh gửi chữ không phải mã UTF-8: “{_LOST.sub('?', argument)[:60]}”"
            raise ThiduaError(message, "đổi tên tệp hoặc gõ lại bằng chữ Unicode; trên Linux đặt LC_ALL=C.UTF-8")


def _said(error: typer.TyperException, context: Any) -> str:
    from thidua_cli.vietnamese.text import nearest  # help needs none of its tables

    kind, message = type(error).__name__, error.format_message()
    if kind == "NoSuchOption":
        option = getattr(error, "option_name", "")
        near = nearest(option, getattr(error, "possibilities", None) or ())
        return f"không có tùy chọn {option}" + (f", có phải {near}?" if near else "")
    if kind == "MissingParameter":
        return f"thiếu {_parameter(error)}"
    if kind == "BadParameter":
        return f"giá trị của {_parameter(error)} không dùng được: {_reason(error)}"
    if found := re.search(r"No such command '([^']+)'", message):
        near = nearest(found[1], context.command.commands if context else ())
        return f"không có lệnh “{found[1]}”" + (f", có phải “{near}”?" if near else "")
    if message.startswith("Missing command"):
        return "chưa nói lệnh nào"
    if found := re.search(r"unexpected extra argument(?:s|\(s\))? \((.+)\)", message):
        return f"thừa “{found[1]}”"
    if "requires an argument" in message:
        return f"tùy chọn {getattr(error, 'option_name', '')} thiếu giá trị"
    return "dòng lệnh không dùng được"


def _parameter(error: Any) -> str:
    parameter = error.param
    if parameter is None:
        return "tham số"
    names = [name for name in parameter.opts if name.startswith("-")]
    return f"tùy chọn {names[-1]}" if names else f"tham số {parameter.metavar or parameter.name}"


def _reason(error: Any) -> str:
    choices = re.findall(r"'([^']+)'", error.message)
    if "is not one of" in error.message and len(choices) > 1:
        return f"“{choices[0]}” không phải một trong: {', '.join(choices[1:])}"
    if "does not match the format" in error.message:
        return f"“{choices[0]}” không phải ngày; viết như 2026-01-31 hoặc 31/01/2026"
    if "valid integer" in error.message:
        return "phải là một số nguyên, như 2026"
    if found := re.search(r"'(.+)' is not readable", error.message, re.DOTALL):
        return f"không có quyền đọc “{found[1]}”"
    if found := re.search(r"(greater|less) than or equal to (\d+)", error.message):
        return f"phải từ {found[2]} trở lên" if found[1] == "greater" else f"không được quá {found[2]}"
    return "xem lại cách viết"
