"""REMEMBER: the only room that speaks SQL."""
