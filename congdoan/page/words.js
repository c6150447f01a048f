// Streamlit's own labels are English; this puts ours in their place, wherever and whenever they appear, and
// turns them back when the language leaves. What our screens say themselves is never touched.
const ATTRIBUTES = ["aria-label", "aria-description", "title", "placeholder"];
const THEIRS = ":not([data-testid=stFileUploaderDropzone] *)"; // a label that only looks like one of ours
const OURS = [`[data-testid=stElementContainer] [data-testid=stMarkdownContainer]${THEIRS}`, "[data-testid=stText]",
  "[data-testid=stCode] code", "[data-testid^=stBidiComponent]", "canvas", "script", "style"].join();
const former = new WeakMap(); // per node and attribute, "" for text: what Streamlit wrote and what stands there now
let spoken, watcher, calls = 0;

// Streamlit calls this again at every change and ends only the last call.
export default function ({ data }) {
  const call = ++calls;
  const given = JSON.parse(new TextDecoder().decode(data));
  document.documentElement.lang = given.lang;
  if (given.lang !== spoken) start(given);
  return () => call === calls && stop();
}

function start({ lang, words }) {
  stop();
  spoken = lang;
  const whole = new Map(Object.entries(words));
  const open = [...whole].filter(([from]) => from.includes("{")).sort(([a], [b]) => b.length - a.length)
    .map(([from, to]) => [pattern(from), to]); // the longest first: "{at} of {count} results", then "{count} results"
  const said = (text) => {
    const [from, to] = (!whole.has(text) && open.find(([one]) => one.test(text))) || [];
    return from ? to.replace(/{(\w+)}/g, (_, gap) => from.exec(text).groups[gap]) : whole.get(text);
  };
  const rename = (node, name) => {
    const now = name ? node.getAttribute(name) : node.data;
    const word = now && said(now.trim());
    if (!word || word === now) return;
    former.set(node, { ...former.get(node), [name]: { was: now, is: word } });
    put(node, name, word);
  };
  walk(document.body, rename);
  watcher = new MutationObserver((changes) => changes.forEach(({ type, target, addedNodes, attributeName }) => {
    if ((target.closest ? target : target.parentElement)?.closest(OURS)) return;
    if (type === "childList") addedNodes.forEach((node) => walk(node, rename));
    else rename(target, attributeName ?? "");
  }));
  watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES });
}

function stop() {
  watcher?.disconnect();
  spoken = watcher = undefined;
  walk(document.body, (node, name) => {
    const { was, is } = former.get(node)?.[name] ?? {};
    if (is && is === (name ? node.getAttribute(name) : node.data)) put(node, name, was);
  });
}

const pattern = (text) => new RegExp(`^${text.replace(/[.*+?()|]/g, "\\$&").replace(/{(\w+)}/g, "(?<$1>.+)")}$`);
const put = (node, name, word) => (name ? node.setAttribute(name, word) : (node.data = word));
function walk(node, each) {
  if (node.nodeType === Node.TEXT_NODE) return each(node, "");
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(OURS)) return;
  ATTRIBUTES.forEach((name) => each(node, name));
  node.childNodes.forEach((child) => walk(child, each));
}
