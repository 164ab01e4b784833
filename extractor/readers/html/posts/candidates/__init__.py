"""Sets of elements that may be the posts of a thread: who wrote each, when, and what, decided once for all of a set."""
