"""What is shown in the meeting, slide by slide, and as which files?"""

from congdoan.page import finish, presentation, start

choice = start("presentation")
presentation(choice)
finish(choice, "presentation")
