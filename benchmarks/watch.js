// Put into a page before its own scripts: notes when tiles, headings, tables and charts last changed, and when
// that was painted, two frames later.
window.bench = (() => {
  const SHOWN = ".js-plotly-plot, .congdoan-plot, .congdoan-face, [data-testid=stMetric], [data-testid=stDataFrame], .congdoan-grid, [data-testid=stHeading]";
  const QUIET = 700; // ms without a change after which a page stands still
  let [begun, changed, painted, longTasks, charts] = [0, 0, 0, 0, new Set()];

  function shown(record) {
    const element = record.target.nodeType === 1 ? record.target : record.target.parentElement;
    const part = element?.closest(SHOWN);
    const added = [...record.addedNodes].some((node) => node.matches?.(SHOWN) || node.querySelector?.(SHOWN));
    if (part?.matches(".js-plotly-plot")) charts.add(part);
    return part || added;
  }

  new MutationObserver((records) => {
    if (!records.map(shown).some(Boolean)) return;
    changed = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => { painted = performance.now(); }));
  }).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });

  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    if (entry.startTime >= begun) longTasks += entry.duration;
  })).observe({ type: "longtask", buffered: true });

  addEventListener("click", (event) => {
    [begun, changed, painted, longTasks, charts] = [event.timeStamp, 0, 0, 0, new Set()];
  }, true);

  const inSight = (box) => box.getBoundingClientRect().top < innerHeight && box.clientWidth > 0;
  const empty = (box) => inSight(box) && !box.querySelector(".main-svg");
  function working() { // a script runs or is about to, or a part in sight has nothing in it yet
    const state = document.querySelector("[data-test-script-state]")?.dataset.testScriptState ?? "notRunning";
    const boxes = [...document.querySelectorAll(".congdoan-plot, [data-testid=stPlotlyChart]")];
    return state !== "notRunning" || document.querySelector("[data-testid=stSkeleton]") || boxes.some(empty);
  }
  const still = () => changed > 0 && painted >= changed && performance.now() - painted > QUIET && !working();
  const told = () => ({ milliseconds: painted - begun, charts: charts.size, longTasks });
  const settled = () => new Promise((done) => {
    const look = () => (still() ? done(told()) : setTimeout(look, 100));
    look();
  });
  return { settled };
})();
