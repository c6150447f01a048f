// Links to files. The server is asked first whether it has the file; what it refuses is shown, never saved.
export default function ({ data, parentElement }) {
  const group = document.createElement("div");
  group.className = "congdoan-files";
  const said = document.createElement("p");
  said.setAttribute("role", "alert");
  said.hidden = true;
  const { links } = JSON.parse(new TextDecoder().decode(data));
  group.append(...links.map((one) => link(one, said)), said);
  parentElement.querySelector(".congdoan-files")?.remove();
  parentElement.append(group);
}

function link({ address, label }, said) {
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = "";
  anchor.textContent = label;
  anchor.onclick = async (event) => {
    if (anchor.dataset.asked) return;
    event.preventDefault();
    said.hidden = (await fetch(anchor.href, { method: "HEAD" })).ok;
    if (!said.hidden) return (said.textContent = await (await fetch(anchor.href)).text());
    anchor.dataset.asked = "yes";
    anchor.click();
    delete anchor.dataset.asked;
  };
  return anchor;
}
