import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** Inside the details of an answer: loaded after the first field. */
export const insideTexts = defineTexts(
  {
    evidence: {
      help: "Laws, plans, registers where this can be checked. Never a document about a person.",
      none: "No reference yet.",
      title: "Title",
      url: "Web address",
      savedAs: (address: string) => `Will be saved as ${address}`,
      locator: "Article or page",
      add: "Add a reference",
      addFirst: "Add evidence",
      remove: "Remove",
      removeOf: (title: string) => `Remove ${title}`,
      item: (n: string) => `Reference ${n}`,
    },
    comment: {
      help: "Sources, changes of method, why it moved. Your country's team and the Secretariat read it; it is not published.",
      needed: "A comment is needed here; what to explain stands with the answer.",
    },
    thread: {
      heading: "Notes",
      none: "No notes yet.",
      count: (n: number) => pluralEn(n, { zero: "Notes", one: "# note", other: "# notes" }),
      audience: "Who can read it",
      country: "Country team only",
      shared: "Shared with the Secretariat",
      write: "New note",
      add: "Add note",
      reply: "Your reply to the Secretariat",
      sendReply: "Send the reply",
    },
  },
  {
    evidence: {
      help: "Leyes, planes o registros donde esto puede comprobarse. Nunca un documento sobre una persona.",
      none: "Aún no hay referencias.",
      title: "Título",
      url: "Dirección web",
      savedAs: (address) => `Se guardará como ${address}`,
      locator: "Artículo o página",
      add: "Agregar una referencia",
      addFirst: "Agregar medio de verificación",
      remove: "Quitar",
      removeOf: (title) => `Quitar ${title}`,
      item: (n) => `Referencia ${n}`,
    },
    comment: {
      help: "Fuentes, cambios de método, por qué varió. Lo leen el equipo de su país y la Secretaría; no se publica.",
      needed: "Aquí se necesita un comentario; qué explicar figura junto a la respuesta.",
    },
    thread: {
      heading: "Notas",
      none: "Aún no hay notas.",
      count: (n) => pluralEs(n, { zero: "Notas", one: "# nota", other: "# notas" }),
      audience: "Quién puede leerla",
      country: "Solo el equipo del país",
      shared: "Compartida con la Secretaría",
      write: "Nota nueva",
      add: "Agregar nota",
      reply: "Su respuesta a la Secretaría",
      sendReply: "Enviar la respuesta",
    },
  },
);
