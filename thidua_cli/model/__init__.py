"""The file formats, as pydantic models: their only description. Schema, help and messages are made from them."""
