"""Who is named in a sentence, and what they did: names with titles, and roles, in Chinese and in English.

In: the text of one sentence. Out: `Person`s and `Act`s with positions; which edition or body they belong to is worked out
by `bot/facts/extractors/people.py`. Surnames, offices, events and words that are no names are data (`people.yaml`).
"""
