"""A pool of Chromium pages that are served from snapshots and tested with axe-core."""
