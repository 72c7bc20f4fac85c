"""Changes of the tables of decisions."""
