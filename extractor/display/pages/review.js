// Every key is a step that the server keeps on the disk, and the answer is what is to be seen after it.
"use strict";
const ROLES = { t: "title", q: "question", h: "headline", a: "first body line", b: "body", y: "byline", x: "unassigned" };
const sheet = document.getElementById("sheet");
let line = 0, isBusy = false;
const rows = () => [...sheet.querySelectorAll(".row")];
function choose(row) {
  for (const one of sheet.querySelectorAll(".chosen")) one.classList.remove("chosen");
  if (!row) return;
  row.classList.add("chosen");
  line = Number(row.dataset.line);
  reveal(row);
  light(row.querySelector("[data-at]"));
}
const chosen = () => sheet.querySelector(".chosen");
const nextDoubt = (after) => rows().find((row) => row.classList.contains("doubtful") && Number(row.dataset.line) > after);
function step(by) {
  const all = rows(), at = all.indexOf(chosen());
  choose(all[Math.min(Math.max(at + by, 0), all.length - 1)]);
}
async function act(body, isNew) {
  if (isBusy) return;
  isBusy = true;
  try {
    const answer = await fetch("do", { method: "POST", body });
    if (!answer.ok) throw new Error(answer.statusText);
    sheet.innerHTML = await answer.text();
  } catch (error) {
    alert("The server does not answer; what you did before is kept. Start `extractor review` again. " + error);
  } finally {
    isBusy = false;
  }
  if (isNew) choose(nextDoubt(0) ?? rows()[0]);
  else choose(rows().find((row) => Number(row.dataset.line) === line) ?? rows()[0]);
}
const deed = (what) => act(JSON.stringify(what), what.deed === "right" || what.deed === "no-page");
async function role(state) {
  const row = chosen();
  if (row?.dataset.item === undefined) return;
  await deed({ deed: "role", item: Number(row.dataset.item), state });
  choose(nextDoubt(line) ?? chosen());
}
function readings() {
  return [...(chosen()?.querySelectorAll(".doubt [data-state]") ?? [])].map((one) => one.dataset.state);
}
function edit() {
  const pointers = [...(chosen()?.querySelectorAll("[data-at]") ?? [])].flatMap((one) => one.dataset.at.split(" "));
  const values = [...sheet.querySelectorAll("[data-value]")];
  (values.find((one) => pointers.includes(one.dataset.value)) ?? values[0])?.focus();
}
async function write(field) {
  const pointer = field.dataset.value, value = field.innerText.trim();
  field.blur();
  await deed({ deed: "value", pointer, value: value || null });
}
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const field = event.target.closest?.("[data-value]");
  if (field) {
    if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); write(field); }
    if (event.key === "Escape") { event.preventDefault(); field.blur(); act("stay", false); }
    return;
  }
  const keys = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    d: () => choose(nextDoubt(line) ?? nextDoubt(0)),
    1: () => readings().length && role(readings()[0]), 2: () => readings().length && role(readings()[1]),
    e: edit, Enter: () => deed({ deed: "right" }), n: () => deed({ deed: "no-page" }),
    u: () => act("undo", true), ArrowRight: () => act("next", true), ArrowLeft: () => act("previous", true),
  };
  const doIt = keys[event.key] ?? (ROLES[event.key] && (() => role(ROLES[event.key])));
  if (doIt) { event.preventDefault(); doIt(); }
});
document.addEventListener("click", (event) => { if (event.target.closest(".row")) choose(event.target.closest(".row")); });
choose(nextDoubt(0) ?? rows()[0]);
