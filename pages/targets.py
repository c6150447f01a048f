"""Who met the targets, who is below them, by how far, and who has told no figure yet?"""

from congdoan.page import finish, start, targets

choice = start("targets")
targets(choice)
finish(choice, "targets")
