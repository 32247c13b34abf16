"""Uploaded resumes: believed by their content only, read in a confined process, kept outside of the web root."""
