"""One coder's answer to one posting, the resume that goes with it, and what the employer does with both."""
