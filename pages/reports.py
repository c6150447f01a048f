"""Who has reported for a period, who late, who not at all, and how many members stand behind those?"""

from congdoan.page import finish, reports, start

choice = start("reports")
reports(choice)
finish(choice, "reports")
