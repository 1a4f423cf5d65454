"""One file a subcommand: load, call, report. No rules, no layout."""
