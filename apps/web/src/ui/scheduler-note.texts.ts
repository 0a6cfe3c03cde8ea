import { defineTexts } from "#i18n/i18n.ts";

export const schedulerTexts = defineTexts(
  {
    title: "Reminders may not go out by themselves at the moment",
    late: (since: string) =>
      `The part of the portal that plans and sends messages last got through its work at ${since}. Whoever runs the portal has to look after it.`,
    never:
      "The part of the portal that plans and sends messages has not said yet that it works. If this stays so, whoever runs the portal has to look after it.",
    lastRun: (at: string) => `The portal last went through what goes out by itself on ${at}.`,
    whenBack:
      "Until then messages may wait. When it works again, of the steps that fell due meanwhile each country gets at most the latest.",
  },
  {
    title: "Por ahora es posible que los recordatorios no salgan por sí solos",
    late: (since) =>
      `La parte del portal que planifica y envía mensajes terminó su trabajo por última vez el ${since}. Quien administra el portal tiene que revisarla.`,
    never:
      "La parte del portal que planifica y envía mensajes todavía no ha dado señales de que funcione. Si sigue así, quien administra el portal tiene que revisarla.",
    lastRun: (at) => `El portal repasó por última vez el ${at} lo que sale por sí solo.`,
    whenBack:
      "Hasta entonces puede haber mensajes en espera. Cuando vuelva a funcionar, de los pasos que hayan vencido cada país recibe como máximo el último.",
  },
);
