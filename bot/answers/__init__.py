"""A question and a snapshot to an answer: pure; one topic a file; no wording, no markup, no Telegram.

In: a `Question` (text, language, today) and a `Snapshot`. Out: an `Answer` of statements with their proofs. May
import `knowledge` and what flows into it, and the base.
"""
