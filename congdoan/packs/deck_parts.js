// The parts of a slide that are words: head, foot, cover, tiles, lists, tables, panels.
const LEAST_ROWS = 6; // of a table, before columns give way
const LEAST_COLUMNS = 2;
const TELLING = 1; // rank of columns that only go where the slide is too narrow
const LONG_HEADING = 12; // letters above a column of numbers, from which they share its width in lines
const SHORT = 12; // rows of a table that may be set larger where it fits as a whole
const WHOLE = /(\S+-\d\S*|TP\. \S+)/; // of a title, in one line: COVID-19, TP. Hồ
const VALUE = /^(\D*)(\d.*\d|\d)(\s?%)?(.*)$/s; // what stands before a number, the number, what stands behind it

function head({ deck, at }, slide) {
  const kicker = slide.kicker === slide.title ? "" : slide.kicker; // never the same words twice
  const parts = [kicker, slide.kind === "cover" ? "" : slide.where].filter(Boolean);
  const top = element("p", { class: "deck-top" }, [
    element("span", {}, parts.join(" · ")),
    ...(deck.mark ? [element("strong", { class: "deck-mark" }, deck.mark)] : []),
    ...(deck.begun ? [] : [element("span", { class: "deck-count" }, `${at}/${deck.slides.length}`)]),
  ]);
  const title = slide.kind === "cover" ? [] : [element("h1", { "aria-live": "polite" }, unbroken(slide.title))];
  return element("header", {}, [top, ...title]);
}

const unbroken = (title) => title.split(WHOLE).map((part, at) => (at % 2 ? element("span", {}, part) : part));

function foot({ deck: { words }, options }, slide) {
  const drawn = new DOMParser().parseFromString(slide.qr, "image/svg+xml").documentElement;
  const code = element(options.links ? "a" : "span", options.links ? { href: slide.link, rel: "noreferrer" } : {}, slide.code);
  const picture = element("span", { role: "img", "aria-label": `${words.code} ${slide.code}` }, [document.importNode(drawn, true)]);
  const mark = element("span", { class: "deck-qr" }, [code, picture]);
  const noted = slide.remarks.length && ["tiles", "card"].includes(slide.kind) ? ` ${fitted(words, "noted", slide.remarks.length)}` : "";
  return element("footer", {}, [element("p", { class: "deck-source" }, slide.source + noted), mark]);
}

function cover({ place, period }, { title, lines }) {
  return element("div", { class: "deck-cover" }, [
    element("h1", { "aria-live": "polite" }, title),
    element("p", { class: "deck-place" }, title.includes(period) ? place : `${place} · ${period}`),
    ...lines.map((line) => element("p", {}, line)),
  ]);
}

function tiles({ tiles: every, title }) {
  return element("div", { class: `deck-tiles deck-of-${every.length === 4 ? 2 : Math.min(every.length, 3)}` }, every.map((tile) => element("div", {}, [
    ...(tile.label === title ? [] : [element("p", { class: "deck-label" }, tile.label)]),
    ...(tile.value ? [element("p", { class: "deck-value" }, valued(tile.value))] : []),
    ...tile.lines.map((line) => element("p", { class: "deck-line" }, line)),
    ...(tile.change ? [element("p", {}, tile.change)] : []),
    ...tile.remark.split("\n").filter(Boolean).map((line) => element("p", { class: "deck-remark" }, line)),
  ])));
}

// A value with its number larger than the words around it.
function valued(value) {
  const [, before, number, percent = "", behind] = value.match(VALUE) ?? ["", "", value, "", ""];
  const words = (said) => (said ? [element("span", { class: "deck-unit" }, said)] : []);
  return [...words(before), number + percent, ...words(behind)];
}

