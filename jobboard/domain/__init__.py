"""What is true about postings, applications, accounts and codes. Knows no Flask and never commits."""
