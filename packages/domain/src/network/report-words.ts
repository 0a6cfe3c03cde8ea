import type { Language } from "../catalogue/language.ts";
import type { BodyCode } from "./participant.ts";
import type { PointVerb, ReportStage } from "./report.ts";

interface Words {
  /** Third person singular, as a report says them. */
  readonly verbs: Readonly<Record<PointVerb, string>>;
  /** A body as the subject of a sentence. */
  readonly bodies: Readonly<Record<BodyCode, string>>;
  readonly stages: Readonly<Record<ReportStage, string>>;
}

/** The formal words of a report of a meeting, for pages and files alike. */
export const reportWords: Readonly<Record<Language, Words>> = {
  en: {
    verbs: {
      thanks: "thanks",
      takes_note: "takes note",
      requests: "requests",
      agrees: "agrees",
      proposes: "proposes",
      endorses: "endorses",
    },
    bodies: { LON: "The Network", RCGM: "The RCGM", COALITION: "The Coalition" },
    stages: { draft: "Draft", circulated: "Circulated to members", final: "Final version", considered: "Considered" },
  },
  es: {
    verbs: {
      thanks: "agradece",
      takes_note: "toma nota",
      requests: "solicita",
      agrees: "acuerda",
      proposes: "propone",
      endorses: "avala",
    },
    bodies: { LON: "La Red", RCGM: "El GRCM", COALITION: "La Coalición" },
    stages: {
      draft: "Borrador",
      circulated: "Circulado a los integrantes",
      final: "Versión final",
      considered: "Considerado",
    },
  },
};

/**
 * What stands before the words of a point, and which part of it is the verb: "The Network thanks", or "Costa Rica: proposes" (with a colon,
 * so that no name needs an article). Null: the point says nothing formal, and its words stand alone.
 */
export function pointLead(
  {
    verb,
    speaker,
    body,
  }: { readonly verb: PointVerb | null; readonly speaker: string | null; readonly body: BodyCode },
  language: Language,
): { readonly who: string; readonly does: string } | null {
  const { verbs, bodies } = reportWords[language];
  if (verb === null) return speaker === null ? null : { who: `${speaker}:`, does: "" };
  return { who: speaker === null ? bodies[body] : `${speaker}:`, does: verbs[verb] };
}
