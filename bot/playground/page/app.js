// The page: who speaks, which chats there are, which one is open, and what the server tells.
import { deed, listen, loadMessages, loadState, sendFile, sendText } from "./api.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { avatar, fullName, h, toast } from "./dom.js";
import { plainText } from "./entities.js";
import { followLinks, forward, showClock, showKeys, showManage, tick } from "./panel.js";
import { serviceText } from "./service.js";
import { clockTime, say, setLanguage, setNow } from "./strings.js";

const TYPING_MILLISECONDS = 5000;
const by = (id) => document.getElementById(id);
const state = { bot: null, people: [], person: null, chats: [], open: null, unread: new Map(), typing: new Map() };
let stopListening = () => {};
let profileTimer;

const conversation = new Conversation(by("messages"), {
  onReply: (message) => composer.reply(message),
  onCommand: (command) => send(command, null),
  onForward: (message) => forward(state.person.id, state.open, message),
});
const composer = new Composer({
  onSend: (text, replyTo) => send(text, replyTo),
  onFile: (file, caption) => attempt(sendFile(state.person.id, state.open.id, file, caption)),
});

const chatOf = (id) => state.chats.find((chat) => chat.id === id);
const titleOf = (chat) => (chat.type === "private" ? state.bot.first_name : chat.title);
const avatarOf = (chat, small) => avatar(chat.type === "private" ? state.bot.id : chat.id, titleOf(chat), small);

const send = (text, replyTo) =>
  attempt(
    state.open.type === "channel"
      ? deed("post", { person: state.person.id, chat: state.open.id, text })
      : sendText(state.person.id, state.open.id, text, replyTo),
  );

async function attempt(sending) {
  try {
    await sending;
  } catch (error) {
    toast(say("failed", { reason: error.message }));
  }
}

/** Speak as someone: their chats, their language. */
function become(person) {
  stopListening();
  localStorage.setItem("person", person);
  state.unread.clear();
  stopListening = listen(person, onEvent, () => refresh(person), () => (by("offline").hidden = false));
}

function apply(fresh) {
  const open = state.open;
  Object.assign(state, fresh);
  setLanguage(fresh.person.language_code);
  setNow(fresh.now);
  showClock(fresh.movable);
  // Whoever was in someone's private chat goes on in their own.
  if (open) state.open = chatOf(open.id) ?? chatOf(state.person.id);
  renderPeople();
  renderChats();
}

/** The bot changed its commands, name or description. */
async function refreshProfile() {
  apply(await loadState(state.person.id));
  renderHead();
  renderFoot();
}

/** Load what is shown anew: at the start and after a broken connection. */
async function refresh(person) {
  by("offline").hidden = true;
  apply(await loadState(person));
  const wide = matchMedia("(min-width: 760px)").matches;
  const chat = state.open ?? chatOf(Number(location.hash.slice(1))) ?? (wide ? chatOf(person) : null);
  if (chat) await openChat(chat.id);
}

async function openChat(id) {
  const chat = chatOf(id);
  const same = state.open?.id === id && conversation.chat?.id === id && conversation.person === state.person.id;
  state.open = chat;
  state.unread.delete(id);
  const messages = await loadMessages(state.person.id, id);
  if (state.open?.id !== id) return;
  conversation.open(chat, state.person.id, messages);
  if (!same) composer.reply(null);
  document.body.classList.add("in-chat");
  if (location.hash !== `#${id}`) history.pushState(null, "", `#${id}`);
  renderChats();
  renderHead();
  renderFoot();
  if (!same) composer.focus();
}

function closeChat() {
  state.open = null;
  document.body.classList.remove("in-chat");
  renderChats();
}

function onEvent(event) {
  const chat = chatOf(event.chat);
  if (event.type === "clock") {
    setNow(event.now);
    tick();
    return;
  }
  if (event.type === "profile" || event.type === "standing") {
    // A starting bot sets many things at once: one look at the end is enough.
    clearTimeout(profileTimer);
    profileTimer = setTimeout(refreshProfile, 100);
    return;
  }
  if (!chat) return;
  // While a chat is being opened its messages are on their way: nothing to add yet.
  const isOpen = state.open?.id === chat.id && conversation.chat?.id === chat.id;
  if (event.type === "typing") {
    showTyping(chat.id, true);
  } else if (event.type === "keys") {
    chat.keys = event.keys;
  } else if (event.type === "message") {
    chat.last = event.message;
    chat.started = true;
    if (event.message.from.is_bot) showTyping(chat.id, false);
    if (isOpen) conversation.add(event.message);
    else if (event.message.from.id !== state.person.id) state.unread.set(chat.id, (state.unread.get(chat.id) ?? 0) + 1);
  } else if (event.type === "edited") {
    if (chat.last?.message_id === event.message.message_id) chat.last = event.message;
    if (isOpen) conversation.change(event.message);
  } else if (event.type === "deleted" && isOpen) {
    conversation.remove(event.message_id);
  }
  renderChats();
  if (isOpen) renderFoot();
}

