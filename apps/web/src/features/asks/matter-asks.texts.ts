import { defineTexts } from "#i18n/i18n.ts";

/** The ledgers of messages about commitments and for progress, below that of requests for reports. */
export const matterAsksTexts = defineTexts(
  {
    title: "Commitments of the Network",
    note: "Messages about commitments, the latest first; each commitment counts its own. They are no requests for a report and are not counted among those.",
    nth: (n: string) => `Message no. ${n} about this commitment`,
    ofNoMeeting: "A commitment of no meeting",
    point: (point: string) => `point ${point}`,
    progress: {
      title: "Progress before meetings of the Network",
      note: "Requests for progress since the last meeting, the latest first; each meeting counts its own. They are no requests for a report and are not counted among those.",
      nth: (n: string) => `Request no. ${n} for this meeting`,
    },
  },
  {
    title: "Compromisos de la Red",
    note: "Mensajes sobre compromisos, del más reciente al más antiguo; cada compromiso cuenta los suyos. No son solicitudes de un informe y no se cuentan entre ellas.",
    nth: (n) => `Mensaje n.º ${n} sobre este compromiso`,
    ofNoMeeting: "Un compromiso de ninguna reunión",
    point: (point) => `punto ${point}`,
    progress: {
      title: "Avances antes de las reuniones de la Red",
      note: "Solicitudes de avances desde la última reunión, de la más reciente a la más antigua; cada reunión cuenta las suyas. No son solicitudes de un informe y no se cuentan entre ellas.",
      nth: (n) => `Solicitud n.º ${n} para esta reunión`,
    },
  },
);
