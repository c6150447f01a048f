// The parts of a slide that are words: head, foot, cover, tiles, lists, tables, panels.
const LEAST_ROWS = 6; // of a table, before columns give way
const LEAST_COLUMNS = 2;

function head({ deck, at }, slide) {
  const kicker = slide.kicker === slide.title ? "" : slide.kicker; // never the same words twice
  const parts = [kicker, slide.kind === "cover" ? "" : slide.where].filter(Boolean);
  const top = element("p", { class: "deck-top" }, [
    element("span", {}, parts.join(" · ")),
    ...(deck.mark ? [element("strong", { class: "deck-mark" }, deck.mark)] : []),
    ...(deck.begun ? [] : [element("span", { class: "deck-count" }, `${at}/${deck.slides.length}`)]),
  ]);
  const title = slide.kind === "cover" ? [] : [element("h1", { "aria-live": "polite" }, slide.title)];
  return element("header", {}, [top, ...title]);
}

function foot({ deck: { words }, options }, slide) {
  const drawn = new DOMParser().parseFromString(slide.qr, "image/svg+xml").documentElement;
  const code = element(options.links ? "a" : "span", options.links ? { href: slide.link, rel: "noreferrer" } : {}, slide.code);
  const picture = element("span", { role: "img", "aria-label": `${words.code} ${slide.code}` }, [document.importNode(drawn, true)]);
  const mark = element("span", { class: "deck-qr" }, [code, picture]);
  return element("footer", {}, [element("p", { class: "deck-source" }, slide.source), mark]);
}

function cover({ place, period }, { title, lines }) {
  return element("div", { class: "deck-cover" }, [
    element("h1", { "aria-live": "polite" }, title),
    element("p", { class: "deck-place" }, title.includes(period) ? place : `${place} · ${period}`),
    ...lines.map((line) => element("p", {}, line)),
  ]);
}

function tiles({ tiles: every }) {
  return element("div", { class: `deck-tiles deck-of-${Math.min(every.length, 3)}` }, every.map((tile) => element("div", {}, [
    element("p", { class: "deck-label" }, tile.label),
    ...(tile.value ? [element("p", { class: "deck-value" }, tile.value)] : []),
    ...tile.lines.map((line) => element("p", { class: "deck-line" }, line)),
    ...[tile.change, tile.remark.split("\n")[0].split(" · ")[0]].filter(Boolean).map((said) => element("p", {}, said)),
  ])));
}

// What stands on a slide without a measure of its own becomes smaller until nothing is cut, never below its least.
function shrink(body) {
  const grown = body.querySelector(".deck-tiles, .deck-lines, .deck-cover");
  if (!grown) return;
  const wide = (part) => part.scrollWidth > part.clientWidth;
  const cut = () => body.scrollHeight > body.clientHeight || wide(grown) || [...grown.querySelectorAll(".deck-value")].some(wide);
  for (let part = 10; part >= 0 && cut(); part -= 1) grown.style.setProperty("--grown", part / 10);
  if (cut()) grown.classList.add("deck-folded"); // values in two lines
}

// Places in so many columns that all fit, else as many as fit.
function ranking({ ranked: places, unit }, body, words) {
  if (unit) body.append(element("p", { class: "deck-common" }, unit));
  const list = element("ol", { class: "deck-ranking" });
  const more = element("p", { class: "deck-more" }, fitted(words, "some", places.length, places.length));
  body.append(list, more);
  places.forEach(([place, value], at) => list.append(element("li", {}, [
    element("span", {}, `${at + 1}. ${place}`), element("strong", {}, value)])));
  const each = list.firstChild.offsetHeight, gap = parseFloat(getComputedStyle(list).columnGap);
  const wide = Math.max(...[...list.children].map(({ firstChild, lastChild }) => firstChild.offsetWidth + lastChild.offsetWidth + each));
  const rows = Math.max(1, Math.floor((body.clientHeight - list.offsetTop - more.offsetHeight) / each));
  const columns = Math.max(1, Math.min(Math.ceil(places.length / rows), Math.floor((body.clientWidth + gap) / (wide + gap))));
  const shown = Math.min(places.length, rows * columns);
  [...list.children].slice(shown).forEach((line) => line.remove());
  list.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  list.style.gridTemplateRows = `repeat(${Math.ceil(shown / columns)}, auto)`;
  more.textContent = shown < places.length ? fitted(words, "some", shown, places.length) : "";
}

