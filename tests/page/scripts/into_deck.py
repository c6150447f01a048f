"""What the dialog holds that puts the first card of a screen into a deck, without the dialog."""

import streamlit as st

from congdoan.page import url
from congdoan.page.choice import choice_of
from congdoan.page.offstage import gather
from congdoan.page.own_decks import SCREEN, into_deck

choices, _ = url.read()
st.session_state[SCREEN] = st.session_state["screen"]
cards = gather(st.session_state["screen"], choice_of(choices)).cards
made = cards[st.session_state["card"]]
into_deck(made.choice, made.key, made.neutral)
