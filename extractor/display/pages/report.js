// One page of the sample at a time.
"use strict";
const choice = document.getElementById("choice");
function show() {
  for (const page of document.querySelectorAll(".page")) page.hidden = page.id !== choice.value;
}
function step(by) {
  choice.selectedIndex = Math.min(Math.max(choice.selectedIndex + by, 0), choice.options.length - 1);
  show();
}
choice.addEventListener("change", show);
document.getElementById("back").addEventListener("click", () => step(-1));
document.getElementById("on").addEventListener("click", () => step(1));
show();
