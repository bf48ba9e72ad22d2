// The messages of one chat: bubbles, keyboards under them, days between them.
import { alertBox, avatar, fullName, h, icon, toast } from "./dom.js";
import { plainText, renderText } from "./entities.js";
import { deed, documentAddress, pressButton } from "./api.js";
import { chosen, pollBox } from "./poll.js";
import { clockTime, dayName, fileSize, say } from "./strings.js";
import { serviceText } from "./service.js";

export class Conversation {
  /** `list` is the element the messages go into; `onReply(message)` and `onCommand(text)` come from bubbles. */
  constructor(list, { onReply, onCommand, onForward }) {
    this.list = list;
    this.scroller = list.parentElement;
    this.onReply = onReply;
    this.onCommand = onCommand;
    this.onForward = onForward;
    this.messages = new Map();
  }

  /** Show a chat anew. */
  open(chat, person, messages) {
    this.chat = chat;
    this.person = person;
    this.messages = new Map(messages.map((message) => [message.message_id, message]));
    this.render();
    this.toEnd();
  }

  render() {
    this.list.replaceChildren();
    let previous = null;
    for (const message of this.messages.values()) {
      this.list.append(...this.entry(message, previous));
      previous = message;
    }
  }

  get atEnd() {
    return this.scroller.scrollHeight - this.scroller.scrollTop - this.scroller.clientHeight < 80;
  }

  toEnd() {
    this.scroller.scrollTop = this.scroller.scrollHeight;
  }

  add(message) {
    if (this.messages.has(message.message_id)) return;
    const follow = this.atEnd || message.from.id === this.person;
    const previous = [...this.messages.values()].at(-1) ?? null;
    this.messages.set(message.message_id, message);
    const nodes = this.entry(message, previous);
    nodes.at(-1).classList.add("new");
    this.list.append(...nodes);
    if (follow) this.toEnd();
  }

  change(message) {
    if (!this.messages.has(message.message_id)) return;
    const follow = this.atEnd;
    this.messages.set(message.message_id, message);
    const old = this.element(message.message_id);
    const focused = [...old.querySelectorAll(".key")].indexOf(document.activeElement);
    const fresh = this.bubble(message, old.classList.contains("joined"));
    old.replaceWith(fresh);
    // Whoever works by keyboard stays where they pressed.
    if (focused >= 0) fresh.querySelectorAll(".key")[focused]?.focus();
    if (follow) this.toEnd();
  }

  remove(id) {
    this.messages.delete(id);
    this.render();
  }

  element(id) {
    return this.list.querySelector(`[data-message="${id}"]`);
  }

  entry(message, previous) {
    const nodes = [];
    if (!previous || dayName(previous.date) !== dayName(message.date)) {
      nodes.push(h("div", { class: "day" }, h("span", {}, dayName(message.date))));
    }
    const joined = !nodes.length && previous?.from.id === message.from.id && message.date - previous.date < 600;
    nodes.push(this.bubble(message, joined));
    return nodes;
  }

  bubble(message, joined) {
    const mine = message.from.id === this.person;
    const inGroup = this.chat.type === "supergroup";
    const inChannel = this.chat.type === "channel";
    const name = fullName(message.from);
    const answered = message.reply_to_message;
    const content = h(
      "div",
      { class: "bubble" },
      inGroup && !mine && !joined
        ? h("div", { class: `name text-${Math.abs(message.from.id) % 7}` }, name, message.from.is_bot && h("small", {}, say("bot")))
        : null,
      answered &&
        h(
          "button",
          { type: "button", class: "quote", onclick: () => this.flash(answered.message_id) },
          h("b", {}, fullName(answered.from)),
          h("span", {}, plainText(answered)),
        ),
      message.forward_origin &&
        h("div", { class: "forwarded" }, say("forwardedFrom", { title: message.forward_origin.chat.title })),
      message.document && this.document(message),
      message.poll && pollBox(message, (option) => this.vote(message, option)),
      h(
        "div",
        { class: "text" },
        renderText(message.text ?? message.caption ?? (message.poll ? "" : serviceText(message)), message.entities ?? message.caption_entities, this.onCommand),
        this.meta(message, mine),
      ),
    );
    const keyboard = message.reply_markup?.inline_keyboard;
    return h(
      "article",
      {
        class: `message ${mine ? "mine" : "theirs"}${joined ? " joined" : ""}${keyboard ? " with-keys" : ""}`,
        "data-message": message.message_id,
        "aria-label": name,
        ondblclick: (event) => inChannel || event.target.closest(".key, a, button") || this.onReply(message),
      },
      inGroup && !mine ? (joined ? h("span", { class: "avatar-space" }) : avatar(message.from.id, name, true)) : null,
      h("div", { class: "stack" }, content, keyboard && this.keyboard(message, keyboard)),
      h(
        "button",
        {
          type: "button",
          class: "reply-to",
          "aria-label": say(inChannel ? "forward" : "reply"),
          title: say(inChannel ? "forward" : "reply"),
          onclick: () => (inChannel ? this.onForward(message) : this.onReply(message)),
        },
        icon(inChannel ? "forward" : "reply"),
      ),
    );
  }

