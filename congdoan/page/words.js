// Streamlit's own labels are English; this puts ours in their place, wherever and whenever they appear.
export default function ({ data }) {
  document.documentElement.lang = data.lang;
  const words = new Map(Object.entries(data.words));
  const attributes = ["aria-label", "title", "placeholder"];
  const known = (text) => words.get((text || "").trim());
  const rename = (node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const word = known(node.data);
      if (word && node.data.trim() !== word) node.data = word;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    for (const name of attributes) {
      const word = known(node.getAttribute(name));
      if (word && node.getAttribute(name) !== word) node.setAttribute(name, word);
    }
    node.childNodes.forEach(rename);
  };
  rename(document.body);
  const watcher = new MutationObserver((changes) => {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(rename);
      else rename(change.target);
    }
  });
  watcher.observe(document.body, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
  return () => watcher.disconnect();
}
