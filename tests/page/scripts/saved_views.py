"""Runs the head of a screen and what the dialog of saved views holds, without the dialog."""

import streamlit as st

from congdoan.page import url
from congdoan.page.choice import choice_of
from congdoan.page.screens import script
from congdoan.page.view_dialog import views_dialog
from congdoan.page.views import head_of_views

choices, _ = url.read()
screen = st.session_state["screen"]
pages = [st.Page(script(one)) for one in ("overview", "members", "welfare")]
st.navigation(pages, position="hidden")
head_of_views(choice_of(choices), screen)
views_dialog(choice_of(choices), screen)
url.write()
