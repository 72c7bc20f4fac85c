"""REVIEW: what people see and decide in the browser."""
