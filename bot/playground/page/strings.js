// Every word the page itself shows, in both languages. {name} stands for a value.
const STRINGS = {
  zh: {
    title: "演练场",
    subtitle: "本机上的 Telegram，不连外网",
    speakAs: "以谁的身份说话",
    creator: "群主，机器人管理员",
    administrator: "群管理员",
    member: "成员，英文界面",
    bot: "机器人",
    members: "{count} 位成员",
    typing: "正在输入",
    placeholder: "输入消息",
    send: "发送",
    attach: "发送文件",
    menu: "菜单",
    commands: "命令",
    noCommands: "机器人还没有设置命令",
    start: "开始",
    whatCanItDo: "这个机器人能做什么？",
    emptyPrivate: "按下“开始”，和机器人说第一句话。",
    emptyGroup: "这里是一个群。机器人只看得到命令、对它的回复和提到它的消息。",
    noMessages: "还没有消息",
    try: "试试",
    edited: "已编辑",
    reply: "回复",
    cancelReply: "取消回复",
    you: "你",
    today: "今天",
    yesterday: "昨天",
    back: "返回",
    ok: "好",
    copied: "已复制",
    opensLink: "在新标签页打开",
    noAnswer: "机器人没有回应这次点按",
    offline: "与演练场的连接断了，正在重连……",
    failed: "没有发出去：{reason}",
    pickChat: "选一个聊天开始",
    down: "到最新消息",
    chats: "聊天",
    messages: "消息",
    suggestions: ["/summit 2024", "/summit", "/sources", "/help"],
  },
  en: {
    title: "Playground",
    subtitle: "Telegram on this machine, no internet",
    speakAs: "Who is speaking",
    creator: "group owner, bot admin",
    administrator: "group admin",
    member: "member, English interface",
    bot: "bot",
    members: "{count} members",
    typing: "typing",
    placeholder: "Message",
    send: "Send",
    attach: "Send a file",
    menu: "Menu",
    commands: "Commands",
    noCommands: "The bot has set no commands yet",
    start: "Start",
    whatCanItDo: "What can this bot do?",
    emptyPrivate: "Press Start to say the first word to the bot.",
    emptyGroup: "This is a group. The bot sees only commands, replies to it and messages that mention it.",
    noMessages: "No messages yet",
    try: "Try",
    edited: "edited",
    reply: "Reply",
    cancelReply: "Cancel reply",
    you: "You",
    today: "Today",
    yesterday: "Yesterday",
    back: "Back",
    ok: "OK",
    copied: "Copied",
    opensLink: "opens in a new tab",
    noAnswer: "The bot did not answer this button",
    offline: "Connection to the playground lost, trying again…",
    failed: "Not sent: {reason}",
    pickChat: "Select a chat to start",
    down: "To the latest message",
    chats: "Chats",
    messages: "Messages",
    suggestions: ["/summit 2024", "/summit", "/sources", "/help"],
  },
};

let language = "en";

/** Chinese for every zh tag, English for the rest. */
export function setLanguage(tag) {
  language = /^zh\b/i.test(tag || "") ? "zh" : "en";
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const element of document.querySelectorAll("[data-text]")) element.textContent = say(element.dataset.text);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", say(element.dataset.label));
    element.title = say(element.dataset.label);
  }
  for (const element of document.querySelectorAll("[data-placeholder]")) {
    element.placeholder = say(element.dataset.placeholder);
  }
  document.title = say("title");
}

export const say = (key, values = {}) =>
  typeof STRINGS[language][key] === "string"
    ? STRINGS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "")
    : STRINGS[language][key];

const locale = () => (language === "zh" ? "zh-CN" : "en-GB");
const date = (seconds) => new Date(seconds * 1000);
const days = (moment) => Math.floor((moment - moment.getTimezoneOffset() * 60000) / 86400000);

export const clockTime = (seconds) =>
  date(seconds).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit", hour12: false });

export const fileSize = (bytes) =>
  bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toLocaleString(locale(), { maximumFractionDigits: 1 })} KB`;

export function dayName(seconds) {
  const moment = date(seconds);
  const ago = days(new Date()) - days(moment);
  if (ago === 0) return say("today");
  if (ago === 1) return say("yesterday");
  const year = moment.getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" };
  return moment.toLocaleDateString(locale(), { month: "long", day: "numeric", ...year });
}
