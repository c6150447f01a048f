"""Runs the screen that the session names; the others are listed too, since screens link to each other."""

import streamlit as st

from congdoan.paths import ROOT

files = sorted((ROOT / "pages").glob("*.py"))
pages = [st.Page(path, default=path.stem == st.session_state["screen"]) for path in files]
st.navigation(pages, position="hidden").run()
