import type { Language } from "../catalogue/language.ts";
import type { ActivityKind, ActivityStage, Funding, InstitutionKind } from "./activity.ts";

interface ActivityWords {
  readonly kinds: Readonly<Record<ActivityKind, string>>;
  readonly institutions: Readonly<Record<InstitutionKind, string>>;
  readonly fundings: Readonly<Record<Funding, string>>;
  readonly stages: Readonly<Record<ActivityStage, string>>;
}

/** The words of proposals of activities, on pages and in calendars. */
export const activityWords: Readonly<Record<Language, ActivityWords>> = {
  en: {
    kinds: {
      workshop: "Workshop",
      training: "Training",
      campaign: "Campaign",
      study: "Study",
      exchange: "Exchange of experience",
      other: "Other activity",
    },
    institutions: {
      police: "Police",
      migration: "Migration authorities",
      prosecution: "Prosecution",
      judiciary: "Courts",
      labour: "Labour inspection",
      health: "Health",
      protection: "Protection of children and of victims",
      foreign_affairs: "Foreign affairs and consulates",
      other_public: "Other public institutions",
      civil_society: "Civil society",
      international: "International organisations",
      other: "Others",
    },
    fundings: {
      not_known: "not on record",
      own: "paid by whoever proposes it",
      sought: "being sought",
      secured: "secured",
    },
    stages: {
      proposed: "proposed",
      endorsed: "endorsed",
      not_endorsed: "not endorsed",
      held: "held",
      evaluated: "evaluated",
    },
  },
  es: {
    kinds: {
      workshop: "Taller",
      training: "Capacitación",
      campaign: "Campaña",
      study: "Estudio",
      exchange: "Intercambio de experiencias",
      other: "Otra actividad",
    },
    institutions: {
      police: "Policía",
      migration: "Autoridades migratorias",
      prosecution: "Fiscalía",
      judiciary: "Poder judicial",
      labour: "Inspección de trabajo",
      health: "Salud",
      protection: "Protección de la niñez y de víctimas",
      foreign_affairs: "Relaciones exteriores y consulados",
      other_public: "Otras instituciones públicas",
      civil_society: "Sociedad civil",
      international: "Organismos internacionales",
      other: "Otras",
    },
    fundings: {
      not_known: "sin constancia",
      own: "a cargo de quien la propone",
      sought: "en gestión",
      secured: "asegurado",
    },
    stages: {
      proposed: "propuesta",
      endorsed: "avalada",
      not_endorsed: "no avalada",
      held: "realizada",
      evaluated: "evaluada",
    },
  },
};
