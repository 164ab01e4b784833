"""healthtap.com user questions: the question on the first line, then one answer a line, "Headline. Body"."""

from extractor.layout import HtmlFacts, Kind, Layout, Mark, Part, Selector

# A headline ends at the first full stop that is not part of an abbreviation ("C. diff"), or asks or calls.
_INSIDE = r"(?:[^\n.!?]|\b(?:[A-Z]|Dr)\.(?= [a-z])|\bDrs?\.(?= [A-Z]))"
_STOP = r"(?<!\bDr)(?<!\bDrs) ?\. "
_ANSWER = rf"(?P<headline>(?=\w){_INSIDE}{{2,40}}?(?:[?!](?= [^\W\d_a-z]))?)(?:{_STOP}|(?<=[?!]) )(?P<body>\S[^\n]*)"
_CUT = r"[^\n]{235,275}[^\W_][^\S\n]*\n"
"""A question that is cut at some 250 characters."""

_ONE_BLANK_LINE = r"[^\n]{20,300}+\n[^\S\n]*+\n(?:[^\n]++\n)*+[^\n]*+\s*+\Z"
"""The question, and below it lines of which none is blank."""
_GREETS_BACK = r"(?!(?P<greeting>\w+)\b[^\n]*+\n[^\S\n]*+\n(?P=greeting)\b[^\n.]{0,12},)"
"""The first words of question and answer are the same greeting: a letter and the reply to it, in any language."""
_NO_HEADLINE = r"(?:Thanks?|Hi|Hello|Dear|Sorry|I|We|You (?:have|are|can|may|should|need|must))\b"
"""What begins an answer on other pages, and no headline here."""
_ONE_SENTENCE = (
    r"[^\n.]{0,60}\b(?:is|are|was|were|can|cannot|could|do|does|has|have|may|might|must|need|should|will|would)\b"
    r"[^\n]*+\s*+\Z"
)
"""A paragraph alone below the question, whose first words are a sentence: that is an answer of any other page."""
_ONE_REPLY = (
    r"(?:[^\W\d_]++|(?:Yes|No|Not|Maybe|Perhaps|It|Absolutely|Definitely|Generally|Usually|Probably|Possibly|"
    r"Unfortunately|Of course|Good question|Great question)\b[^\n.]{0,40}|"
    r"(?:Most|Many|Some|All|Each|Every|Both|The|Our|Your|My|This|That|These|Those|They|He|She|There|Patients|People|"
    r"When|While|As|After|Before|Depending|With|In|At|On|For|By)(?: [^\s.]++){3,12})\. [^\n]*+\s*+\Z"
)
"""The same, which begins with a word that answers, or with one that begins a sentence of several, as texts do."""

LAYOUT = Layout(
    name="healthtap",
    hosts=("healthtap.com",),
    signature=rf"\A\s*+{_GREETS_BACK}(?={_ONE_BLANK_LINE})(?=[^\n]*\?|{_CUT})[^\n]++\n[^\S\n]*+\n"
    rf"(?!(?:[^\s:]++ ){{0,4}}[^\s:\uff1a]++ ?[:\uff1a]|{_NO_HEADLINE}|{_ONE_SENTENCE}|{_ONE_REPLY}|[^\n]*\bQ[.:] )"
    rf"{_INSIDE}{{2,60}}{_STOP}\S",
    starts_with_title=True,
    question_lines=0,
    marks=(Mark(Kind.ANSWER, rf"(?<=\n)(?!\d+[.)]|[a-z]){_ANSWER}"),),
    html=HtmlFacts(
        # Nothing is known of the site's markup but that it has one block an answer: all guessed.
        signatures=("healthtap.com/user_questions/",),
        selectors=(
            Selector(Part.FURNITURE, ".related-questions", guess=True),
            Selector(Part.ANSWER, ".answer-card", guess=True),
            Selector(Part.ANSWER, ".docAnswer", guess=True),
            Selector(Part.TITLE, "h1", guess=True),
            Selector(Part.HEADLINE, ".answer-card h3", guess=True),
            Selector(Part.HEADLINE, ".docAnswer .shortAnswer", guess=True),
            Selector(Part.BODY, ".answer-text", guess=True),
            Selector(Part.BODY, ".longAnswer", guess=True),
            Selector(Part.AUTHOR, ".doctor-name", guess=True),
            Selector(Part.AUTHOR_URL, "a.doctor-name@href", guess=True),
            Selector(Part.SPECIALTY, ".doctor-specialty", guess=True),
            Selector(Part.VOTES, ".thank-count", guess=True),
        ),
    ),
)
