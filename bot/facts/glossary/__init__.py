"""A document to its glossary items: terms explained below a heading such as 每日涨知识.

`heading` says which line opens the column, `rows` lays the document out line by line, `term` reads the names, `ending` knows
where an explanation stops, `items` puts them together. The words are data (`words.yaml`).
"""