function showTyping(id, on) {
  clearTimeout(state.typing.get(id));
  state.typing.delete(id);
  if (on) state.typing.set(id, setTimeout(() => showTyping(id, false), TYPING_MILLISECONDS));
  renderHead();
  renderChats();
}

function typingDots() {
  return h("span", { class: "typing" }, say("typing"), h("i"), h("i"), h("i"));
}

function renderHead() {
  const chat = state.open;
  if (!chat) return;
  by("chat-avatar").replaceChildren(avatarOf(chat, true));
  by("chat-title").textContent = titleOf(chat);
  const counted = { private: chat.blocked ? "blocked" : "bot", channel: "readers" }[chat.type] ?? "members";
  const quiet = say(counted, { count: chat.members });
  showManage(state.person.id, chat);
  by("chat-status").replaceChildren(state.typing.has(chat.id) ? typingDots() : quiet);
}

function renderFoot() {
  const chat = state.open;
  if (!chat) return;
  const own = [...conversation.messages.values()].filter((one) => one.from.id === state.person.id && one.text !== "/start");
  const follow = conversation.atEnd;
  composer.show(chat, { suggest: !own.length });
  showKeys(state.person.id, chat, (text) => send(text, null));
  // Keys take room from the messages.
  if (follow) conversation.toEnd();
  const empty = conversation.messages.size === 0;
  by("empty").hidden = !empty;
  if (!empty) return;
  const group = chat.type !== "private";
  by("empty").replaceChildren(
    avatarOf(chat),
    h("b", {}, group ? titleOf(chat) : say("whatCanItDo")),
    h("p", {}, group ? say(chat.type === "channel" ? "emptyChannel" : "emptyGroup") : state.bot.description || say("emptyPrivate")),
  );
}

function renderChats() {
  by("chats").replaceChildren(
    ...state.chats.map((chat) => {
      const last = chat.last;
      const sender = last && (last.from.id === state.person.id ? say("you") : chat.type === "supergroup" && last.from.first_name);
      const unread = state.unread.get(chat.id);
      return h(
        "button",
        {
          type: "button",
          class: `chat${state.open?.id === chat.id ? " open" : ""}`,
          "aria-current": state.open?.id === chat.id && "true",
          "data-chat": chat.id,
          onclick: () => openChat(chat.id),
        },
        avatarOf(chat),
        h(
          "span",
          { class: "chat-lines" },
          h("span", { class: "line" }, h("b", {}, titleOf(chat)), last && h("time", {}, clockTime(last.date))),
          h(
            "span",
            { class: "line" },
            state.typing.has(chat.id)
              ? typingDots()
              : h("span", { class: "preview" }, sender && h("em", {}, `${sender}: `), last ? plainText(last) || serviceText(last) : say("noMessages")),
            unread && h("span", { class: "unread" }, String(unread)),
          ),
        ),
      );
    }),
  );
}

function renderPeople() {
  by("me").replaceChildren(avatar(state.person.id, fullName(state.person), true), h("b", {}, fullName(state.person)));
  by("send-as").replaceChildren(avatar(state.person.id, fullName(state.person), true));
  by("people").replaceChildren(
    h("h2", {}, say("speakAs")),
    ...state.people.map((one) =>
      h(
        "button",
        {
          type: "button",
          role: "menuitemradio",
          "aria-checked": String(one.id === state.person.id),
          "data-person": one.id,
          onclick: () => {
            by("people").hidePopover();
            become(one.id);
          },
        },
        avatar(one.id, fullName(one), true),
        h("span", {}, h("b", {}, fullName(one)), h("small", {}, say(one.role))),
      ),
    ),
  );
}

/** The menu of people, over the button that asked for it. */
function offerPeople(event) {
  const people = by("people");
  const box = event.currentTarget.getBoundingClientRect();
  people.showPopover();
  people.style.left = `${Math.max(8, Math.min(box.left, innerWidth - people.offsetWidth - 8))}px`;
  people.style.top = `${box.top - people.offsetHeight - 8}px`;
  people.querySelector('[aria-checked="true"]').focus();
}

followLinks(by("messages"), () => state.person.id);
by("speak").addEventListener("click", offerPeople);
by("send-as").addEventListener("click", offerPeople);
by("people").addEventListener("keydown", (event) => {
  const items = [...by("people").querySelectorAll("button")];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) items[(items.indexOf(document.activeElement) + step + items.length) % items.length].focus();
});
by("back").addEventListener("click", () => {
  history.replaceState(null, "", location.pathname);
  closeChat();
});
by("down").addEventListener("click", () => conversation.toEnd());
by("scroller").addEventListener("scroll", () => by("down").classList.toggle("shown", !conversation.atEnd));
window.addEventListener("popstate", () => {
  const id = Number(location.hash.slice(1));
  if (chatOf(id)) openChat(id);
  else closeChat();
});

async function start() {
  const { people } = await loadState();
  const kept = people.find((one) => String(one.id) === localStorage.getItem("person"));
  // The first visitor speaks as someone of their own language.
  const chinese = /^zh\b/i.test(navigator.language);
  const person = kept ?? people.find((one) => /^zh\b/i.test(one.language_code ?? "") === chinese) ?? people[0];
  become(person.id);
}

start();
