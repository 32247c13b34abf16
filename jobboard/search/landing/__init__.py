"""Landing pages: which there are, what each one counts. Every number is the one that the search itself gives."""
