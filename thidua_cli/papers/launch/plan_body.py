"""The body of a plan as a flat list of blocks: facts inserted, every heading and item numbered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from thidua_cli.model.awards import PlanAward, award_name
from thidua_cli.model.body import Item, Section, Task
from thidua_cli.model.fields import subject_name
from thidua_cli.model.plan import Plan
from thidua_cli.page.layout import numbered
from thidua_cli.papers.engine import Wording, prose
from thidua_cli.papers.launch.plan_facts import campaign_facts, quota_lines, standard_facts
from thidua_cli.vietnamese.emphasis import ended

_NOTHING = Markup()
_BULLETS = {"-": "item-1", "+": "item-2", "*": "item-3", "none": "body"}
_DEEPEST_HEADING = 4
_OWNERS = (
    ("lead", "Chủ trì"),
    ("advise", "Chịu trách nhiệm tham mưu"),
    ("cooperate", "Phối hợp"),
    ("carry_out", "Chịu trách nhiệm thực hiện"),
)


@dataclass(frozen=True)
class Block:
    """One paragraph: the component of the layout that it is, its prose, and what we print before it."""

    component: str
    text: str
    lead: Markup = _NOTHING

    @property
    def html(self) -> Markup:
        """The paragraph as HTML."""
        return self.lead + prose(self.text)


@dataclass
class Node:
    """An entry of the outline: heading (or none), paragraphs, labelled lines, entries below it."""

    heading: str = ""
    inline: bool = False
    paragraphs: list[str] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)
    children: list["Node"] = field(default_factory=list)
    mark: str | None = None
    counted: bool = True


class Outline:
    """Builds the blocks of one plan; ``words`` are the wording macros, ``marks`` the numbering by level."""

    def __init__(self, plan: Plan, words: Wording, marks: Sequence[str]) -> None:
        self.plan, self.words, self.marks = plan, words, marks
        self.campaign = campaign_facts(plan.campaign)

    def blocks(self) -> list[Block]:
        """Return the body in printed order."""
        top = Node(children=[self._section(section) for section in self.plan.body])
        return list(self._entries(top, depth=0, number=""))

    # From sections to nodes

    def _section(self, section: Section) -> Node:
        node = Node(
            heading=section.heading or "",
            inline=section.inline,
            paragraphs=list(section.text),
            mark=section.mark,
            counted=bool(section.heading),
        )
        node.children += [_item(item) for item in section.items]
        for insert in section.insert:
            self._insert(insert, section, node)
        node.children += [self._section(part) for part in section.parts]
        return node

    def _insert(self, insert: str, section: Section, node: Node) -> None:
        chosen = [award for award in self.plan.awards if not section.only or award.id in section.only]
        quotas = [line for award in chosen for line in quota_lines(self.plan, award)]
        inserts: dict[str, Callable[[], list[Node] | str]] = {
            "period": lambda: self.words.campaign_period(self.campaign) + (":" if "phases" in section.insert else "."),
            "theme": lambda: f"“{self.plan.campaign.theme}”." if self.plan.campaign.theme else "",
            "phases": self._phases,
            "participants": self._participants,
            "targets": lambda: [Node(paragraphs=[target.text]) for target in self.plan.targets],
            "tasks": lambda: [_task(task) for task in self.plan.tasks],
            "award_forms": lambda: self._award_forms(chosen, inline=section.inline),
            "standards": lambda: self._standards(chosen),
            "quotas": lambda: _as_list([self.words.quota(line) for line in quotas]),
            "occasions": lambda: _as_list(list(map(self.words.occasion, self.campaign["occasions"]))),
        }
        found = inserts[insert]()
        if isinstance(found, list):
            node.children += found
        elif found:
            node.paragraphs.append(found)

    def _phases(self) -> list[Node]:
        return [
            Node(heading=self.words.phase_heading(phase), paragraphs=[phase["goal"]] if phase["goal"] else [])
            for phase in self.campaign["phases"]
        ]

    def _participants(self) -> list[Node]:
        facts = [
            {"subject": subject_name(group.subject), "who": group.who, "called": group.called}
            for group in self.plan.participants
        ]
        return [Node(paragraphs=[self.words.participants(group)]) for group in facts]

    def _award_forms(self, awards: Sequence[PlanAward], *, inline: bool) -> list[Node] | str:
        names = [{"name": award_name(award)} for award in awards]
        if inline and awards:
            return self.words.award_names(names) + "."
        return _as_list([name["name"] for name in names])

    def _standards(self, awards: Sequence[PlanAward]) -> list[Node]:
        with_standards = [award for award in awards if award.standards]
        nodes = []
        for award in with_standards:
            entries = [
                Node(heading=self.words.standard_lead(facts), inline=True, paragraphs=[facts["text"]])
                for facts in map(standard_facts, award.standards)
            ]
            alone = len(with_standards) == 1
            nodes += entries if alone else [Node(heading=award_name(award), children=entries)]
        return nodes

    # From nodes to blocks

    def _entries(self, parent: Node, depth: int, number: str) -> Iterator[Block]:
        pattern = parent.mark or self.marks[min(depth, len(self.marks) - 1)]
        position = 0
        for node in parent.children:
            if not node.counted:
                yield from self._paragraphs(node.paragraphs)
                yield from self._entries(node, depth, number)
                continue
            position += 1
            yield from self._entry(node, depth, pattern, position, number)

    def _entry(self, node: Node, depth: int, pattern: str, position: int, number: str) -> Iterator[Block]:
        own = f"{number}.{position}" if number else str(position)
        mark = _mark(pattern, position, own)
        rest = list(node.paragraphs)
        if not node.heading:
            yield Block(_component(pattern), rest.pop(0) if rest else "", mark)
        elif node.inline and rest:
            yield Block(_component(pattern), rest.pop(0), Markup(f"<b>{mark}{prose(node.heading)}:</b> "))
        else:
            yield Block(f"heading-{min(depth + 1, _DEEPEST_HEADING)}", node.heading, mark)
        yield from self._paragraphs(rest)
        yield from (Block("field", text, Markup(f"- <i>{label}:</i> ")) for label, text in node.fields)
        yield from self._entries(node, depth + 1, "" if "I" in pattern else own)  # 5.1 stands below II, 5

    def _paragraphs(self, paragraphs: Sequence[str]) -> Iterator[Block]:
        return (Block("body", text) for text in paragraphs)


def _item(item: Item) -> Node:
    return Node(paragraphs=[item.text], children=[_item(entry) for entry in item.items])


def _task(task: Task) -> Node:
    fields = [(label, ended(", ".join(getattr(task, key)), ".")) for key, label in _OWNERS if getattr(task, key)]
    if task.when:
        fields.append(("Thời gian thực hiện", ended(task.when, ".")))
    return Node(paragraphs=[task.text], fields=fields, children=[_task(entry) for entry in task.subtasks])


def _as_list(lines: Sequence[str]) -> list[Node]:
    """Return list entries: each ends with a semicolon, the last with a full stop."""
    last = len(lines) - 1
    return [Node(paragraphs=[ended(line, ";" if at < last else ".")]) for at, line in enumerate(lines)]


def _mark(pattern: str, position: int, own: str) -> Markup:
    """Return the mark and the space behind it; marks are our own signs: nothing to escape."""
    if pattern == "none":
        return _NOTHING
    mark = own + pattern[-1] if pattern.startswith("1.1") else numbered(pattern, position)
    return Markup(f"{mark} ")


def _component(pattern: str) -> str:
    return _BULLETS.get(pattern, "clause")
