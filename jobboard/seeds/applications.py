"""Who applied to what: coders to desks they fit, in every state, with words on both sides."""

from datetime import datetime
from random import Random

from jobboard.seeds import notes
from jobboard.seeds.answers import answer
from jobboard.seeds.shapes import ApplicationSeed, Line, PersonSeed, PostingSeed

FATES = {
    "sent": 22, "opened": 20, "in_conversation": 16, "interview": 10, "offer": 5, "not_chosen": 20, "withdrawn": 7,
}  # fmt: skip
FINISHED = {"not_chosen": 80, "withdrawn": 20}
WAY = ("open", "start_conversation", "invite_to_interview", "make_offer", "hire")
REACHED = ("opened", "in_conversation", "interview", "offer", "hired")
SAID = {
    "start_conversation": notes.CONVERSATIONS,
    "invite_to_interview": notes.INTERVIEWS,
    "make_offer": notes.OFFERS,
    "hire": notes.HIRED,
}
WITHDRAWN = ("I have accepted another offer.", "The schedule does not fit after all. Thank you.", "")
CAST = ("amir", "dana")  # still looking: nobody has hired them yet
EACH = 7  # the most any one coder sends


def applications(
    seed: int, now: datetime, postings: list[PostingSeed], coders: list[PersonSeed]
) -> tuple[ApplicationSeed, ...]:
    """Every filled posting gets the one who was hired; open ones get who fits. One per coder and posting."""
    open_to = [posting for posting in postings if takes_applications(posting)]
    sent = hires(seed, now, open_to, coders)
    hired = {(one.coder_key, one.posting_key) for one in sent}
    for person in coders:
        dice = Random(f"{seed}:applies:{person.key}")
        fitting = [one for one in open_to if fits(person, one) and (person.key, one.key) not in hired]
        for posting in chosen(dice, fitting):
            sent.append(written(dice, now, posting, person, fate(dice, posting)))
    return tuple(sent)


def chosen(dice: Random, fitting: list[PostingSeed]) -> list[PostingSeed]:
    """Some that fit, Acme's first: its desk is the one that is looked at."""
    home = [posting for posting in fitting if posting.employer_slug == "acme-health"][:3]
    others = [posting for posting in fitting if posting not in home]
    return home + dice.sample(others, min(len(others), dice.randint(3, EACH)))


def hires(
    seed: int, now: datetime, postings: list[PostingSeed], coders: list[PersonSeed]
) -> list[ApplicationSeed]:
    found = []
    for posting in postings:
        fitting = [one for one in coders if one.key not in CAST and posting.role in one.desks]
        if posting.close_reason == "filled_here" and fitting:
            dice = Random(f"{seed}:hired:{posting.key}")
            found.append(written(dice, now, posting, dice.choice(fitting), "hired"))
    return found


def takes_applications(posting: PostingSeed) -> bool:
    return (
        posting.first_published_at is not None and posting.apply_how == "here" and posting.status != "removed"
    )


def fits(person: PersonSeed, posting: PostingSeed) -> bool:
    """Mostly the coder's own desks, where the job can be done from home or is in the coder's state."""
    near = (
        posting.states == "all"
        or person.state in posting.states
        or person.state in {p.state for p in posting.places}
    )
    return posting.role in person.desks and (near or posting.work_model == "remote")


def fate(dice: Random, posting: PostingSeed) -> str:
    kinds = FINISHED if posting.status == "closed" else FATES
    return dice.choices(list(kinds), list(kinds.values()))[0]


def written(
    dice: Random, now: datetime, posting: PostingSeed, person: PersonSeed, status: str
) -> ApplicationSeed:
    assert posting.first_published_at is not None
    assert posting.opens_on
    assert posting.closes_on
    runs_out = posting.first_published_at + (posting.closes_on - posting.opens_on)
    ends = [line.at for line in posting.diary if line.verb in ("pause", "close")]
    end = min(now, runs_out, *ends)
    sent_at = posting.first_published_at + (end - posting.first_published_at) * dice.uniform(0.05, 0.5)
    reason = why_not(dice, posting, person) if status == "not_chosen" else ""
    return ApplicationSeed(
        posting_key=posting.key,
        coder_key=person.key,
        status=status,
        note=note(dice, person),
        answers=tuple((question.text, answer(dice, question, person)) for question in posting.questions),
        sent_at=sent_at,
        reason=reason,
        diary=history(dice, posting, person, status, sent_at, end, reason),
    )


def history(
    dice: Random,
    posting: PostingSeed,
    person: PersonSeed,
    status: str,
    sent_at: datetime,
    end: datetime,
    reason: str,
) -> tuple[Line, ...]:
    """Every step on the way to `status`, spread between sending and `end`."""
    steps: list[tuple[str, str, str]] = []
    reached = (
        REACHED.index(status) + 1 if status in REACHED else dice.randint(1, 3) if status != "sent" else 0
    )
    for verb in WAY[:reached]:
        if verb == "start_conversation" and reached > 2 and dice.random() < 0.3:
            continue
        steps.append((verb, posting.by, dice.choice(SAID[verb]) if verb in SAID else ""))
    if status == "not_chosen":
        steps.append(("decline", posting.by, notes.DECLINED[reason]))
    if status == "withdrawn":
        steps.append(("withdraw", person.key, dice.choice(WITHDRAWN)))
    gap = (end - sent_at) / (len(steps) + 1)
    lines = [
        Line(verb, sent_at + gap * (place + 1), by, said) for place, (verb, by, said) in enumerate(steps)
    ]
    return (Line("apply", sent_at, person.key), *lines)


def why_not(dice: Random, posting: PostingSeed, person: PersonSeed) -> str:
    """The reason that is true of these two, else one that nobody can see from outside."""
    required = [group for group in posting.credential_groups if group.need == "required"]
    if any(not set(group.credentials) & set(person.credentials) for group in required):
        return "credential"
    if (posting.experience_months or 0) > person.experience_months:
        return "experience"
    if posting.states != "all" and posting.states and person.state not in posting.states:
        return "state"
    if posting.status == "closed":
        return "filled"
    return dice.choice(("another", "another", "availability", "test" if posting.productivity else "another"))


def note(dice: Random, person: PersonSeed) -> str:
    chosen = dice.choice(notes.NOTES if person.experience_months >= 12 else notes.NEWCOMER_NOTES)
    years = max(1, round(person.experience_months / 12))
    return chosen.format(
        headline=person.headline,
        city=person.city,
        state=person.state,
        credentials=" and ".join(person.credentials),
        years="one year" if years == 1 else f"{years} years",
    )
