"""Facts to a snapshot: everything known at one moment, immutable, swapped whole.

In: documents, facts, glossary items, problems. Out: a `Snapshot`. May import `facts`, `corpus` and the base.
"""
