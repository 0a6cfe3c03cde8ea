import type { ReportMark } from "@avances/charts/series";
import { defineTexts } from "#i18n/i18n.ts";
import type { NamedRound } from "#lib/round-words.ts";

/** Why a country cannot be compared with the round that was chosen for all: what it had then. */
export const thenTexts = defineTexts(
  {
    report: {
      received: (round: NamedRound) => `report for ${round.referenceYear} received, in review`,
      not_published: (round: NamedRound) => `no published report for ${round.referenceYear}`,
      not_published_yet: (round: NamedRound) => `no published report for ${round.referenceYear} yet`,
      exempt: (round: NamedRound) => `exempt for ${round.referenceYear}`,
      not_asked: (round: NamedRound) => `not asked to report for ${round.referenceYear}`,
    } satisfies Record<ReportMark, unknown>,
    score: (round: NamedRound) => `no score for ${round.referenceYear}`,
  },
  {
    report: {
      received: (round) => `informe de ${round.referenceYear} recibido, en revisión`,
      not_published: (round) => `sin informe publicado de ${round.referenceYear}`,
      not_published_yet: (round) => `aún sin informe publicado de ${round.referenceYear}`,
      exempt: (round) => `con exención para ${round.referenceYear}`,
      not_asked: (round) => `no se pidió informe de ${round.referenceYear}`,
    },
    score: (round) => `sin puntaje para ${round.referenceYear}`,
  },
);
