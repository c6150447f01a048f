"""The overview in pandas: the figures of its metrics are read whole, once, and grouped for each choice."""

import os

import duckdb
import pandas as pd
import plotly.express as px  # type: ignore[import-untyped]
import streamlit as st

ALL = "Cả nước"
HEADLINES = "members branches welfare_amount houses donation_amount party_admitted members_joined".split()
METRICS = [*HEADLINES, "rated_branches", "awards"]


@st.cache_resource
def figures() -> pd.DataFrame:
    with duckdb.connect(os.environ["BENCH_SNAPSHOT"], read_only=True) as connection:
        frame = connection.execute(
            "select f.metric, f.item, f.year, cast(f.value as double) as value, p.vi as place, "
            "p.tile_column as x, -p.tile_row as y from figures f join organisations o using (org_id) "
            "join provinces p on p.place = o.place_34 where o.level = 'branch' and f.scope = 'total' "
            "and f.period_type in ('year', 'as_of') and list_contains($metrics, cast(f.metric as varchar))",
            {"metrics": METRICS},
        ).df()
    return frame.astype({"place": "category"})


st.set_page_config(layout="wide")
frame = figures()
left, right = st.columns(2)
province = left.selectbox("Tỉnh, thành phố", [ALL, *sorted(frame["place"].cat.categories)])
year = right.selectbox("Năm", range(2025, 2015, -1), index=1)
here = frame if province == ALL else frame[frame["place"] == province]
st.title(f"Tổng quan: {province}, {year}")

members = here[here["metric"] == "members"]
TILES = {
    "Đoàn viên": members,
    "Công đoàn cơ sở": here[here["metric"] == "branches"],
    "Chăm lo Tết": here[(here["metric"] == "welfare_amount") & (here["item"] == "programme.tet")],
    "Ủng hộ": here[(here["metric"] == "donation_amount") & (here["item"] == "all")],
    "Xếp loại": here[(here["metric"] == "rated_branches") & (here["item"] != "all")],
    "Khen thưởng": here[here["metric"] == "awards"],
}
for column, (label, rows) in zip(st.columns(6), TILES.items(), strict=True):
    totals = rows.groupby("year")["value"].sum()
    now, before = totals.get(year, 0), totals.get(year - 1, 0)
    change = f"{100 * (now - before) / before:.1f} %" if before else None
    column.metric(label, f"{now:,.0f}", change, chart_data=totals)

lines = members.groupby("year", as_index=False)["value"].sum()
st.plotly_chart(px.line(lines, x="year", y="value", markers=True, title=f"Đoàn viên, {province}"))

this_year = members[members["year"] == year]
by_place = this_year.groupby(["place", "x", "y"], observed=True)[["value"]].sum()
by_place = by_place.sort_values("value").reset_index()
left, right = st.columns(2)
tiles = px.scatter(by_place, x="x", y="y", color="value", text="place", title=f"Đoàn viên, {year}")
left.plotly_chart(tiles.update_traces(marker={"size": 30, "symbol": "square"}))
right.plotly_chart(px.bar(by_place, x="value", y="place", orientation="h", height=700, title=f"{year}"))

headlines = here[here["metric"].isin(HEADLINES)]
coverage = headlines.groupby(["metric", "year"], observed=True)["place"].nunique().unstack()
st.plotly_chart(px.imshow(coverage, title="Số nơi có số"))

whole = headlines[(headlines["item"] == "all") & headlines["year"].isin([year - 1, year])]
moved = whole.pivot_table("value", ["metric", "place"], "year", "sum", observed=True)
moved.columns = ["before", "now"][-len(moved.columns) :]
if "before" in moved:
    moved["change"] = moved["now"] / moved["before"] - 1
    moved = moved.sort_values("change", key=abs, ascending=False)
st.dataframe(moved.head(12))