  document(message) {
    const { file_name: name, file_size: size } = message.document;
    return h(
      "a",
      { class: "document", href: documentAddress(this.person, this.chat.id, message.message_id), download: name },
      icon("file"),
      h("span", {}, h("b", {}, name), h("small", {}, fileSize(size))),
    );
  }

  async vote(message, option) {
    try {
      await deed("vote", { person: this.person, chat: this.chat.id, message_id: message.message_id, option });
      chosen(message.poll.id, option);
      const quiz = message.poll.type === "quiz";
      const right = message.poll.correct_option_ids?.includes(option);
      if (quiz) toast(`${say(right ? "rightAnswer" : "wrongAnswer")} ${message.poll.explanation ?? ""}`);
      this.change(this.messages.get(message.message_id));
    } catch {
      toast(say("noVote"));
    }
  }

  meta(message, mine) {
    return h(
      "span",
      { class: "meta" },
      message.edit_date ? `${say("edited")} ` : "",
      h("time", { datetime: new Date(message.date * 1000).toISOString() }, clockTime(message.date)),
      mine ? icon("seen") : null,
    );
  }

  keyboard(message, rows) {
    return h(
      "div",
      { class: "keyboard" },
      rows.map((row) => h("div", { class: "row" }, row.map((button) => this.key(message, button)))),
    );
  }

  key(message, button) {
    const style = button.style ? ` ${button.style}` : "";
    if (button.url) {
      return h(
        "a",
        {
          class: `key${style}`,
          href: /^https?:/i.test(button.url) ? button.url : undefined,
          target: "_blank",
          rel: "noopener noreferrer",
          title: `${button.text} · ${say("opensLink")}`,
        },
        h("span", {}, button.text),
        icon("link"),
      );
    }
    const key = h("button", { type: "button", class: `key${style}`, title: button.text }, h("span", {}, button.text));
    key.addEventListener("click", () => this.press(key, message, button));
    return key;
  }

  async press(key, message, button) {
    if (button.copy_text) {
      await navigator.clipboard?.writeText(button.copy_text.text);
      toast(say("copied"));
      return;
    }
    if (!button.callback_data || key.classList.contains("waiting")) return;
    key.classList.add("waiting");
    key.setAttribute("aria-busy", "true");
    try {
      const answer = await pressButton(this.person, this.chat.id, message.message_id, button.callback_data);
      if (!answer) toast(say("noAnswer"));
      else if (answer.show_alert && answer.text) alertBox(answer.text);
      else if (answer.text) toast(answer.text);
      if (/^https?:/i.test(answer?.url ?? "")) window.open(answer.url, "_blank", "noopener");
    } catch {
      toast(say("noAnswer"));
    } finally {
      key.classList.remove("waiting");
      key.removeAttribute("aria-busy");
    }
  }

  /** Go to a message and let it light up. */
  flash(id) {
    const element = this.element(id);
    element?.scrollIntoView({ block: "center", behavior: "smooth" });
    element?.classList.add("flash");
    setTimeout(() => element?.classList.remove("flash"), 1500);
  }
}
