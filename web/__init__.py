"""REVIEW: what people see in the browser and what they decide there."""
