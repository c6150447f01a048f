"""How many members and branches are there, how many came and went, and who was admitted to the Party?"""

from congdoan.page import figures_said, finish, flows, kpis, lead, missing, other_periods, start, together

choice = start("members")
kpis(choice, ["members", "members_female", "branches", "members_joined", "members_left", "party_admitted"])
lead(choice, "members", subject="members")
together(choice, "members.women", ["members", "members_female", "workforce"], subject="members")
lead(choice, "branches", subject="members")
flows(choice, "members.flows", ["members_joined", "members_left"], subject="members")
flows(choice, "members.branch_flows", ["branches_founded", "branches_dissolved"], subject="members")
flows(choice, "members.party", ["party_recommended", "party_admitted"], subject="members")
other_periods(choice, ["members_joined", "branches_founded", "party_recommended", "party_admitted"])
figures_said(choice, "members")
missing(choice, ["members", "branches"])
finish(choice, "members")
