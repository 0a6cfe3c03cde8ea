import { type Language, languageFacts } from "@avances/domain/catalogue";
import { nextTask } from "./next-task.ts";

/**
 * Browsers read the rules of a language when they are first asked for: 5 to 50 ms on a phone for each of these, in the middle of the drawing that
 * needs one. Each is asked for here in a step of its own, before anything is drawn.
 */
export async function readLanguageRules(language: Language): Promise<void> {
  const { numbers, dates } = languageFacts[language];
  for (const read of [
    () => new Intl.NumberFormat(numbers).format(1.5),
    () => new Intl.Collator(language).compare("a", "b"),
    () => new Intl.ListFormat(language).format(["a", "b"]),
    () => new Intl.DateTimeFormat(dates, { month: "long" }).format(0),
  ]) {
    await nextTask();
    read();
  }
}
