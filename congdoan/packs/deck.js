// Shows a deck, one slide after another, from data that is all here: on the screen of presentations, and in the
// file that opens without a network. Sizes are in steps of --u, one px on a screen of 1366 by 768, smaller only in
// windows that no hall has.
const NEXT = ["ArrowRight", "PageDown", " "], BACK = ["ArrowLeft", "PageUp"];
const IDLE = 3000; // ms until the tools go
const SMALL = { width: 1000, height: 640, least: 0.55 }; // px below which all becomes smaller, and how small at most
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
// of the chart library where it is not there yet, `place` how a number of a slide is kept in the address, `links`
// whether codes lead to their views, `open` and `leave` what is done then; without them nothing is.
export function show(parent, deck, options) {
  const stage = element("section", { class: "deck", lang: deck.lang, tabindex: "-1", "aria-label": deck.title });
  parent.append(stage);
  const view = { deck, options, stage, at: within(deck, options.at ?? 1), twin: false, notes: false, help: false };
  const listeners = listen(view);
  if (options.every) view.clock = setInterval(() => go(view, view.at + 1, true), options.every * 1000);
  draw(view);
  library(options.library).catch(() => {}); // while the first slide is looked at; where it fails a chart tries again
  stage.focus({ preventScroll: true });
  return () => {
    clearInterval(view.clock);
    clearTimeout(view.idle);
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
    [view.stage, "mousemove", () => awake(view)],
    [view.stage, "touchstart", ({ touches }) => { touched = touches.length === 1 ? touches[0] : undefined; awake(view); }],
    [view.stage, "touchend", ({ changedTouches: [one] }) => {
      const moved = one.clientX - (touched?.clientX ?? one.clientX);
      if (Math.abs(moved) > 60) go(view, view.at + (moved < 0 ? 1 : -1));
    }],
  ];
  listeners.forEach(([target, event, act]) => target.addEventListener(event, act, { passive: event !== "keydown" }));
  return listeners;
}

// The tools stand there for a while after each move and key.
function awake(view) {
  clearTimeout(view.idle);
  view.stage.classList.add("deck-awake");
  view.idle = setTimeout(() => view.stage.classList.remove("deck-awake"), IDLE);
}

// Whoever types into a field keeps every key.
const typing = ({ target }) => target?.closest?.("input, textarea, select, [contenteditable=true]");

function typed(view, event) {
  if (typing(event) || event.ctrlKey || event.altKey || event.metaKey) return;
  const act = action(view, event.key);
  if (!act || (event.key === " " || event.key === "Enter") && event.target?.closest?.("button, a")) return;
  event.preventDefault();
  if (![...NEXT, ...BACK].includes(event.key)) awake(view); // whoever goes on by key reads, and sees the source
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
    Enter: view.options.open && (() => view.options.open(deck.slides[view.at - 1])),
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
  history.replaceState(history.state, "", (view.options.place ?? inAddress)(to));
  draw(view);
}

// The address names the slide, so that loading it again comes back to it.
function inAddress(at) {
  const address = new URL(location.href);
  address.searchParams.set("buoc", at);
  return address;
}

function unitOf(width, height) {
  const small = Math.min(width / SMALL.width, height / SMALL.height);
  return small < 1 ? Math.max(SMALL.least, small) : Math.max(1, Math.min(width / 1366, height / 768));
}

function draw(view) {
  const { deck, stage, at } = view;
  const slide = deck.slides[at - 1];
  const unit = unitOf(innerWidth, innerHeight);
  stage.style.setProperty("--u", `${unit}px`);
  stage.dataset.kind = slide.kind;
  const body = element("div", { class: "deck-body" });
  stage.replaceChildren(head(view, slide), body, foot(view, slide), tools(view, slide));
  fill(view, slide, body, unit);
  if (view.notes) stage.append(notes(deck.words, slide));
  if (view.help) stage.append(keys(view));
}

function tools(view, slide) {
  const { deck: { words }, options } = view;
  const button = (name, act, label = words[name]) => {
    const made = element("button", { type: "button", "aria-label": words[name], title: words[name] }, label);
    made.onclick = act;
    return made;
  };
  return element("nav", { "aria-label": words.keys }, [
    button("back", () => go(view, view.at - 1), "‹"),
    button("next", () => go(view, view.at + 1), "›"),
    ...(slide.chart && slide.table ? [button("table", () => turn(view, "twin"), view.twin ? words.chart : words.table)] : []),
    ...(slide.note || slide.remarks.length ? [button("notes", () => turn(view, "notes"))] : []),
    ...(options.open && slide.address ? [button("open", () => options.open(slide))] : []),
    button("keys", () => turn(view, "help"), "?"),
    ...(options.leave ? [button("leave", options.leave, "✕")] : []),
  ]);
}

function fill(view, slide, body, unit) {
  if (slide.kind === "cover") body.append(cover(view.deck, slide));
  else if (slide.kind === "tiles") body.append(tiles(slide));
  else if (slide.lines.length) body.append(element("ul", { class: "deck-lines" }, slide.lines.map((line) => element("li", {}, line))));
  else if (slide.chart?.ranked.length && !view.twin) ranking(slide.chart, body, view.deck.words);
  else if (slide.chart && !view.twin) chart(view, slide, body, unit);
  else if (slide.table) table(slide.table, body, view.deck.words);
  shrink(body);
}
