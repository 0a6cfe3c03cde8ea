import { defineTexts } from "#i18n/i18n.ts";

/** The ledger of messages about commitments, below that of requests for reports. */
export const matterAsksTexts = defineTexts(
  {
    title: "Commitments of the Network",
    note: "Messages about commitments, oldest first; each commitment counts its own. They are no requests for a report and are not counted among those.",
    nth: (n: string) => `Message no. ${n} about this commitment`,
    ofNoMeeting: "A commitment of no meeting",
    point: (point: string) => `point ${point}`,
  },
  {
    title: "Compromisos de la Red",
    note: "Mensajes sobre compromisos, del más antiguo al más reciente; cada compromiso cuenta los suyos. No son solicitudes de un informe y no se cuentan entre ellas.",
    nth: (n) => `Mensaje n.º ${n} sobre este compromiso`,
    ofNoMeeting: "Un compromiso de ninguna reunión",
    point: (point) => `punto ${point}`,
  },
);
