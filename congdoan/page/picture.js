// Saves a chart with its words as one picture, PNG or SVG.
const NS = "http://www.w3.org/2000/svg";

function pictureButtons(chart, picture) {
  const group = made("div", { className: "congdoan-pictures" });
  for (const kind of ["png", "svg"]) {
    const button = made("button", { type: "button", textContent: kind.toUpperCase(), ariaLabel: picture.labels[kind] });
    button.onclick = () => save(kind, { ...chart, picture }, button);
    group.append(button);
  }
  return group;
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
