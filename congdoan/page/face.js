// Draws one card as far as it is given: title, words, a chart or a table, the line below it, its actions.
const faces = new WeakMap();
const SETTLED = 4000; // ms after which what stands above has its height

export default function ({ data, parentElement, setTriggerValue }) {
  const known = faces.get(parentElement), face = known ?? mount(parentElement);
  const wanted = new TextDecoder().decode(data);
  face.tell = setTriggerValue;
  const parts = wanted === face.wanted ? {} : JSON.parse(wanted);
  if (wanted !== face.wanted) fill(face, parts);
  if (!known && parts.sought) intoSight(face.box);
  face.wanted = wanted;
  return () => { endChart(face); face.box.remove(); faces.delete(parentElement); };
}

function mount(parent) {
  const parts = { title: "h3", subtitle: "p", body: "div", more: "p", source: "p", actions: "div" };
  const face = Object.fromEntries(Object.entries(parts).map(([name, tag]) => [name, made(tag, { className: name })]));
  face.box = made("div", { className: "congdoan-face" });
  face.box.append(...Object.values(face).filter((part) => part !== face.box));
  parent.append(face.box);
  faces.set(parent, face);
  return face;
}

function fill(face, { title, subtitle, chart, table, more, source, actions = {}, picture, tiles }) {
  Object.entries({ title, subtitle, more, source }).forEach(([name, text]) => { face[name].textContent = text ?? ""; });
  if (tiles) return face.body.replaceChildren(drawTiles(tiles, (way) => face.tell("act", way)));
  if (picture) return face.body.replaceChildren(pictureButtons(chart, picture));
  if (chart) showChart(face, chart);
  else endChart(face);
  if (table) showTable(face, table);
  else face.body.querySelector(".congdoan-grid")?.remove();
  offer(face, actions);
}

// What a link leads to stays in sight while the screen above it is drawn, unless the reader goes elsewhere.
function intoSight(box) {
  const ending = new AbortController();
  const watched = new ResizeObserver(() => box.scrollIntoView());
  const end = () => { watched.disconnect(); ending.abort(); };
  watched.observe(document.querySelector("[data-testid=stMainBlockContainer]"));
  ["wheel", "touchstart", "keydown", "pointerdown"].forEach((event) =>
    addEventListener(event, end, { passive: true, signal: ending.signal }));
  setTimeout(end, SETTLED);
}

// The same actions keep their buttons, and with them the focus.
function offer(face, actions) {
  const offered = JSON.stringify(actions);
  if (offered === face.offered) return;
  face.offered = offered;
  face.actions.replaceChildren(...Object.entries(actions).map(([act, textContent]) =>
    made("button", { type: "button", textContent, onclick: () => face.tell("act", act) })));
}

function made(tag, looks = {}) {
  return Object.assign(document.createElement(tag), looks);
}
