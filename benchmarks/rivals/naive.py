"""The overview as one writes it first: SQL in the page, on the long table, charts by plotly.express."""

import os

import duckdb
import pandas as pd
import plotly.express as px  # type: ignore[import-untyped]
import streamlit as st

ALL = "Cả nước"
TILES = {
    "Đoàn viên": ("members", "all"),
    "Công đoàn cơ sở": ("branches", "all"),
    "Chăm lo Tết": ("welfare_amount", "programme.tet"),
    "Ủng hộ": ("donation_amount", "all"),
    "Xếp loại": ("rated_branches", None),
    "Khen thưởng": ("awards", None),
}
HEADLINES = "members branches welfare_amount houses donation_amount party_admitted members_joined".split()
FROM = (
    "from figures f join organisations o using (org_id) join provinces p on p.place = o.place_34 "
    "where o.level = 'branch' and f.scope = 'total' and f.period_type in ('year', 'as_of') "
    "and ($province is null or p.vi = $province)"
)


@st.cache_resource
def connection() -> duckdb.DuckDBPyConnection:
    return duckdb.connect(os.environ["BENCH_SNAPSHOT"], read_only=True)


@st.cache_data
def ask(sql: str, **values: object) -> pd.DataFrame:
    return connection().cursor().execute(sql, values).df()


st.set_page_config(layout="wide")
places = ask("select vi from provinces where scheme = '34' order by vi")["vi"]
left, right = st.columns(2)
province = left.selectbox("Tỉnh, thành phố", [ALL, *places])
year = right.selectbox("Năm", range(2025, 2015, -1), index=1)
here = {"province": None if province == ALL else province}
st.title(f"Tổng quan: {province}, {year}")

for column, (label, (metric, item)) in zip(st.columns(6), TILES.items(), strict=True):
    values = ask(
        f"select f.year, sum(f.value) as value {FROM} and metric = $metric "
        "and ($item is null or item = $item) group by all order by all",
        **here,
        metric=metric,
        item=item,
    )
    totals = dict(zip(values["year"], values["value"], strict=True))
    now, before = totals.get(year, 0), totals.get(year - 1, 0)
    column.metric(
        label,
        f"{now:,.0f}",
        f"{100 * (now - before) / before:.1f} %" if before else None,
        chart_data=values["value"],
    )

lines = ask(
    f"select f.year, sum(f.value) as value {FROM} and metric = 'members' group by all order by all", **here
)
st.plotly_chart(px.line(lines, x="year", y="value", markers=True, title=f"Đoàn viên, {province}"))

by_place = ask(
    f"select p.vi as place, p.tile_column as x, -p.tile_row as y, sum(f.value) as value "
    f"{FROM} and metric = 'members' and f.year = $year group by all order by value",
    **here,
    year=year,
)
left, right = st.columns(2)
tiles = px.scatter(by_place, x="x", y="y", color="value", text="place", title=f"Đoàn viên, {year}")
left.plotly_chart(tiles.update_traces(marker={"size": 30, "symbol": "square"}))
right.plotly_chart(px.bar(by_place, x="value", y="place", orientation="h", height=700, title=f"{year}"))

coverage = ask(
    f"select metric, f.year, count(distinct o.place_34) as places {FROM} "
    "and list_contains($metrics, cast(metric as varchar)) group by all order by all",
    **here,
    metrics=HEADLINES,
)
grid = coverage.pivot_table(index="metric", columns="year", values="places")
st.plotly_chart(px.imshow(grid, title="Số nơi có số"))

moved = ask(
    f"select metric, p.vi as place, sum(f.value) filter (f.year = $year - 1) as before, "
    f"sum(f.value) filter (f.year = $year) as now "
    f"{FROM} and list_contains($metrics, cast(metric as varchar)) and item = 'all' group by all",
    **here,
    metrics=HEADLINES,
    year=year,
)
moved["change"] = moved["now"] / moved["before"] - 1
st.dataframe(moved.sort_values("change", key=abs, ascending=False).head(12))