// As many rows as fit, what the title names and totals before all others; columns of the highest rank give way until the table is as wide as the slide and six rows fit.
function table({ headings, numeric, ranks, totals, named, rows, all, common }, body, words) {
  if (common) body.append(element("p", { class: "deck-common" }, common));
  const more = element("p", { class: "deck-more" }, fitted(words, "some", all, all));
  body.append(more);
  const room = body.clientHeight - more.offsetHeight - (body.querySelector(".deck-common")?.offsetHeight ?? 0) - 8;
  const order = [...rows.keys()].sort((a, b) => named[b] - named[a] || totals[b] - totals[a] || a - b);
  const least = Math.min(LEAST_ROWS, rows.length);
  let columns = [...headings.keys()], made, shown;
  for (;;) {
    made = tabled(columns, { headings, numeric, rows, totals, named });
    body.insertBefore(made, more);
    shown = fitting(made, order, room);
    if (columns.length <= LEAST_COLUMNS || (shown >= least && made.offsetWidth <= body.clientWidth)) break;
    const first = Math.max(...columns.map((at) => ranks[at]));
    const gone = columns.findLast((at) => ranks[at] === first);
    columns = columns.filter((at) => at !== gone);
    made.remove();
  }
  const left = headings.length - columns.length;
  more.textContent = [shown < all ? fitted(words, "some", shown, all) : "", left ? fitted(words, "columns", columns.length, headings.length) : ""]
    .filter(Boolean).join(" ");
}

function tabled(columns, { headings, numeric, rows, totals, named = [] }) {
  const cells = (row, tag) => columns.map((at) => element(tag, numeric[at] ? { class: "deck-number" } : {}, row[at]));
  const lines = rows.map((row, at) => element("tr", totals[at] || named[at] ? { class: "deck-total" } : {}, cells(row, "td")));
  return element("table", {}, [
    element("thead", {}, [element("tr", {}, cells(headings, "th"))]), element("tbody", {}, lines),
  ]);
}

// Takes away the rows for which there is no room, and says how many stay. Fewer rows may share the width otherwise and
// become taller: then more of them go.
function fitting(made, order, room) {
  const [{ rows }] = made.tBodies, lines = [...rows], high = lines.map((line) => line.offsetHeight);
  let taken = made.tHead.offsetHeight;
  const stay = order.filter((at, place) => (taken += high[at]) <= room || place === 0);
  lines.forEach((line, at) => { if (!stay.includes(at)) line.remove(); });
  while (stay.length > 1 && made.offsetHeight > room) lines[stay.pop()].remove();
  return stay.length;
}

// How many of all are shown, with the thousands of the language.
function fitted(words, key, some, all) {
  const grouped = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, words.thousands);
  return words[key].replace("{shown}", grouped(some)).replace("{total}", grouped(all));
}

function notes(words, slide) {
  const said = [slide.note, ...slide.remarks].filter(Boolean);
  return panel("notes", words.notes, (said.length ? said : [words.no_note]).map((line) => element("p", {}, line)));
}

function keys({ deck: { words }, options }) {
  const every = ["next", "back", "first", "last", "fullscreen", "table", "notes", "open", "leave", "keys"];
  const own = every.filter((name) => options[name] || !["open", "leave"].includes(name));
  const said = (name) => [element("dt", {}, words[`key_${name}`]), element("dd", {}, words[name])];
  return panel("help", words.keys, element("dl", {}, own.flatMap(said)));
}

const panel = (name, title, content) =>
  element("aside", { class: `deck-${name}`, "aria-label": title }, [element("h2", {}, title), content]);

function element(tag, attributes = {}, content = []) {
  const made = document.createElement(tag);
  Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
  made.append(...[content].flat(2));
  return made;
}
