"""Reads what official sources say of the municipality's products, and proposes what that changes in the catalog."""
