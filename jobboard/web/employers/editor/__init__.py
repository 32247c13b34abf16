"""The editor of a posting: one form in seven sections (a file each), what was typed made into terms, and saving."""
