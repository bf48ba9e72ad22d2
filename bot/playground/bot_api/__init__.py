"""The Bot API: one small function a method, gathered in `table.py`; one file a group of methods.

A method takes the `World` and the call's `Parameters`, returns what goes into `result`, and raises
`RefusalError`. To add one, copy one and name it in its file's `METHODS`.
"""
