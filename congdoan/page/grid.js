// Draws one table. A heading sorts by its column: up, down, and back to the order the rows came in.
function showTable(face, data) {
  face.body.querySelector(".congdoan-grid")?.remove();
  face.body.append(drawTable(data, (code) => face.tell("selected", code)));
}

function drawTable({ alt, lang, selects, columns, rows, totals, impossible }, select) {
  const box = made("div", { className: "congdoan-grid", tabIndex: 0, role: "region", ariaLabel: alt });
  const table = box.appendChild(made("table"));
  const heads = table.createTHead().insertRow();
  const body = table.createTBody();
  const sums = new Set(totals);
  const never = new Set(impossible.map(String));
  const lines = rows.map((words, row) => line(words, row, columns, never, sums.has(row), selects && select));
  body.append(...lines);
  columns.forEach((column, at) => {
    const button = made("button", { type: "button", textContent: column.heading, title: column.meaning });
    const head = made("th", { scope: "col", className: column.numeric ? "number" : "" });
    head.append(button);
    heads.append(head);
    button.onclick = () => {
      const turn = { null: "ascending", ascending: "descending", descending: null }[head.ariaSort];
      [...heads.cells].forEach((other) => (other.ariaSort = null));
      head.ariaSort = turn;
      const order = rows.map((_, row) => row);
      if (turn) order.sort(by(column.order ?? rows.map((words) => words[at]), turn === "ascending" ? 1 : -1, lang));
      body.append(...order.filter((row) => !sums.has(row)).concat(totals).map((row) => lines[row]));
    };
  });
  return box;
}

function line(words, row, columns, never, sum, select) {
  const tr = made("tr", { className: sum ? "total" : "" });
  words.forEach((word, at) => {
    const numeric = columns[at].numeric ? "number" : "";
    const cell = made("td", { className: never.has(`${row},${at}`) ? `${numeric} impossible` : numeric });
    if (columns[at].link && word) cell.append(link(columns[at].link, word, row, select));
    else cell.textContent = word;
    tr.append(cell);
  });
  return tr;
}

// A link with codes of its own stays on the screen, where the screen takes it; any other opens beside.
function link({ address, codes }, word, row, select) {
  const code = codes?.[row] ?? word;
  const anchor = made("a", { href: address + encodeURIComponent(code), textContent: word });
  if (codes && select) anchor.onclick = (event) => { event.preventDefault(); select(code); };
  else Object.assign(anchor, { target: "_blank", rel: "noopener" });
  return anchor;
}

// Rows without a value stay last either way; equal ones keep their order.
function by(values, way, lang) {
  const words = new Intl.Collator(lang, { numeric: true });
  const compared = (a, b) => (typeof a === "string" ? words.compare(a, b) : a - b);
  const nothing = (value) => value === null || value === "";
  return (a, b) => nothing(values[a]) - nothing(values[b]) || (nothing(values[a]) ? 0 : way * compared(values[a], values[b]));
}
