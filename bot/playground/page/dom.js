// Small helpers to build elements. Text always becomes a text node; nothing here parses markup.

/** An element with properties (`class`, `aria-*` and the like as attributes, `onclick` as a listener) and children. */
export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === false || value === null) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An icon of the sprite in index.html. */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

/** Telegram's round picture for someone without one: the first letter on a colour of their own. */
export function avatar(id, name, small = false) {
  const letter = [...name.trim()][0] || "?";
  return h(
    "span",
    { class: `avatar colour-${Math.abs(id) % 7}${small ? " small" : ""}`, "aria-hidden": "true" },
    letter.toUpperCase(),
  );
}

export const fullName = (user) => [user.first_name, user.last_name].filter(Boolean).join(" ");

let toastTimer;

/** A short notice over the conversation, as for an answered button. */
export function toast(text) {
  const box = document.getElementById("toast");
  box.textContent = text;
  box.classList.add("shown");
  clearTimeout(toastTimer);
  toastTimer = setTimeout(() => box.classList.remove("shown"), 4000);
}

/** A dialog that must be closed, as for an answer with `show_alert`. */
export function alertBox(text) {
  const dialog = document.getElementById("alert");
  dialog.querySelector("p").textContent = text;
  dialog.showModal();
}
