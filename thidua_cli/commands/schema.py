"""``thidua schema``: the JSON Schema of a file format."""

SCHEMAS = ("plan", "nominations", "units", "council", "results", "decisions", "papers", "office", "certificate")


def run(name: str) -> int:
    """Print the schema."""
    from thidua_cli.commands.output import say

    say(schema_text(name).rstrip())
    return 0


def schema_text(name: str) -> str:
    """Return the schema as JSON text, ending in a line feed."""
    import json

    from thidua_cli.model.schema import schema_of

    return json.dumps(schema_of(name), ensure_ascii=False, indent=1) + "\n"
