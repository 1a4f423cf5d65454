"""The words of a quota against the list of units: names, kinds, clusters, spelt as hurried hands spell them."""

import pytest

from thidua_cli.model.unit import Unit
from thidua_cli.quota.named_units import NamedUnits

_TRAN, _TRAAN = Unit(name="Xã Trần Ninh", aliases=["TN"]), Unit(name="Xã Trấn Ninh", kind="xã, phường")
_A = Unit(name="Phòng A", kind="phòng", cluster="Khối 1")
_B = Unit(name="Phòng B", kind="PHÒNG", cluster="KHỐI - 1")
_UNITS = [_TRAN, _TRAAN, _A, _B]


@pytest.mark.parametrize(
    ("words", "sure", "perhaps", "unknown"),
    [
        (["Xã Trần Ninh"], [_TRAN], [], 0),
        (["XÃ TRẤN-NINH"], [_TRAAN], [], 0),
        (["Xa Tran Ninh"], [], [], 1),  # without accents it may be either
        (["Phong A"], [_A], [], 0),
        (["tn", "Phòng A"], [_TRAN, _A], [], 0),
        (["phòng"], [_A, _B], [_TRAN], 0),
        (["Khoi 1"], [_A, _B], [_TRAN, _TRAAN], 0),
        (["xã, phường", "Khối  1"], [_TRAAN, _A, _B], [_TRAN], 0),
        (["Phòng C"], [], [], 1),
    ],
)
def test_whom_words_speak_of(words: list[str], sure: list[Unit], perhaps: list[Unit], unknown: int) -> None:
    found = NamedUnits(_UNITS).within(words)
    assert found.sure == {id(unit) for unit in sure}
    assert found.perhaps == {id(unit) for unit in perhaps}
    assert len(found.unknown) == unknown


def test_what_is_left_beside_a_word_that_is_not_understood_is_in_doubt() -> None:
    named = NamedUnits(_UNITS)
    assert named.beside(["Phòng A", "Phòng C"]).sure == frozenset()
    assert named.beside(["Phòng A", "Phòng C"]).perhaps == {id(unit) for unit in (_TRAN, _TRAAN, _B)}
    assert named.beside(["Phòng A"]).sure == {id(unit) for unit in (_TRAN, _TRAAN, _B)}
    assert named.beside([]).sure == named.all


def test_a_cluster_is_called_as_it_is_spelt_first() -> None:
    named = NamedUnits(_UNITS)
    assert [named.cluster(unit) for unit in _UNITS] == [None, None, "Khối 1", "Khối 1"]
