"""Takes what was understood of a file to the real figures, and back again: prepare, look, publish, undo."""
