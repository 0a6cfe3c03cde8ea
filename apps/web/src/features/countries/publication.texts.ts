import { defineTexts } from "#i18n/i18n.ts";

/** What will be public about a country, as shown to it beforehand. Dates come formatted. */
export const publicationTexts = defineTexts(
  {
    title: (name: string) => `${name}: what will be public`,
    back: "Receipt",
    banner: "This page is not public yet",
    waits: (version: string, accepted: string, from: string) =>
      `Version ${version} was accepted on ${accepted}. It may become public from ${from} on; small counts are hidden as they are here.`,
    open: (version: string, accepted: string) =>
      `Version ${version} was accepted on ${accepted}. The five working days are over: the Technical Secretariat may publish it at any time.`,
    agreed: (name: string, when: string) =>
      `${name} agreed to its publication on ${when}: the Technical Secretariat may publish it at any time.`,
    wrong:
      "If a figure is not right, please write to the Technical Secretariat before it is published; it can return the report.",
    wrongHere: "If a figure is not right, return the report before it is published. The country sees this page too.",
    review: "Review",
    asPublic: "What the page will say",
    consent: {
      heading: "Publish earlier?",
      text: (from: string) =>
        `You may agree that this version becomes public before ${from}. Your agreement is kept with your name and cannot be taken back.`,
      button: "Agree to publication now",
      done: "Your agreement was recorded.",
    },
    none: {
      title: "No accepted report is waiting",
      text: "There is something to see here from the moment on which the Technical Secretariat accepts a report until it is published.",
    },
    notAvailable:
      "Somebody of your country has agreed already, or this version is not waiting any more. Load the page again.",
  },
  {
    title: (name) => `${name}: lo que se publicará`,
    back: "Constancia",
    banner: "Esta página aún no es pública",
    waits: (version, accepted, from) =>
      `La versión ${version} se aceptó el ${accepted}. Podrá publicarse a partir del ${from}; las cifras pequeñas se ocultan como aquí.`,
    open: (version, accepted) =>
      `La versión ${version} se aceptó el ${accepted}. Los cinco días hábiles transcurrieron: la Secretaría Técnica puede publicarla en cualquier momento.`,
    agreed: (name, when) =>
      `${name} dio su conformidad a la publicación el ${when}: la Secretaría Técnica puede publicarla en cualquier momento.`,
    wrong:
      "Si alguna cifra no es correcta, escriba a la Secretaría Técnica antes de la publicación; ella puede devolver el informe.",
    wrongHere:
      "Si alguna cifra no es correcta, devuelva el informe antes de la publicación. El país también ve esta página.",
    review: "Revisión",
    asPublic: "Lo que dirá la página",
    consent: {
      heading: "¿Publicar antes?",
      text: (from) =>
        `Puede dar su conformidad para que esta versión se publique antes del ${from}. Su conformidad queda registrada con su nombre y no puede retirarse.`,
      button: "Dar la conformidad ahora",
      done: "Su conformidad quedó registrada.",
    },
    none: {
      title: "No hay un informe aceptado en espera",
      text: "Aquí habrá algo que ver desde que la Secretaría Técnica acepte un informe hasta que se publique.",
    },
    notAvailable:
      "Alguien de su país ya dio la conformidad, o esta versión ya no está en espera. Vuelva a cargar la página.",
  },
);
