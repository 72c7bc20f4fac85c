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
// An element with its own open shadow root, in which a button lost its name.
customElements.define(
  "stad-beoordeling",
  class extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: "open" });
      const text = document.createElement("p");
      text.textContent = "Wat vond u van deze pagina?";
      const button = document.createElement("button");
      button.type = "button";
      button.dataset.fout = this.dataset.merk;
      root.append(text, button);
    }
  },
);
