// The page's own small API of the playground.

async function call(path, options) {
  const response = await fetch(`/playground/api/${path}`, options);
  if (!response.ok) throw new Error(await response.text());
  return response.json();
}

const post = (path, body) =>
  call(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

export const loadState = (person) => call(`state${person ? `?person=${person}` : ""}`);
export const loadMessages = (person, chat) => call(`messages?person=${person}&chat=${chat}`);
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
  source.onmessage = (event) => onEvent(JSON.parse(event.data));
  return () => source.close();
}
