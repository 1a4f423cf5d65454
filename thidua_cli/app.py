"""The commands: names, options, help in Vietnamese, exit codes. Imports nothing heavy."""

import inspect
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from thidua_cli import __version__
from thidua_cli.commands.schema import SCHEMAS
from thidua_cli.drafting.questions import QUESTIONS, option_of
from thidua_cli.findings import reporters
from thidua_cli.options import YEAR, Force, On, PaperFormat, Paths, ReportFormat, SchemaName, day_of
from thidua_cli.page import writers
from thidua_cli.records import decide, register
from thidua_cli.usage import Command, Group, refuse_undecoded, usage_error
from thidua_cli.vietnamese.text import listing
from thidua_cli.word_templates import template

app = typer.Typer(name="thidua", cls=Group, add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)

_INTERRUPTED = 130
_OR = "hoặc"


def _paper_names() -> str:
    from thidua_cli.papers.registry import PAPERS

    named = [f"{name} ({paper.title})" for name, paper in PAPERS.items()]
    return ", ".join([*named, "all (mọi giấy tờ đủ dữ liệu; không ghi --doc thì trừ mẫu để đơn vị, cá nhân điền)"])


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"thidua {__version__}")
        raise typer.Exit


@app.callback()
def program(
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="In số phiên bản rồi thoát.")
    ] = False,
) -> None:
    """Lập, kiểm tra và in kế hoạch thi đua, khen thưởng từ các tệp YAML."""


def _with_answers(function: Callable[..., int]) -> Callable[..., int]:
    """Give a command one option for each question of a new plan, in place of its ``**given``."""
    signature = inspect.signature(function)
    own = [one for one in signature.parameters.values() if one.kind is not one.VAR_KEYWORD]
    answers = []
    for name, question in QUESTIONS.items():
        option = typer.Option(metavar=question.metavar, help=question.help or f"{question.text}.")
        kind = Annotated[str | None, option]
        answers.append(inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind))
    function.__dict__["__signature__"] = signature.replace(parameters=[own[0], *answers, *own[1:]])
    return function


@app.command("new-plan", cls=Command)
@_with_answers
def new_plan(
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục của phong trào mới.")],
    *,
    follow: Annotated[
        Path | None, typer.Option(metavar="TỆP", help="Kế hoạch (YAML) của cấp trên để hưởng ứng, triển khai.")
    ] = None,
    old: Annotated[
        Path | None,
        typer.Option("--from", metavar="TỆP", help="Kế hoạch cũ (.docx, .txt hoặc plan.yaml) để soạn lại."),
    ] = None,
    year: Annotated[
        int | None, typer.Option(metavar="NĂM", help="Với --from: chuyển các mốc sang năm này.", **YEAR)
    ] = None,
    force: Force = False,
    **given: str | None,
) -> int:
    """Soạn dự thảo kế hoạch, hỏi những điều chưa biết."""
    from thidua_cli.commands import from_old
    from thidua_cli.commands.new_plan import run

    if not old:
        return run(folder, given, follow, force=force)
    refused = [option_of(name) for name, value in {**given, "follow": follow}.items() if value]
    return from_old.run(folder, old, year, refused, force=force)


@app.command(cls=Command)
def check(
    paths: Paths,
    on: On = None,
    report: Annotated[ReportFormat, typer.Option("--format", help="Kiểu báo cáo.")] = reporters.DEFAULT,
    unit: Annotated[str | None, typer.Option("--unit", metavar="TÊN", help="Chỉ xem một đơn vị.")] = None,
    register: Annotated[
        Path | None, typer.Option("--register", metavar="TỆP", help="Sổ khen thưởng, thay cho sổ của phong trào.")
    ] = None,
    explain_quotas: Annotated[
        bool, typer.Option("--explain-quotas", help="In cách tính từng chỉ tiêu, thay cho bảng.")
    ] = False,
    show_lists: Annotated[
        bool, typer.Option("--show-lists", help="In cách đọc từng danh sách: hàng tiêu đề, nghĩa của cột, dòng bỏ qua.")
    ] = False,
    strict: Annotated[bool, typer.Option("--strict", help="Coi cảnh báo và chỉ tiêu chưa kết luận như lỗi.")] = False,
) -> int:
    """Kiểm tra kế hoạch và danh sách đề nghị."""
    from thidua_cli.commands.check import Shown, run

    shown = Shown(report, unit, explain_quotas=explain_quotas, lists=show_lists)
    return run(paths, day_of(on), register, shown, strict=strict)


