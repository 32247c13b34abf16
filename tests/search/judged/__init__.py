"""Searches of the demo board and what is a right answer to each: judged by rule from what the postings say."""
