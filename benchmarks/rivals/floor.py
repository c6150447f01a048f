"""The floor: a page of six tiles and four charts whose every answer was worked out before.

It asks nothing and computes nothing, and its rubbish collector has nothing old to look through: no page with
as much on it is faster on this server. The address chooses the province, as in the product.
"""

import gc
import json
import os
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import streamlit as st

from congdoan.charts import Chart
from congdoan.page.plot import plot


@st.cache_resource(show_spinner=False)
def answers() -> dict[str, Any]:
    """Tiles and charts by province, as the overview of the product showed them."""
    held: dict[str, Any] = json.loads(Path(os.environ["BENCH_ANSWERS"]).read_text(encoding="utf-8"))
    for page in held.values():
        page["charts"] = [Chart(one["figure"], one["alt"], one["height"]) for one in page["charts"]]
    gc.collect()
    gc.freeze()
    return held


st.set_page_config(layout="wide")
places = list(answers())
chosen = st.query_params.get("tinh", "")
with st.container(horizontal=True):
    st.selectbox("Province", places, index=places.index(chosen))
    st.selectbox("Year", range(2016, 2026), index=9)
st.title(f"Province {chosen}")
tiles = islice(cycle(answers()[chosen]["tiles"]), 6)
for column, tile in zip(st.columns(6), tiles, strict=True):
    with column:
        st.metric(tile["label"], tile["value"], delta=tile["delta"], chart_data=tile["series"])
charts = list(islice(cycle(answers()[chosen]["charts"]), 4))
for column, index in zip(st.columns(2) * 2, range(4), strict=True):
    with column:
        plot(charts[index], key=f"chart_{index}")
