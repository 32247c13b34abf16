"""The index beside the database: bitmaps for what is chosen, a text engine for what is typed. Both can be thrown away."""
