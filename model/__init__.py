"""The nouns of Goedgeregeld: frozen data that every room shares; imports nothing of ours."""
