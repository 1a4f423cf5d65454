"""``thidua law``: the rules in force on a day, each with its article."""

from datetime import date

from thidua_cli.commands.output import print_table, say
from thidua_cli.commands.today import own_day
from thidua_cli.vietnamese.dates import padded


def run(on: date | None) -> int:
    """Print the tables of the law of one day."""
    from thidua_cli.commands.law_view import law_on

    day = on or own_day()
    say(f"Quy định về thi đua, khen thưởng ngày {padded(day)}")
    for section in law_on(day):
        say("")
        print_table(section.title, section.columns, section.rows)
        if section.note:
            say(f"  {section.note}")
    return 0
