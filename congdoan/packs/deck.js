// Shows a deck, one slide after another, from data that is all here: on the screen of presentations, and in the
// file that opens without a network. Sizes are in steps of --u, one px on a screen of 1366 by 768, never smaller.
const TYPE = 24; // px of the smallest text on that screen
const CHART_TYPE = 14; // px that charts are set in
const GAP = 14; // px around a row of a table
const NEXT = ["ArrowRight", "PageDown", " "], BACK = ["ArrowLeft", "PageUp"];
const kept = new WeakMap();

export default function ({ parentElement, data, setTriggerValue }) {
  const wanted = new TextDecoder().decode(data);
  const held = kept.get(parentElement);
  if (held?.wanted === wanted) return held.end;
  held?.end();
  const { deck, ...options } = JSON.parse(wanted);
  const end = show(parentElement, deck, {
    ...options,
    open: (slide) => setTriggerValue("open", slide.step),
    leave: () => setTriggerValue("leave", true),
  });
  kept.set(parentElement, { wanted, end: () => { kept.delete(parentElement); end(); } });
  return kept.get(parentElement).end;
}

// Options: `at` the first slide, `every` seconds between slides of a deck that runs by itself, `library` the address
// of the chart library where it is not there yet, `open` and `leave` what is done then; without them nothing is.
export function show(parent, deck, options) {
  const stage = element("section", { class: "deck", lang: deck.lang, tabindex: "-1", "aria-label": deck.title });
  parent.append(stage);
  const view = { deck, options, stage, at: within(deck, options.at ?? 1), twin: false, notes: false, help: false };
  const listeners = listen(view);
  if (options.every) view.clock = setInterval(() => go(view, view.at + 1, true), options.every * 1000);
  draw(view);
  stage.focus({ preventScroll: true });
  return () => {
    clearInterval(view.clock);
    listeners.forEach(([target, event, act]) => target.removeEventListener(event, act));
    stage.remove();
  };
}

const within = (deck, step) => Math.min(Math.max(Math.round(step) || 1, 1), deck.slides.length);

function listen(view) {
  let touched;
  const listeners = [
    [window, "keydown", (event) => typed(view, event)],
    [window, "resize", () => draw(view)],
    [view.stage, "touchstart", ({ changedTouches: [one] }) => { touched = one; }],
    [view.stage, "touchend", ({ changedTouches: [one] }) => {
      const moved = one.clientX - (touched?.clientX ?? one.clientX);
      if (Math.abs(moved) > 60) go(view, view.at + (moved < 0 ? 1 : -1));
    }],
  ];
  listeners.forEach(([target, event, act]) => target.addEventListener(event, act, { passive: event !== "keydown" }));
  return listeners;
}

// Whoever types into a field keeps every key.
const typing = ({ target }) => target?.closest?.("input, textarea, select, [contenteditable=true]");

