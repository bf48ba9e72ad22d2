"""Names of bodies in an English sentence: "hosted by the A of B and the C, …" ends where no name can go on."""

from __future__ import annotations

# The group `names` runs up to a stop, a clause, a verb, or the place or time behind the last name.
NAMES = (
    r"(?P<names>(?:the\s|China's\s)?[A-Z][^.;:]{2,240}?)(?=[.;:]|$|,\s(?!(?:and\s|as well as\s)?(?:the\s)?(?:[A-Z]|China's))|,?\s(?:and|with)\s(?!the\s[A-Z]|[A-Z])"
    r"|,\s(?:and\s)?the (?:summit|event|conference)|\s(?:in|at) [A-Z][a-z]+(?:[,. ]|$)|\s(?:from|under|on|which|with|that|runs?|ran|opened|kicked|will|has|is|was|attracted|drew|since|during|between)\b)"
)
