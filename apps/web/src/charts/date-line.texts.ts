import { defineTexts } from "#i18n/i18n.ts";

export const dateTexts = defineTexts(
  {
    dateGiven: "Date given",
    onTheLine: (round: string) => `Where the date lies, ${round}`,
    onDay: (day: string) => `On ${day}`,
    beforeDay: "before that day",
    notBeforeDay: "on that day or later",
    standing: {
      lapsing: { ahead: "still valid", passed: "expired before" },
      day: { ahead: "not passed", passed: "passed before" },
    },
  },
  {
    dateGiven: "Fecha indicada",
    onTheLine: (round) => `Dónde está la fecha, ${round}`,
    onDay: (day) => `Al ${day}`,
    beforeDay: "antes de ese día",
    notBeforeDay: "ese día o después",
    standing: {
      lapsing: { ahead: "sigue vigente", passed: "venció antes" },
      day: { ahead: "no ha pasado", passed: "pasó antes" },
    },
  },
);
