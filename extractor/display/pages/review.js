// Every key is a step that the server keeps on the disk, and the answer is what is to be seen after it: of a long page the
// lines around the chosen one, so that a page of thousands of answers is as quick as any.
"use strict";
const ROLES = { t: "title", q: "question", h: "headline", a: "first body line", b: "body", y: "byline", x: "unassigned" };
const ONWARD = { Q: "question", A: "first body line", B: "body", X: "unassigned" };  // the line, and all below it
const sheet = document.getElementById("sheet");
let line = 0, isBusy = false;
const rows = () => [...sheet.querySelectorAll(".row")];
const numberOf = (row) => Number(row.dataset.line);
const chosen = () => sheet.querySelector(".chosen");
function choose(row) {
  for (const one of sheet.querySelectorAll(".chosen")) one.classList.remove("chosen");
  if (!row) return;
  row.classList.add("chosen");
  line = numberOf(row);
  reveal(row);
  light(row.querySelector("[data-at]"));
}
function nextDoubt(after) {
  const numbers = sheet.querySelector(".text")?.dataset.doubtful.split(" ").filter(Boolean).map(Number) ?? [];
  return numbers.find((number) => number > after);
}
async function go(number) {  // to the line of this number, which may not be there yet
  const there = () => rows().find((row) => numberOf(row) === number);
  if (number === undefined) return;
  line = number;
  if (there()) choose(there());
  else await act("stay");
}
async function step(by) {
  const all = rows(), next = all[all.indexOf(chosen()) + by];
  if (next) return choose(next);
  const { above, below } = sheet.querySelector(".text")?.dataset ?? {}, number = by < 0 ? above : below;
  if (number) await go(Number(number));
}
async function act(body, isNew) {
  if (isBusy) return;
  isBusy = true;
  try {
    const answer = await fetch(isNew ? "do" : `do?line=${line}`, { method: "POST", body });
    if (!answer.ok) throw new Error(answer.statusText);
    sheet.innerHTML = await answer.text();
  } catch (error) {
    alert("The server does not answer; what you did before is kept. Start `extractor review` again. " + error);
  } finally {
    isBusy = false;
  }
  if (isNew) begin();
  else choose(rows().find((row) => numberOf(row) >= line) ?? rows().at(-1));
}
function begin() {
  const doubt = nextDoubt(0);
  choose(rows().find((row) => numberOf(row) === doubt) ?? rows()[0]);
}
const deed = (what) => act(JSON.stringify(what), what.deed === "right" || what.deed === "no-page");
async function role(state, onward = false) {
  const row = chosen();
  if (row?.dataset.item === undefined) return;
  await deed({ deed: "role", item: Number(row.dataset.item), state, onward });
  await go(nextDoubt(line));
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
    if (event.key === "Escape") { event.preventDefault(); field.blur(); act("stay"); }
    return;
  }
  if (!event.target.closest?.("button") || event.key !== "Enter") press(event.key, () => event.preventDefault());
});
function press(key, taken) {
  const keys = {
    j: () => step(1), ArrowDown: () => step(1), k: () => step(-1), ArrowUp: () => step(-1),
    d: () => go(nextDoubt(line) ?? nextDoubt(0)),
    1: () => readings().length && role(readings()[0]), 2: () => readings().length && role(readings()[1]),
    e: edit, Enter: () => deed({ deed: "right" }), n: () => deed({ deed: "no-page" }),
    u: () => act("undo", true), ArrowRight: () => act("next", true), ArrowLeft: () => act("previous", true),
  };
  const doIt = keys[key] ?? (ROLES[key] && (() => role(ROLES[key]))) ?? (ONWARD[key] && (() => role(ONWARD[key], true)));
  if (doIt) { taken?.(); doIt(); }
}
document.addEventListener("click", (event) => {
  const { go: number, key } = event.target.closest("button")?.dataset ?? {};
  if (number) go(Number(number));
  else if (key) press(key);
  else if (event.target.closest(".row")) choose(event.target.closest(".row"));
});
begin();
