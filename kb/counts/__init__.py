"""Numbers of people and things as texts give them: «около двух тысяч», «up to 400», «200-ден астам адам».

read_count("около двух тысяч")  ->  least 2000, greatest 2000, approximate
"""

from kb.counts.reading import CountReading, read_count

__all__ = ["CountReading", "read_count"]
