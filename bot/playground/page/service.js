// Messages without words: a poll, a location, a picked chat.
import { say } from "./strings.js";

/** What stands in the place of the text; empty for other messages. */
export function serviceText(message) {
  if (message.poll) return `📊 ${message.poll.question}`;
  if (message.location) return say("location", message.location);
  if (message.chat_shared) return say("picked", { title: message.chat_shared.title ?? message.chat_shared.chat_id });
  return "";
}
