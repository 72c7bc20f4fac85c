"""JUDGE: one question per file; a dossier in, a finding out."""
