"""``thidua template``: names, options, help. Imports nothing heavy."""

from pathlib import Path
from typing import Annotated

import typer

from thidua_cli.findings import reporters
from thidua_cli.options import On, ReportFormat, day_of
from thidua_cli.usage import Command, Group

template = typer.Typer(name="template", cls=Group, rich_markup_mode=None, help="Mẫu Word của cơ quan: tên, kiểm tra.")

Doc = Annotated[str | None, typer.Option("--doc", metavar="TÊN", help="Loại giấy tờ, như ở lệnh render.")]
Tried = Annotated[Path | None, typer.Argument(metavar="THƯ_MỤC", help="Phong trào để in thử, lấy ví dụ.")]


@template.command("check", cls=Command)
def template_check(
    file: Annotated[Path, typer.Argument(metavar="TỆP", help="Mẫu Word (.docx).")],
    campaign: Tried = None,
    doc: Doc = None,
    on: On = None,
    report: Annotated[ReportFormat, typer.Option("--format", help="Kiểu báo cáo.")] = reporters.DEFAULT,
) -> int:
    """Tìm mọi lỗi của một mẫu Word: thẻ hỏng, tên không có, chỗ in ra trống."""
    from thidua_cli.commands.word_template import check

    return check(file, doc, campaign, day_of(on), report)


@template.command("list", cls=Command)
def template_list(
    campaign: Tried = None,
    doc: Doc = None,
    on: On = None,
) -> int:
    """In các tên mà mẫu Word dùng được, nghĩa và ví dụ."""
    from thidua_cli.commands.word_template import list_names

    return list_names(doc, campaign, day_of(on))
