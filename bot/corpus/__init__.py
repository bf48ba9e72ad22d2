"""Seeds to documents: the only reader of article files.

In: a folder of `.md` and `.txt` files. Out: frozen `Document`s with provenance (path, line, quoted sentence, url,
date) and `Problem`s as values. May import the base only.
"""
