"""Names of bodies in an English sentence: "hosted by the A of B and the C, …" ends where no name can go on."""

from __future__ import annotations

# What begins a name: a capital, or the government of a place.
_BEGINS = r"(?:the\s)?(?:[A-Z]|China's|(?:provincial\s|municipal\s|local\s)?government\sof\s(?:the\s)?[A-Z])"
# The place or time behind the last name, or a verb.
_BEHIND = (
    r"\s(?:in|at) [A-Z][a-z]+(?:[,. ]|$)"
    r"|\s(?:from|under|on|which|with|that|runs?|ran|opened|kicked|will|has|is|was|attracted|drew|since|during|between)\b"
)
# The group `names` runs up to a stop, a clause, a verb, or the place or time behind the last name.
NAMES = (
    rf"(?P<names>{_BEGINS}[^.;:]{{2,240}}?)"
    rf"(?=[.;:]|$|,\s(?!(?:and\s|as well as\s)?{_BEGINS})|,?\s(?:and|with)\s(?!{_BEGINS})"
    rf"|,\s(?:and\s)?the (?:summit|event|conference)|{_BEHIND})"
)
