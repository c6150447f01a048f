"""Which metrics, places and years side by side, in which rows and columns?"""

from congdoan.page import explorer, finish, start

choice = start("explorer")
explorer(choice)
finish(choice, "explorer")
