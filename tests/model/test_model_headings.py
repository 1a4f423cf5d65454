"""The headings of columns are data: every field of a list has its headings, and every heading has its field."""

import pytest
from pydantic import BaseModel

from thidua_cli.lists.council_known import session_known
from thidua_cli.lists.council_reader import member_reader, vote_reader
from thidua_cli.lists.reader import nomination_reader, register_reader, unit_reader
from thidua_cli.model.headings import all_headings, field_by_heading, heading_key, headings_of, title_of

MODELS: list[type[BaseModel]] = [
    nomination_reader({}, award_needed=True).model,
    unit_reader().model,
    register_reader().model,
    member_reader().model,
    vote_reader().model,
    session_known().model,
]


def test_the_data_name_the_models_of_lists_and_no_other() -> None:
    assert list(all_headings()) == [model.__name__ for model in MODELS]


@pytest.mark.parametrize("model", MODELS)
def test_every_field_of_a_list_has_its_headings(model: type[BaseModel]) -> None:
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    # A mapping has no column of its own: each of its keys is one.
    listed = [name for name, field in fields.items() if not isinstance(field.get_default(), dict)]
    assert list(headings_of(model)) == listed
    assert all(names and all(map(heading_key, names)) for names in headings_of(model).values())


@pytest.mark.parametrize("model", MODELS)
def test_every_heading_has_one_field_and_stands_once(model: type[BaseModel]) -> None:
    fields = field_by_heading(model)
    for field, names in headings_of(model).items():
        assert {fields[heading_key(name)] for name in names} == {field}
        assert len(set(names)) == len(names)
        assert title_of(model, field) == names[0]


def test_a_heading_of_two_fields_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    model = MODELS[0]
    monkeypatch.setitem(headings_of(model), "note", [headings_of(model)["name"][0]])
    with pytest.raises(ValueError, match="belongs to both name and note"):
        field_by_heading(model)
