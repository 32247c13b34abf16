"""What people see: one desk per audience, and what is the same for all of them. `house.py` puts them together."""
