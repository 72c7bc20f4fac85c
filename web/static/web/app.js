// Comforts only: every screen works without this file.
"use strict";
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-meteen]");
  if (form) form.requestSubmit();
});
document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-kopieer]");
  if (!button) return;
  await navigator.clipboard.writeText(document.getElementById(button.dataset.kopieer).textContent);
  button.textContent = "Gekopieerd";
});
for (const button of document.querySelectorAll("button[data-kopieer]")) button.hidden = false;
