// Draws one chart when it comes near the screen, and keeps it: a changed figure is one Plotly.react, an unchanged
// one nothing. Its other mode saves the chart as a picture.
const NS = "http://www.w3.org/2000/svg";
const PAPER = 690; // px of width that a printed page has
const NARROW = 480; // px below which a chart takes the looks it has for a phone
const NEAR = { scrollMargin: "50%" }; // half a screen ahead of whoever scrolls
const kept = new WeakMap();
let loading;

export default function (component) {
  const wanted = new TextDecoder().decode(component.data);
  const data = JSON.parse(wanted);
  return data.picture ? pictureButtons(component, data) : chart(component, data, wanted);
}

function library(address) {
  loading ??= new Promise((done, failed) => {
    if (window.Plotly) return done(window.Plotly);
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => done(window.Plotly);
    script.onerror = () => { loading = undefined; script.remove(); failed(new Error(`${address} did not load`)); };
    document.head.append(script);
  });
  return loading;
}

function chart({ parentElement, setTriggerValue }, data, wanted) {
  const plot = kept.get(parentElement) ?? mount(parentElement);
  plot.send = (value) => value && setTriggerValue("selected", value);
  if (wanted !== plot.wanted) {
    Object.assign(plot, { wanted, data });
    plot.box.setAttribute("aria-label", data.alt);
    if (!plot.near) plot.box.style.height = `${data.height}px`; // before it is drawn: nothing jumps
    inTurn(plot, async () => {
      await library(data.library).catch((error) => { plot.wanted = undefined; throw error; });
      plot.ready = wanted === plot.wanted; // else a newer figure or the end of the plot came first
      plot.width = undefined; // what stands there is of another figure
      if (plot.ready) await paint(plot);
    });
  }
  return () => unmount(parentElement);
}

// Two paintings of one plot at a time would mix up.
function inTurn(plot, act) {
  plot.queue = plot.queue.catch(() => {}).then(act);
}

function mount(parent) {
  const box = document.createElement("div");
  box.className = "congdoan-plot";
  box.setAttribute("role", "img");
  parent.append(box);
  const fit = () => inTurn(plot, () => plot.ready && plot.width !== widthOf(plot) && paint(plot));
  const near = (entries) => { plot.near = entries.at(-1).isIntersecting; fit(); };
  const observers = [new ResizeObserver(fit), new IntersectionObserver(near, NEAR)];
  const listeners = {
    beforeprint: () => { plot.widest = PAPER; if (plot.ready) paint(plot); },
    afterprint: () => { plot.widest = Infinity; fit(); },
  };
  const plot = { box, observers, listeners, widest: Infinity, queue: Promise.resolve() };
  observers.forEach((observer) => observer.observe(box));
  Object.entries(plot.listeners).forEach(([event, act]) => addEventListener(event, act));
  kept.set(parent, plot);
  return plot;
}

function unmount(parent) {
  const plot = kept.get(parent);
  if (!plot) return;
  kept.delete(parent);
  plot.wanted = plot.ready = undefined;
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
    return window.Plotly.react(box, figure.data, { ...figure.layout, ...size }, settings(figure.layout.meta.lang));
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

function pictureButtons({ parentElement }, data) {
  const group = document.createElement("div");
  group.className = "congdoan-pictures";
  for (const kind of ["png", "svg"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = kind.toUpperCase();
    button.setAttribute("aria-label", data.picture.labels[kind]);
    button.onclick = () => save(kind, data, button);
    group.append(button);
  }
  parentElement.querySelector(".congdoan-pictures")?.remove();
  parentElement.append(group);
}

async function save(kind, data, button) {
  button.disabled = true;
  try {
    const svg = await compose(data);
    const blob = kind === "svg" ? new Blob([svg.text], { type: "image/svg+xml" }) : await raster(svg);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${data.picture.file}.${kind}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  } finally {
    button.disabled = false;
  }
}

// The picture is laid out on 1000 px of width, where the chart's own type is readable, and enlarged to 1600.
async function compose({ figure, height, library: address, picture }) {
  const [wide, edge, zoom] = [1000, 28, 1.6];
  const root = element("svg", { xmlns: NS, "font-family": picture.font });
  const badge = picture.mark ? measure(picture.mark, 13, 700, picture.font) + 24 : 0;
  let y = write(root, picture.title, edge, 26, 22, 700, picture.ink, wide - 2 * edge - badge - 20, picture.font);
  y = write(root, picture.subtitle, edge, y + 4, 14, 400, picture.soft, wide - 2 * edge, picture.font) + 10;
  const foot = element("g", {});
  const footHeight = write(foot, picture.source, edge, 0, 11, 400, picture.soft, wide - 2 * edge, picture.font);
  const tall = Math.max(562.5, Math.ceil(y + height + footHeight + 26));
  const room = { width: Math.min(wide - 2 * edge, figure.layout.meta.max_width ?? wide), height: tall - y - footHeight - 24 };
  const Plotly = await library(address);
  const layout = { ...figure.layout, font: { ...figure.layout.font, family: picture.font }, ...room };
  const drawn = await Plotly.toImage({ data: figure.data, layout, config: settings(figure.layout.meta.lang) },
    { format: "svg", imageDataOnly: true, ...room });
  const inner = new DOMParser().parseFromString(drawn, "image/svg+xml").documentElement;
  Object.entries({ x: (wide - room.width) / 2, y }).forEach(([key, value]) => inner.setAttribute(key, value));
  foot.setAttribute("transform", `translate(0 ${tall - footHeight - 14})`);
  if (badge) mark(root, picture, wide - edge - badge, badge);
  root.prepend(element("title", {}, picture.title), element("rect", { width: wide, height: tall, fill: "#FFFFFF" }));
  root.append(inner, foot);
  const size = { width: wide * zoom, height: Math.round(tall * zoom), viewBox: `0 0 ${wide} ${tall}` };
  Object.entries(size).forEach(([key, value]) => root.setAttribute(key, value));
  return { text: new XMLSerializer().serializeToString(root), ...size };
}

function mark(root, { mark: words, gold, ink }, x, width) {
  root.append(element("rect", { x, y: 18, width, height: 26, fill: gold }),
    element("text", { x: x + width / 2, y: 36, "font-size": 13, "font-weight": 700, fill: ink, "text-anchor": "middle" }, words));
}

// Writes text in as many lines as it needs, and returns where the next text may begin.
function write(root, text, x, top, size, weight, fill, width, font) {
  const lines = text.split("\n").flatMap((part) => wrap(part, width, size, weight, font));
  lines.forEach((line, index) => root.append(
    element("text", { x, y: top + size + index * size * 1.3, "font-size": size, "font-weight": weight, fill }, line)));
  return top + lines.length * size * 1.3;
}

function wrap(text, width, size, weight, font) {
  const lines = [];
  for (const word of text.split(" ").filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && measure(longer, size, weight, font) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function measure(text, size, weight, font) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${font}`;
  return pen.measureText(text).width;
}

function element(tag, attributes, text) {
  const made = document.createElementNS(NS, tag);
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
  if (text) made.textContent = text;
  return made;
}

async function raster({ text, width, height }) {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: width * 2, height: height * 2 });
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}
