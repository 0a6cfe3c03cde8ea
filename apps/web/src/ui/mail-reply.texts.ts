import type { BounceReason } from "@avances/domain/round";
import { defineTexts } from "#i18n/i18n.ts";

/** What came back about a message, on the board, in the ledger and in the mail list. */
export const mailReplyTexts = defineTexts(
  {
    bounced: (reason: string) => `did not arrive; ${reason}`,
    delayed: (day: string, reason: string) => `still on its way on ${day}; ${reason}`,
    delivered: (day: string) => `its mail server confirmed it on ${day}`,
    replied: (day: string) => `a reply came on ${day}`,
    away: (until: string) => `out of office until ${until}`,
    wasAway: (until: string) => `was out of office until ${until}`,
    automatic: (day: string) => `an automatic answer came on ${day}`,
    ofNames: (names: string, what: string) => `${names}: ${what}`,
    reason: {
      no_mailbox: "the mail server says that there is no such address",
      closed: "the mail server says that the mailbox is closed",
      full: "the mail server says that the mailbox is full",
      refused: "the mail server refused the message",
      too_late: "the mail server was not reached in time",
      unknown: "the mail server named no known reason",
    } satisfies Record<BounceReason, string>,
    term: "What came back",
    nothingKept: "The words of a reply stand in the mailbox alone; here it is only known that one came.",
    confirms: "Trying again says that the address is right: reminders go there again.",
    change: "Until the address is changed, or somebody tries again, no reminder goes there.",
  },
  {
    bounced: (reason) => `no llegó; ${reason}`,
    delayed: (day, reason) => `aún en camino el ${day}; ${reason}`,
    delivered: (day) => `su servidor de correo lo confirmó el ${day}`,
    replied: (day) => `llegó una respuesta el ${day}`,
    away: (until) => `fuera de la oficina hasta el ${until}`,
    wasAway: (until) => `estuvo fuera de la oficina hasta el ${until}`,
    automatic: (day) => `llegó una respuesta automática el ${day}`,
    ofNames: (names, what) => `${names}: ${what}`,
    reason: {
      no_mailbox: "el servidor de correo indica que esa dirección no existe",
      closed: "el servidor de correo indica que el buzón está cerrado",
      full: "el servidor de correo indica que el buzón está lleno",
      refused: "el servidor de correo rechazó el mensaje",
      too_late: "no se logró contactar a tiempo al servidor de correo",
      unknown: "el servidor de correo no indicó un motivo conocido",
    },
    term: "Qué llegó de vuelta",
    nothingKept: "El texto de una respuesta queda solo en el buzón; aquí se sabe únicamente que llegó.",
    confirms: "Intentar de nuevo indica que la dirección es correcta: los recordatorios vuelven a enviarse ahí.",
    change: "Mientras no se cambie la dirección, o alguien intente de nuevo, no se envían recordatorios ahí.",
  },
);
