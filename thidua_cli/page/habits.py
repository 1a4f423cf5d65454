"""What offices choose within the rules of a layout, and the layout that results: the same for all that is printed."""

from functools import lru_cache

from thidua_cli.errors import ThiduaError
from thidua_cli.page.layout import Component, Habits, Layout, Range
from thidua_cli.vietnamese.amounts import written

NO_HABITS = Habits()
_SIDES = {"before": (1, 0), "after": (0, 1), "both": (1, 1)}  # where the space between two paragraphs stands


@lru_cache(maxsize=64)  # an office has one set of habits
def adjusted(layout: Layout, habits: Habits) -> Layout:
    """Return the layout as an office prints it; what its rules forbid is a `ThiduaError` with value and range.

    ``layout`` is one of a file, which has no habits yet. The line height and the place of the space are those of
    running text; the right margin is that of upright pages.
    """
    if habits == NO_HABITS:
        return layout
    body, page = layout.components["body"], layout.page
    _refuse_outside(layout, "giãn dòng", habits.line, body.allowed.get("spacing"), body.spacing)
    _refuse_outside(layout, "giãn dòng chính xác (pt)", habits.exact, body.allowed.get("exact"), body.exact)
    _refuse_outside(layout, "lề phải (mm)", habits.right, page.allowed.get("right"), page.margins.right)
    if habits.right is not None:
        margins = page.margins.model_copy(update={"right": habits.right})
        page = page.model_copy(update={"margins": margins})
    components = {name: _set(component, body, habits) for name, component in layout.components.items()}
    return layout.model_copy(update={"components": components, "page": page, "habits": habits})


def _refuse_outside(layout: Layout, what: str, value: float | None, bounds: Range | None, usual: float | None) -> None:
    """Refuse a value that the rules do not allow; without bounds they fix it."""
    if value is None:
        return
    low, high = bounds or (None, None)
    if low is not None and low <= value and (high is None or value <= high):
        return
    allowed = "không cho chọn"
    if low is not None:
        allowed = f"chỉ cho từ {written(low)}" + (f" đến {written(high)}" if high is not None else " trở lên")
    hint = f"bỏ {what} đi" + (f" để dùng {written(usual)}" if usual is not None else "")
    raise ThiduaError(f"{what} {written(value)}: {layout.title} ({layout.citation}) {allowed}", hint)


def _set(component: Component, body: Component, habits: Habits) -> Component:
    """Return a component of running text, which is what begins with an indent, in the habits of an office."""
    if component.first_line <= 0:
        return component
    changes: dict[str, float | None] = {}
    if habits.line is not None:
        changes["spacing"] = habits.line
    if habits.exact is not None:
        changes["exact"] = habits.exact
    if habits.space is not None:
        # What a heading or the last paragraph has beside the common space, it keeps.
        own = "before" if body.before else "after"
        for side, had, wants in zip(("before", "after"), _SIDES[own], _SIDES[habits.space], strict=True):
            changes[side] = getattr(component, side) + (wants - had) * body.gap
    return component.model_copy(update=changes)
