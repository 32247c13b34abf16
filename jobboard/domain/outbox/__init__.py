"""Which lines of the diary still owe letters, who is sending them now, and which letters are already gone."""
