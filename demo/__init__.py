"""REPLICA: a municipal site in our own words with known defects, served on loopback."""
