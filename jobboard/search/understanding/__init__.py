"""From what was typed to what is meant: codes, choices and words, a room for each."""
