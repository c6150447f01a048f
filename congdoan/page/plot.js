// Draws a chart when it comes near the screen, and keeps it: a changed figure is one Plotly.react.
const PAPER = 690; // px of width that a printed page has
const NARROW = 480; // px below which a chart takes the looks it has for a phone
const AHEAD = 0.5; // of a screen, ahead of whoever scrolls
const NEAR = { scrollMargin: `${100 * AHEAD}%` };
let loading;

// The page itself has begun to load it; when the page has come and it has not, that failed.
function library(address) {
  loading ??= new Promise((done, failed) => {
    if (window.Plotly) return done(window.Plotly);
    const own = document.head.querySelector(`script[src="${address}"]`);
    const begun = document.readyState === "complete" ? null : own;
    const script = begun ?? Object.assign(document.createElement("script"), { src: address });
    script.addEventListener("load", () => done(window.Plotly));
    script.addEventListener("error", () => {
      loading = undefined;
      script.remove();
      failed(new Error(`${address} did not load`));
    });
    if (!begun) document.head.append(script);
  });
  return loading;
}

function showChart(face, data) {
  const plot = (face.plot ??= mountChart(face));
  plot.data = data;
  plot.box.setAttribute("aria-label", data.alt);
  if (!plot.near || !plot.listens) plot.box.style.height = `${data.height}px`; // before it is drawn: nothing jumps
  inTurn(plot, async () => {
    await library(data.library).catch((error) => { face.wanted = undefined; throw error; });
    plot.ready = data === plot.data; // else a newer figure or the end of the plot came first
    plot.width = undefined; // what stands there is of another figure
    if (plot.ready) await paint(plot);
  });
}

// Two paintings of one plot at a time would mix up.
function inTurn(plot, act) {
  plot.queue = plot.queue.catch(() => {}).then(act);
}

function mountChart(face) {
  const box = made("div", { className: "congdoan-plot", role: "img" });
  face.body.append(box);
  const send = (value) => value && face.tell("selected", value);
  const fit = () => inTurn(plot, () => plot.ready && plot.width !== widthOf(plot) && paint(plot));
  const near = (entries) => { plot.near = entries.at(-1).isIntersecting; fit(); };
  const observers = [new ResizeObserver(fit), new IntersectionObserver(near, NEAR)];
  const listeners = {
    beforeprint: () => { plot.widest = PAPER; if (plot.ready) paint(plot); },
    afterprint: () => { plot.widest = Infinity; fit(); },
  };
  const plot = { box, send, observers, listeners, near: isNear(box), widest: Infinity, queue: Promise.resolve() };
  observers.forEach((observer) => observer.observe(box));
  Object.entries(plot.listeners).forEach(([event, act]) => addEventListener(event, act));
  return plot;
}

// What the observer will say a frame later, for a chart to be drawn at once.
function isNear(box) {
  const { top, bottom } = box.getBoundingClientRect();
  return top < (1 + AHEAD) * innerHeight && bottom > -AHEAD * innerHeight;
}

function endChart(face) {
  const plot = face.plot;
  if (!plot) return;
  face.plot = plot.data = plot.ready = undefined;
  plot.observers.forEach((observer) => observer.disconnect());
  Object.entries(plot.listeners).forEach(([event, act]) => removeEventListener(event, act));
  window.Plotly?.purge(plot.box);
  plot.box.remove();
}

const widthOf = ({ box, widest }) => Math.min(box.clientWidth, widest);
const awaited = ({ box, near, widest }) => box.clientWidth && (near || widest === PAPER);

// The figure and its height as this width shows them.
function fitting({ figure, height }, width) {
  const slim = width < NARROW && figure.layout.meta.slim;
  if (!slim) return { figure, height };
  const data = figure.data.map((trace, at) => ({ ...trace, ...slim.data[at] }));
  return { figure: { data, layout: { ...figure.layout, ...slim.layout } }, height: height * slim.tall };
}

async function paint(plot) {
  const { box } = plot;
  if (!awaited(plot)) return; // hidden or far away: an observer calls again when it shows
  plot.width = widthOf(plot);
  const { figure, height } = fitting(plot.data, plot.width);
  const { margin, meta: { ratio = Infinity } } = figure.layout; // a map has a shape: narrow, it is less tall
  const tall = Math.min(height, Math.ceil(plot.width * ratio) + (margin.t ?? 0) + (margin.b ?? 0));
  const draw = (px) => {
    box.style.height = `${px}px`;
    const size = { width: Math.min(plot.width, figure.layout.meta.max_width ?? Infinity), height: px };
    const layout = { ...figure.layout, ...size, margin: roomy(figure.layout) };
    return window.Plotly.react(box, figure.data, layout, settings(figure.layout.meta.lang));
  };
  await draw(tall);
  const legend = box.querySelector(".legend")?.getBBox().height ?? 0;
  if (legend > margin.t) await draw(tall + legend - margin.t); // many lines on a phone
  if (!plot.listens) box.on("plotly_click", ({ points }) => plot.send(clicked(points[0])));
  plot.listens = true;
}

// The code of a mark; an area has no point of its own, so its trace has the code.
const clicked = ({ customdata, data }) => customdata ?? data.customdata?.[0];

function settings(lang) {
  const [decimal, thousands] = lang === "vi" ? [",", "."] : [".", ","];
  const format = { decimal, thousands, grouping: [3], currency: ["", ""] };
  return { displayModeBar: false, showTips: false, locale: lang, locales: { [lang]: { dictionary: {}, format } } };
}
