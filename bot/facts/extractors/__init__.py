"""One way of finding facts a file. Each takes a read article and yields facts; none knows another.

To add one, copy the file nearest in kind and name it in `bot/facts/extract.py`.
"""
