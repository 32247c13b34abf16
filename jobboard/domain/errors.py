"""What the domain says when it will not do a thing. Each carries a sentence a person can act on."""


class Refused(Exception):
    """The base of all refusals; `str(error)` is the sentence shown."""


class NotNow(Refused):
    """The verb does not fit the state the thing is in, or somebody else was faster."""


class NotAllowed(Refused):
    """This person may see the thing but not do this to it."""


class NotThere(Refused):
    """There is no such thing for this person."""


class Invalid(Refused):
    """What was given breaks a rule. `problems` maps a field name to its sentences, in the order of the form."""

    def __init__(self, problems: dict[str, list[str]]) -> None:
        super().__init__("; ".join(sentence for said in problems.values() for sentence in said))
        self.problems = problems
