"""schema.org in a page's elements (microdata and RDFa), as facts: the same form as a site's own selectors.

The first selector that fits an element decides, so what stands on an author or a comment comes before what stands on
the post around it.
"""

from extractor.readers.html_facts import HtmlFacts, Part, Selector


def _markup(type_name: str, name: str) -> tuple[Selector, ...]:
    """The selectors for one way of marking up: the attributes that hold an item's type and a property's name."""
    question, answer, comment, thread, items = (
        f"[{type_name}$={kind}]" for kind in ("Question", "Answer", "Comment", "DiscussionForumPosting", "ItemList")
    )
    author = f"[{name}=author]"

    def text(part: Part, prop: str, inside: str = "") -> list[Selector]:
        return [Selector(part, f"{inside} [{name}={prop}]")]

    def value(part: Part, prop: str, inside: str = "", attributes: str = "content") -> list[Selector]:
        """From an attribute, else from the text."""
        named = f"{inside} [{name}={prop}]"
        meta = Selector(part, f"{inside} meta[{name}={prop}]@content")
        return [
            meta,
            *(Selector(part, f"{named}@{attribute}") for attribute in attributes.split()),
            *text(part, prop, inside),
        ]

    return (
        Selector(Part.FURNITURE, f"{items} {question}"),
        Selector(Part.ANSWER, f"{thread} {comment}"),
        Selector(Part.FURNITURE, comment),
        Selector(Part.ANSWER, answer),
        Selector(Part.ANSWER, f"[{name}=topAnswer]"),  # zhihu.com's own name
        Selector(Part.QUESTION, question),
        Selector(Part.QUESTION, thread),
        Selector(Part.IGNORED, f"[{name}=suggestedAnswer][{name}=acceptedAnswer]@{name}"),
        Selector(Part.ACCEPTED, f"[{name}=acceptedAnswer]@{name}"),
        *text(Part.AUTHOR, "name", author),
        Selector(Part.AUTHOR_URL, f"{author} [{name}=url]@href"),
        *text(Part.SPECIALTY, "medicalSpecialty", author),
        *text(Part.SPECIALTY, "jobTitle", author),
        *text(Part.LOCATION, "addressLocality", author),
        *value(Part.RATING, "ratingValue", author),
        *value(Part.BEST_RATING, "bestRating", author),
        *value(Part.REVIEWS, "reviewCount", author),
        *value(Part.REVIEWS, "ratingCount", author),
        Selector(Part.IGNORED, f"{author}[itemscope]"),
        Selector(Part.IGNORED, f"{author}[typeof]"),
        *text(Part.AUTHOR, "author"),
        Selector(Part.LINK, f"[{name}=url]@href"),
        *text(Part.HEADLINE, "name", answer),
        *text(Part.HEADLINE, "headline", f"{thread} {comment}"),
        *text(Part.TITLE, "name", question),
        *text(Part.TITLE, "headline"),
        *value(Part.BODY, "text"),
        *text(Part.BODY, "articleBody", thread),
        *value(Part.COUNT, "answerCount"),
        *value(Part.COUNT, "commentCount", thread),
        *value(Part.VOTES, "upvoteCount"),
        *value(Part.DATE, "dateCreated", attributes="datetime content"),
        *value(Part.DATE, "datePublished", attributes="datetime content"),
        *text(Part.TAG, "keywords"),
    )


MARKUP = HtmlFacts(
    selectors=(*_markup("itemtype", "itemprop"), *_markup("typeof", "property")),
    signatures=("itemtype=", "typeof="),
)
