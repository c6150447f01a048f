"""Reads the address, takes the steps that the session names, and writes the address: what a screen does."""

import streamlit as st

from congdoan.page import url

st.session_state["read"], st.session_state["notices"] = url.read()
for step, *values in st.session_state.pop("steps", []):
    getattr(url, step)(*values)
url.write()
