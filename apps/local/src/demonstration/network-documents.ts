import { randomUUID } from "node:crypto";
import type { Deps } from "@avances/api";
import { announceFile, fileDocument, receiveContent, renewEdition, saveDocument } from "@avances/api/use-cases";
import { listMeetings } from "@avances/db/queries/meeting-queries";
import type { Actor } from "@avances/domain/access";
import type { DocumentKind, LinkKind, Visibility } from "@avances/domain/network";

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
  /** Lines of a file that it holds. */
  readonly file?: { readonly name: string; readonly lines: readonly string[] };
}

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
    file: {
      name: "Programa preliminar (inventado).csv",
      lines: ["hora;tema", "09:00;Apertura", "09:30;Avances de los países", "11:00;Coalición Regional", "12:00;Cierre"],
    },
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
    file: {
      name: "Señales (inventado).csv",
      lines: ["señal;a quién se avisa", "documentos retenidos;fiscalía", "deuda que no termina;inspección de trabajo"],
    },
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

/** Puts documents before the Network for the meeting that comes next. The portal marks each as invented. */
export async function tellDocuments(portal: Deps, secretariat: Actor): Promise<void> {
  const deps = { ...portal, renewEdition };
  const meetings = await deps.db.asActor(secretariat, listMeetings);
  const meetingId =
    meetings.find(({ state, publicSource }) => state === "planned" && publicSource === null)?.id ?? null;
  for (const { isFiled, file, links = [], ...words } of documents) {
    const files = file === undefined ? [] : [{ fileId: await add(deps, secretariat, file), language: "es" as const }];
    const decided = (operation: string, revision: number) => ({ matterId, revision, idempotency: once(operation) });
    const matterId = deps.newId();
    const written = { ...words, language: "es" as const, overruled: [], meetingId, links: [...links], files };
    const { revision } = await saveDocument(deps, secretariat, { written, ...decided("saveDocument", 0) });
    if (isFiled) await fileDocument(deps, secretariat, decided("fileDocument", revision));
  }
}

async function add(deps: Deps, secretariat: Actor, { name, lines }: NonNullable<Told["file"]>): Promise<string> {
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
