"""Every wording of the replica, in our own words, with the label that norms.md gives it."""
