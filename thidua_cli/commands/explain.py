"""``thidua explain``: what a code of the diagnostics or an award means, with the law."""

from datetime import date

from thidua_cli.commands.output import print_table, say
from thidua_cli.errors import ThiduaError
from thidua_cli.findings.catalogue import Rule, rules
from thidua_cli.findings.reporters.terminal import style


def run(name: str | None, day: date) -> int:
    """Print the page of a code or an award; without a name, the list of all."""
    if name is None:
        return _list_all()
    if name in rules():
        _print_rule(rules()[name])
        return 0
    return _print_award(name, day)


def _list_all() -> int:
    from thidua_cli.law.award_catalogue import awards

    codes = [(rule.code, rule.severity.vietnamese, rule.title) for rule in rules().values()]
    print_table("Mã lỗi", ("Mã", "Mức", "Nội dung"), codes)
    say("")
    print_table("Danh hiệu, hình thức khen thưởng", ("Mã", "Tên"), [(a.id, a.name) for a in awards().values()])
    say("Xem một mã: thidua explain MÃ")
    return 0


def _print_rule(rule: Rule) -> None:
    say(f"{style(rule.code, bold=True)}: {rule.title} ({rule.severity.vietnamese}, {rule.stage.vietnamese})")
    say("")
    say(rule.why)
    for label, example in (("Sai", rule.wrong), ("Đúng", rule.right)):
        say("")
        say(f"{label}:")
        for line in example.rstrip().splitlines():
            say(f"    {line}")
    if rule.basis:
        say("")
        say(f"Căn cứ: {rule.basis}")


def _print_award(name: str, day: date) -> int:
    from thidua_cli.commands.law import award_page
    from thidua_cli.law.award_catalogue import awards, find_award
    from thidua_cli.vietnamese.text import nearest

    award = find_award(name)
    if award is None:
        near = nearest(name, [*rules(), *awards()])
        message = f"không có mã lỗi hay hình thức khen thưởng “{name}”"
        raise ThiduaError(message, f"có phải “{near}”?" if near else "xem tất cả bằng lệnh: thidua explain")
    for label, text in award_page(award, day):
        say(f"{style(label, bold=True)}: {text}")
    return 0
