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
    readers: "频道，{count} 位订阅者",
    blocked: "你已屏蔽机器人",
    manage: "管理机器人",
    block: "屏蔽机器人",
    unblock: "解除屏蔽",
    addBot: "把机器人加进来，可以发消息",
    addSilentBot: "把机器人加为管理员，不给发布权限",
    giveRight: "给它“发布消息”的权限",
    takeRight: "收回“发布消息”的权限",
    removeBot: "移除机器人",
    nothingToPick: "没有可选的聊天",
    forward: "转发给机器人",
    quiz: "测验",
    anonymousQuiz: "匿名测验",
    poll: "投票",
    votes: "{count} 人已答",
    rightAnswer: "答对了。",
    wrongAnswer: "不对。",
    noVote: "没有投上",
    forwardedFrom: "转发自 {title}",
    location: "位置 {latitude}，{longitude}",
    picked: "选了：{title}",
    pointHere: "乌镇",
    pointLondon: "伦敦",
    pointNewYork: "纽约",
    emptyChannel: "这里是一个频道。用右上角的菜单把机器人加为管理员。",
    readOnly: "只有频道管理员可以在这里发布",
    clock: "演练场的时钟",
    jump0: "+1 小时",
    jump1: "+1 天",
    jump2: "+7 天",
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
    suggestions: ["/summit 2024", "/subscribe", "/sources", "/help"],
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
    readers: "channel, {count} subscribers",
    blocked: "You blocked the bot",
    manage: "Manage the bot",
    block: "Block the bot",
    unblock: "Unblock the bot",
    addBot: "Add the bot, so that it can post",
    addSilentBot: "Make the bot an administrator who may not post",
    giveRight: "Give it the right to post",
    takeRight: "Take away its right to post",
    removeBot: "Remove the bot",
    nothingToPick: "There is no chat to pick",
    quiz: "Quiz",
    anonymousQuiz: "Anonymous quiz",
    poll: "Poll",
    votes: "{count} answered",
    rightAnswer: "Right.",
    wrongAnswer: "Wrong.",
    noVote: "Your vote was not taken",
    forward: "Forward to the bot",
    forwardedFrom: "Forwarded from {title}",
    location: "Location {latitude}, {longitude}",
    picked: "Picked: {title}",
    pointHere: "Wuzhen",
    pointLondon: "London",
    pointNewYork: "New York",
    emptyChannel: "This is a channel. Make the bot an administrator with the menu in the corner.",
    readOnly: "Only administrators of the channel can post here",
    clock: "The playground's clock",
    jump0: "+1 h",
    jump1: "+1 d",
    jump2: "+7 d",
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
    suggestions: ["/summit 2024", "/subscribe", "/sources", "/help"],
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
let ahead = 0;

/** The playground's clock, in Unix seconds: it may be ahead of the machine's. */
export const now = () => Math.floor(Date.now() / 1000) + ahead;
export const setNow = (seconds) => (ahead = seconds - Math.floor(Date.now() / 1000));

const date = (seconds) => new Date(seconds * 1000);
const days = (moment) => Math.floor((moment - moment.getTimezoneOffset() * 60000) / 86400000);

export const clockTime = (seconds) =>
  date(seconds).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit", hour12: false });

export const fileSize = (bytes) =>
  bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toLocaleString(locale(), { maximumFractionDigits: 1 })} KB`;

/** The day of a message; `today: false` names today and yesterday by their dates. */
export function dayName(seconds, { today = true, month = "long" } = {}) {
  const moment = date(seconds);
  const ago = days(date(now())) - days(moment);
  if (today && ago === 0) return say("today");
  if (today && ago === 1) return say("yesterday");
  const year = moment.getFullYear() === date(now()).getFullYear() ? {} : { year: "numeric" };
  return moment.toLocaleDateString(locale(), { month, day: "numeric", ...year });
}
