"""Files made to exhaust time or memory end soon, with a finding."""

import tracemalloc

import pytest

from thidua_cli.campaign.load_plan import validate
from thidua_cli.errors import ThiduaError
from thidua_cli.reading.yaml import MAX_FAULTS, MAX_NODES, MAX_PATH, parse_yaml
from thidua_cli.reading.yaml_faults import TOO_DEEP

LAUGHS = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))
LONG = "k" * (MAX_PATH - 20)
BOMBS = {
    "billion-laughs": LAUGHS,
    "depth-of-lists": "[" * 100_000,
    "depth-of-mappings": "{a: " * 100_000,
    "depth-of-blocks": "".join(f"{' ' * n}a:\n" for n in range(4000)),
    "depth-of-dashes": "- " * 100_000,
    "a-million-keys": "".join(f"k{n}: 1\n" for n in range(1_000_000)),
    "a-million-items": "a: [" + "1," * 1_000_000 + "1]",
    "long-keys": f"? {'k' * 1_000_000}\n: [" + "1," * 200_000 + "1]",
    "long-paths": "".join(f"{' ' * n}{LONG}:\n" for n in range(30)) + f"{' ' * 30}a: [" + "1," * 200_000 + "1]",
    "tags": "a: [" + "!x 1, " * 200_000 + "1]",
    "duplicates": "a: 1\n" * 200_000,
    "controls": "a: [" + r'"\a", ' * 200_000 + "1]",
    "references-to-itself": "a: &a [*a]\n",
    "documents": "---\na: 1\n" * 200_000,
}


_SLOW = ("a-million-keys", "a-million-items", "tags", "controls", "long-keys")


@pytest.mark.parametrize("name", [pytest.param(name, marks=[pytest.mark.slow] * (name in _SLOW)) for name in BOMBS])
def test_a_bomb_ends_in_a_finding(name: str) -> None:
    document = parse_yaml(BOMBS[name].encode(), "f")
    assert 1 <= len(document.faults) <= MAX_FAULTS
    assert {fault.code for fault in document.faults} <= {"yaml-syntax", "duplicate-key"}
    for fault in document.faults:
        assert 1 <= (fault.line or 0) <= len(document.lines)
        assert len(fault.message) < 300


def test_too_many_nodes_are_told_with_their_number() -> None:
    (fault,) = parse_yaml(LAUGHS.encode(), "f").faults
    assert str(MAX_NODES) in fault.message


@pytest.mark.parametrize("name", [name for name in BOMBS if name.startswith("depth-")])
def test_nesting_too_deep_is_told_in_our_words(name: str) -> None:
    """libyaml before 0.2.6 leaves the bound to us; later ones stop at a depth of their own, ahead of the events."""
    (fault,) = parse_yaml(BOMBS[name].encode(), "f").faults
    assert (fault.message, fault.hint) == TOO_DEEP


def test_nesting_too_deep_for_us_alone_is_told_at_its_place() -> None:
    (fault,) = parse_yaml(b"[" * 45 + b"]" * 45, "f").faults
    assert (fault.message, fault.column) == (TOO_DEEP[0], 42)


@pytest.mark.slow
def test_long_paths_do_not_eat_memory() -> None:
    content = f"{LONG}: [{'1,' * 100_000}1]".encode()
    tracemalloc.start()
    try:
        assert not parse_yaml(content, "f").faults
        assert tracemalloc.get_traced_memory()[1] < 100_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.slow
def test_many_unknown_keys_are_not_all_told() -> None:
    document = parse_yaml("".join(f"k{n}: 1\n" for n in range(100_000)).encode(), "f")
    faults = validate(document).faults
    assert len(faults) == 201
    assert faults[-1].message.startswith("từ đây còn ")


@pytest.mark.slow
def test_fifty_megabytes_of_yaml_end_soon() -> None:
    document = parse_yaml(b"- aaaaaaaaaaaaaaaaaaaaaaaaaa\n" * 2_000_000, "f")
    assert [fault.code for fault in document.faults] == ["yaml-syntax"]


def test_a_long_unknown_word_is_shortened_in_messages() -> None:
    document = parse_yaml(
        f"format: {'x' * 1_000_000}\n{'y' * 250}: 1\ncampaign: {{mode: {'z' * 900_000}}}\n".encode(), "f"
    )
    for fault in validate(document).faults:
        assert len(fault.message) < 200


def test_only_text_reaches_the_parser() -> None:
    with pytest.raises(ThiduaError):
        parse_yaml(bytes(range(32)) * 1000, "f")
