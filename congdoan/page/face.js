// Draws one card as far as it is given: title, words, a chart or a table, the line below it, its actions.
const faces = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const face = faces.get(parentElement) ?? mount(parentElement);
  const wanted = new TextDecoder().decode(data);
  face.tell = setTriggerValue;
  if (wanted !== face.wanted) fill(face, JSON.parse(wanted));
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