function typed(view, event) {
  if (typing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
  const act = action(view, event.key);
  if (!act || (event.key === " " || event.key === "Enter") && event.target?.closest?.("button, a")) return;
  event.preventDefault();
  act();
}

function action(view, key) {
  const { deck } = view;
  if (NEXT.includes(key)) return () => go(view, view.at + 1);
  if (BACK.includes(key)) return () => go(view, view.at - 1);
  return {
    Home: () => go(view, 1),
    End: () => go(view, deck.slides.length),
    f: () => full(view),
    b: () => turn(view, "twin"),
    n: () => turn(view, "notes"),
    "?": () => turn(view, "help"),
    Enter: () => view.options.open?.(deck.slides[view.at - 1]),
    Escape: () => escape(view),
  }[key.length === 1 ? key.toLowerCase() : key];
}

function escape(view) {
  if (view.help || view.notes || view.twin) return turn(view);
  if (document.fullscreenElement) return document.exitFullscreen();
  view.options.leave?.();
}

// Turns one of twin, notes and help on or off, without a name all of them off.
function turn(view, name) {
  const on = name && !view[name];
  Object.assign(view, { twin: name !== "twin" && name ? view.twin : false, help: false });
  if (!name) view.notes = false;
  if (name) view[name] = on;
  draw(view);
}

function full({ stage }) {
  if (document.fullscreenElement) document.exitFullscreen();
  else stage.requestFullscreen?.().catch(() => {});
}

function go(view, step, again = false) {
  const { deck } = view;
  const to = again && step > deck.slides.length ? 1 : within(deck, step);
  if (to === view.at) return;
  Object.assign(view, { at: to, twin: false, help: false });
  remember(view);
  draw(view);
}

// The address names the slide, so that loading it again comes back to it.
function remember({ at, options }) {
  if (options.remember === false) {
    history.replaceState(history.state, "", `#${at}`);
    return;
  }
  const address = new URL(location.href);
  address.searchParams.set("buoc", at);
  history.replaceState(history.state, "", address);
}

function draw(view) {
  const { deck, stage, at } = view;
  const slide = deck.slides[at - 1];
  const unit = Math.max(1, Math.min(innerWidth / 1366, innerHeight / 768));
  stage.style.setProperty("--u", `${unit}px`);
  const body = element("div", { class: "deck-body" });
  stage.replaceChildren(head(view, slide), body, foot(view, slide));
  fill(view, slide, body, unit);
  if (view.notes) stage.append(panel("notes", deck.words.notes, element("p", {}, slide.note || deck.words.no_note)));
  if (view.help) stage.append(keys(deck));
}

function head({ deck }, slide) {
  const parts = [slide.kicker, slide.kind === "cover" ? deck.place : slide.where].filter(Boolean);
  const top = element("p", { class: "deck-top" }, [
    element("span", {}, parts.join(" · ")), ...(deck.mark ? [element("strong", { class: "deck-mark" }, deck.mark)] : []),
  ]);
  return element("header", {}, [top, element("h1", { "aria-live": "polite" }, slide.title)]);
}

function foot(view, slide) {
  const { deck, options } = view;
  const { words } = deck;
  const button = (name, act, label = words[name]) => {
    const made = element("button", { type: "button", "aria-label": words[name], title: words[name] }, label);
    made.onclick = act;
    return made;
  };
  const tools = [
    button("back", () => go(view, view.at - 1), "‹"),
    element("span", { class: "deck-count" }, `${view.at}/${deck.slides.length}`),
    button("next", () => go(view, view.at + 1), "›"),
    ...(slide.chart && slide.table ? [button("table", () => turn(view, "twin"), view.twin ? words.chart : words.table)] : []),
    ...(options.open && slide.address ? [button("open", () => options.open(slide))] : []),
    button("keys", () => turn(view, "help"), "?"),
  ];
  const mark = element("span", { class: "deck-qr", role: "img", "aria-label": `${words.code} ${slide.code}` });
  const drawn = new DOMParser().parseFromString(slide.qr, "image/svg+xml").documentElement;
  mark.append(document.importNode(drawn, true), element("span", {}, slide.code));
  return element("footer", {}, [
    element("p", { class: "deck-source" }, slide.source), mark, element("nav", { "aria-label": words.keys }, tools),
  ]);
}

function fill(view, slide, body, unit) {
  if (slide.kind === "tiles") body.append(tiles(slide));
  else if (slide.lines.length) body.append(element(slide.kind === "cover" ? "div" : "ul", { class: "deck-lines" },
    slide.lines.map((line) => element(slide.kind === "cover" ? "p" : "li", {}, line))));
  else if (slide.chart && !view.twin) chart(view, slide, body, unit);
  else if (slide.table) table(slide.table, body, view.deck.words);
}

function tiles({ tiles: every }) {
  return element("div", { class: "deck-tiles" }, every.map((tile) => element("div", {}, [
    element("p", {}, tile.label),
    ...(tile.value ? [element("p", { class: "deck-value" }, tile.value)] : []),
    ...tile.lines.map((line) => element("p", { class: "deck-line" }, line)),
    ...[tile.change, tile.remark.split("\n")[0].split(" · ")[0]].filter(Boolean).map((said) => element("p", {}, said)),
  ])));
}

// As many rows as fit; a line below says how many there are.
function table({ headings, numeric, totals, rows, all }, body, words) {
  const cells = (row, tag) => row.map((cell, at) => element(tag, numeric[at] ? { class: "deck-number" } : {}, cell));
  const made = element("table", {}, [element("thead", {}, [element("tr", {}, cells(headings, "th"))])]);
  const lines = element("tbody", {});
  made.append(lines);
  const more = element("p", { class: "deck-more" });
  body.append(made, more);
  const room = () => body.clientHeight - more.offsetHeight - GAP;
  const order = [...rows.keys()].sort((a, b) => totals[b] - totals[a] || a - b); // totals before all others
  const shown = new Set();
  more.textContent = fitted(words.some, all, all);
  for (const at of order) {
    const line = element("tr", totals[at] ? { class: "deck-total" } : {}, cells(rows[at], "td"));
    line.at = at;
    lines.insertBefore(line, [...lines.children].find((one) => one.at > at) ?? null);
    if (made.offsetHeight > room() && shown.size) { line.remove(); break; }
    shown.add(at);
  }
  more.textContent = shown.size < all ? fitted(words.some, shown.size, all) : "";
  narrow(made, body);
}

// Columns beyond the edge go from the right; the table in full stands in the dashboard and the files.
function narrow(made, body) {
  while (made.offsetWidth > body.clientWidth && made.rows[0].cells.length > 2)
    for (const row of made.rows) row.lastElementChild.remove();
}

const fitted = (words, some, all) => words.replace("{shown}", some).replace("{total}", all);

// A chart is laid out small and shown large: its type becomes as large as that of the slide.
async function chart(view, { chart: { figure, alt }, step }, body, unit) {
  const zoom = (TYPE * unit) / CHART_TYPE;
  const note = element("p", { class: "deck-more" });
  const box = element("div", { class: "deck-chart", role: "img", "aria-label": alt });
  body.append(box, note);
  await library(view.options.library);
  const room = { width: box.clientWidth / zoom, height: box.clientHeight / zoom };
  const { data, layout, rows, all } = cut(enlarged(figure), room.height);
  if (rows < all) note.textContent = fitted(view.deck.words.some, rows, all);
  const plot = element("div", { style: `width:${room.width}px;height:${room.height}px;transform:scale(${zoom})` });
  box.replaceChildren(plot);
  const width = Math.min(room.width, layout.meta?.max_width ?? Infinity);
  await window.Plotly.newPlot(plot, data, { ...layout, width, height: room.height, autosize: false },
    settings(view.deck.lang));
  const legend = plot.querySelector(".legend")?.getBBox().height ?? 0;
  const { t = 0 } = layout.margin ?? {};
  if (legend > t) await window.Plotly.relayout(plot, { "margin.t": legend });
  box.dataset.painted = step;
}

// All type of a chart in at least the size that becomes the slide's smallest.
function enlarged(part) {
  if (!part || typeof part !== "object") return part;
  if (Array.isArray(part)) return part.map(enlarged);
  const grown = ([key, value]) => [key, key.endsWith("font") ? { ...value, size: Math.max(value.size ?? 0, CHART_TYPE) } : enlarged(value)];
  return Object.fromEntries(Object.entries(part).map(grown));
}

// Rows stand one below the other in px: those that do not fit go, and are counted.
function cut({ data, layout }, height) {
  const { yaxis, margin } = layout;
  const places = yaxis?.tickvals;
  const room = height - (margin?.t ?? 0) - (margin?.b ?? 0);
  const rows = places?.length;
  if (!rows || !yaxis.range || yaxis.range[0] <= yaxis.range[1] || yaxis.range[0] <= room) return { data, layout, rows, all: rows };
  const pitch = (yaxis.range[0] - (yaxis.range[1] ?? 0)) / rows;
  const shown = Math.max(1, Math.floor(room / pitch)), end = shown * pitch;
  const fits = data.map((trace) => {
    if (!Array.isArray(trace.y)) return trace;
    const kept = trace.y.map((at, index) => (at < end ? index : -1)).filter((index) => index >= 0);
    const take = (value) => (Array.isArray(value) && value.length === trace.y.length ? kept.map((index) => value[index]) : value);
    const deep = (part) => part && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).map(([key, value]) => [key, deep(value)])) : take(part);
    return deep(trace);
  });
  const axis = { ...yaxis, range: [end, yaxis.range[1]], tickvals: places.slice(0, shown), ticktext: yaxis.ticktext.slice(0, shown) };
  return { data: fits, layout: { ...layout, yaxis: axis }, rows: shown, all: rows };
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

function keys({ words }) {
  const every = ["next", "back", "first", "last", "fullscreen", "table", "notes", "open", "leave", "keys"];
  const said = (name) => [element("dt", {}, words[`key_${name}`]), element("dd", {}, words[name])];
  return panel("help", words.keys, element("dl", {}, every.flatMap(said)));
}

const panel = (name, title, content) =>
  element("aside", { class: `deck-${name}`, "aria-label": title }, [element("h2", {}, title), content]);

function element(tag, attributes = {}, content = []) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...[content].flat());
  return made;
}
