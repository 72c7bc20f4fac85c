// Comforts only: every screen works without this file. htmx (before it in the bundle) shows answers without a new page.
"use strict";
document.addEventListener("htmx:config:request", ({ detail: { ctx } }) => {
  // Choices that were left open do not belong in an address that people share.
  if (ctx.request.method !== "GET" || !ctx.request.body) return;
  for (const [name, value] of [...ctx.request.body]) if (value === "") ctx.request.body.delete(name);
});
document.addEventListener("htmx:before:request", ({ target }) => {
  for (const place of target.querySelectorAll("[data-bezig]")) place.textContent = place.dataset.bezig;
});
document.addEventListener("htmx:finally:request", ({ target }) => {
  for (const place of target.querySelectorAll("[data-bezig]")) place.textContent = "";
});
document.addEventListener("htmx:error", ({ target }) => {
  for (const place of target.querySelectorAll("[data-bezig]")) place.textContent = "Geen verbinding. Probeer het nog eens.";
});
document.addEventListener("htmx:after:swap", () => {
  // A whole new screen was put in place: people who do not see it are brought to what it says first.
  if (document.activeElement !== document.body) return;
  const main = document.querySelector("main");
  const first = main.querySelector("[data-melding]") || main;
  first.tabIndex = -1;
  first.focus();
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-kopieer]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.kopieer).textContent);
  button.textContent = "Gekopieerd";
});
document.addEventListener("htmx:after:process", show);
function show() {
  for (const button of document.querySelectorAll("button[data-kopieer]")) button.hidden = false;
}
show();
