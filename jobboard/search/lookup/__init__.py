"""Look-up over all code sets: what was typed (a number, a list, a range, words) to codes and families, best first."""
