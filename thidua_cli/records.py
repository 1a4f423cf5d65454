"""The commands that record what was decided: ``decide`` and the group ``register``."""

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from thidua_cli.options import YEAR
from thidua_cli.usage import Command, Group

register = typer.Typer(name="register", cls=Group, rich_markup_mode=None, help="Sổ khen thưởng: ghi kết quả, tra cứu.")


@register.command("add", cls=Command)
def register_add(
    campaign: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục phong trào.")],
    decision: Annotated[str, typer.Option(metavar="SỐ", help="Số, ký hiệu quyết định, ví dụ 12/QĐ-UBND.")],
    date: Annotated[
        datetime,
        typer.Option("--date", metavar="NGÀY", formats=["%Y-%m-%d", "%d/%m/%Y"], help="Ngày của quyết định."),
    ],
    by: Annotated[str, typer.Option(metavar="AI", help="Người quyết định, ví dụ “Giám đốc Sở”.")],
    year: Annotated[int | None, typer.Option(metavar="NĂM", help="Chỉ ghi đề nghị của năm này.", **YEAR)] = None,
    book: Annotated[
        Path | None, typer.Option("--register", metavar="TỆP", help="Sổ; mặc định là register.csv của phong trào.")
    ] = None,
    award: Annotated[
        str | None, typer.Option(metavar="MÃ", help="Hình thức trong kế hoạch; mặc định theo người quyết định.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="TÊN", help="Chỉ ghi người, tập thể này (dùng được nhiều lần).")
    ] = None,
    corrects: Annotated[
        str | None, typer.Option(metavar="SỐ", help="Số quyết định được đính chính; dòng cũ vẫn giữ.")
    ] = None,
) -> int:
    """Ghi kết quả của một quyết định vào cuối sổ."""
    from thidua_cli.commands.register import Decision, add

    return add(campaign, Decision(decision, date.date(), by, corrects), year, book, award, only or [])


@register.command("find", cls=Command)
def register_find(
    who: Annotated[
        str, typer.Argument(metavar="TÊN|MÃ|SỐ", help="Tên; mã đề nghị; số định danh, sổ vàng, quyết định.")
    ],
    book: Annotated[Path | None, typer.Option("--register", metavar="TỆP", help="Sổ, hoặc thư mục phong trào.")] = None,
) -> int:
    """Tra khen thưởng đã nhận."""
    from thidua_cli.commands.register import find

    return find(who, book)


def decide(
    campaign: Annotated[Path, typer.Argument(metavar="THƯ_MỤC", help="Thư mục phong trào.")],
    number: Annotated[str, typer.Option(metavar="SỐ", help="Số, ký hiệu quyết định, ví dụ 45/QĐ-CTK.")],
    day: Annotated[
        datetime, typer.Option("--date", metavar="NGÀY", formats=["%Y-%m-%d", "%d/%m/%Y"], help="Ngày ký quyết định.")
    ],
    by: Annotated[str, typer.Option(metavar="AI", help="Người quyết định, ví dụ “Giám đốc Sở”.")],
    award: Annotated[
        str | None, typer.Option(metavar="TÊN", help="Hình thức trong kế hoạch; mặc định theo người quyết định.")
    ] = None,
    occasion: Annotated[str | None, typer.Option(metavar="KỲ", help="Chỉ đề nghị của kỳ này.")] = None,
    phase: Annotated[str | None, typer.Option(metavar="GIAI_ĐOẠN", help="Chỉ đề nghị của giai đoạn này.")] = None,
    year: Annotated[int | None, typer.Option(metavar="NĂM", help="Chỉ đề nghị của năm này.", **YEAR)] = None,
    only: Annotated[
        list[str] | None,
        typer.Option(metavar="TÊN", help="Chỉ tặng người, tập thể này; mặc định mọi đề nghị đã thông qua."),
    ] = None,
    excepted: Annotated[
        list[str] | None,
        typer.Option("--except", metavar="TÊN: LÝ DO", help="Đã thông qua mà không tặng, kèm lý do."),
    ] = None,
    signer_post: Annotated[str | None, typer.Option(metavar="CHỨC_VỤ", help="Chức vụ người ký, nếu khác --by.")] = None,
    signer_name: Annotated[str | None, typer.Option(metavar="TÊN", help="Họ tên người ký.")] = None,
    money_source: Annotated[str | None, typer.Option(metavar="QUỸ", help="Nguồn tiền thưởng.")] = None,
    register_from: Annotated[
        int | None, typer.Option(metavar="SỐ", min=1, max=999_999, help="Số sổ vàng của người đầu danh sách.")
    ] = None,
    own_id: Annotated[
        str | None, typer.Option("--id", metavar="MÃ", help="Mã của quyết định trong decisions.yaml.")
    ] = None,
    book: Annotated[
        Path | None, typer.Option("--register", metavar="TỆP", help="Sổ; mặc định là register.csv của phong trào.")
    ] = None,
) -> int:
    """Ghi một quyết định khen thưởng đã ký: ai được tặng."""
    from thidua_cli.commands.decide import Typed, run

    typed = Typed(
        number,
        day.date(),
        by,
        award,
        occasion,
        phase,
        year,
        only or (),
        excepted or (),
        signer_post,
        signer_name,
        money_source,
        register_from,
        own_id,
    )
    return run(campaign, typed, book)
