import { defineTexts } from "#i18n/i18n.ts";

/** Whether the public may know that a report was received. The name of the state is that of the public pages: `ui/value-state.texts.ts`. */
export const receivedReportsTexts = defineTexts(
  {
    heading: "What the public knows of reports that were received",
    is: {
      shown: (state: string) =>
        `Public: a country whose report was received and is not published shows as “${state}” on the public pages and in the files, in every round.`,
      hidden: "Not public: until its report is published, a country shows as “Not published yet” or “Not published”.",
    },
    decided: {
      shown: (who: string, when: string) => `${who} (Technical Secretariat) made it public on ${when}.`,
      hidden: (who: string, when: string) => `${who} (Technical Secretariat) took it back on ${when}.`,
    },
    show: {
      label: "Make it public",
      title: "Make it public which reports were received?",
      what: (state: string) =>
        `In every round, a country that owes a report, has sent it at least once and has no published one shows as “${state}” on the public pages, in the files and in the interface for programs.`,
      points: [
        "It stays so when the report is returned to the country or the country takes it back, until it is published.",
        "Nothing else becomes public: no answer, not when it was sent, and nothing about countries that are exempt or not asked to report.",
        "Reports that are received from now on appear with the next edition of the public file, within a day. Whoever follows it sees on which day they appeared.",
        "It can be taken back, but whoever has read the public file may have kept it.",
      ],
      submit: "Make public",
      done: "It is now public which reports were received.",
    },
    hide: {
      label: "No longer make it public",
      title: "No longer make it public which reports were received?",
      what: (state: string) =>
        `“${state}” disappears at once from the public pages, the files and the interface for programs.`,
      points: [
        "These countries show as “Not published yet” or “Not published” again.",
        "Whoever has read the public file may have kept what it said until now.",
      ],
      submit: "Take back",
      done: "It is no longer public which reports were received.",
    },
    stale: "Somebody of the Secretariat decided on this since you looked at it. Close this to see what is so now.",
    back: "Close",
  },
  {
    heading: "Lo que el público sabe de los informes recibidos",
    is: {
      shown: (state) =>
        `Público: un país cuyo informe se recibió y no está publicado aparece como «${state}» en las páginas públicas y en los archivos, en todas las rondas.`,
      hidden:
        "No es público: mientras su informe no se publique, un país aparece como «Aún no publicado» o «No publicado».",
    },
    decided: {
      shown: (who, when) => `${who} (Secretaría Técnica) lo hizo público el ${when}.`,
      hidden: (who, when) => `${who} (Secretaría Técnica) lo retiró el ${when}.`,
    },
    show: {
      label: "Hacerlo público",
      title: "¿Hacer público qué informes se recibieron?",
      what: (state) =>
        `En todas las rondas, un país que debe un informe, lo envió al menos una vez y no tiene uno publicado aparece como «${state}» en las páginas públicas, en los archivos y en la interfaz para programas.`,
      points: [
        "Sigue así aunque el informe se devuelva al país o el país lo retire, hasta que se publique.",
        "Nada más se hace público: ninguna respuesta, tampoco cuándo se envió, y nada sobre los países exentos o a los que no se les pide informe.",
        "Los informes que se reciban desde ahora aparecen con la próxima edición del archivo público, en el plazo de un día. Quien lo siga ve en qué día aparecieron.",
        "Se puede retirar, pero quien haya leído el archivo público puede haberlo guardado.",
      ],
      submit: "Hacer público",
      done: "Ahora es público qué informes se recibieron.",
    },
    hide: {
      label: "Dejar de hacerlo público",
      title: "¿Dejar de hacer público qué informes se recibieron?",
      what: (state) =>
        `«${state}» desaparece de inmediato de las páginas públicas, de los archivos y de la interfaz para programas.`,
      points: [
        "Esos países vuelven a aparecer como «Aún no publicado» o «No publicado».",
        "Quien haya leído el archivo público puede haber guardado lo que decía hasta ahora.",
      ],
      submit: "Retirar",
      done: "Ya no es público qué informes se recibieron.",
    },
    stale: "Alguien de la Secretaría decidió sobre esto desde que usted lo vio. Cierre esto para ver cómo está ahora.",
    back: "Cerrar",
  },
);
