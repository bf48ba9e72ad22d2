"""A question in words to an `Interpretation`: what was asked of what, and what was not understood.

In: the text, the reader's date, a `Lexicon`. Out: a pure value; whether the sources know it is not looked up here.
"""
