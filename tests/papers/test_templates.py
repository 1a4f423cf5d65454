"""Templates: sandboxed, strict, escaped; their faults tell file and line; an office may bring its own."""

import shutil
from collections import deque
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from tests.conftest import PLANS, ROOT, Run
from tests.page.test_word_drawings import png
from tests.papers.rendered import documents, example
from thidua_cli.errors import ThiduaError
from thidua_cli.papers.engine import environment, prose, render
from thidua_cli.papers.registry import PAPERS, Paper

_DAY = date(2026, 11, 22)
_PLAN = ROOT / "plans" / "mttq-2024"


def _template(folder: Path, text: str, name: str = "own.html.j2") -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return name


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("A & B <C>", "A &amp; B &lt;C&gt;"),
        ("một **đậm** và *nghiêng*", "một <b>đậm</b> và <i>nghiêng</i>"),
        ("***cả hai*** và **một *trong* hai**", "<b><i>cả hai</i></b> và <b>một <i>trong</i> hai</b>"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("sao* và*", "sao* và*"),
        ("**<b>**", "<b>&lt;b&gt;</b>"),
        ("giai đoạn 2021 - 2025", "giai đoạn 2021\u00a0-\u00a02025"),
        ("(16/12/1964 - 16/12/2024)", "(16/12/1964\u00a0- 16/12/2024)"),
    ],
)
def test_prose_is_escaped_and_marked_up(text: str, html: str) -> None:
    assert str(prose(text)) == html


def test_an_unknown_name_is_an_error_with_its_line(tmp_path: Path) -> None:
    name = _template(tmp_path, "<article>\n{{ title }}\n{{ tittle }}\n</article>")
    with pytest.raises(ThiduaError, match=rf"{name}, dòng 3: không có dữ liệu nào tên “tittle”"):
        render(name, {"title": "x"}, tmp_path)


def test_a_syntax_error_tells_its_line(tmp_path: Path) -> None:
    name = _template(tmp_path, "<article>\n{% if title %}\n</article>")
    with pytest.raises(ThiduaError, match=r"own.html.j2, dòng \d"):
        render(name, {"title": "x"}, tmp_path)


@pytest.mark.parametrize(
    "text",
    [
        "{{ ''.__class__.__mro__ }}",
        "{{ title.__init__.__globals__ }}",
        "{% include '../secret.txt' %}",
        "{% include '/etc/passwd' %}",
        "{% include 'link.j2' %}",
        "{{ items.append(1) }}",
    ],
)
def test_templates_cannot_get_out(tmp_path: Path, text: str) -> None:
    inside = tmp_path / "templates"
    inside.mkdir()
    secret = tmp_path / "secret.txt"
    secret.write_text("bí mật", encoding="utf-8")
    (inside / "link.j2").symlink_to(secret)
    name = _template(inside, text)
    with pytest.raises(ThiduaError):
        render(name, {"title": "x", "items": []}, inside)


def test_the_sandbox_judges_every_attribute_as_that_of_jinja() -> None:
    holders = ([], [1], {}, set(), deque(), (), "text", Markup("x"), _DAY, PAPERS["plan"])
    inner = (str, Paper, prose, prose.__code__, len, "".upper, environment().from_string, (one for one in ()))
    judge, ours = ImmutableSandboxedEnvironment(), environment()
    for value in (*holders, *inner) * 2:  # the second time, and of the second value of a class, the verdict is kept
        for name in (*dir(value), "mro", "_own", "func_code"):
            assert ours.is_safe_attribute(value, name, None) == judge.is_safe_attribute(value, name, None)


def test_what_is_made_of_templates_leaves_their_environment_alone(tmp_path: Path, run: Run) -> None:
    environment.cache_clear()
    made = [{**part} for part in (environment().filters, environment().globals, environment().tests)]
    answers = ("--issuer", "Sở Nội vụ", "--place", "Huế", "--title", "Phát động thi đua", "--post", "Giám đốc")
    assert run("new-plan", tmp_path / "new", *answers).code == 0
    assert run("render", _PLAN, "-o", tmp_path / "out", "--to", "html").code == 0
    assert [environment().filters, environment().globals, environment().tests] == made


@pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))
@pytest.mark.parametrize("folder", PLANS, ids=lambda folder: folder.name)
def test_contexts_are_plain_data(folder: Path, paper: Paper) -> None:
    for document in documents(example(folder, _DAY), paper, _DAY):
        _assert_plain(vars(document.context))


