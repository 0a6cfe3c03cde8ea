import { aboutDates } from "./said/dates.ts";
import { aboutDecisions } from "./said/decisions.ts";
import { aboutWhatFollows } from "./said/follows.ts";
import { aboutPreparing } from "./said/preparing.ts";
import { aboutQuestions, aboutSignature } from "./said/questions.ts";
import { aboutReaders } from "./said/readers.ts";
import { type Saying, settingOf, type World } from "./said/setting.ts";

/**
 * Everything that may be said to this reader, in one language, one file per subject below `said`. If one sentence begins like another, the
 * longer comes first. The words of a button end with a colon.
 */
export function sayingsOf(world: World): readonly Saying[] {
  const setting = settingOf(world);
  return [
    ...aboutReaders(setting),
    ...aboutDates(setting),
    ...aboutPreparing(setting),
    ...aboutWhatFollows(setting),
    ...aboutDecisions(setting),
    ...aboutQuestions(setting),
    ...aboutSignature(setting),
  ].sort((one, other) => other.text.length - one.text.length);
}
