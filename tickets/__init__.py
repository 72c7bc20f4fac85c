"""Hands what is to be done to the ticket systems in which people already work: each finding once, until it is gone."""
