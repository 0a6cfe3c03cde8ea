import type { ContactRole } from "@avances/domain/access";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";
import type { Narrowing } from "./people-standing.ts";

/** The head of the people page and its rows: who can act for each country. */
export const standingTexts = defineTexts(
  {
    lead: (ready: number, all: number) =>
      ready === all
        ? pluralEn(all, {
            one: "In the only country somebody in charge of the report can sign in and send it.",
            other: "In all # countries somebody in charge of the report can sign in and send it.",
          })
        : ready === 0
          ? "In no country can anybody in charge of the report sign in and send it."
          : `In ${ready} of ${all} countries somebody in charge of the report can sign in and send it.`,
    facts: "What is missing",
    fact: {
      nobody: "Countries without anybody who can send",
      refused: "Addresses that refuse messages",
      lacks: "Countries without focal point or alternate",
    } satisfies Record<Narrowing, string>,
    none: { nobody: "None", refused: "None", lacks: "None" } satisfies Record<Narrowing, string>,
    of: (name: string, more: string) => `${name} (${more})`,
    linkNotUsed: "invited, never signed in",
    waitsForSecond: "waits for a second person",
    region: "no country",
    more: (n: number) => pluralEn(n, { one: "and # more", other: "and # more" }),
    tasks: {
      more: (n: number) => pluralEn(n, { one: "One more thing to do", other: "# more things to do" }),
    },
    list: {
      heading: "By country",
      openAll: "Open all",
      closeAll: "Close all",
      country: "Country",
      ready: "In charge, can send",
      wanting: "Missing",
      notYet: (names: string) => `not yet signed in: ${names}`,
      nobody: "nobody",
      lacks: { focal_point: "no focal point", alternate: "no alternate" } satisfies Record<ContactRole, string>,
      refused: (names: string) => `address refuses: ${names}`,
      people: (n: number) => pluralEn(n, { zero: "nobody", one: "# person", other: "# people" }),
      found: (n: number, of: number) => `${n} of ${of}`,
    },
    only: {
      label: "Show",
      all: "All countries",
      choices: {
        nobody: (n: number) => `Nobody can send the report (${n})`,
        refused: (n: number) => `An address refuses messages (${n})`,
        lacks: (n: number) => `No focal point or no alternate (${n})`,
      } satisfies Record<Narrowing, (n: number) => string>,
    },
  },
  {
    lead: (ready, all) =>
      ready === all
        ? pluralEs(all, {
            one: "En el único país, alguien a cargo del informe puede iniciar sesión y enviarlo.",
            other: "En los # países, alguien a cargo del informe puede iniciar sesión y enviarlo.",
          })
        : ready === 0
          ? "En ningún país hay alguien a cargo del informe que pueda iniciar sesión y enviarlo."
          : `En ${ready} de ${all} países, alguien a cargo del informe puede iniciar sesión y enviarlo.`,
    facts: "Qué falta",
    fact: {
      nobody: "Países sin nadie que pueda enviar",
      refused: "Direcciones que rechazan mensajes",
      lacks: "Países sin punto focal o sin suplente",
    },
    none: { nobody: "Ninguno", refused: "Ninguna", lacks: "Ninguno" },
    of: (name, more) => `${name} (${more})`,
    linkNotUsed: "con invitación, nunca inició sesión",
    waitsForSecond: "espera a una segunda persona",
    region: "sin país",
    more: (n) => pluralEs(n, { one: "y # más", other: "y # más" }),
    tasks: {
      more: (n) => pluralEs(n, { one: "Un asunto pendiente más", other: "# asuntos pendientes más" }),
    },
    list: {
      heading: "Por país",
      openAll: "Abrir todos",
      closeAll: "Cerrar todos",
      country: "País",
      ready: "A cargo, puede enviar",
      wanting: "Qué falta",
      notYet: (names) => `aún sin iniciar sesión: ${names}`,
      nobody: "nadie",
      lacks: { focal_point: "sin punto focal", alternate: "sin suplente" },
      refused: (names) => `la dirección rechaza: ${names}`,
      people: (n) => pluralEs(n, { zero: "nadie", one: "# persona", other: "# personas" }),
      found: (n, of) => `${n} de ${of}`,
    },
    only: {
      label: "Mostrar",
      all: "Todos los países",
      choices: {
        nobody: (n) => `Nadie puede enviar el informe (${n})`,
        refused: (n) => `Una dirección rechaza mensajes (${n})`,
        lacks: (n) => `Sin punto focal o sin suplente (${n})`,
      },
    },
  },
);