// What stands on a slide without a measure of its own becomes smaller until nothing is cut, never below its least;
// then values too long for a line fold behind their number, then before it, and what tiles say besides goes, the last lines first.
function shrink(body) {
  const grown = body.querySelector(".deck-tiles, .deck-lines, .deck-cover");
  if (!grown) return;
  const wide = (part) => part.scrollWidth > part.clientWidth;
  const high = () => body.scrollHeight > body.clientHeight;
  const broad = () => [...grown.querySelectorAll(".deck-value")].filter(wide);
  for (let part = 10; part >= 0 && (high() || wide(grown) || broad().length); part -= 1) grown.style.setProperty("--grown", part / 10);
  for (const lines of ["deck-folded", "deck-stacked"]) broad().forEach((value) => value.classList.add(lines));
  const spare = () => [...grown.querySelectorAll(".deck-remark + .deck-remark:last-child")];
  for (let gone = spare(); gone.length && high(); gone = spare()) gone.forEach((line) => line.remove());
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
  const wide = [...list.children].map(({ firstChild, lastChild }) => firstChild.offsetWidth + lastChild.offsetWidth + each / 2);
  const rows = Math.max(1, Math.floor((body.clientHeight - list.offsetTop - more.offsetHeight) / each));
  const fits = (columns, high) => [...Array(columns).keys()].reduce((sum, at) => sum + gap + Math.max(0, ...wide.slice(at * high, (at + 1) * high)), -gap) <= body.clientWidth;
  let columns = Math.ceil(places.length / rows);
  while (columns > 1 && !fits(columns, Math.min(rows, Math.ceil(places.length / columns)))) columns -= 1;
  const shown = Math.min(places.length, rows * columns);
  [...list.children].slice(shown).forEach((line) => line.remove());
  list.style.gridTemplateColumns = `repeat(${columns}, auto)`;
  list.style.gridTemplateRows = `repeat(${Math.ceil(shown / columns)}, auto)`;
  more.textContent = shown < places.length ? fitted(words, "some", shown, places.length) : "";
}

// As many rows as fit, what the title names and totals before all others; columns of the highest rank give way until
// the table is as wide as the slide and six rows fit. A short one is set as large as it fits whole.
function table({ headings, numeric, ranks, totals, named, rows, all, common }, body, words) {
  if (common) body.append(element("p", { class: "deck-common" }, common));
  const more = element("p", { class: "deck-more" }, fitted(words, "some", all, all));
  body.append(more);
  const room = body.clientHeight - more.offsetHeight - (body.querySelector(".deck-common")?.offsetHeight ?? 0) - 8;
  const order = [...rows.keys()].sort((a, b) => named[b] - named[a] || totals[b] - totals[a] || a - b);
  const least = Math.min(LEAST_ROWS, rows.length);
  let columns = [...headings.keys()], made, shown;
  const lay = (grown) => {
    made?.remove();
    made = tabled(columns, { headings, numeric, rows, totals, named });
    made.style.setProperty("--grown", grown);
    body.insertBefore(made, more);
    shown = fitting(made, order, room);
    return made.offsetWidth <= body.clientWidth;
  };
  const whole = (grown) => lay(grown) && shown === all;
  if (!(all <= SHORT && [1, 0.5].some(whole)))
    while (!(lay(0) && (shown >= least || highest(ranks, columns) <= TELLING)) && columns.length > LEAST_COLUMNS) {
      const gone = columns.findLast((at) => ranks[at] === highest(ranks, columns));
      columns = columns.filter((at) => at !== gone);
    }
  const left = headings.length - columns.length;
  more.textContent = [shown < all ? fitted(words, "some", shown, all) : "", left ? fitted(words, "columns", columns.length, headings.length) : ""]
    .filter(Boolean).join(" ");
}

const highest = (ranks, columns) => Math.max(...columns.map((at) => ranks[at]));

function tabled(columns, { headings, numeric, rows, totals, named = [] }) {
  const looks = (at) => (headings[at].length > LONG_HEADING ? "deck-number deck-long" : "deck-number");
  const cells = (row, tag) => columns.map((at) => element(tag, numeric[at] ? { class: looks(at) } : {}, row[at]));
  const lines = rows.map((row, at) => element("tr", totals[at] || named[at] ? { class: "deck-total" } : {}, cells(row, "td")));
  return element("table", columns.length > LEAST_COLUMNS ? {} : { class: "deck-slim" }, [
    element("thead", {}, [element("tr", {}, cells(headings, "th"))]), element("tbody", {}, lines),
  ]);
}

// Leaves the rows for which there is room, at least one, and says how many: each may make the columns share the width
// otherwise.
function fitting(made, order, room) {
  const lines = [...made.tBodies[0].rows];
  lines.forEach((line) => { line.hidden = true; });
  let shown = 0;
  for (const at of order) {
    lines[at].hidden = false;
    if (shown && made.offsetHeight > room) { lines[at].hidden = true; break; }
    shown += 1;
  }
  lines.filter((line) => line.hidden).forEach((line) => line.remove());
  return shown;
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
