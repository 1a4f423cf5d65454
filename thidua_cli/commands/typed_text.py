"""Texts typed at a prompt or as options that go into a file: what no reader of ours would take back is refused."""

from collections.abc import Mapping

from thidua_cli.errors import ThiduaError


def refuse_unreadable(said: str, told: str = "") -> None:
    """Raise `ThiduaError`, led by ``told``, for control characters and for letters of the old fonts."""
    from thidua_cli.reading.spoilt_text import CONVERT_FONT
    from thidua_cli.reading.yaml_faults import control_words
    from thidua_cli.vietnamese.text import control_character, looks_legacy

    found = control_character(said)
    if found is not None:
        message, hint = control_words(said[found])
        raise ThiduaError(f"{told}{message}", hint)
    if looks_legacy(said):
        raise ThiduaError(f"{told}chữ Việt gõ bằng bảng mã cũ (TCVN3 hoặc VNI)", CONVERT_FONT)


def refuse_blank(options: Mapping[str, str | None]) -> None:
    """Raise `ThiduaError` for an option that a decision is told with and that is blank or unreadable; None is none."""
    for option, said in options.items():
        if said is not None:
            refuse_unreadable(said, f"{option}: ")
            if not said.strip():
                raise ThiduaError(f"{option}: giá trị để trống", "ghi như trên quyết định")