def _assert_plain(value: Any) -> None:
    if is_dataclass(value):
        _assert_plain({field.name: getattr(value, field.name) for field in fields(value)})
    elif isinstance(value, dict):
        for key, entry in value.items():
            assert type(key) is str
            _assert_plain(entry)
    elif isinstance(value, list | tuple):
        for entry in value:
            _assert_plain(entry)
    else:
        assert value is None or type(value) in (str, int, float, bool, Markup), type(value)


def test_an_office_may_bring_its_own_wording(tmp_path: Path, run: Run) -> None:
    shipped = (ROOT / "templates" / "wording.j2").read_text(encoding="utf-8")
    assert "không quá " in shipped
    (tmp_path / "wording.j2").write_text(shipped.replace("không quá ", "tối đa "), encoding="utf-8")
    result = run("render", _PLAN, "--templates", tmp_path, "-o", tmp_path / "out", "--to", "html")
    assert result.code == 0, result.err
    page = (tmp_path / "out" / "mttq-2024-ke-hoach.html").read_text(encoding="utf-8")
    assert "Tối đa 01 tập thể, 01 cá nhân" in page


def test_a_template_outside_the_vocabulary_names_itself(tmp_path: Path, run: Run) -> None:
    _template(tmp_path, '<article data-layout="nd30"><section><div/></section></article>', "ke-hoach.html.j2")
    result = run("render", _PLAN, "--doc", "plan", "--templates", tmp_path, "-o", tmp_path / "out")
    assert result.code == 2
    assert "mẫu ke-hoach.html.j2, dòng 1: phần tử <div>" in result.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("to", ["docx", "html"])
def test_pictures_come_from_the_campaign_or_the_templates(tmp_path: Path, run: Run, to: str) -> None:
    campaign, templates = tmp_path / "campaign", tmp_path / "templates"
    shutil.copytree(_PLAN, campaign)
    templates.mkdir()
    (campaign / "logo.png").write_bytes(png(4, 2))
    (templates / "nền.png").write_bytes(png(2, 4))
    (tmp_path / "secret.png").write_bytes(png(3, 3))
    images = "".join(f'<img src="{name}" alt="x" width="9mm"/>' for name in ("logo.png", "nền.png"))
    _template(templates, f'<article data-layout="nd30"><section>{images}</section></article>', "ke-hoach.html.j2")
    done = run("render", campaign, "--templates", templates, "--to", to, "-o", tmp_path / "out")
    assert done.code == 0, done.err
    outside = '<article data-layout="nd30"><section><img src="../secret.png" alt="x" width="9mm"/></section></article>'
    other = tmp_path / "other"
    other.mkdir()
    _template(other, outside, "ke-hoach.html.j2")
    done = run("render", campaign, "--templates", other, "--to", to, "-o", tmp_path / "out", "--force")
    assert (done.code, "../secret.png" in done.err) == (1, True)


# What an author may write, and what he is told of it: never that thidua itself is at fault.
SLIPS = {
    "{{ title + 1 }}": "không hợp với kiểu",
    "{{ 1 / 0 }}": "chia cho 0",
    "{{ nobody }}": "không có dữ liệu nào tên “nobody”",
    "{{ title.nothing.more }}": "không có dữ liệu nào tên “nothing”",
    "{{ title | nofilter }}": "sai cú pháp ở “nofilter”",
    "{% nowhere %}": "sai cú pháp ở “nowhere”",
    "{% if title %}": "chưa đóng khối “if”",
    "{{ title": "sai cú pháp",
    "{% include 'none.j2' %}": "không có mẫu “none.j2”",
    "{% import 'wording.j2' as w %}{{ w.none() }}": "không có dữ liệu nào tên “none”",
    "{% import 'wording.j2' as w %}{{ w.number('x', 1, 2) }}": "không hợp với kiểu",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "gọi lồng nhau quá sâu",
    "{% for i in range(10**9) %}{% endfor %}": "quá lớn",
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}": "lặp quá nhiều lần",
    "{{ lipsum(n=10**9) }}": "không có dữ liệu nào tên “lipsum”",
    "{{ 'a' * 10**10 }}": "quá lớn",
    "{{ ['a'] * 10**9 }}": "quá lớn",
    "{{ 10**10**10 }}": "quá lớn",
    "{% set n = namespace(x=9) %}{% for i in range(99) %}{% set n.x = n.x * n.x %}{% endfor %}": "quá lớn",
    "{{ title.__class__ }}": "không được làm phép này",
    "{{ title | join(title, 1, 2, 3) }}": "không hợp với kiểu",
    "{{ 'x'.encode('none') }}": "không dựng được",
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_is_told_at_its_line(tmp_path: Path, slip: str) -> None:
    name = _template(tmp_path, f"<article>\n\n{slip}\n</article>")
    with pytest.raises(ThiduaError) as told:
        render(name, {"title": "x"}, tmp_path)
    assert SLIPS[slip] in told.value.message
    assert f"{tmp_path / name}, dòng " in told.value.message
    assert "--templates" in told.value.hint


