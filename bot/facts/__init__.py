"""Documents to facts: value types, numerals, dates, vocabulary, scope, and one way of finding facts a file.

In: a `Document`. Out: frozen `Fact`s and `GlossaryItem`s, each with the sentence that states it. May import
`corpus` and the base. Meanings of subjects and predicates are in `vocabulary.yaml`.
"""
