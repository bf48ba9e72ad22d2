// The page's own small API of the playground.

async function call(path, options) {
  const response = await fetch(`/playground/api/${path}`, options);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

const post = (path, body) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** A post of a channel has no author: the channel stands for one. */
const named = (message) =>
  message && {
    ...message,
    from: message.from ?? { id: message.sender_chat.id, is_bot: true, first_name: message.sender_chat.title },
  };

export async function loadState(person) {
  const state = await call(`state${person ? `?person=${person}` : ""}`);
  return { ...state, chats: state.chats.map((chat) => ({ ...chat, last: named(chat.last) })) };
}
export const loadMessages = async (person, chat) => (await call(`messages?person=${person}&chat=${chat}`)).map(named);
export const choicesFor = (person, key) => call(`choices?${new URLSearchParams({ person, key })}`);
export const deed = (name, values) => post("do", { deed: name, ...values });
export const moveClock = (minutes) => post("clock", { minutes });
export const sendText = (person, chat, text, reply_to) => post("say", { person, chat, text, reply_to });
export const sendFile = (person, chat, file, caption) =>
  call(`say_document?${new URLSearchParams({ person, chat, name: file.name, caption })}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  });
export const documentAddress = (person, chat, message_id) =>
  `/playground/api/document?${new URLSearchParams({ person, chat, message_id })}`;
export const pressButton = (person, chat, message_id, data) => post("press", { person, chat, message_id, data });

/** Events of everything the person sees; `onOpen` runs at every (re)connection, `onLost` when it broke. */
export function listen(person, onEvent, onOpen, onLost) {
  const source = new EventSource(`/playground/api/events?person=${person}`);
  source.onopen = onOpen;
  source.onerror = onLost;
  source.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    onEvent(event.message ? { ...event, message: named(event.message) } : event);
  };
  return () => source.close();
}
