import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import {
  announceFile,
  fileDocument,
  type RenewEdition,
  receiveContent,
  saveDocument,
  withdrawDocument,
} from "@avances/api/use-cases";
import type { Actor } from "@avances/domain/access";
import type { Language } from "@avances/domain/catalogue";
import type { DocumentKind, LinkKind, Visibility } from "@avances/domain/network";
import { addDays } from "@avances/domain/round";
import { type NetworkMeetings, onDay } from "./network-cast.ts";

const once = (operation: string) => ({ operation, key: randomUUID(), bodyHash: "demonstration" });

interface Told {
  readonly documentKind: DocumentKind;
  readonly visibility: Visibility;
  /** To what it belongs. */
  readonly links?: readonly { readonly kind: LinkKind; readonly code: string }[];
  readonly subject: string;
  readonly body: string;
  readonly translation: { readonly subject: string; readonly body: string } | null;
  readonly isFiled: boolean;
  /** Lines of the files that it holds. */
  readonly files?: readonly {
    readonly name: string;
    readonly language: Language;
    readonly lines: readonly string[];
  }[];
  /** Why it was withdrawn, if it was. */
  readonly withdrawn?: string;
}

/** Documents that nobody wrote, for the meeting that nobody held: one that everybody reads, with a file in each language, and one withdrawn. */
const before: readonly Told[] = [
  {
    ...{ documentKind: "background", visibility: "public", isFiled: true },
    subject: "Glosario de términos de la Red",
    body: "Los términos que usan los informes, en los dos idiomas.",
    translation: { subject: "Glossary of the Network", body: "The terms that reports use, in both languages." },
    files: [
      {
        ...{ name: "Glosario (inventado).csv", language: "es" },
        lines: ["término;sentido", "referencia;envío de un caso a quien debe atenderlo"],
      },
      {
        ...{ name: "Glossary (invented).csv", language: "en" },
        lines: ["term;sense", "referral;sending a case to whoever must attend to it"],
      },
    ],
  },
  {
    ...{ documentKind: "decision", visibility: "members", isFiled: true, translation: null },
    subject: "Primera versión de los acuerdos",
    body: "",
    withdrawn: "La reemplaza el informe de la reunión.",
  },
];

/** Documents that nobody wrote, for the meeting that nobody will hold: one for each circle of readers and one for everybody, one not translated, one still a draft. */
const documents: readonly Told[] = [
  {
    ...{ documentKind: "background", visibility: "network", isFiled: true },
    subject: "Programa preliminar de la próxima reunión",
    body: "Orden de los temas y tiempo previsto para cada uno.\nLas delegaciones pueden proponer cambios hasta dos semanas antes.",
    translation: {
      subject: "Preliminary programme of the next meeting",
      body: "Order of the items and time planned for each.\nDelegations may propose changes until two weeks before.",
    },
    files: [
      {
        ...{ name: "Programa preliminar (inventado).csv", language: "es" },
        lines: [
          "hora;tema",
          "09:00;Apertura",
          "09:30;Avances de los países",
          "11:00;Coalición Regional",
          "12:00;Cierre",
        ],
      },
    ],
  },
  {
    ...{ documentKind: "background", visibility: "public", isFiled: true },
    links: [{ kind: "indicator", code: "TIP-PRV-04" }],
    subject: "Señales de la trata con fines de explotación laboral",
    body: "Qué puede llamar la atención en una inspección de trabajo, y a quién se avisa.",
    translation: {
      subject: "Signs of trafficking for labour exploitation",
      body: "What a labour inspection may notice, and whom to tell.",
    },
    files: [
      {
        ...{ name: "Señales (inventado).csv", language: "es" },
        lines: [
          "señal;a quién se avisa",
          "documentos retenidos;fiscalía",
          "deuda que no termina;inspección de trabajo",
        ],
      },
    ],
  },
  {
    ...{ documentKind: "report", visibility: "members", isFiled: true, translation: null },
    subject: "Nota sobre los plazos de la ronda en curso",
    body: "Qué se pide a cada país y hasta cuándo, en una página.",
  },
  {
    ...{ documentKind: "other", visibility: "secretariat", isFiled: false, translation: null },
    subject: "Lista de lo que falta preparar para la sede",
    body: "",
  },
];

/** Puts documents before the Network for the two meetings. The portal marks each as invented. What everybody reads is published by a later act. */
export async function tellDocuments(deps: Deps, secretariat: Actor, { past, coming }: NetworkMeetings): Promise<void> {
  await tell(onDay(deps, addDays(past.heldOn, -20)), secretariat, before, past.id);
  await tell(deps, secretariat, documents, coming.id);
}

async function tell(portal: Deps, secretariat: Actor, told: readonly Told[], meetingId: string): Promise<void> {
  const later: RenewEdition = async () => undefined;
  const deps = { ...portal, renewEdition: later };
  for (const { isFiled, withdrawn, files = [], links = [], ...words } of told) {
    const held: { fileId: string; language: Language }[] = [];
    for (const one of files) held.push({ fileId: await add(deps, secretariat, one), language: one.language });
    const decided = (operation: string, revision: number) => ({ matterId, revision, idempotency: once(operation) });
    const matterId = deps.newId();
    const written = { ...words, language: "es" as const, overruled: [], meetingId, links: [...links], files: held };
    const { revision } = await saveDocument(deps, secretariat, { written, ...decided("saveDocument", 0) });
    if (!isFiled) continue;
    const filed = await fileDocument(deps, secretariat, decided("fileDocument", revision));
    if (withdrawn !== undefined)
      await withdrawDocument(deps, secretariat, { reason: withdrawn, ...decided("withdrawDocument", filed.revision) });
  }
}

type ToldFile = NonNullable<Told["files"]>[number];

async function add(deps: Deps, secretariat: Actor, { name, lines }: ToldFile): Promise<string> {
  const content = Buffer.from(`${lines.join("\r\n")}\r\n`);
  const { id } = await announceFile(deps, secretariat, { name, bytes: content.length }, once("announceFile"));
  await receiveContent(deps, secretariat, id, {
    bytes: content.length,
    begin: async function* () {
      yield content;
    },
  });
  return id;
}
