import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import { fileNarrative, saveNarrative } from "@avances/api/use-cases";
import { listMeetings } from "@avances/db/queries/meeting-queries";
import type { Actor } from "@avances/domain/access";
import type { InstrumentCode } from "@avances/domain/catalogue";
import type { ParticipantCode, VisibilityChoice } from "@avances/domain/network";

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
}

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

/** Lets countries tell of their progress for the meeting that comes next. The portal marks each as invented. */
export async function tellProgress(
  deps: Deps,
  secretariat: Actor,
  speakerOf: (country: ParticipantCode) => Actor,
): Promise<void> {
  const meetings = await deps.db.asActor(secretariat, listMeetings);
  const meetingId = meetings.find(({ state, publicSource, bodyCode }) => {
    return state === "planned" && publicSource === null && bodyCode === "LON";
  })?.id;
  if (meetingId === undefined) return;
  for (const { country, isFiled, ...said } of progress) {
    const speaker = speakerOf(country);
    const decided = (operation: string, revision: number) => ({ matterId, revision, idempotency: once(operation) });
    const matterId = deps.newId();
    const written = { ...said, language: "es" as const, overruled: [], meetingId, files: [] };
    const { revision } = await saveNarrative(deps, speaker, { written, ...decided("saveNarrative", 0) });
    if (isFiled) await fileNarrative(deps, speaker, decided("fileNarrative", revision));
  }
}
