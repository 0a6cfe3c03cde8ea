import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const togetherTexts = defineTexts(
  {
    here: {
      heading: "Also in this report now",
      label: "People in this report now",
      at: (who: string, place: string) => `${who} is at ${place}`,
      in: (who: string, section: string) => `${who} is in ${section}`,
      open: (who: string) => `${who} has it open`,
      ownTab: "your other tab",
      ownElsewhere: "you, in another browser or on another device",
      ownTabAt: (place: string) => `Your other tab is at ${place}`,
      ownTabIn: (section: string) => `Your other tab is in ${section}`,
      ownTabOpen: "You have it open in another tab too",
      ownElsewhereAt: (place: string) => `In another browser or on another device you are at ${place}`,
      ownElsewhereIn: (section: string) => `In another browser or on another device you are in ${section}`,
      ownElsewhereOpen: "You have it open in another browser or on another device too",
      answerHere: (who: string) => `${who} is at this answer now`,
      ownTabHere: "This answer is open in your other tab too",
      ownElsewhereHere: "You have this answer open in another browser or on another device too",
      inSection: (n: number) => pluralEn(n, { one: "# other here", other: "# others here" }),
    },
    waiting: (n: number, since: string) =>
      `${pluralEn(n, { one: "# answer waits", other: "# answers wait" })} for a connection, since ${since}`,
    news: {
      one: (who: string, code: string) => `${who} changed ${code}`,
      many: (who: string, n: number) => `${who} changed ${pluralEn(n, { one: "# answer", other: "# answers" })}`,
      ownOne: (code: string) => `${code} was changed in another tab or browser of yours`,
      ownMany: (n: number) =>
        `${pluralEn(n, { one: "# answer was", other: "# answers were" })} changed in another tab or browser of yours`,
      report: "Something changed in the state of this report; the page shows it.",
      held: (who: string, time: string) => `${who} saved another answer at ${time}`,
      heldOwn: (time: string) => `You saved another answer at ${time}, in another tab or browser`,
      heldText: "It is shown when you leave this answer; if you write first, both are shown side by side.",
      show: "Show it now",
    },
  },
  {
    here: {
      heading: "También están ahora en este informe",
      label: "Personas que están ahora en este informe",
      at: (who, place) => `${who} está en ${place}`,
      in: (who, section) => `${who} está en ${section}`,
      open: (who) => `${who} lo tiene abierto`,
      ownTab: "su otra pestaña",
      ownElsewhere: "usted, en otro navegador o equipo",
      ownTabAt: (place) => `Su otra pestaña está en ${place}`,
      ownTabIn: (section) => `Su otra pestaña está en ${section}`,
      ownTabOpen: "Usted lo tiene abierto también en otra pestaña",
      ownElsewhereAt: (place) => `En otro navegador o equipo usted está en ${place}`,
      ownElsewhereIn: (section) => `En otro navegador o equipo usted está en ${section}`,
      ownElsewhereOpen: "Usted lo tiene abierto también en otro navegador o equipo",
      answerHere: (who) => `${who} está ahora en esta respuesta`,
      ownTabHere: "Esta respuesta está abierta también en su otra pestaña",
      ownElsewhereHere: "Usted tiene esta respuesta abierta también en otro navegador o equipo",
      inSection: (n) => pluralEs(n, { one: "# persona más aquí", other: "# personas más aquí" }),
    },
    waiting: (n, since) =>
      `${pluralEs(n, { one: "# respuesta espera", other: "# respuestas esperan" })} la conexión desde el ${since}`,
    news: {
      one: (who, code) => `${who} cambió ${code}`,
      many: (who, n) => `${who} cambió ${pluralEs(n, { one: "# respuesta", other: "# respuestas" })}`,
      ownOne: (code) => `${code} se cambió en otra pestaña o navegador suyo`,
      ownMany: (n) =>
        `${pluralEs(n, { one: "Se cambió # respuesta", other: "Se cambiaron # respuestas" })} en otra pestaña o navegador suyo`,
      report: "Algo cambió en el estado de este informe; la página lo muestra.",
      held: (who, time) => `${who} guardó otra respuesta a las ${time}`,
      heldOwn: (time) => `Usted guardó otra respuesta a las ${time}, en otra pestaña o navegador`,
      heldText: "Se mostrará al salir de esta respuesta; si escribe antes, se mostrarán las dos, una junto a la otra.",
      show: "Mostrarla ahora",
    },
  },
);
