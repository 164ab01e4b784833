"""realself.com: question pages as plain text, in the five shapes that copies of them have."""

from extractor.layout import HtmlFacts, Kind, Layout, Mark, Part, Selector, Side, around, asked

LAYOUT = Layout(
    name="realself",
    hosts=("realself.com",),
    clues=(
        "\nDoctor Answers",
        "\nDOCTOR ANSWERS",
        "From board-certified doctors",
        "{{ voteCount",
        "Get the real deal on beauty",
        "5 stars",
        "Ask a doctor",
    ),
    sides=(Side.AFTER, Side.BEFORE),
    proof=(Kind.COUNT, Kind.VOTE),
    marks=(
        # Patterns that begin with a sign, and no group, are quick to try.
        Mark(Kind.COUNT, r"D(?:octors?['’]?|OCTOR) +(?:Answers|ANSWERS)(?::?[^\S\n]*\(?(?P<count>\d[\d,]*)\)?)?"),
        Mark(Kind.COUNT, r"A(?:ll Answers|nswers(?: from doctors)?|NSWERS):?[^\S\n]*\(?(?P<count>\d[\d,]*)\)?"),
        Mark(
            Kind.COUNT,
            r"(?P<count>\d(?<=\n\n\d)[\d,]*) +(?:[Dd]octor |DOCTOR )?(?:[Aa]nswers?|ANSWERS?)"
            r"(?: from [A-Za-z -]{4,40})?",
        ),
        Mark(Kind.LINES, r"From board-certified doctors and trusted medical professionals"),
        Mark(Kind.VOTE, r"\{\{ *voteCount[^\n]*\}\}"),
        Mark(Kind.VOTE, r"[+-](?<=\n\n[+-])\d{1,4}"),
        Mark(Kind.FURNITURE, r"(?:Have a question\? )?Ask a doctor"),
        Mark(Kind.FURNITURE, r"Sort(?:ed)? by\b[^\n.?!]{0,30}"),
        Mark(
            Kind.FURNITURE,
            r"(?:Contact|Call|Message|Follow|(?:Read|See|View) (?:more|all)(?: \w+){0,2} (?:from|by|of)) "
            r"(?:Dr\.?|Doctor) [A-Z][^\n.?!]{1,40}",
        ),
        Mark(Kind.FURNITURE, r"Promoted Local Answer\b[^\n]*"),
        # What stands above the title, below the question, and around the text of an answer.
        Mark(Kind.FURNITURE, r"RealSelf"),
        Mark(Kind.FURNITURE, r"Q(?:&A|(?:UESTION|uestion)(?: \d+(?: of \d+)?)?)|[A-Z][^\n.?!&]{4,42}+&(?<= Q&)A"),
        Mark(Kind.FURNITURE, r"Home(?: *[>»/] *[^\n>»/]+)+"),
        *asked.marks("Asked|Posted|Submitted|Question(?= (?:by|from) )"),
        asked.by_handle(),
        asked.beside_place(),
        Mark(Kind.META, asked.asker_asks()),
        Mark(Kind.META, r"Answered(?: on)?:? (?P<answered_at>(?![^\n]*\bago\b)[^\n]{0,12}\d[^\n]{0,4}\d{4})"),
        asked.TAGGED,
        Mark(Kind.FURNITURE, r"Posted in [A-Z][^\n.?!]{2,40}"),
        Mark(Kind.FURNITURE, r"Photos? \(\d+\)"),
        Mark(Kind.FURNITURE, r"\d+ (?:photos?|person found this (?:answer )?helpful)"),
        Mark(Kind.FURNITURE, r"[RSFLH](?:eply|hare|eport|lag|ike|elpful)(?: \(?\d+\)?|\?[^\n]{0,20})?"),
        Mark(Kind.FURNITURE, r"Web reference:[^\S\n]*(?:\S+)?"),
        Mark(
            Kind.LINES,
            r"Get the real deal on beauty treatments[^\n]*?real results\."
            r"(?:[^\S\n]*Here['’]s how we earn your trust\.?)?[^\S\n]*(?P<first>[^\n]+)?",
        ),
        Mark(Kind.END, r"[RSP](?:elated|imilar|opular) (?:[Qq]uestions|[Vv]ideos|[Tt]opics|[Rr]eviews)"),
        Mark(Kind.END, r"Find an? [^\n.?!]{2,40} (?:doctor|surgeon|dentist|provider) near (?:you|me)"),
        Mark(Kind.CLOSE, r"RealSelf does not provide medical advice[^\n]*"),
        Mark(Kind.CLOSE, r"These answers are for educational purposes and should not be relied upon[^\n]*"),
        Mark(Kind.CLOSE, around.last_disclaimer()),
    ),
    html=HtmlFacts(
        # No question page of the site is public as HTML. What is no guess stands in public scrapers: 2010 to 2014 plain
        # classes, 2015 to 2021 AngularJS, since 2021 Next.js with hashed classes, page type after page type.
        signatures=('property="rs:', "rs-static-data=", "question-overview_question__", "fetch.realself.com"),
        meta={"rs:topic-name": Part.TAG},
        selectors=(
            Selector(Part.FURNITURE, "[ng-transclude]"),
            Selector(Part.FURNITURE, "[rs-pagination]"),
            Selector(Part.FURNITURE, ".Pager"),
            Selector(Part.ANSWER, ".answer_answer__*", guess=True),
            Selector(Part.ANSWER, ".Answer", guess=True),
            Selector(Part.ANSWER, ".doctor-answer", guess=True),
            Selector(Part.VOTES, "[rs-static-data]@rs-static-data:likeCount"),
            Selector(Part.VOTES, ".likeCount"),
            Selector(Part.TITLE, "#review-view h1"),
            Selector(Part.TITLE, "h1.Headline"),
            Selector(Part.TITLE, "h1", guess=True),
            Selector(Part.HEADLINE, ".answer_answer__* h3", guess=True),
            Selector(Part.HEADLINE, ".Answer .Content-title", guess=True),
            Selector(Part.HEADLINE, ".doctor-answer h3", guess=True),
            Selector(Part.BODY, ".answer_answer__* .answer_body__*", guess=True),
            Selector(Part.BODY, ".question-overview_question__* p"),
            Selector(Part.BODY, ".Content-bodyText"),
            Selector(Part.BODY, ".user-generated-content"),
            Selector(Part.DATE, ".content-subheader_subHeader__* time@datetime", guess=True),
            Selector(
                Part.LOCATION,
                ".content-subheader_individualContentSubHeaderSecondLine__* .content-subheader_location__*",
                guess=True,
            ),
            Selector(Part.DATE, ".content-subheader_subHeader__* span"),
            Selector(Part.DATE, ".Content-byline .Byline-item"),
            Selector(Part.TAG, ".Content-tags li"),
            Selector(Part.AUTHOR_URL, "a[href^=/dr/]@href"),
            Selector(Part.AUTHOR_URL, "a[href^=/find/]@href"),
            Selector(Part.BYLINE, ".Media--providerCard .Media-body"),
            Selector(Part.BYLINE, ".answer_byline__*", guess=True),
            Selector(Part.BYLINE, ".doctor-byline", guess=True),
            Selector(Part.COUNT, ".answer-count_count__*", guess=True),
            Selector(Part.COUNT, ".AnswerCount", guess=True),
            Selector(Part.COUNT, ".answer-count", guess=True),
        ),
    ),
)
