import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const accountTexts = defineTexts(
  {
    title: "Your account",
    password: {
      heading: "Password",
      what: "With a new password you stay signed in here; everywhere else you are signed out, links to another password or address stop working, and a message about it is written to your address.",
      current: "Present password",
      missing: "Write your present password.",
      wrong: "This is not your present password.",
      tooMany: (minutes: number) =>
        pluralEn(minutes, {
          one: "Too many attempts. Please wait # minute and try again.",
          other: "Too many attempts. Please wait # minutes and try again.",
        }),
      save: "Change the password",
      done: "Your password is changed.",
    },
    calendar: {
      heading: "Calendar",
      country:
        "Your calendar program can subscribe to the due dates of your country. They appear there by themselves, and move when the Technical Secretariat moves one.",
      rounds:
        "Your calendar program can subscribe to the dates of the rounds and the due dates of every country. They appear there by themselves, and move when one is moved.",
      meetings:
        "Your calendar program can subscribe to the meetings of the Network, of the group to which it reports and of the Regional Coalition, and to the proposed activities that you may read, where a day is named. They appear there by themselves, and move when their day is moved.",
      andMeetings:
        "The meetings of the Network, of the group to which it reports and of the Regional Coalition are there too, and the proposed activities that you may read, where a day is named.",
      secret:
        "Whoever has the address reads what stands in the calendar without signing in, and nothing else. If it reached somebody whom it should not, make another one: the one before stops working.",
      none: "No address has been made yet, or it was ended.",
      since: (at: string) =>
        `Your address works since ${at}. It cannot be shown again; if you no longer have it, make another one.`,
      fresh: "Copy the address now: it is shown this once.",
      label: "Address of your calendar",
      how: "In your calendar program choose “subscribe” or “add from the internet”, and paste it there. Programs fetch it a few times a day, so a change appears there some hours later.",
      make: "Make the address",
      renew: "Make another address",
      end: "End the calendar",
      copy: "Copy",
      copied: "Copied.",
      notCopied: "The browser did not copy it: select it and copy it by hand.",
      made: "The address has been made.",
      ended: "The calendar has ended: its address no longer works.",
    },
    digest: {
      heading: "Digest by mail",
      daily:
        "On working days from 09:00, one mail with what is new in the rounds and the commitments since the one before. When nothing is, none is sent.",
      weekly:
        "While a round is open and your country's report has not been sent, once a week one mail with what changed in it since the one before. When nothing changed, none is sent.",
      duty: "Requests, dates, receipts and news about your account come in any case.",
      wanted: "Send me the digest",
      on: "From now on you get the digest.",
      off: "From now on you get no digest.",
    },
  },
  {
    title: "Su cuenta",
    password: {
      heading: "Contraseña",
      what: "Con una contraseña nueva sigue con la sesión abierta aquí; en todos los demás lugares se cierra, los enlaces para otra contraseña u otra dirección dejan de funcionar y se escribe un mensaje sobre ello a su dirección.",
      current: "Contraseña actual",
      missing: "Escriba su contraseña actual.",
      wrong: "Esta no es su contraseña actual.",
      tooMany: (minutes) =>
        pluralEs(minutes, {
          one: "Demasiados intentos. Espere # minuto e inténtelo de nuevo.",
          other: "Demasiados intentos. Espere # minutos e inténtelo de nuevo.",
        }),
      save: "Cambiar la contraseña",
      done: "Su contraseña se cambió.",
    },
    calendar: {
      heading: "Calendario",
      country:
        "Su programa de calendario puede suscribirse a las fechas límite de su país. Aparecen ahí por sí solas y se mueven cuando la Secretaría Técnica mueve alguna.",
      rounds:
        "Su programa de calendario puede suscribirse a las fechas de las rondas y a las fechas límite de cada país. Aparecen ahí por sí solas y se mueven cuando alguna se mueve.",
      meetings:
        "Su programa de calendario puede suscribirse a las reuniones de la Red, del grupo al que informa y de la Coalición Regional, y a las actividades propuestas que usted puede leer y que tienen fecha. Aparecen ahí por sí solas y se mueven cuando cambia su fecha.",
      andMeetings:
        "También están ahí las reuniones de la Red, del grupo al que informa y de la Coalición Regional, y las actividades propuestas que usted puede leer y que tienen fecha.",
      secret:
        "Quien tenga la dirección lee lo que está en el calendario sin iniciar sesión, y nada más. Si llegó a quien no debía, cree otra: la anterior deja de funcionar.",
      none: "Todavía no se ha creado ninguna dirección, o se le puso fin.",
      since: (at) =>
        `Su dirección funciona desde el ${at}. No se puede mostrar de nuevo; si ya no la tiene, cree otra.`,
      fresh: "Copie la dirección ahora: se muestra solo esta vez.",
      label: "Dirección de su calendario",
      how: "En su programa de calendario elija «suscribirse» o «agregar desde Internet» y péguela ahí. Los programas la consultan unas pocas veces al día, así que un cambio aparece algunas horas después.",
      make: "Crear la dirección",
      renew: "Crear otra dirección",
      end: "Poner fin al calendario",
      copy: "Copiar",
      copied: "Copiada.",
      notCopied: "El navegador no la copió: selecciónela y cópiela a mano.",
      made: "La dirección está creada.",
      ended: "El calendario terminó: su dirección ya no funciona.",
    },
    digest: {
      heading: "Resumen por correo",
      daily:
        "Los días hábiles desde las 09:00, un correo con las novedades de las rondas y de los compromisos desde el anterior. Si no las hay, no se envía ninguno.",
      weekly:
        "Mientras una ronda está abierta y el informe de su país no se ha enviado, una vez por semana un correo con lo que cambió en él desde el anterior. Si nada cambió, no se envía ninguno.",
      duty: "Las solicitudes, las fechas, los acuses de recibo y los avisos sobre su cuenta llegan en cualquier caso.",
      wanted: "Enviarme el resumen",
      on: "Desde ahora recibe el resumen.",
      off: "Desde ahora no recibe el resumen.",
    },
  },
);
