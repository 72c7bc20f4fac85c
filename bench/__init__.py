"""How fast and how complete the engine is beside other tools, on the same pages."""
