"""Hand-written parts that any desk can use, filled with the posting's own facts so that text and fields agree."""

OPENINGS = (
    "{name} is looking for one more coder for this desk. {why}",
    "{why} So we are hiring, and we would rather describe the desk honestly than fill it twice.",
    "This is a desk at {name} in {home}. {why}",
    "{why} You would join people who have done this work for a long time and still ask each other questions.",
    "What follows is the desk as it is today at {name}. {why}",
    "{name} needs a colleague who likes this kind of chart. {why}",
    "Short version: real volume, written guidelines, and people who answer. {why}",
    "{why} The person who takes this desk will have time to learn it; the queue is in order today.",
    "We have thought about what we would want to read before applying. Here it is. {why}",
    "If this is the work you already do, you will recognize the desk. {why}",
    "{name}, {home}. {why}",
    "{why} We are not in a hurry, but we are serious.",
)

WHY = (
    "A colleague retires after nineteen years.",
    "One of us moved to auditing, and the chair is free.",
    "Volume has grown by about a tenth since spring.",
    "The position is new in this year's budget.",
    "We promised the team relief, and this is it.",
    "A coder on this desk is going back to school part time.",
    "We split one very wide desk into two sensible ones.",
    "Someone is moving up to lead, with our thanks.",
    "Our backlog is small, and we want it to stay small.",
    "The last person here stayed six years and left us good notes.",
)

WHY_PROVIDER = (
    "Two new physicians start soon, and their charts need a home.",
    "We are bringing this work back from a vendor.",
    "A clinic that joined us this year brings its own charts.",
)

WHY_COMPANY = (
    "A client has asked us to take on a second site.",
    "One of our steady contracts has been renewed with more volume.",
    "We would rather add a person than add overtime.",
)

MIX = (
    "By volume, about {share} percent of the desk is work around `{code}`.",
    "The largest part, some {share} percent, sits around `{code}`; the rest is as tagged.",
    "Count on `{code}` and its neighbors for {share} percent of the week.",
    "If you code `{code}` now, you know {share} percent of this desk already.",
    "Last quarter {share} percent of it was the family of `{code}`.",
    "",
)

TEAM = (
    "You would have one lead, one educator to ask, and a team channel where nobody minds a basic question.",
    "The team meets for half an hour on Tuesdays, cases first and announcements last.",
    "Hard cases go to a shared list. We talk through three of them every Thursday.",
    "Your lead codes too, about a third of the week, so the guidelines stay practical.",
    "Everyone on the team can edit the guideline page. Changes are dated and signed.",
    "Queries are answered within two days as a rule, and the exceptions have names.",
    "You get a named partner for the first ninety days, and so does the person who was new before you.",
    "We keep a list of things we decided and why, so that they need not be decided again.",
    "Work is assigned by service, not by whoever clicks first.",
    "Most of the team has been here more than five years. New habits are still welcome.",
)

QUALITY = (
    "The target is {pace} at {accuracy} percent. You reach it over {ramp} weeks, and accuracy comes first.",
    "We expect {pace} after {ramp} weeks. Accuracy is {accuracy} percent, checked by: {auditor}. You may rebut every finding.",
    "Accuracy of {accuracy} percent matters more here than speed. The pace we plan with is {pace}.",
    "Reviews: {auditor}. The mark is {accuracy} percent, and the pace after {ramp} weeks is {pace}.",
    "Nobody is measured in the first two weeks. By week {ramp} most people reach {pace} at {accuracy} percent.",
    "You will see your own numbers daily: {pace} is usual, {accuracy} percent is the line. Meetings and queries are taken out "
    "of the count.",
    "Pace: {pace}. Accuracy: {accuracy} percent. Ramp: {ramp} weeks. If the mix gets harder, the pace is lowered first.",
    "A number you can hold us to: {pace} on a normal mix, {accuracy} percent accuracy, {ramp} weeks to get there.",
)

REMOTE = (
    "The work is done from home. We send a computer and two screens, and you bring a quiet room with a door.",
    "You work from home. Core hours are ten to two, our time; the rest is yours to place.",
    "Remote means remote: no visits to the office, except one for those who would like to see it.",
    "Everyone on this team works from home, so nothing is decided in a hallway.",
    "Work from home, on our equipment, with a wired connection.",
    "You code at home. Cameras are optional in meetings and never on while you code.",
    "Home office. We check the connection with you before the first day and pay for a better router if needed.",
    "Work from where you live, as long as it is a state named in this posting. Tell us before you move.",
)

HYBRID = (
    "{days} a week in {place}, the rest at home. The days are fixed for the team, so the trip is worth it.",
    "Hybrid in {place}: {days} on site, mostly for time with clinicians.",
    "You would be in {place} {days} a week. After the first half year we talk about it again.",
    "We meet in {place} {days} a week. Desks are assigned; you need not hunt for one.",
    "{days} in {place} and the rest from home, on equipment we provide for both.",
    "Part of the week is in {place} ({days}), because questions get answered faster there.",
)

