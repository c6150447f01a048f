// What a button of Streamlit's opens stands at the end of the page: Tab goes from the button into it, and from its
// ends back to the button. Escape closes it, as it does without us.
const STOPS = "button, input, select, textarea, a[href]";

addEventListener("keydown", (event) => {
  const button = event.key === "Tab" && document.querySelector("[data-testid=stPopoverButton][aria-expanded=true]");
  if (!button) return;
  const found = document.querySelectorAll(`[data-testid=stPopoverBody] :is(${STOPS})`);
  const stops = [...found].filter((one) => one.tabIndex >= 0 && !one.disabled);
  const [first, last] = event.shiftKey ? [stops.at(-1), stops[0]] : [stops[0], stops.at(-1)];
  const at = document.activeElement;
  const next = at === button && !event.shiftKey ? first : at === last ? button : undefined;
  if (!next) return;
  event.preventDefault();
  next.focus();
});