@app.command(cls=Command)
def render(
    paths: Paths,
    doc: Annotated[
        list[str] | None, typer.Option(metavar="TÊN", help=f"Loại giấy tờ, dùng được nhiều lần: {_paper_names()}.")
    ] = None,
    award: Annotated[str | None, typer.Option(metavar="TÊN", help="Chỉ hình thức khen thưởng này.")] = None,
    unit: Annotated[str | None, typer.Option(metavar="TÊN", help="Chỉ đơn vị này.")] = None,
    occasion: Annotated[str | None, typer.Option(metavar="KỲ", help="Chỉ kỳ sơ kết, tổng kết này.")] = None,
    year: Annotated[int | None, typer.Option(metavar="NĂM", help="Chỉ đề nghị của năm này.", **YEAR)] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="TÊN", help="Chỉ người, tập thể này (dùng được nhiều lần).")
    ] = None,
    to: Annotated[PaperFormat, typer.Option(help="Kiểu tệp.")] = writers.DEFAULT,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="THƯ_MỤC", help="Thư mục ghi tệp; mặc định là out/ của phong trào."),
    ] = None,
    templates: Annotated[
        Path | None, typer.Option(metavar="THƯ_MỤC", help="Thư mục mẫu riêng, dùng trước mẫu có sẵn.")
    ] = None,
    word_template: Annotated[
        Path | None,
        typer.Option("--template", metavar="TỆP", help="Mẫu Word (.docx) của cơ quan, cho một loại giấy tờ."),
    ] = None,
    draft: Annotated[bool, typer.Option("--draft", help="In bản nháp, kể cả khi còn chỗ chưa rõ.")] = False,
    each: Annotated[bool, typer.Option("--each", help="Giấy khen, bằng khen: mỗi tờ một tệp.")] = False,
    on: On = None,
    force: Force = False,
) -> int:
    """Dựng văn bản Word, Excel, HTML, PDF của phong trào."""
    from thidua_cli.commands.render import run
    from thidua_cli.papers.contract import Asked

    asked = Asked(
        day_of(on), award, unit, occasion, year, tuple(only or ()), draft, templates, word_template, each=each
    )
    return run(paths, doc or [], to, out, asked, force=force)


@app.command(cls=Command)
def compare(
    campaign: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục phong trào.")],
    files: Annotated[list[Path], typer.Argument(metavar="TỆP...", help="Các tệp Word (.docx) đã sửa.")],
    on: On = None,
    report: Annotated[ReportFormat, typer.Option("--format", help="Kiểu báo cáo.")] = reporters.DEFAULT,
) -> int:
    """So các tệp Word đã sửa tay với số liệu của phong trào và với nhau."""
    from thidua_cli.commands.compare import run

    return run(campaign, files, day_of(on), report)


@app.command(cls=Command)
def explain(
    name: Annotated[
        str | None,
        typer.Argument(metavar="MÃ", help="Mã lỗi, mã hoặc tên hình thức khen thưởng; bỏ trống để xem tất cả."),
    ] = None,
    on: On = None,
) -> int:
    """Giải thích một mã lỗi hoặc hình thức khen thưởng."""
    from thidua_cli.commands.explain import run

    return run(name, day_of(on))


@app.command(cls=Command)
def law(on: On = None) -> int:
    """In các quy định có hiệu lực trong một ngày."""
    from thidua_cli.commands.law import run

    return run(day_of(on))


@app.command(cls=Command)
def schema(
    name: Annotated[
        SchemaName, typer.Argument(metavar="MẪU", help=f"Loại tệp: {listing(SCHEMAS, last=_OR)}.")
    ] = SCHEMAS[0],
) -> int:
    """In JSON Schema cho trình soạn thảo."""
    from thidua_cli.commands.schema import run

    return run(name)


app.command(cls=Command)(decide)
app.add_typer(register)
app.add_typer(template)


def run() -> int:
    """Run the command line of this process and return its exit code."""
    refuse_undecoded(sys.argv[1:])
    try:
        code = int(app(sys.argv[1:] or ["--help"], standalone_mode=False) or 0)
    except typer.Abort:
        code = _INTERRUPTED
    except typer.TyperException as error:
        raise usage_error(error) from error
    if code == _INTERRUPTED:  # typer turns Ctrl-C into this code
        raise KeyboardInterrupt
    return code
