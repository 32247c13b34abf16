"""A posting's one life: what it says (editions), what must be true of it, how it moves, how it is found."""
