import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const signInTexts = defineTexts(
  {
    title: "Sign in",
    lead: "For those who report and those who take part in the Network. Published data can be read without signing in.",
    email: "E-mail address",
    password: "Password",
    button: "Sign in",
    forgot: "I forgot my password",
    byLink: "Were you asked by link for a part of a report? You need no password: ask for a fresh link.",
    noAccount:
      "No account? The Technical Secretariat invites each person by e-mail. Please write to it if you expected an invitation.",
    error: {
      refused: "Address and password do not match. Please check both; capital letters count in the password.",
      tooMany: (minutes: number) =>
        pluralEn(minutes, {
          one: "Too many attempts. Please wait # minute and try again.",
          other: "Too many attempts. Please wait # minutes and try again.",
        }),
      unreachable: "The portal could not be reached. Please check the connection and try again.",
      missing: "Please fill in both fields.",
      missingEmail: "Please give your e-mail address.",
      busy: "The portal is very busy. Please try again in a moment.",
    },
    invitation: {
      title: "Welcome: choose your password",
      lead: "You were invited to this portal. Choose a password; with it and your e-mail address you sign in.",
      button: "Save password",
      doneTitle: "Your password is saved",
      doneText: "You can now sign in with your e-mail address and the new password.",
      expiredTitle: "This link does not work any more",
      expiredText:
        "It was used already, is older than 72 hours, or a newer one was sent. If you have already chosen a password, sign in. If not, ask the Technical Secretariat to send the invitation again; a new link arrives within minutes.",
      noTokenTitle: "The link is not complete",
      noTokenText:
        "Some mail programs break long addresses. Please open the link in the message again, or copy it whole into the address bar.",
      chosenAlready: "Have you already chosen a password?",
    },
    reset: {
      title: "New password",
      lead: "Give the e-mail address of your account. We send a link with which you choose a new password.",
      button: "Send the link",
      sentTitle: "Please look at your mail",
      sentText:
        "If there is an account with this address, a message with a link is on its way, or in your mailbox already if it was asked for before. It works once and for a short time. Nothing after ten minutes? Look in the folder for unwanted mail, or ask the Technical Secretariat.",
      chooseTitle: "Choose a new password",
      chooseLead: "After this, all devices on which you were signed in are signed out.",
      expiredText: "It was used already or has expired. Please ask for a new link.",
      again: "Ask for a new link",
    },
    username: "You will sign in as",
  },
  {
    title: "Iniciar sesión",
    lead: "Para quienes informan y para quienes participan en la Red. Los datos publicados pueden leerse sin iniciar sesión.",
    email: "Correo electrónico",
    password: "Contraseña",
    button: "Iniciar sesión",
    forgot: "Olvidé mi contraseña",
    byLink: "¿Se le solicitó por enlace una parte de un informe? No necesita contraseña: pida un enlace nuevo.",
    noAccount:
      "¿No tiene cuenta? La Secretaría Técnica invita a cada persona por correo. Si esperaba una invitación, le rogamos escribirle.",
    error: {
      refused: "El correo y la contraseña no coinciden. Revise ambos; en la contraseña cuentan las mayúsculas.",
      tooMany: (minutes) =>
        pluralEs(minutes, {
          one: "Demasiados intentos. Espere # minuto e inténtelo de nuevo.",
          other: "Demasiados intentos. Espere # minutos e inténtelo de nuevo.",
        }),
      unreachable: "No fue posible comunicarse con el portal. Revise la conexión e inténtelo de nuevo.",
      missing: "Le rogamos completar los dos campos.",
      missingEmail: "Le rogamos indicar su correo electrónico.",
      busy: "El portal está muy ocupado. Inténtelo de nuevo en un momento.",
    },
    invitation: {
      title: "Le damos la bienvenida: elija su contraseña",
      lead: "Recibió una invitación a este portal. Elija una contraseña; con ella y su correo electrónico iniciará sesión.",
      button: "Guardar contraseña",
      doneTitle: "Su contraseña está guardada",
      doneText: "Ya puede iniciar sesión con su correo electrónico y la nueva contraseña.",
      expiredTitle: "Este enlace ya no funciona",
      expiredText:
        "Ya se usó, tiene más de 72 horas o se envió uno más reciente. Si ya eligió una contraseña, inicie sesión. Si no, pida a la Secretaría Técnica que le envíe de nuevo la invitación; el nuevo enlace llega en minutos.",
      noTokenTitle: "El enlace no está completo",
      noTokenText:
        "Algunos programas de correo cortan las direcciones largas. Abra de nuevo el enlace del mensaje, o cópielo entero en la barra de direcciones.",
      chosenAlready: "¿Ya eligió una contraseña?",
    },
    reset: {
      title: "Contraseña nueva",
      lead: "Indique el correo electrónico de su cuenta. Le enviaremos un enlace para elegir una contraseña nueva.",
      button: "Enviar el enlace",
      sentTitle: "Revise su correo",
      sentText:
        "Si hay una cuenta con esa dirección, un mensaje con un enlace está en camino, o ya está en su buzón si se había pedido antes. Sirve una sola vez y por poco tiempo. ¿Nada después de diez minutos? Revise la carpeta de correo no deseado o consulte a la Secretaría Técnica.",
      chooseTitle: "Elija una contraseña nueva",
      chooseLead: "Después se cerrará la sesión en todos los dispositivos donde la tenía abierta.",
      expiredText: "Ya se usó o venció. Le rogamos pedir un enlace nuevo.",
      again: "Pedir un enlace nuevo",
    },
    username: "Iniciará sesión como",
  },
);
