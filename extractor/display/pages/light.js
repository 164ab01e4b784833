// A value under the pointer (or in focus) lights its place in the text, and the other way round; a click scrolls there.
"use strict";
const pointersOf = (element) => element?.closest?.("[data-at]")?.dataset.at.split(" ") ?? [];
const placesOf = (scope, pointers) =>
  [...scope.querySelectorAll("[data-at]")].filter((one) => one.dataset.at.split(" ").some((at) => pointers.includes(at)));
function light(target) {
  for (const one of document.querySelectorAll(".lit")) one.classList.remove("lit");
  const scope = target?.closest?.(".pair");
  if (scope) for (const one of placesOf(scope, pointersOf(target))) one.classList.add("lit");
}
function reveal(one) {  // in its own panel; the window stays, or another line would come under the pointer
  const panel = one.closest(".text, .record"), box = panel.getBoundingClientRect(), at = one.getBoundingClientRect();
  if (at.top < box.top || at.bottom > box.bottom) panel.scrollTop += at.top - box.top - box.height / 3;
}
document.addEventListener("mouseover", (event) => light(event.target));
document.addEventListener("focusin", (event) => light(event.target));
document.addEventListener("click", (event) => {
  const scope = event.target.closest(".pair"), own = event.target.closest(".text, .record");
  if (!scope || !own) return;
  light(event.target);
  const there = placesOf(scope, pointersOf(event.target)).find((one) => !own.contains(one));
  if (there) reveal(there);
});
