import { defineTexts } from "#i18n/i18n.ts";

export const sectionTexts = defineTexts(
  {
    title: "Your part of the report",
    lead: "This link opens the form with the answers that you were asked for. It works once; you need no account and no password.",
    open: "Open the form",
    other: (name: string) =>
      `${name} is signed in in this browser. Opening the form signs them out here; what they typed stays kept for them.`,
    refusedTitle: "This link does not work any more",
    refusedText:
      "It was used already, has expired or was replaced by a newer one. We can send a fresh one to the same address.",
    askTitle: "A fresh link to your part of the report",
    askLead: "Give the e-mail address at which you were asked. The link goes to that address and to no other.",
    ask: "Send the link",
    sentTitle: "Please look at your mail",
    sentText:
      "If this address was asked for a part of a report that is still open, a message with a link is on its way, or in your mailbox already. Nothing after ten minutes? Look in the folder for unwanted mail, or ask the person who wrote to you.",
  },
  {
    title: "Su parte del informe",
    lead: "Este enlace abre el formulario con las respuestas que se le solicitaron. Sirve una sola vez; no necesita cuenta ni contraseña.",
    open: "Abrir el formulario",
    other: (name: string) =>
      `En este navegador está abierta la sesión de ${name}. Al abrir el formulario se cierra aquí; lo que escribió queda guardado para esa persona.`,
    refusedTitle: "Este enlace ya no funciona",
    refusedText:
      "Ya se usó, venció o fue sustituido por uno más reciente. Podemos enviar uno nuevo a la misma dirección.",
    askTitle: "Un enlace nuevo a su parte del informe",
    askLead:
      "Indique el correo electrónico en el que recibió la solicitud. El enlace se envía a esa dirección y a ninguna otra.",
    ask: "Enviar el enlace",
    sentTitle: "Revise su correo",
    sentText:
      "Si a esa dirección se le solicitó una parte de un informe que sigue abierta, un mensaje con un enlace está en camino, o ya está en su buzón. ¿Nada después de diez minutos? Revise la carpeta de correo no deseado o consulte a la persona que le escribió.",
  },
);
