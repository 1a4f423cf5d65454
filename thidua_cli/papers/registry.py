"""Which papers there are: one line each. Loads nothing: the command line lists them."""

from thidua_cli.papers.contract import Paper

PAPERS = {
    paper.name: paper
    for paper in (
        Paper("plan", "kế hoạch", "ke-hoach.html.j2", "plan_paper"),
        Paper("list", "danh sách trích ngang đề nghị khen thưởng", "danh-sach.html.j2", "summary_list", ("entries",)),
    )
}
