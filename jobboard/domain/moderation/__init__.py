"""What a moderator judges by: reasons that can be given, evidence that is shown."""
