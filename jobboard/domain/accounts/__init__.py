"""People, the companies they hire for, the seats between them, and the browsers they are signed in with."""
