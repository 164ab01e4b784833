"""Pages of no known site: labels and counts as sites of many kinds print them."""

from extractor.layout import (
    HtmlFacts,
    Kind,
    Layout,
    Mark,
    Side,
    around,
    asked,
    dates,
    east_asian,
    labels,
    speakers,
    writers,
)
from extractor.layout.html import usual_selectors
from extractor.layout.wordings import capital

_TITLE = labels.title()
_LONG = labels.long_title()

LAYOUT = Layout(
    name=None,
    sides=(Side.AFTER, Side.BEFORE),
    headlines=(True, False),
    marks=(
        Mark(Kind.ANSWER, labels.other_answers()),
        *(Mark(Kind.COUNT, pattern) for pattern in labels.count_patterns()),
        Mark(Kind.COUNT, labels.above_answers()),
        Mark(Kind.META, around.comments()),
        Mark(Kind.FURNITURE, r"Q(?:uestions?)?\.? ?(?:[&+/]|and|AND)? ?A(?:nswers?)?\.?"),
        # Where the page stands on its site.
        Mark(Kind.FURNITURE, r"[^\n<>»›?.]{3,41}+(?<= )[>»›] [^\n<>»›]{2,90}(?: [>»›] [^\n<>»›]{2,90}){1,5}"),
        Mark(Kind.QUESTION, labels.on_one_line()),
        Mark(
            Kind.BYLINE,
            rf"{labels.answered_by()}:? (?:(?:el|la|il|lo|le|der|die|the|our) )?"
            r"(?!(?:врач|доктор|doctora?|docteur|dottor(?:e|essa)|doutora?|doktor|lekarz) )"
            r"(?P<specialty>[^\W\d_A-ZА-Я][^\W\d_A-ZА-Я]*(?:[ -][^\W\d_A-ZА-Я]+){0,2}) "
            r"(?P<byline>[A-ZА-ЯÁÉÍÓÚÄÖÜ][^\n:,?!]{2,60}?)\s*:",
        ),
        # What somebody is, in as many words, in front of a Russian name with that of the father.
        Mark(
            Kind.BYLINE,
            rf"(?=[А-ЯЁ])(?:[А-ЯЁ]\w{{4,13}}[,.!] ?)?{labels.answered_by()}:? "
            r"(?P<specialty>[^\n:А-ЯЁ][^\n:]{2,120}?) "
            r"(?P<byline>[А-ЯЁ]\w+ [А-ЯЁ]\w+ [А-ЯЁ]\w+(?:вна|вич|ична|ьич))\s*:?(?=\s*\n)",
        ),
        Mark(Kind.ANSWER, around.answer_to()),
        Mark(Kind.ANSWER, labels.labelled("answer")),
        Mark(Kind.ANSWER, labels.heading("answer", "byline")),
        Mark(
            Kind.BYLINE,
            rf"{labels.answered_by()}:?[^\S\n]+(?:(?:el|la|il|lo|le|der|die|the) (?=(?:\w{{1,4}}\.(?:ssa)?|{_LONG}) ))?"
            rf"(?P<byline>(?!(?!(?:(?:dr[agh]?|dott|prof|lek|mgr)\.(?:ssa)?|{_LONG}) )[a-z])[^\n]{{2,100}}?)"
            rf"{writers.day_behind_doctor()}(?:\s*:)?",
        ),
        # Behind a title, what the doctor is may be a longer tale.
        Mark(
            Kind.BYLINE,
            rf"{labels.answered_by()}:?[^\S\n]+{labels.titled('{0,4}', 'name')} [–—-] "
            r"(?P<specialty>[^\n,.:?!–—-]{3,60}?)(?:[,.–—-] ?[^\n]{0,150})?",
        ),
        # Looking ahead for the word is a walk over the line; without, every length of the name is tried on each line.
        Mark(
            Kind.BYLINE,
            rf"(?=[A-Z][^\n?!]{{2,91}} {writers.answered(capital)})"
            rf"(?P<byline>[A-Z][^\n.?!]{{2,30}}[^\n?!]{{0,60}}?),? {writers.answered(capital)}(?: on)?:? "
            r"(?P<answered_at>[^\n]{0,12}\d[^\n]{0,20})",
        ),
        # A name that ends an indented answer signs it.
        Mark(Kind.BYLINE, rf"(?:(?<= {{4}}\n)|(?<= {{4}}\n\n))(?P<byline>{_TITLE} [A-Z][^\n]{{2,60}})(?=\s*\Z)"),
        Mark(Kind.BYLINE, rf"(?P<byline>{_TITLE} [^\n:]{{2,80}}) {speakers.says()}:"),
        Mark(
            Kind.ANSWER,
            rf"(?P<byline>{_TITLE} [A-Z][^\n:?!]{{1,60}}?)(?:,? {speakers.replies()}|{labels.whose_answer()}): "
            r"(?P<first>[^\n]{10,})",
        ),
        # As blogs number comments; the day stands below.
        Mark(
            Kind.BYLINE,
            rf"\d{{1,3}}[.)]\s+(?P<name>[^\n:]{{2,40}}) {speakers.says()}:"
            rf"(?:[^\S\n]*\n[^\S\n]*(?P<answered_at>{dates.moment()})(?=\s*\n))?",
        ),
        # "Dr. Rowe's Answer:"; or name, degrees, perhaps with a subject, and specialty and place, on three lines.
        Mark(
            Kind.BYLINE,
            rf"(?:(?P<byline>{_TITLE} [A-Z][^\n:,.?]{{0,40}}?){labels.whose_answer()}|"
            rf"(?P<name>{_TITLE} [A-Z][^\n:,?!]{{2,40}})\n"
            r"[^\S\n]*+(?P<credentials>[A-Z][A-Za-z][^\n?!:]{0,60}?)"
            r"(?: - [^\n?!:]{2,60}|[^\S\n]*+)\n"
            r"[^\S\n]*+(?P<specialty>[A-Z][^\n•·|?!.,:]{3,45}?) ?[•·|] ?(?P<location>[A-Z][^\n?!.:]{1,40}))",
        ),
        Mark(Kind.BYLINE, rf"(?P<byline>{_TITLE} [A-Z][^\n:,]{{2,40}}):(?=\s*\n)"),
        Mark(
            Kind.QUESTION,
            rf"{asked.asked_by()} (?!(?:an?|our|the) )(?P<asker>[^\n:,?]{{2,40}}?) ?:(?: (?P<body>[^\n]+)|(?=\s*\n))",
        ),
        Mark(Kind.QUESTION, labels.heading("question", "asker")),
        Mark(Kind.QUESTION, asked.from_a_place()),
        Mark(Kind.QUESTION, asked.asker_in_front()),
        Mark(Kind.QUESTION, east_asian.thai("question", "asker")),
        Mark(Kind.ANSWER, east_asian.thai("answer", "byline")),
        Mark(Kind.META, east_asian.asker()),
        Mark(Kind.BYLINE, east_asian.byline()),
        *asked.as_mail(),
        *asked.marks(asked.leads()),
        Mark(
            Kind.META,
            rf"{asked.asked_by()}:? "
            r"(?P<asker>[^\n,:]{2,40}?)(?:, \d\d?(?: [^\W\d]{2,8})?)?(?:, (?P<asker_location>[^\W\d][^\n]{1,39}?))?"
            rf"{writers.day_behind_asker()}",
        ),
        asked.by_handle(),
        Mark(Kind.META, asked.asker_asks()),
        Mark(Kind.META, r"[Bb]y (?P<asker>[^\n,()]{2,40}?)\s*\((?P<asker_location>[^\n()]{2,60})\)"),
        Mark(Kind.META, writers.asked_on()),
        Mark(
            Kind.BYLINE,
            rf"(?:[•*-] {{1,2}})?(?P<byline>[A-Z][\w.'’-]++(?:,? [A-Z][\w.'’-]*+){{0,5}}) {writers.answered()}",
        ),
        Mark(Kind.META, writers.said_ago("asked", "asker", "asked_at")),
        Mark(Kind.BYLINE, writers.said_ago("answered", "byline", "answered_at")),
        # In Brazil, by the number of the register of doctors.
        Mark(
            Kind.BYLINE,
            r"(?P<name>[^\W\d_a-z][^\n:?!.\d]{3,50}+)\n[^\S\n]*+(?:[^\S\n]*+\n[^\S\n]*+)?"
            r"(?P<specialty>[^\W\d_a-z][^\n:?!.\d]{3,50}?)[ \n,–-]{1,3}"
            r"CR[MOPV][ :/-]?(?:[A-Z]{2} ?)?\d{3,8}(?:[-/ ]{1,3}[A-Z]{2})?",
        ),
        Mark(Kind.META, writers.sent()),
        Mark(Kind.META, asked.signed_as()),
        Mark(Kind.META, asked.sexed()),
        Mark(Kind.META, writers.answered_on()),
        # As an item of a list.
        Mark(Kind.META, r"[•-] {1,2}(?P<asked_at>(?:19|20)\d\d-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?)"),
        # The name of a column, on the first line of a page.
        Mark(Kind.FURNITURE, r"\A\s*+Ask (?:[Aa]n?|[Tt]he|[Oo]ur|[Yy]our) [\w’'-]{3,20}(?: [\w’'-]{3,20})?"),
        Mark(Kind.FURNITURE, writers.credit_and_day()),
        # Who writes a column, and where to, above all else.
        Mark(
            Kind.FURNITURE, r"\A[^\W\d_a-z][\w.'’-]+(?: [^\W\d_a-z][\w.'’-]*){1,3}(?: ?[|,–-])?\s{1,3}[\w.+-]+@[\w.-]+"
        ),
        Mark(Kind.FURNITURE, around.furniture()),
        Mark(Kind.FURNITURE, r"#\w+(?: #\w+)+|# ?\d{3,9}|\[an error occurred while processing this directive\]"),
        Mark(
            Kind.FURNITURE,
            r"(?=[^\n]{1,41}eviewed by)"
            rf"[^\n]{{0,40}}\b[Rr]eviewed by:? {_TITLE}[^\n]*"
            rf"(?:(?:\n[^\S\n]*+){{1,3}}{_TITLE} [^\n]*)?",
        ),
        Mark(Kind.FURNITURE, r"(?:\w+ )?[Rr]eviewed by:? [A-Z][^\n,.?!]{3,40}(?:, [A-Z][A-Za-z.]{1,6}){1,4}"),
        Mark(Kind.FURNITURE, around.disclaimers()),
        Mark(Kind.END, around.ends()),
        Mark(Kind.END, around.related()),
        asked.TAGGED,
        Mark(Kind.FURNITURE, around.feedback()),
        Mark(Kind.FURNITURE, around.below_entry()),
        Mark(Kind.META, r"[•*·-]\s+Category: (?P<tags>[^\n]+)(?:\n\s*[•*·-]\s+[A-Z]\w+: [^\n]+)*"),
        Mark(
            Kind.QUESTION,
            r"(?:Hi|Hello|Dear|DEAR|Hey),? (?:D[Rr][Ss]?|Doctors?|DOCTORS?|Docs?)\b[^\n:»]{0,30}[:»]"
            r"[^\S\n]*(?P<body>[^\n]+)?",
        ),
        # A caption without a line end behind it, or the date of a collection of pages.
        Mark(
            Kind.QUESTION,
            r"(?:(?=[^\n?.!Q]{0,151}+Q)[^\n?.!]{0,150}[a-z)]|date [\d-]+ )Q(?: ?: |\.[^\S\n]++)(?P<body>[^\n]+)",
        ),
        Mark(Kind.QUESTION, asked.introduced()),
        Mark(Kind.QUESTION, asked.quoted_above_asker()),
        Mark(Kind.QUESTION, asked.quoted_below_asker()),
        Mark(Kind.QUESTION, labels.labelled("question")),
        Mark(
            Kind.ANSWER,
            r"(?P<first>(?:Dear|DEAR) (?!D[Rr]|[Dd]oc|DOC|[Ss]ir|[Aa]ll|[Ff]riend|(?i:readers)\b)"
            r"[^\n,:!?]{1,30}:[^\n]*)",
        ),
        Mark(Kind.FURNITURE, around.last_disclaimer()),
    ),
    # Where posts are is told by what repeats (`readers/html/posts`).
    html=HtmlFacts(selectors=tuple(usual_selectors())),
)
