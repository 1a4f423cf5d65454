"""Tables (Excel, OpenDocument, CSV): sheets of cells as typed, each with its place."""
