import { defineTexts } from "#i18n/i18n.ts";

export const captureTexts = defineTexts(
  {
    title: "This instance sends no mail",
    text: "Messages are kept here, to be read as their addressees would see them. Nothing leaves this instance.",
    links:
      "Nobody who is invited or asks for a new password receives the link, and nobody else can read it here. Invite people once mail is sent (MAIL_MODE=live).",
  },
  {
    title: "Esta instancia no envía correo",
    text: "Los mensajes se guardan aquí y pueden leerse como los vería cada destinatario. Nada sale de esta instancia.",
    links:
      "Quien recibe una invitación o pide una contraseña nueva no obtiene su enlace, y nadie más puede leerlo aquí. Invite a las personas cuando el correo se envíe (MAIL_MODE=live).",
  },
);