@pytest.mark.skipif(not Path("/proc/self/statm").is_file(), reason="memory is bounded on Linux only")
@pytest.mark.parametrize(
    "slip",
    [
        "{{ 'a' | center(10**10) }}",
        "{{ '%99999999999d' | format(1) }}",
        "{% set n = namespace(x='aaaa') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
        "{{ 'a' | indent(10**10, true) }}",
    ],
)
def test_a_template_does_not_eat_the_machine(tmp_path: Path, slip: str) -> None:
    name = _template(tmp_path, slip)
    with pytest.raises(ThiduaError, match="quá lớn"):
        render(name, {"title": "x"}, tmp_path)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1258", "latin-1"])
def test_a_template_in_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "own.html.j2").write_bytes("<article>\nđến à\n</article>".encode(encoding, "replace"))
    with pytest.raises(ThiduaError, match=r"own.html.j2, dòng \d: không phải chữ ở bảng mã UTF-8"):
        render("own.html.j2", {}, tmp_path)
    (tmp_path / "own.html.j2").write_bytes("<p>đến</p>".encode("utf-8-sig"))
    environment.cache_clear()
    assert render("own.html.j2", {}, tmp_path) == "<p>đến</p>"


@pytest.mark.parametrize(
    "name", ["ke_hoach.html.j2", "ke-hoach.html", "ke-hoach.html.j2.txt", "Wording.J2", "letterhead.html.j2"]
)
def test_a_template_with_a_wrong_name_is_told(tmp_path: Path, run: Run, name: str) -> None:
    templates = tmp_path / "mau"
    templates.mkdir()
    (templates / name).write_text("x", encoding="utf-8")
    (templates / "của tôi.j2").write_text("x", encoding="utf-8")
    result = run("render", _PLAN, "--templates", templates, "-o", tmp_path / "out")
    assert result.code == 2
    assert f"{name}: không giấy tờ nào dùng tệp tên này" in " ".join(result.err.split())
    for shipped in ("ke-hoach.html.j2", "wording.j2", "macros/letterhead.html.j2"):
        (templates / shipped).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / "templates" / shipped, templates / shipped)
    environment.cache_clear()
    assert run("render", _PLAN, "--templates", templates, "-o", tmp_path / "out").code == 0


def test_wording_that_lacks_a_macro_or_goes_wrong_is_told(tmp_path: Path, run: Run) -> None:
    _template(tmp_path, "{% macro number(n) %}{% endmacro %}", "wording.j2")
    result = run("render", _PLAN, "--templates", tmp_path, "-o", tmp_path / "out")
    assert result.code == 1
    assert "mẫu wording.j2 thiếu macro" in result.err
    shipped = (ROOT / "templates" / "wording.j2").read_text(encoding="utf-8")
    _template(
        tmp_path,
        shipped.replace("{% macro phase_heading(phase) -%}", "{% macro phase_heading(phase) -%}{{ 1 // 0 }}"),
        "wording.j2",
    )
    environment.cache_clear()
    result = run("render", _PLAN, "--templates", tmp_path, "-o", tmp_path / "out")
    assert result.code == 1
    assert "chia cho 0" in result.err


ILL_FORMED = {
    "<p class='body'>a</b></p>": "không khớp",
    "<p class='body'>a</p></section></article>": "còn chữ hoặc thẻ",
    "<p class='body'>a &nbsp; b</p>": "không dùng được",
    "<p class='body'>a & b</p>": "&amp;",
    "<p class=body>a</p>": "nháy kép",
    "<p class='body' class='x'>a</p>": "hai lần",
    "<p class='body'>{{ '\\x07' }}</p>": "không in được",
    "<p class='body'>{{ '\\ud800' }}</p>": "không phải Unicode",
}


@pytest.mark.parametrize("slip", ILL_FORMED)
def test_ill_formed_html_is_told_in_vietnamese(tmp_path: Path, run: Run, slip: str) -> None:
    _template(tmp_path, f'<article data-layout="nd30"><section>\n{slip}\n</section></article>', "ke-hoach.html.j2")
    result = run("render", _PLAN, "--templates", tmp_path, "-o", tmp_path / "out")
    assert result.code == 1
    assert ILL_FORMED[slip] in " ".join(result.err.split())
