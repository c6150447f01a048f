// Esc follows the link back to the presentation, unless something is open that Esc closes, or somebody types.
export default function () {
  const listen = (event) => {
    const busy = document.querySelector("[role=dialog], [data-baseweb=popover]") || event.target.closest?.("input, textarea");
    if (event.key === "Escape" && !busy) document.querySelector(".st-key-back a")?.click();
  };
  addEventListener("keydown", listen);
  return () => removeEventListener("keydown", listen);
}
