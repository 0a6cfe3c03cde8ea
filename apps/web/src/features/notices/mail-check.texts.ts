import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const mailCheckTexts = defineTexts(
  {
    heading: "Is it working?",
    runs: (planned: string, sent: string) =>
      `The portal last planned what is due on ${planned}, and last went through what is to be sent on ${sent}.`,
    processes: (n: number) =>
      pluralEn(n, {
        zero: "No scheduler has said within the last minutes that it works.",
        one: "# scheduler has said within the last minutes that it works.",
        other: "# schedulers have said within the last minutes that they work.",
      }),
    never: "The portal has not said yet that it plans and sends.",
    offer: "A test message goes to your own address, on the way of every other message.",
    send: "Send me a test message",
    again: "Send me another one",
    state: {
      waiting: "The message is written and waits to be sent.",
      sent: "The mail server accepted the message. Whether it reached your mailbox, only you can see.",
      kept: "This instance sends no mail: the message was written and stays here. No other message leaves either.",
      dead: "The message could not be sent, and is not tried again.",
      stopped: "The message was not sent: your account or its address has changed.",
      again: (at: string) => `It did not leave. The next attempt is on ${at}.`,
    },
    answer: "Answer of the mail server:",
    tooMany: "That is enough for now: please wait ten minutes before the next one.",
  },
  {
    heading: "¿Funciona?",
    runs: (planned, sent) =>
      `El portal planificó lo que vence por última vez el ${planned}, y repasó lo que hay que enviar por última vez el ${sent}.`,
    processes: (n) =>
      pluralEs(n, {
        zero: "Ningún planificador ha dicho en los últimos minutos que funciona.",
        one: "# planificador ha dicho en los últimos minutos que funciona.",
        other: "# planificadores han dicho en los últimos minutos que funcionan.",
      }),
    never: "El portal todavía no ha dado señales de que planifique y envíe.",
    offer: "Un mensaje de prueba va a su propia dirección, por el mismo camino que cualquier otro.",
    send: "Enviarme un mensaje de prueba",
    again: "Enviarme otro",
    state: {
      waiting: "El mensaje está escrito y espera su envío.",
      sent: "El servidor de correo aceptó el mensaje. Si llegó a su buzón, solo usted puede verlo.",
      kept: "Esta instancia no envía correo: el mensaje se escribió y queda aquí. Tampoco sale ningún otro.",
      dead: "El mensaje no se pudo enviar y no se intenta de nuevo.",
      stopped: "El mensaje no se envió: su cuenta o su dirección cambió.",
      again: (at) => `No salió. El próximo intento es el ${at}.`,
    },
    answer: "Respuesta del servidor de correo:",
    tooMany: "Por ahora es suficiente: espere diez minutos antes del siguiente.",
  },
);
