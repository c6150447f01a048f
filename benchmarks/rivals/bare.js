// The least that a browser must do for a filter choice: read the answer and draw its charts over the old ones.
const boxes = [];

function draw(text) {
  JSON.parse(text).charts.forEach(({ figure, height }, index) => {
    boxes[index] ??= document.body.appendChild(document.createElement("div"));
    const layout = { ...figure.layout, width: 640, height };
    window.Plotly.react(boxes[index], figure.data, layout, { displayModeBar: false, showTips: false });
  });
}

fetch("answers.json").then((found) => found.json()).then((answers) => {
  const texts = Object.values(answers).map((answer) => JSON.stringify(answer));
  let shown = 0;
  document.querySelector("button").onclick = () => draw(texts[(shown += 1) % texts.length]);
  draw(texts[0]);
});
