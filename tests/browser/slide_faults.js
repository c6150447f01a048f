// What is wrong with the slide on the screen: too small, cut off, scrolling, without a source line, rows left out of a
// table that has room for them.
([least, title, value]) => {
  const px = (part) => parseFloat(getComputedStyle(part).fontSize);
  const said = (part) => [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  const zoom = (text) => Math.hypot(text.getScreenCTM().a, text.getScreenCTM().b);
  const outside = (part, box) => {
    const own = part.getBoundingClientRect(), its = box.getBoundingClientRect();
    const beside = own.left < its.left - 2 || own.right > its.right + 2;
    return own.width && (beside || own.top < its.top - 2 || own.bottom > its.bottom + 2);
  };
  const wider = (part) => part.scrollHeight > part.clientHeight + 2 || part.scrollWidth > part.clientWidth + 2;
  const all = (chosen, from = document) => [...from.querySelectorAll(chosen)];
  const told = (parts) => parts.map((part) => part.textContent);
  const spare = (table) => table.parentElement.getBoundingClientRect().bottom - table.getBoundingClientRect().bottom;
  const tallest = (table) => Math.max(...[...table.tBodies[0].rows].map((row) => row.offsetHeight));
  const cut_short = (table) => /dòng/.test(table.nextElementSibling?.textContent ?? "");
  const deck = document.querySelector(".deck");
  const words = all(".deck *").filter((part) => said(part) && !part.closest("svg, nav"));
  const texts = all(".deck-chart svg text").filter((text) => text.textContent);
  return {
    small: told(words.filter((part) => px(part) < least - 0.1)),
    titles: told(all(".deck h1").filter((part) => px(part) < title - 0.1)),
    values: told(all(".deck-value").filter((part) => px(part) < value - 0.1)),
    charts: told(texts.filter((text) => px(text) * zoom(text) < least - 0.5)),
    cut: told(texts.filter((text) => outside(text, text.closest(".deck-chart")))),
    beyond: told(words.filter((part) => outside(part, deck))),
    scrolls: all(".deck, .deck-body").filter(wider).map((part) => part.className),
    empty: all(".deck-body > table").filter((table) => cut_short(table) && spare(table) > 3.5 * tallest(table)).map(spare),
    source: all(".deck-source").filter((part) => !part.textContent).map(() => "no source line"),
  };
}
