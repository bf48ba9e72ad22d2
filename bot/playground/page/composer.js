// Where a person writes: text field, commands menu, reply bar, suggestions, Start button.
import { fullName, h } from "./dom.js";
import { plainText } from "./entities.js";
import { say } from "./strings.js";

const by = (id) => document.getElementById(id);

export class Composer {
  /** `onSend(text, replyTo)` sends; `onFile(file, caption)` sends a file with what stands in the field. */
  constructor({ onSend, onFile }) {
    this.onSend = onSend;
    this.field = by("field");
    this.menu = by("commands");
    this.commands = [];
    this.replyTo = null;
    this.selected = -1;
    by("composer").addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("keydown", (event) => this.key(event));
    this.menu.addEventListener("keydown", (event) => this.key(event));
    by("menu-button").addEventListener("click", () => this.toggleMenu());
    by("attach").addEventListener("click", () => by("file").click());
    by("file").addEventListener("change", () => {
      const [file] = by("file").files;
      if (file) onFile(file, this.field.value);
      by("file").value = "";
      this.fill("");
    });
    by("start").addEventListener("click", () => this.onSend("/start", null));
    by("cancel-reply").addEventListener("click", () => this.reply(null));
    document.addEventListener("click", (event) => {
      if (!event.target.closest("#commands, #menu-button, #field")) this.closeMenu();
    });
  }

  /** A chat was opened or changed: which commands it has, whether it was started, what to suggest. */
  show(chat, { suggest }) {
    const channel = chat.type === "channel";
    const readOnly = channel && !chat.leads;
    this.commands = channel ? [] : chat.commands;
    by("composer").hidden = !chat.started || readOnly;
    by("read-only").hidden = !readOnly;
    by("attach").hidden = channel;
    by("start").hidden = chat.started;
    const chips = suggest && chat.started && !channel ? say("suggestions") : [];
    by("chips").hidden = !chips.length;
    by("chips").replaceChildren(
      ...(chips.length ? [h("span", {}, say("try"))] : []),
      ...chips.map((text) => h("button", { type: "button", onclick: () => this.onSend(text, null) }, text)),
    );
    by("menu-button").hidden = !this.commands.length;
  }

  focus() {
    // On a touch screen focus would open the keyboard over the messages.
    if (matchMedia("(hover: hover)").matches) this.field.focus();
  }

  changed() {
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight, 180)}px`;
    by("send").disabled = !this.field.value.trim();
    const typed = /^\/([a-z0-9_]*)$/i.exec(this.field.value);
    if (typed) this.openMenu(typed[1].toLowerCase());
    else this.closeMenu();
  }

  key(event) {
    // Enter that picks a word of an input method does not send.
    if (event.isComposing || event.keyCode === 229) return;
    const open = !this.menu.hidden;
    const items = [...this.menu.children];
    if (open && ["ArrowDown", "ArrowUp"].includes(event.key) && items.length) {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.select((this.selected + step + items.length) % items.length);
    } else if (open && ["Enter", "Tab"].includes(event.key) && this.selected >= 0) {
      event.preventDefault();
      const command = items[this.selected].dataset.command;
      if (event.key === "Enter") this.pick(command);
      else this.fill(`/${command} `);
    } else if (event.key === "Escape") {
      if (open) this.closeMenu();
      else this.reply(null);
      this.field.focus();
    } else if (event.key === "Enter" && !event.shiftKey && event.target === this.field) {
      event.preventDefault();
      this.send();
    }
  }

  fill(text) {
    this.field.value = text;
    this.changed();
    this.field.focus();
  }

  send() {
    const text = this.field.value;
    if (!text.trim()) return;
    const replyTo = this.replyTo?.message_id ?? null;
    this.fill("");
    this.reply(null);
    this.onSend(text, replyTo);
  }

  pick(command) {
    this.fill("");
    this.closeMenu();
    this.onSend(`/${command}`, null);
  }

  toggleMenu() {
    if (this.menu.hidden) this.openMenu("");
    else this.closeMenu();
    this.field.focus();
  }

  openMenu(prefix) {
    const found = this.commands.filter((one) => one.command.startsWith(prefix));
    this.menu.replaceChildren(
      ...found.map((one) =>
        h(
          "button",
          { type: "button", role: "option", tabindex: "-1", "data-command": one.command, onclick: () => this.pick(one.command) },
          h("b", {}, `/${one.command}`),
          h("span", {}, one.description),
        ),
      ),
    );
    this.menu.hidden = !found.length;
    by("menu-button").setAttribute("aria-expanded", String(!this.menu.hidden));
    this.select(found.length ? 0 : -1);
  }

  closeMenu() {
    this.menu.hidden = true;
    by("menu-button").setAttribute("aria-expanded", "false");
    this.selected = -1;
  }

  select(index) {
    this.selected = index;
    [...this.menu.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === index)));
    this.menu.children[index]?.scrollIntoView({ block: "nearest" });
  }

  /** Answer a message, or none. */
  reply(message) {
    this.replyTo = message;
    by("reply-bar").hidden = !message;
    if (!message) return;
    by("reply-name").textContent = fullName(message.from);
    by("reply-text").textContent = plainText(message);
    this.field.focus();
  }
}
