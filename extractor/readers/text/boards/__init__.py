"""Threads of boards, as archives keep them: text without markup, in which posts follow each other.

Nothing on such a page says where a post begins but that the lines about its author repeat, in the same form, with every
post: a name, a day, a rank, the number of posts, the day on which he joined. What repeats so is the boundary.
"""
