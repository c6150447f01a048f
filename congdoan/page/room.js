// The room that labels take left of a chart and a legend above. Plotly finds it by drawing, and then draws all again.
const pen = document.createElement("canvas").getContext("2d");
const BESIDE = 5; // px between a label and the plot
const TITLE = 14; // px of an axis title and of the gap to its labels
const LEGEND = 32; // px of a line of legend
const SMALLER = 12 / 14; // what stands in a <span>, against the rest of its label

function roomy({ margin, font, showlegend, yaxis = {}, meta: { lang } }) {
  const { automargin, ticktext, nticks, ticklen = 0 } = yaxis;
  const edge = Math.min(12, margin.r, margin.t, margin.b); // as Plotly has it
  const top = showlegend ? LEGEND + edge : 0;
  pen.font = `${font.size}px ${font.family}`;
  const labels = ticktext?.flatMap((text) => text.split("<br>")) ?? (nticks ? ticks(yaxis, lang) : []);
  const beside = edge + BESIDE + ticklen + (ticktext ? 0 : TITLE);
  const left = automargin ? Math.ceil(beside + Math.max(...labels.map(wide))) : 0;
  return { ...margin, l: Math.max(margin.l, left), t: Math.max(margin.t, top) };
}

const wide = (label) => label.split(/<[^>]*>/)
  .reduce((sum, part, at) => sum + pen.measureText(part).width * (at % 2 ? SMALLER : 1), 0);

// The labels of an axis of numbers, in steps of one, two or five as Plotly chooses them.
function ticks({ range: [low, high], nticks }, lang) {
  const rough = (high - low) / nticks;
  const base = 10 ** Math.floor(Math.log10(rough));
  const step = base * [2, 5, 10].find((one) => one * base >= rough);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, at) => ((first + at) * step).toLocaleString(lang));
}
