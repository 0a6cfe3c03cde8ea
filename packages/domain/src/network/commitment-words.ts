import type { Language } from "../catalogue/language.ts";
import type { CommitmentStage } from "./commitment.ts";

interface CommitmentWords {
  readonly stages: Readonly<Record<CommitmentStage, string>>;
}

/** The words of commitments, in files and in messages; pages begin them with a capital letter. */
export const commitmentWords: Readonly<Record<Language, CommitmentWords>> = {
  en: {
    stages: {
      open: "open",
      in_progress: "in progress",
      done: "done",
      dropped: "dropped",
      not_recorded: "not on record",
    },
  },
  es: {
    stages: {
      open: "abierto",
      in_progress: "en curso",
      done: "cumplido",
      dropped: "sin efecto",
      not_recorded: "sin constancia",
    },
  },
};
