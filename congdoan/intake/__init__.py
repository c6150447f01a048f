"""Takes in the spreadsheets of union staff: reads what they are, checks them, names every doubt by cell."""
