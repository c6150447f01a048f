"""Starts the app: `streamlit run app.py` reads this file to find `app`, so it stands in plain sight."""

import streamlit

from congdoan import server

app = streamlit.App(
    server.SCRIPT,
    routes=server.routes(),
    middleware=server.middleware(),
    lifespan=server.warm,
    on_script_error=server.on_script_error,
)
