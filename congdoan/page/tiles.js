// Draws tiles side by side: a label, a value in large type, how it changed, a small line, remarks, ways on.
const ARROW = "M20 12l-1.41-1.41L13 16.17V4h-2v12.17l-5.58-5.59L4 12l8 8 8-8z"; // downwards
let tips = 0;

function drawTiles({ columns, tiles }, act) {
  const box = made("div", { className: "congdoan-tiles" });
  box.style.setProperty("--columns", columns);
  box.append(...tiles.map((tile, at) => drawTile(tile, (way) => act(`${at}.${way}`))));
  return box;
}

function drawTile({ label, help, value, change, turn, series, lines, remarks, ways, actions }, go) {
  const tile = made("div", { className: "tile", role: "group", ariaLabel: label });
  const text = (className, words) => words && tile.append(made("p", { className, textContent: words }));
  const head = tile.appendChild(made("div", { className: "label", textContent: label }));
  if (help) head.append(...helpOf(help));
  text("value", value);
  if (change) tile.append(changed(change, turn));
  if (series.length) tile.append(smallLine(series));
  lines.forEach((line) => text("line", line));
  remarks.forEach((remark) => text("remark", remark));
  const links = tile.appendChild(made("div", { className: "ways" }));
  links.append(...ways.map(({ label: textContent, address: href }, at) => {
    const stays = (event) => { if (!event.ctrlKey && !event.metaKey) { event.preventDefault(); go(at); } };
    return made("a", { href, textContent, onclick: stays });
  }), ...actions.map(({ act, label: textContent, of }) =>
    made("button", { type: "button", textContent, ariaLabel: `${textContent}: ${of}`, onclick: () => go(act) })));
  return tile;
}

// What a measure means, for a pointer and for the keyboard; Escape puts it away.
function helpOf({ label, meaning }) {
  const button = made("button", { type: "button", textContent: "?", ariaLabel: label });
  const tip = made("span", { className: "tip", role: "tooltip", textContent: meaning, id: `tip-${++tips}` });
  button.setAttribute("aria-describedby", tip.id);
  button.addEventListener("keydown", ({ key }) => key === "Escape" && button.blur());
  return [button, tip];
}

function changed(words, turn) {
  const box = made("div", { className: "change" });
  if (turn) {
    const arrow = box.appendChild(element("svg", { viewBox: "0 0 24 24", "aria-hidden": true }));
    arrow.append(element("path", { d: ARROW, fill: "currentColor", transform: turn > 0 ? "rotate(180 12 12)" : "" }));
  }
  box.append(made("span", { textContent: words }));
  return box;
}

// The years from left to right between their least and their most; what it shows stands in the card below.
function smallLine(series) {
  const [least, most] = [Math.min(...series), Math.max(...series)];
  const points = series.map((value, at) =>
    `${(100 * at) / (series.length - 1)},${most > least ? 94 - (88 * (value - least)) / (most - least) : 50}`);
  const line = element("svg", { class: "small-line", viewBox: "0 0 100 100", preserveAspectRatio: "none", "aria-hidden": true });
  line.append(element("polyline", { points: points.join(" "), "vector-effect": "non-scaling-stroke" }));
  return line;
}
