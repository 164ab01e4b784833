"""justanswer.com: a dialogue; above every turn a line with the expert's name, or the customer, and its age."""

from extractor.layout import Kind, Layout, Mark, Side, dates

_AGE = dates.ago()

LAYOUT = Layout(
    name="justanswer",
    hosts=("justanswer.com", "justanswer.co.uk"),
    clues=("\nCustomer Question", "\nSatisfied Customers:", "\nExpert: ", "JustAnswer"),
    signature=rf"^Expert:\s+\S[^\n]{{1,60}} replied {_AGE}",
    sides=(Side.BEFORE,),
    headlines=(False,),
    has_follow_ups=True,
    marks=(
        Mark(Kind.TITLE, r"(?=[^\n]{10,200}\n\s*Customer Question\s*\n)(?P<title>[^\n]+)"),
        Mark(Kind.QUESTION, r"Customer Question|(?:Customer|You):?(?: reply)? *replied [^\n]{3,30}"),
        Mark(
            Kind.BYLINE,
            rf"Expert:\s+(?P<byline>\S[^\n]{{1,60}}?) replied (?P<answered_at>{_AGE})\.?",
        ),
        Mark(Kind.META, r"Submitted: (?P<asked_at>[^\n.]{3,40}+)\.?(?: Category: (?P<tags>[^\n]+))?"),
        Mark(Kind.META, r"Category: (?P<tags>[^\n]+)"),
        Mark(Kind.SKIP, r"How JustAnswer Works:|Satisfied Customers:[^\n]*|Ask (?:\S[^\n]{1,34} )?Your Own[^\n]*"),
        Mark(Kind.END, r"What Customers are Saying:?|Related [^\n]{3,40} Questions|Meet [Tt]he Experts:?"),
        Mark(Kind.FURNITURE, r"(?:Expert|Assistant)'?s? +Assistant[^\n]{0,30}|JustAnswer[^\n]{0,60}"),
    ),
    proof=(Kind.BYLINE,),
)
