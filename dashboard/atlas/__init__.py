"""Where and when: places with how sure they are, what happened at them, and how that stands on the base map."""