ONSITE = (
    "The desk is in {place}, close to the people you ask.",
    "This is on-site work in {place}. Parking is free, and the room has windows.",
    "On site in {place}. We know that most coding is remote now; this desk talks to the floor all day.",
    "You work in {place}, in a quiet room shared with three others.",
    "On site in {place}, because questions here are asked in person.",
    "The place is {place}. Some paper still exists here, which is why it is not remote.",
)

TOOLS = (
    "Systems: {ehr} for the chart, {encoder} for the codes.",
    "We work in {ehr} with {encoder}. If you know one of the two, the other is taught in the first weeks.",
    "Charts live in {ehr}; lookups and edits in {encoder}.",
    "You would use {ehr} and {encoder} all day, plus a spreadsheet now and then.",
    "{ehr} and {encoder}. Books are bought for those who like paper.",
    "The encoder is {encoder}; the record is {ehr}.",
)

LEARNING = (
    "CEUs are on the clock, twelve hours a year and more if a credential asks for it.",
    "If you want another credential, we pay for the exam once it fits the work.",
    "October and January updates are taught before they apply.",
    "You may spend one afternoon a month watching another desk.",
    "People move here: from clinic to surgery, from coding to audit. The last three openings were filled that way first.",
    "We keep Coding Clinic and CPT Assistant subscriptions that everyone can reach.",
    "A case study hour each month counts for CEUs.",
    "Conference time is by turn. Yours comes in the second year.",
)

APPRENTICE_YES = (
    "Apprentices are welcome, and we mean it: the reading of your work is planned into a lead's week.",
    "If you hold a CPC-A, apply. You would not be the first here.",
    "New coders are fine. We ask for care and questions, not for years.",
    "An A behind your credential is no obstacle on this desk.",
)

APPRENTICE_CONDITIONS = (
    "Apprentices may apply on one condition: {conditions}",
    "About apprentices: {conditions}",
    "We can take an apprentice, within limits: {conditions}",
)

APPRENTICE_NO = (
    "This desk is not a first coding job. We post apprentice positions separately when we have them.",
    "We cannot train a first-year coder on this desk at present, and say so rather than waste your evening.",
    "You need the experience named here on the first day.",
)

AI = {
    "none": (
        "No software codes for us. The encoder looks things up; people decide.",
        "There is no automated coding on this desk, and none is planned for the next year.",
        "Codes are chosen by coders. That is all there is to say about automation here.",
    ),
    "suggests": (
        "Software suggests codes on part of the charts. You accept, change or ignore them, and nobody counts how often.",
        "You will see computer suggestions beside the note. They are often right; you are responsible, so you decide.",
        "Suggested codes appear with the sentence they came from. Ignoring them costs one key.",
    ),
    "autonomous_with_audit": (
        "Simple charts are coded by software and sampled by people. What reaches you is the rest.",
        "An engine releases part of the volume without a coder. We audit it daily and can switch it off.",
        "Part of this volume never meets a coder; the difficult part does. Targets take that into account.",
    ),
}

CONTRACT = (
    "You would be an independent contractor: own hours, own equipment, invoices paid within 15 days.",
    "This is 1099 work. We pay every two weeks and say the end date before you sign.",
    "Contract work by the piece. You choose your volume each week and keep to it.",
)

PRN = (
    "Hours follow the need. We post weekends four weeks ahead, and you pick.",
    "PRN with no minimum beyond two shifts a month.",
    "You work when both sides agree; nobody is called on a free day.",
)

HIRING = (
    "What happens next: {steps}. You hear from us within {answer}, also if it is no.",
    "Hiring goes like this: {steps}. Every applicant gets an answer within {answer}.",
    "The way in: {steps}. We answer within {answer} and say which requirement decided.",
    "Steps: {steps}. From first call to offer it takes about three weeks; the first answer comes within {answer}.",
    "We keep it short: {steps}. An answer comes within {answer}.",
    "After you apply: {steps}. If you hear nothing within {answer}, something broke, so ask.",
)

CLOSINGS = (
    "Tell us in a few lines what you code now and what you would like to code.",
    "A short note helps more than a long letter.",
    "Please say which of the families above you have coded in the last year.",
    "If you meet most of this and wonder about the rest, apply and name the gap.",
    "No cover letter needed. Answer the questions, and a person reads them.",
    "Questions about the desk are fine before you apply; the lead answers them in the conversation here.",
    "Leave patient details out of everything you send, including samples of your work.",
    "",
    "",
)

HEADINGS = (
    ("What you would code", "What helps", "What is hard", "How we work", "How we hire"),
    ("What comes to you", "You bring", "To be honest", "The team", "Next steps"),
    ("Your queue", "What we look for", "The difficult part", "How the desk runs", "From here"),
    ("The desk", "Who does well here", "What you should know first", "Working with us", "Applying"),
    ("What comes across this desk", "What you know already", "The catch", "Day to day", "The process"),
    ("Charts", "Skills", "Worth knowing", "People and tools", "Hiring"),
)
