// The file that opens without a network: its slides on the screen, and on paper each with the whole of its table.
const PAPER = { width: 1000, height: 420 }; // px of a chart on paper

const data = JSON.parse(document.getElementById("deck").textContent);
const query = new URLSearchParams(location.search);
show(document.body, data, {
  at: Number(location.hash.slice(1)) || 1,
  every: Number(query.get("tu-dong")) || 0,
  links: true,
  place: (at) => `#${at}`,
});
document.body.append(paper(data));
drawPaper(data);

function paper(deck) {
  return element("main", { class: "deck-paper" }, [...deck.slides.map((slide) => sheet(slide, deck.mark)), appendix(deck)]);
}

function sheet(slide, mark) {
  const said = (text) => (text ? [element("p", {}, text)] : []);
  return element("section", { id: `sheet-${slide.step}` }, [
    ...(mark ? [element("strong", { class: "deck-mark" }, mark)] : []),
    ...said([slide.kicker, slide.where].filter(Boolean).join(" · ")),
    element("h2", {}, slide.title),
    ...said(slide.subtitle),
    ...(slide.tiles.length ? [tiles(slide)] : []),
    ...slide.lines.map((line) => element("p", {}, line)),
    ...(slide.chart?.figure ? [element("img", { alt: slide.chart.alt, id: `picture-${slide.step}` })] : []),
    ...(slide.chart?.remarks ?? []).map((line) => element("p", {}, line)),
    ...said(slide.full?.common),
    ...(slide.full ? [whole(slide.full, mark)] : []),
    ...said(slide.note),
    ...slide.remarks.map((line) => element("p", {}, line)),
    element("p", { class: "deck-source" }, [slide.line, " ", element("a", { href: slide.link }, slide.link)]),
  ]);
}

// The head of a table stands on each of its pages, with the mark of figures that are not real.
function whole(full, mark) {
  const made = tabled([...full.headings.keys()], full);
  made.style.setProperty("--columns", full.headings.length);
  if (mark) made.tHead.prepend(element("tr", {}, [element("th", { colspan: full.headings.length }, mark)]));
  if (full.more) made.append(element("caption", {}, full.more));
  return made;
}

function appendix({ appendix: blocks }) {
  const cell = (text) => element("td", {}, /^https?:/.test(text) ? element("a", { href: text, rel: "noreferrer" }, text) : text);
  const block = ({ heading, rows }) => [
    element("h2", {}, heading),
    element("table", {}, rows.map((row) => element("tr", {}, row.map(cell)))),
  ];
  return element("section", { class: "deck-appendix" }, blocks.flatMap(block));
}

// Charts become pictures one after the other, while the reader looks at the first slide.
async function drawPaper({ slides, lang }) {
  for (const { step, chart: drawn } of slides.filter((slide) => slide.chart?.figure)) {
    await new Promise((go) => { setTimeout(go, 30); });
    const { data: traces, layout } = drawn.figure;
    const height = Math.max(PAPER.height, layout.height ?? 0);
    const figure = { data: traces, layout: { ...layout, width: PAPER.width, height, autosize: false }, config: settings(lang) };
    const picture = await window.Plotly.toImage(figure, { format: "svg", width: PAPER.width, height });
    document.getElementById(`picture-${step}`).src = picture;
  }
  document.body.dataset.paper = "ready";
}
