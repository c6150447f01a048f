// Rows of a chart that stand one below the other, laid out anew for the height of a slide.
const LINE = 17; // px of a line of a label
const MARK = 19; // px of one mark beside others of its row
const WORDED = 27; // px of one with words in it
const LONGEST = 36; // letters of a label in one line
const SHORTER = 30; // the same in a chart that is not WIDE px wide
const WIDE = 640;
const ROOMY = 1.5; // times the height that a row asks for, at most

// Rows keep their order and share the room; those that do not fit go from the end, the ones that are named last, and
// are counted.
function laned({ data, layout }, { width, height }, named) {
  const { yaxis, margin = {} } = layout;
  if (!yaxis?.ticktext) return { data, layout };
  const ticktext = yaxis.ticktext.map((label) => broken(label, width < WIDE ? SHORTER : LONGEST));
  if (!(yaxis.range?.[1] >= 0 && yaxis.range[0] > yaxis.range[1] + ticktext.length * 9))
    return { data, layout: { ...layout, yaxis: { ...yaxis, ticktext } } };
  const room = height - (margin.t ?? 0) - (margin.b ?? 0);
  const notes = layout.annotations ?? [];
  const every = asked(data, yaxis, ticktext, notes);
  const lanes = spread(chosen(every, room, named), room);
  const shown = lanes.filter((lane) => lane.text !== undefined), { end } = lanes.at(-1);
  const moved = (y) => place(lanes, y);
  const fits = data.map((trace) => (Array.isArray(trace.y) ? among(trace, lanes, moved) : trace));
  const axis = { ...yaxis, range: [end, 0], tickvals: shown.map(({ at }) => moved(yaxis.tickvals[at])), ticktext: shown.map(({ text }) => text) };
  const annotations = notes.map((note) => (inRows(note) ? { ...note, y: moved(note.y) } : note)).filter(({ y }) => y !== undefined);
  return { data: fits, layout: { ...layout, yaxis: axis, annotations }, rows: shown.filter(marked).length, all: every.filter(marked).length };
}

// A label in as few lines as it needs on a wide screen; markup stays around what it marks.
function broken(label, longest) {
  const bare = (text) => text.replace(/<[^>]*>/g, "");
  const words = label.replace(/<br>/g, " ");
  if (bare(words).length <= longest) return words;
  return label.split("<br>").reduce((lines, line) => {
    const joined = `${lines.at(-1)} ${line}`;
    return lines.length && bare(joined).length <= longest ? [...lines.slice(0, -1), joined] : [...lines, line];
  }, []).join("<br>");
}

// The rows as they lie, with what each asks for: its label's lines, and its marks one below the other. A note that
// stands in a row of its own, as between two scales, has no label.
function asked(data, { tickvals, range }, ticktext, notes) {
  const each = data.some(worded) ? WORDED : MARK;
  const ys = [...new Set(data.flatMap(({ y }) => (Array.isArray(y) ? y : [])))];
  const labelled = tickvals.map((middle, at) => ({ middle, at, text: ticktext[at] }));
  const apart = notes.filter((note) => inRows(note) && tickvals.every((middle) => Math.abs(middle - note.y) > LINE / 2));
  const rows = [...labelled, ...apart.map(({ y, text }) => ({ middle: y, note: text }))].sort((a, b) => a.middle - b.middle);
  let from = range[1];
  return rows.map(({ middle, at, text, note }) => {
    const lane = { from, to: 2 * middle - from, at, text };
    from = lane.to;
    const marks = ys.filter((y) => y > lane.from && y < lane.to).length;
    return { ...lane, marks, need: Math.max((text ?? note).split("<br>").length * LINE + 6, marks * each + 3) };
  });
}

const heading = ({ marks, text }) => !marks && text?.startsWith("<b>");
const marked = (lane) => lane.text !== undefined && !heading(lane);

// The rows that have room: the named ones under their heading, then from the first on; no heading stays alone.
function chosen(lanes, room, named) {
  const above = lanes.map((lane, at) => lanes.slice(0, at).findLastIndex(heading));
  const called = new Set(lanes.flatMap(({ at }, row) => (named.includes(at) ? [row, above[row]] : [])));
  const order = [...lanes.keys()].sort((a, b) => called.has(b) - called.has(a) || a - b);
  const stay = new Set();
  let taken = 0;
  for (const row of order) {
    if (stay.size && taken + lanes[row].need > room) break;
    taken += lanes[row].need;
    stay.add(row);
  }
  const fits = [...stay].sort((a, b) => a - b).map((row) => lanes[row]);
  const told = fits.filter((lane, at) => !heading(lane) || (fits[at + 1] && !heading(fits[at + 1])));
  return told.length ? told : lanes.filter((lane) => !heading(lane)).slice(0, 1);
}

function spread(fits, room) {
  const taken = fits.reduce((sum, { need }) => sum + need, 0);
  const share = Math.min(Math.max(room / taken, 1), ROOMY);
  let end = 0;
  return fits.map((lane) => {
    const start = end;
    end += lane.need * share;
    return { ...lane, start, end, scale: (end - start) / (lane.to - lane.from) };
  });
}

const laneOf = (lanes, y) => lanes.find(({ from, to }) => y >= from && y < to);

function place(lanes, y) {
  const lane = laneOf(lanes, y);
  return lane && lane.start + (y - lane.from) * lane.scale;
}

function among(trace, lanes, moved) {
  const kept = [...trace.y.keys()].filter((at) => laneOf(lanes, trace.y[at]));
  const take = (value) => (Array.isArray(value) && value.length === trace.y.length ? kept.map((at) => value[at]) : value);
  const deep = (part) => (part && typeof part === "object" && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).map(([key, value]) => [key, deep(value)])) : take(part));
  const wide = (at) => (Array.isArray(trace.width) ? trace.width[at] : trace.width) * Math.min(laneOf(lanes, trace.y[at]).scale, 1.4);
  const width = trace.width === undefined ? {} : { width: kept.map((at) => Math.max(wide(at), worded(trace) ? WORDED : MARK - 2)) };
  return { ...deep(trace), y: kept.map((at) => moved(trace.y[at])), ...width };
}

const worded = ({ textposition }) => textposition === "inside";
const inRows = ({ y, yref = "y" }) => yref === "y" && typeof y === "number";
