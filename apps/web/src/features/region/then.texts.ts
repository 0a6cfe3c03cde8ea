import type { ReportMark } from "@avances/charts/series";
import { defineTexts } from "#i18n/i18n.ts";
import type { NamedRound } from "#lib/round-words.ts";

type Then = (round: NamedRound) => string;

/** Why a country cannot be compared with the round that was chosen for all: what it had then. */
export const thenTexts = defineTexts(
  {
    report: {
      received: ({ referenceYear }) => `report for ${referenceYear} received, in review`,
      not_published: ({ referenceYear }) => `no published report for ${referenceYear}`,
      not_published_yet: ({ referenceYear }) => `no published report for ${referenceYear} yet`,
      exempt: ({ referenceYear }) => `exempt for ${referenceYear}`,
      not_asked: ({ referenceYear }) => `not asked for ${referenceYear}`,
    } satisfies Record<ReportMark, Then> as Record<ReportMark, Then>,
    score: (({ referenceYear }) => `no score for ${referenceYear}`) as Then,
  },
  {
    report: {
      received: ({ referenceYear }) => `informe de ${referenceYear} recibido, en revisión`,
      not_published: ({ referenceYear }) => `sin informe publicado de ${referenceYear}`,
      not_published_yet: ({ referenceYear }) => `aún sin informe publicado de ${referenceYear}`,
      exempt: ({ referenceYear }) => `exento para ${referenceYear}`,
      not_asked: ({ referenceYear }) => `no se pidió informe de ${referenceYear}`,
    },
    score: ({ referenceYear }) => `sin puntaje para ${referenceYear}`,
  },
);
