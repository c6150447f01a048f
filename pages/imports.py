"""Which figures come in from this spreadsheet, what do they change, and what was imported before?"""

from congdoan.page import finish, importing, start

choice = start("imports")
importing(choice)
finish(choice, "imports")
