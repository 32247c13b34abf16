"""What coders write when they apply, in their own words, and what employers write back."""

NOTES = (
    "{headline}. I have read your numbers and they match what I do now; accuracy first suits me.",
    "I code this work today and would like to do it where the guidelines are written down. {headline}.",
    "You were honest about the hard part, so I will be too: it is the part I enjoy. {years} of it so far.",
    "Hello, I am in {city}, {state}. {headline}. I can start four weeks after an offer.",
    "I hold {credentials} and have {years} on this kind of desk. My last external audit was above the mark you name.",
    "What caught me is the pace: it is one I can keep with care. {headline}.",
    "I am employed and looking quietly, so please write here rather than call. {credentials}, {years}.",
    "Two lines, as you asked: {headline}. I would like fewer systems and harder charts.",
    "My present queue is about half of what you describe. The other half I have coded before. {credentials}.",
    "I would like to grow into this desk. {years} so far, and I learn from rebuttals.",
    "I have saved this posting twice and now apply. {headline}.",
)
NEWCOMER_NOTES = (
    "I passed my exam this year and hold {credentials}. I look things up, and I say when I do not know.",
    "New to coding, not to work: {headline}. I finished 80 hours of practice cases with my notes kept.",
    "You say apprentices are welcome, and I believe the way you say it. {credentials}, living in {city}, {state}.",
    "I am the apprentice who asks why. {headline}.",
)
CONVERSATIONS = (
    "Thank you. Which of the families have you coded most in the last year?",
    "Thanks for applying. Could we talk on Thursday or Friday, your morning?",
    "Your note fits the desk. Before we talk: do you prefer our schedule or a later start?",
    "We liked your answers. The coding test is open book; may we send it this week?",
)
INTERVIEWS = (
    "The test went well. Please pick a time for the interview with the lead.",
    "We would like you to meet two coders and the manager. It takes an hour, by video.",
    "Interview on Tuesday at ten, our time. Nothing to prepare.",
)
OFFERS = (
    "We would like to make you an offer in the upper half of the range. The letter is on its way.",
    "An offer, gladly. The lead will call to go through it.",
)
HIRED = ("Welcome. Your first day and equipment are being arranged.", "We are glad. See you on the first.")
DECLINED = {
    "credential": "The contract with our client asks for one of the credentials named, so we cannot go on. Thank you.",
    "experience": "We need someone who has done this longer, as the posting says. Please look at our other desks.",
    "families": "Your work is strong and in other families than this desk codes. Thank you for the honest answers.",
    "specialty": "This desk needs its specialty from the first day. We would like to see you apply elsewhere here.",
    "state": "We cannot employ in your state yet. It is about payroll, not about you.",
    "availability": "The hours did not fit in the end. Thank you for being clear about them.",
    "test": "The coding test stayed below the pass mark. You may try again in six months, with our notes.",
    "another": "It was close. Another applicant met more of the requirements named.",
    "filled": "The job is filled. Thank you for your patience.",
}
