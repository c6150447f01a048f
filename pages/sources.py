"""Where does each figure come from, line by line, and what did the checks find?"""

from congdoan.page import documents, finish, start

choice = start("sources")
documents(choice)
finish(choice, "sources")
