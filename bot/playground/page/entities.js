// A text with message entities to elements. Offsets are UTF-16 units, which is what JavaScript strings count.
import { h, toast } from "./dom.js";
import { say } from "./strings.js";

const INLINE = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  mention: "span",
  text_mention: "span",
  hashtag: "span",
  cashtag: "span",
  email: "span",
  custom_emoji: "span",
};
const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);
const LINKED = new Set(["mention", "text_mention", "hashtag", "cashtag", "email"]);

/** The words of a message for a preview, what a spoiler hides left hidden. */
export function plainText(message) {
  const units = (message.text ?? message.caption ?? message.document?.file_name ?? "").split("");
  for (const entity of message.entities ?? message.caption_entities ?? []) {
    if (entity.type === "spoiler") units.fill("▒", entity.offset, entity.offset + entity.length);
  }
  return units.join("");
}

/** Nodes for `text`; `onCommand` gets a pressed command with its slash. */
export function renderText(text, entities = [], onCommand = () => {}) {
  const order = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return renderRange(text, 0, text.length, order, onCommand);
}

function renderRange(text, begin, end, entities, onCommand) {
  const nodes = [];
  const queue = entities.filter((e) => e.offset < end && e.offset + e.length > begin);
  let position = begin;
  while (queue.length) {
    const entity = queue.shift();
    const from = Math.max(entity.offset, position);
    const to = Math.min(entity.offset + entity.length, end);
    if (from >= to) continue;
    if (from > position) nodes.push(text.slice(position, from));
    const inner = [];
    for (const other of queue.splice(0)) {
      if (other.offset < to) inner.push(other);
      // What reaches beyond this entity goes on behind it.
      const rest = other.offset + other.length - to;
      if (rest > 0) queue.push(other.offset >= to ? other : { ...other, offset: to, length: rest });
    }
    nodes.push(wrap(entity, text.slice(from, to), renderRange(text, from, to, inner, onCommand), onCommand));
    // The line feed behind a block is the end of its last line, not an empty one.
    position = BLOCKS.has(entity.type) && text[to] === "\n" ? to + 1 : to;
  }
  if (position < end) nodes.push(text.slice(position, end));
  return nodes;
}

function wrap(entity, text, children, onCommand) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url, children);
    case "url":
      return link(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`, children);
    case "bot_command":
      return h("button", { type: "button", class: "link", onclick: () => onCommand(text) }, children);
    case "spoiler":
      return spoiler(children);
    case "code":
      return copyable(h("code", {}, children), text);
    case "pre":
      return copyable(
        h("pre", {}, entity.language ? h("span", { class: "code-language" }, entity.language) : null, h("code", {}, children)),
        text,
      );
    case "blockquote":
      return h("blockquote", {}, children);
    case "expandable_blockquote":
      return expandable(children);
    default:
      return h(INLINE[entity.type] || "span", { class: LINKED.has(entity.type) && "link" }, children);
  }
}

function link(address, children) {
  // Only web addresses can be followed here; anything else stays words.
  if (!/^https?:\/\//i.test(address)) return h("span", { class: "link" }, children);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer", title: address }, children);
}

function spoiler(children) {
  const box = h("span", { class: "spoiler", role: "button", tabindex: "0" }, h("span", {}, children));
  const show = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    box.classList.add("shown");
    box.removeAttribute("role");
    box.removeAttribute("tabindex");
  };
  box.addEventListener("click", show);
  box.addEventListener("keydown", show);
  return box;
}

function expandable(children) {
  const box = h("blockquote", { class: "expandable", role: "button", tabindex: "0", "aria-expanded": "false" }, h("div", {}, children));
  const toggle = (event) => {
    if (event.type === "keydown" && event.key !== "Enter" && event.key !== " ") return;
    if (event.target.closest("a")) return;
    event.preventDefault();
    box.setAttribute("aria-expanded", String(box.classList.toggle("open")));
  };
  box.addEventListener("click", toggle);
  box.addEventListener("keydown", toggle);
  return box;
}

function copyable(element, text) {
  element.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      toast(say("copied"));
    } catch {
      // Without permission the text can still be selected.
    }
  });
  return element;
}
