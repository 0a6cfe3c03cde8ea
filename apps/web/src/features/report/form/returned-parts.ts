import { later } from "#lib/later.tsx";

// What only a returned report needs is not among the first files of the form. Of such a report it is fetched as soon as the page is idle
// (`prepareReturnedParts`), so that it is there without a network too.

export const QuestionHere = later(() => import("./question-here.tsx").then((m) => m.QuestionHere));
export const ReturnedBanner = later(() => import("./returned-banner.tsx").then((m) => m.ReturnedBanner));
export const LockedAnswer = later(() => import("./locked-answer.tsx").then((m) => m.LockedAnswer));

export async function prepareReturnedParts(): Promise<void> {
  await Promise.all([ReturnedBanner.prepare(), QuestionHere.prepare()]);
  await LockedAnswer.prepare();
}
