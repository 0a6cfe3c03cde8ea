import { defineTexts } from "#i18n/i18n.ts";

export const schedulerTexts = defineTexts(
  {
    title: "Reminders do not go out by themselves at the moment",
    late: (since: string) =>
      `The part of the portal that plans and sends messages last got through its work at ${since}. Whoever runs the portal has to start it again.`,
    never:
      "The part of the portal that plans and sends messages has not run on this database yet. Whoever runs the portal has to start it.",
    whenBack:
      "What is written meanwhile waits. When it runs again, of the steps that fell due meanwhile each country gets at most the latest.",
  },
  {
    title: "Por ahora los recordatorios no salen por sí solos",
    late: (since) =>
      `La parte del portal que planifica y envía mensajes terminó su trabajo por última vez el ${since}. Quien administra el portal tiene que volver a ponerla en marcha.`,
    never:
      "La parte del portal que planifica y envía mensajes todavía no ha funcionado en esta base de datos. Quien administra el portal tiene que ponerla en marcha.",
    whenBack:
      "Lo que se escriba mientras tanto espera. Cuando vuelva a funcionar, de los pasos que hayan vencido cada país recibe como máximo el último.",
  },
);
