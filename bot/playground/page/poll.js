// A poll in a message: its question, its options as keys, and how many chose each.
import { h } from "./dom.js";
import { say } from "./strings.js";

// What was chosen in this tab, by poll.
const choices = new Map();

export const chosen = (poll, option) => choices.set(poll, option);

/** `vote` is called with the number of an option, from 0. */
export function pollBox({ poll }, vote) {
  const mine = choices.get(poll.id);
  const kind = say(poll.type === "quiz" ? (poll.is_anonymous ? "anonymousQuiz" : "quiz") : "poll");
  return h(
    "div",
    { class: "poll" },
    h("b", {}, poll.question),
    h("small", {}, kind),
    poll.options.map((option, number) => {
      const right = mine !== undefined && poll.correct_option_ids?.includes(number);
      const state = right ? "right" : mine === number ? "wrong" : "";
      return h(
        "button",
        {
          type: "button",
          class: `option ${poll.type === "quiz" ? state : mine === number ? "right" : ""}`,
          disabled: poll.is_closed || mine !== undefined,
          onclick: () => vote(number),
        },
        h("span", {}, option.text),
        mine !== undefined && h("small", {}, String(option.voter_count)),
      );
    }),
    mine !== undefined && poll.explanation && h("p", {}, poll.explanation),
    poll.description && h("p", {}, poll.description),
    h("small", {}, say("votes", { count: poll.total_voter_count })),
  );
}
