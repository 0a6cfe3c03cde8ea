import type { CountryAnswer } from "@avances/domain/round";
import { defineTexts } from "#i18n/i18n.ts";

/** What a country said last of its report, and when: the same in monitor and reminder centre. */
export const lastAnswerTexts = defineTexts(
  {
    said: {
      by_date: (day: string, by: string) => `said on ${day}: will send by ${by}`,
      waits_for: (day: string) => `said on ${day}: waits for an institution`,
      nothing_to_report: (day: string) => `said on ${day}: nothing to report`,
      other_person: (day: string) => `said on ${day}: ask somebody else`,
      other: (day: string) => `answered on ${day}`,
      no_answer: (day: string) => `no answer on ${day}`,
    } satisfies Record<CountryAnswer, (day: string, by: string) => string>,
  },
  {
    said: {
      by_date: (day, by) => `dijo el ${day}: enviará a más tardar el ${by}`,
      waits_for: (day) => `dijo el ${day}: espera a una institución`,
      nothing_to_report: (day) => `dijo el ${day}: nada que informar`,
      other_person: (day) => `dijo el ${day}: preguntar a otra persona`,
      other: (day) => `respondió el ${day}`,
      no_answer: (day) => `sin respuesta el ${day}`,
    },
  },
);
