"""Which unit is it, where does it stand in the tree, and what is known of it?"""

from congdoan.page import finish, organisation, start

choice = start("organisations")
organisation(choice)
finish(choice, "organisations")
