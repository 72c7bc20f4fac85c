// Behaviour of the replica: accordions fold, the cookie bar closes, bare buttons go where only the script knows.
document.querySelectorAll(".utrecht-accordion__button").forEach((button) => {
  const panel = document.getElementById(button.getAttribute("aria-controls"));
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") === "true";
    button.setAttribute("aria-expanded", String(!open));
    panel.hidden = open;
  });
});
document.querySelectorAll("[data-sluit]").forEach((button) => {
  button.addEventListener("click", () => button.closest("section").remove());
});
document.querySelectorAll("[data-ga]").forEach((button) => {
  button.addEventListener("click", () => window.location.assign("/doorgaan/keuze"));
});
