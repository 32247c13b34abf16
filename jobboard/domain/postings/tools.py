"""Tools by name: what an employer typed, and what stands for it in addresses."""

from functools import lru_cache

from jobboard.domain.accounts.names import slug_of


@lru_cache(maxsize=10_000)
def slug_of_tool(name: str) -> str:
    """`Oracle Health (Cerner)` is `oracle-health-cerner`; names that differ in case or marks alone are one tool."""
    return slug_of(name, nameless="tool")
