"""Reading the files that Medicare and the NCHS publish, as they publish them, for an operator's next release."""
