import type { Language } from "../catalogue/language.ts";
import type { CompletionStep, ContributionKind, SourceKind, Stance } from "./voice.ts";

interface VoiceWords {
  readonly contributionKinds: Readonly<Record<ContributionKind, string>>;
  readonly sourceKinds: Readonly<Record<SourceKind, string>>;
  /** To take note is not to agree: its words share none with the others (`tests/architecture/took-note.test.ts`). */
  readonly stances: Readonly<Record<Stance, string>>;
  readonly steps: Readonly<Record<CompletionStep, string>>;
}

/** The words of contributions and recommendations, on pages and in files. */
export const voiceWords: Readonly<Record<Language, VoiceWords>> = {
  en: {
    contributionKinds: {
      progress_report: "Progress report",
      challenge: "Challenge",
      presentation: "Presentation",
      statement: "Statement",
    },
    sourceKinds: {
      own: "of its author",
      meeting: "of a meeting",
      treaty_body: "of a treaty body",
      civil_society: "of a report of civil society",
    },
    stances: {
      took_note: "took note",
      accepts: "accepts",
      accepts_in_part: "accepts in part",
      does_not_accept: "does not accept",
    },
    steps: {
      not_started: "not started",
      limited: "limited",
      substantial: "substantial",
      completed: "completed",
      withdrawn: "no longer pursued",
    },
  },
  es: {
    contributionKinds: {
      progress_report: "Informe de avance",
      challenge: "Desafío",
      presentation: "Presentación",
      statement: "Declaración",
    },
    sourceKinds: {
      own: "de quien la presenta",
      meeting: "de una reunión",
      treaty_body: "de un órgano de tratado",
      civil_society: "de un informe de la sociedad civil",
    },
    stances: {
      took_note: "tomó nota",
      accepts: "acepta",
      accepts_in_part: "acepta en parte",
      does_not_accept: "no acepta",
    },
    steps: {
      not_started: "sin iniciar",
      limited: "limitado",
      substantial: "sustancial",
      completed: "completo",
      withdrawn: "sin seguimiento",
    },
  },
};
