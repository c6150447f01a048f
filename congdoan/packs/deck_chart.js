// Charts on slides: laid out small and shown large, so that their type becomes as large as that of the slide.
const TYPE = 24; // px of the smallest text on a screen of 1366 by 768
const CHART_TYPE = 14; // px that charts are set in

async function chart(view, { chart: { figure, alt, breaks, named }, step }, body, unit) {
  const zoom = (TYPE * unit) / CHART_TYPE;
  const box = element("div", { class: "deck-chart", role: "img", "aria-label": alt });
  const note = element("p", { class: "deck-more" }, "…");
  body.append(box, note);
  await library(view.options.library);
  if (!box.isConnected) return;
  const width = box.clientWidth / zoom, height = box.clientHeight / zoom;
  const plot = element("div", { style: `width:${width}px;height:${height}px;transform:scale(${zoom})` });
  box.replaceChildren(plot);
  const drawn = (head) => {
    const { data, layout, rows, all } = laned(headed(enlarged(figure), head), height, named);
    const some = rows < all ? fitted(view.deck.words, "some", rows, all) : "";
    note.textContent = [some, breaks.length ? `┆ ${breaks.join("; ")}` : ""].filter(Boolean).join(" ");
    return window.Plotly.react(plot, data, { ...layout, width, height, autosize: false }, settings(view.deck.lang));
  };
  await drawn(0);
  const legend = plot.querySelector(".legend")?.getBBox().height ?? 0;
  if (legend > (figure.layout.margin?.t ?? 0) && box.isConnected) await drawn(legend);
  box.dataset.painted = step;
}

// The figure with room above the plot for the whole legend; words in bars are hidden rather than made smaller.
function headed({ data, layout }, head) {
  const { margin = {}, uniformtext } = layout;
  const whole = uniformtext && { ...uniformtext, minsize: CHART_TYPE };
  return { data, layout: { ...layout, uniformtext: whole, margin: { ...margin, t: Math.max(margin.t ?? 0, head) } } };
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
