"""Nights that can be trusted."""
