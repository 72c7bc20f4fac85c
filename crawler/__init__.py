"""FETCH: asks the site for the pages of the catalog and tests them in a browser."""
