import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import { fileNarrative, saveNarrative, withdrawNarrative } from "@avances/api/use-cases";
import type { Actor } from "@avances/domain/access";
import type { InstrumentCode } from "@avances/domain/catalogue";
import type { ParticipantCode, VisibilityChoice } from "@avances/domain/network";
import { addDays } from "@avances/domain/round";
import { type NetworkMeetings, onDay } from "./network-cast.ts";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

interface Told {
  readonly country: ParticipantCode;
  readonly instrument: InstrumentCode;
  readonly visibility: VisibilityChoice;
  readonly subject: string;
  readonly body: string;
  readonly translation: { readonly subject: string; readonly body: string } | null;
  readonly indicators: readonly string[];
  readonly isFiled: boolean;
  /** Why it was withdrawn, if it was. */
  readonly withdrawn?: string;
}

/** Progress that nobody made, for the meeting that nobody held: two that were shared, and one that its country withdrew. */
const before: readonly Told[] = [
  {
    ...{ country: "HND", instrument: "TIP", visibility: "network", indicators: ["TIP-PRO-03"], isFiled: true },
    subject: "Un procedimiento de referencia para todo el país",
    body: "Las instituciones firmaron un procedimiento único para referir a víctimas, con plazos para cada paso.",
    translation: {
      subject: "One referral procedure for the whole country",
      body: "Institutions signed a single procedure for referring victims, with a time for each step.",
    },
  },
  {
    ...{ country: "SLV", instrument: "SOM", visibility: "members", indicators: [], isFiled: true, translation: null },
    subject: "Investigaciones con países vecinos",
    body: "Se acordó cómo pedir y dar información en investigaciones de tráfico ilícito.",
  },
  {
    ...{ country: "NIC", instrument: "TIP", visibility: "members", indicators: [], isFiled: true, translation: null },
    subject: "Formación de personal de frontera",
    body: "Se formó a personal de los puestos fronterizos.",
    withdrawn: "Las cifras se presentarán en la ronda.",
  },
];

/** Progress that nobody made, for the meeting that nobody will hold: one translated, one not, and one that is still a draft. */
const progress: readonly Told[] = [
  {
    ...{ country: "CRI", instrument: "TIP", visibility: "network", indicators: ["TIP-PRV-04"], isFiled: true },
    subject: "Prevención en el ámbito laboral",
    body: "Se amplió la formación de quienes inspeccionan el trabajo y se publicó una guía para empresas.",
    translation: {
      subject: "Prevention at work",
      body: "Training of labour inspectors was extended, and a guide for companies was published.",
    },
  },
  {
    ...{ country: "CRI", instrument: "SOM", visibility: "members", indicators: [], isFiled: true, translation: null },
    subject: "Cooperación en la frontera norte",
    body: "Se acordó un procedimiento común para compartir alertas.",
  },
  {
    ...{ country: "GTM", instrument: "TIP", visibility: "members", indicators: [], isFiled: false, translation: null },
    subject: "Atención a víctimas",
    body: "Borrador: falta confirmar las cifras con la institución a cargo.",
  },
];

/** Lets countries tell of their progress for the two meetings. The portal marks each as invented. */
export async function tellProgress(
  deps: Deps,
  speakerOf: (country: ParticipantCode) => Actor,
  { past, coming }: NetworkMeetings,
): Promise<void> {
  await tell(onDay(deps, addDays(past.heldOn, -14)), speakerOf, before, past.id);
  await tell(deps, speakerOf, progress, coming.id);
}

async function tell(
  deps: Deps,
  speakerOf: (country: ParticipantCode) => Actor,
  told: readonly Told[],
  meetingId: string,
): Promise<void> {
  for (const { country, isFiled, withdrawn, ...said } of told) {
    const speaker = speakerOf(country);
    const decided = (operation: string, revision: number) => ({ matterId, revision, idempotency: once(operation) });
    const matterId = deps.newId();
    const written = { ...said, language: "es" as const, overruled: [], meetingId, files: [] };
    const { revision } = await saveNarrative(deps, speaker, { written, ...decided("saveNarrative", 0) });
    if (!isFiled) continue;
    const filed = await fileNarrative(deps, speaker, decided("fileNarrative", revision));
    if (withdrawn !== undefined)
      await withdrawNarrative(deps, speaker, { reason: withdrawn, ...decided("withdrawNarrative", filed.revision) });
  }
}
