"""Dutch text becomes typed, quoted facts."""
