// Charts on slides: laid out small and shown large, so that their type becomes as large as that of the slide.
const TYPE = 24; // px of the smallest text on a screen of 1366 by 768
const CHART_TYPE = 14; // px that charts are set in
const LETTER = 0.46; // of the size of type, the width of a letter
const LEGEND = 34; // px that charts leave above the plot for a line of legend
const LEAST_TOP = 12; // px that stay above the plot without one

async function chart(view, { chart: { figure, alt, remarks, named }, step }, body, unit) {
  const zoom = (TYPE * unit) / CHART_TYPE;
  const box = element("div", { class: "deck-chart", role: "img", "aria-label": alt });
  const note = element("p", { class: "deck-more" }, remarks.join(" ") || "…");
  body.append(box, note);
  await library(view.options.library);
  if (!box.isConnected) return;
  const plot = box.appendChild(element("div", { style: `transform:scale(${zoom});visibility:hidden` }));
  let width, height;
  const drawn = (made) => {
    [width, height] = [box.clientWidth / zoom, box.clientHeight / zoom];
    Object.assign(plot.style, { width: `${width}px`, height: `${height}px` });
    const { data, layout, rows, all } = laned(snug(enlarged(made), height), { width, height }, named);
    note.textContent = [rows < all ? fitted(view.deck.words, "some", rows, all) : "", ...remarks].filter(Boolean).join(" ");
    return window.Plotly.react(plot, data, { ...layout, width, height, autosize: false }, settings(view.deck.lang));
  };
  await drawn(figure);
  const entries = [...plot.querySelectorAll(".legend .traces")].map((entry) => legendEntry(entry, zoom));
  if (entries.length && box.isConnected) body.insertBefore(element("p", { class: "deck-legend" }, entries), box);
  const other = entries.length || box.clientHeight / zoom !== height; // by the lines of the legend and of the note
  if (other && box.isConnected) await drawn(entries.length ? unlegended(figure) : figure);
  plot.style.visibility = "";
  box.dataset.painted = step;
}

// A mark of the legend that the library drew, with its name, where it has the width of the slide; hatches come along.
function legendEntry(entry, zoom) {
  const mark = entry.querySelector(".layers").cloneNode(true);
  const drawn = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  Object.entries({ viewBox: "5 -10 30 20", width: 30 * zoom, height: 20 * zoom, "aria-hidden": true })
    .forEach(([name, value]) => drawn.setAttribute(name, value));
  mark.querySelectorAll("[style*='url(']").forEach((part) => {
    const hatch = document.querySelector(part.style.fill.match(/#[\w-]+/)?.[0])?.cloneNode(true);
    if (!hatch) return;
    hatch.id = `legend-${hatch.id}`;
    drawn.append(hatch);
    part.style.fill = `url(#${hatch.id})`;
  });
  drawn.append(mark);
  return element("span", {}, [drawn, entry.querySelector(".legendtext").textContent]);
}

function unlegended({ data, layout }) {
  const { margin = {} } = layout;
  return { data, layout: { ...layout, showlegend: false, margin: { ...margin, t: Math.max(LEAST_TOP, (margin.t ?? 0) - LEGEND) } } };
}

// The figure in the height it has: words in bars are hidden rather than made smaller, and what is said of an axis
// that is not as long goes into a second line.
function snug({ data, layout }, height) {
  const { margin = {}, uniformtext, yaxis } = layout;
  const whole = uniformtext && { ...uniformtext, minsize: CHART_TYPE };
  const said = yaxis?.title?.text;
  const long = said && said.length * CHART_TYPE * LETTER > height - (margin.t ?? 0);
  const axis = long ? { ...yaxis, title: { ...yaxis.title, text: said.replace(" (", "<br>(") } } : yaxis;
  return { data, layout: { ...layout, uniformtext: whole, yaxis: axis } };
}

// All type of a chart in at least the size that becomes the slide's smallest.
function enlarged(part) {
  if (typeof part === "string") return part.replace(/font-size:\d+px/g, `font-size:${CHART_TYPE}px`);
  if (!part || typeof part !== "object") return part;
  if (Array.isArray(part)) return part.map(enlarged);
  const grown = ([key, value]) => [key, key.endsWith("font") ? { ...value, size: Math.max(value.size ?? 0, CHART_TYPE) } : enlarged(value)];
  return Object.fromEntries(Object.entries(part).map(grown));
}

function settings(lang) {
  const [decimal, thousands] = lang === "vi" ? [",", "."] : [".", ","];
  const format = { decimal, thousands, grouping: [3], currency: ["", ""] };
  return { displayModeBar: false, showTips: false, staticPlot: false, locale: lang, locales: { [lang]: { dictionary: {}, format } } };
}

let loading;
function library(address) {
  loading ??= window.Plotly ? Promise.resolve() : new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = done;
    script.onerror = () => { loading = undefined; failed(new Error(`${address} did not load`)); };
    document.head.append(script);
  });
  return loading;
}
