"""TELL: verdicts become coverage, documents and sheets."""
