"""The screens by group: the file in pages/, and its address."""

PAGES = {
    "": {"overview": ""},
    "activities": {
        "members": "doan-vien",
        "welfare": "cham-lo",
        "donations": "ung-ho",
        "ratings": "xep-loai",
        "awards": "khen-thuong",
    },
    "analysis": {"comparison": "so-sanh", "organisations": "don-vi", "explorer": "so-lieu"},
    "data": {"sources": "nguon", "reports": "bao-cao", "targets": "chi-tieu"},
}
ADDRESSES = {screen: address for screens in PAGES.values() for screen, address in screens.items()}
"""The address of each screen, below the dashboard's own."""
