// Streamlit's own labels are English; this puts ours in their place, wherever and whenever they appear,
// and turns them back when the language leaves. What we wrote ourselves is never touched.
const ATTRIBUTES = ["aria-label", "aria-description", "title", "placeholder", "alt"];
const OURS = [
  "[data-testid=stElementContainer] [data-testid=stMarkdownContainer]",
  "[data-testid=stTooltipContent]", "[data-testid=stText]", "[data-testid=stCode]", "canvas", ".js-plotly-plot",
  "script", "style", "textarea",
].join();
const escaped = (text) => text.replace(/[.*+?^$()|[\]\\]/g, "\\$&");

export default function ({ data }) {
  document.documentElement.lang = data.lang;
  const whole = new Map(Object.entries(data.words));
  const open = [...whole].filter(([from]) => from.includes("{")).map(([from, to]) => [
    new RegExp(`^${escaped(from).replace(/{\w+}/, "(.+)")}$`, "s"), to.split(/{\w+}/),
  ]); // "Help for {what}" takes any name; one gap at most
  const translated = (text) => {
    const bare = text.trim();
    if (whole.has(bare)) return text.replace(bare, () => whole.get(bare));
    for (const [pattern, [before, after]] of open) {
      const found = pattern.exec(bare);
      if (found) return before + found[1] + after;
    }
    return text;
  };
  const former = new WeakMap(); // what Streamlit had written: a node's names with [its word, our word]
  const put = (node, name, word) => (name ? node.setAttribute(name, word) : (node.data = word));
  const rename = (node, name) => {
    const text = name ? node.getAttribute(name) : node.data;
    const word = text && translated(text);
    if (!word || word === text) return;
    former.set(node, { ...former.get(node), [name]: [text, word] });
    put(node, name, word);
  };
  const walk = (node, each) => {
    if (node.nodeType === Node.TEXT_NODE) return each(node, "");
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches(OURS)) return;
    ATTRIBUTES.forEach((name) => each(node, name));
    node.childNodes.forEach((child) => walk(child, each));
  };
  const mine = (node) => !(node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest(OURS);
  const watcher = new MutationObserver((changes) => {
    for (const { type, target, addedNodes, attributeName } of changes) {
      if (!target.isConnected || !mine(target)) continue;
      if (type === "childList") addedNodes.forEach((node) => walk(node, rename));
      else rename(target, attributeName || "");
    }
  });
  walk(document.body, rename);
  watcher.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });
  return () => {
    watcher.disconnect();
    walk(document.body, (node, name) => {
      const [text, word] = former.get(node)?.[name] ?? [];
      if (word && (name ? node.getAttribute(name) : node.data) === word) put(node, name, text);
    });
  };
}
