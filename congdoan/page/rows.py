"""Asks a query for a view, once per release: the answer of a release never changes.

Answers are kept as they are, not as pickled copies, which cost as much at each reading as a small query.
Nobody changes them, and what is made of them is kept by their identity.
"""

from __future__ import annotations

import json
from typing import Any

import streamlit as st

from congdoan import database
from congdoan.database import Release, Rows
from congdoan.page.choice import Choice


def rows(query: str, choice: Choice, **inputs: Any) -> Rows:
    """The rows of a query for a choice; `inputs` add to what the choice binds, or take its place."""
    bound = json.dumps({**choice.inputs(), **inputs}, sort_keys=True)
    return _ask(query, choice.dataset, database.version(choice.dataset), bound)


@st.cache_resource(show_spinner=False, max_entries=512)
def _ask(query: str, dataset: str, release: str, bound: str) -> Rows:
    return database.rows(query, dataset, json.loads(bound), release)


def held(choice: Choice) -> Release:
    """The release that a view reads, asked once per release."""
    return _held(choice.dataset, database.version(choice.dataset))


@st.cache_resource(show_spinner=False, max_entries=8)
def _held(dataset: str, release: str) -> Release:
    return database.release(dataset, release)
