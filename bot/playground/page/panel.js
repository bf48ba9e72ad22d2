// What a person does beside talking: the menu of a chat, keys in the place of the keyboard, picking a chat, the clock.
import { choicesFor, deed, moveClock } from "./api.js";
import { h, icon, toast } from "./dom.js";
import { clockTime, dayName, now, say, setNow } from "./strings.js";

const by = (id) => document.getElementById(id);
const HOUR = 60;
const JUMPS = [HOUR, 24 * HOUR, 7 * 24 * HOUR];
// Where a person of the playground may say to be.
const POINTS = [
  ["pointHere", 30.74, 120.49],
  ["pointLondon", 51.51, -0.13],
  ["pointNewYork", 40.71, -74.01],
];

/** Carry out a deed; what goes wrong is said. */
export async function carryOut(name, values) {
  try {
    await deed(name, values);
  } catch (error) {
    toast(say("failed", { reason: error.message }));
  }
}

/** A menu over the element that asked for it: `[label, act]` pairs. */
function offer(anchor, items) {
  const menu = by("choices");
  const box = anchor.getBoundingClientRect();
  menu.replaceChildren(
    ...items.map(([label, act]) =>
      h("button", { type: "button", role: "menuitem", onclick: () => (menu.hidePopover(), act()) }, label),
    ),
  );
  if (!items.length) menu.replaceChildren(h("p", {}, say("nothingToPick")));
  menu.showPopover();
  menu.style.left = `${Math.max(8, Math.min(box.left, innerWidth - menu.offsetWidth - 8))}px`;
  const below = box.bottom + 8 + menu.offsetHeight < innerHeight;
  menu.style.top = `${below ? box.bottom + 8 : Math.max(8, box.top - menu.offsetHeight - 8)}px`;
  menu.querySelector("button")?.focus();
}

/** What can be done with the bot in a chat, as pairs of label and deed. */
function deedsFor(chat) {
  if (chat.type === "private") return chat.blocked ? [["unblock", "unblock"]] : chat.started ? [["block", "remove_bot"]] : [];
  if (!chat.leads) return [];
  const inside = !["left", "kicked"].includes(chat.bot);
  if (chat.type === "channel") {
    const add = chat.bot_posts ? ["takeRight", "add_silent_bot"] : [inside ? "giveRight" : "addBot", "add_bot"];
    return inside ? [add, ["removeBot", "remove_bot"]] : [add, ["addSilentBot", "add_silent_bot"]];
  }
  return inside ? [["removeBot", "remove_bot"]] : [["addBot", "add_member_bot"]];
}

/** Show the menu button of an open chat when there is anything in it. */
export function showManage(person, chat) {
  const deeds = deedsFor(chat);
  by("manage").hidden = !deeds.length;
  by("manage").onclick = () =>
    offer(
      by("manage"),
      deeds.map(([label, name]) => [say(label), () => carryOut(name, { person, chat: chat.id })]),
    );
}

/** Show the keys that the bot put in the place of the keyboard. */
export function showKeys(person, chat, onText) {
  const rows = chat.keys ?? [];
  by("keys").hidden = !rows.length;
  by("keys").replaceChildren(
    ...rows.map((row) =>
      h(
        "div",
        { class: "row" },
        row.map((key) => {
          const button = h("button", { type: "button", class: "reply-key" }, key.text);
          button.addEventListener("click", () => pressKey(button, key, person, onText));
          return button;
        }),
      ),
    ),
  );
}

async function pressKey(button, key, person, onText) {
  if (key.request_location) {
    offer(
      button,
      POINTS.map(([name, latitude, longitude]) => [say(name), () => carryOut("locate", { person, latitude, longitude })]),
    );
  } else if (key.request_chat) {
    const found = await choicesFor(person, key.text);
    offer(button, found.map((chat) => [chat.title, () => carryOut("pick", { person, chat: chat.id, key: key.text })]));
  } else {
    onText(key.text);
  }
}

/** Follow t.me/<bot>?startchannel as the app does: choose a channel, and the bot is added to it. */
export function followLinks(list, person) {
  list.addEventListener("click", async (event) => {
    const link = event.target.closest('a[href^="https://t.me/"][href*="startchannel"]');
    if (!link) return;
    event.preventDefault();
    const found = await choicesFor(person(), "");
    offer(link, found.map((chat) => [chat.title, () => carryOut("add_bot", { person: person(), chat: chat.id })]));
  });
}

/** Forward a post of a channel to the bot. */
export const forward = (person, chat, message) => carryOut("forward", { person, chat: chat.id, message_id: message.message_id });

/** The clock, and the buttons that move it. */
export function showClock(movable) {
  by("clock").hidden = !movable;
  by("clock").replaceChildren(
    icon("clock"),
    h("span", { id: "clock-time" }),
    ...JUMPS.map((minutes, at) =>
      h("button", { type: "button", class: "jump", onclick: () => jump(minutes) }, say(`jump${at}`)),
    ),
  );
  tick();
}

async function jump(minutes) {
  const buttons = [...by("clock").querySelectorAll("button")];
  buttons.forEach((button) => (button.disabled = true));
  by("clock").setAttribute("aria-busy", "true");
  try {
    setNow((await moveClock(minutes)).now);
  } catch (error) {
    toast(say("failed", { reason: error.message }));
  } finally {
    by("clock").removeAttribute("aria-busy");
    buttons.forEach((button) => (button.disabled = false));
    tick();
  }
}

/** Show what the playground's clock says. */
export function tick() {
  const time = by("clock-time");
  if (time) time.textContent = `${dayName(now(), { today: false, month: "short" })} ${clockTime(now())}`;
}

setInterval(tick, 5000);
