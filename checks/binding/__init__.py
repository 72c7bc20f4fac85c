"""The step between reading and judging: what each fact on a page is about.

A fact counts only when it is bound to this product, the main group and the right event (norms.md, general rules). Readers
find amounts, lengths of time and places; the modules here say what they are: a price or a fine, the municipality's term or
the citizen's, a place to apply or a number for questions. Checks look at roles only.
"""
