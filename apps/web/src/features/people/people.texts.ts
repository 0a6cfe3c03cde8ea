import type { AccountAct, Role } from "@avances/domain/access";
import type { Text } from "@avances/domain/catalogue";
import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** Of the three roles of organisations and countries that observe. */
const forObservers: Text = {
  en: "Reads what is published, and the work of the Network that is for observers too. Whoever acts for an organisation or a country on record also puts contributions, recommendations and activities before it.",
  es: "Lee lo publicado y el trabajo de la Red que también es para observadores. Quien actúa por una organización o un país que consta también le presenta aportes, recomendaciones y actividades.",
};

export const peopleTexts = defineTexts(
  {
    title: "People",
    invite: "Invite a person",
    inviteFor: (country: string) => `Invite for ${country}`,
    filter: {
      country: "Country",
      all: "All",
      q: "Name, institution or address",
      shown: (n: number) => pluralEn(n, { one: "Showing # person", other: "Showing # people" }),
    },
    none: { title: "Nobody found", text: "Change the filter above, or invite a person." },
    others: "Secretariat, delegates and observers",
    tasks: {
      heading: "To do",
      nobody_reports: (country: string) =>
        `${country} has no focal point, and nobody else there can submit its report.`,
      no_focal_point: (country: string) => `${country} has no focal point.`,
      no_alternate: (country: string) => `${country} has no alternate.`,
      to_confirm: {
        open: (name: string, country: string) => `${name} (${country}): opening the account waits for a second person.`,
        send_link: (name: string, country: string) => `${name} (${country}): a fresh link waits for a second person.`,
        end: (name: string, country: string) => `${name} (${country}): ending the account waits for a second person.`,
        change_address: (name: string, country: string, wanted: string) =>
          `${name} (${country}): another address waits for a second person: ${wanted}.`,
        change_role: (name: string, country: string, wanted: string) =>
          `${name} (${country}): a change of the account waits for a second person: ${wanted}.`,
        reopen: (name: string, country: string) =>
          `${name} (${country}): opening the ended account again waits for a second person.`,
      } satisfies Readonly<Record<AccountAct, (name: string, country: string, wanted: string) => string>>,
      lapsed: (name: string, country: string) =>
        `The account of ${name} (${country}) was asked for and not confirmed within 24 hours.`,
      expired: (name: string, country: string) => `The link for ${name} (${country}) has expired.`,
      not_used: (name: string, country: string) => `${name} (${country}) has not used the invitation.`,
      role_missing: (role: string, country: string, step: string, at: string) =>
        `${country} has nobody as ${role.toLowerCase()}: “${step}” is also for that role, on ${at}.`,
      region: "region",
      refused: (name: string, country: string, day: string, answer: string) =>
        `${name} (${country}): the address refused a message on ${day}${answer === "" ? "." : `: ${answer}`}`,
      left: (name: string, country: string, day: string) =>
        `${name} (${country}) is no longer in charge, as was said on ${day}. Who follows?`,
      over: (name: string, country: string, day: string) =>
        `${name} (${country}) was in charge until ${day}: nothing about a report goes there any more.`,
    },
    column: {
      name: "Name",
      role: "Role",
      address: "Address",
      language: "Language",
      invitation: "Invitation",
      signedIn: "Last signed in",
      acts: "Act",
    },
    roleHelp: {
      secretariat: "Runs rounds, reviews and reminders.",
      focal_point: "Fills in, submits and answers for the country.",
      alternate: "May do everything the focal point may.",
      contributor: "Answers only the indicators chosen below.",
      approver: "Reads the country's report before it is sent, and signs it in rounds that ask for that.",
      liaison_officer: "Reads the country's report and the work of the Network; is written to when it is late.",
      rcgm_delegate:
        "Sees who has reported, and reads what is published and the work of the Network. Named for a country: its national focal point, written to when its report is very late.",
      presidency: "Sees who has reported, and reads the work of the Network; is written to when a report is very late.",
      observer: forObservers.en,
      civil_society: forObservers.en,
      coalition: forObservers.en,
    } satisfies Readonly<Record<Role, string>>,
    indicators: (n: number) => pluralEn(n, { one: "# indicator", other: "# indicators" }),
    languages: { en: "English", es: "Spanish" } satisfies Text,
    invitation: {
      awaiting_second_person: "Waits for a second person",
      sent_not_used: "Link sent, not used",
      expired: "Link expired",
      used: "Used",
      not_needed: "Nobody signs in",
    },
    invited: (date: string, by: string) => (by === "" ? `asked ${date}` : `asked ${date} by ${by}`),
    never: "not recorded",
    act: {
      confirm: "Confirm",
      yours: "You asked for it; somebody else of the Secretariat confirms.",
      until: (by: string, until: string) => `asked by ${by}; lapses ${until}`,
      withdraw: "Withdraw",
      refuse: "Refuse",
      done: {
        open: (name: string) => `Confirmed. The account of ${name} is open.`,
        send_link: (name: string) => `Confirmed. A fresh link was written to ${name}.`,
        end: (name: string) => `Confirmed. The account of ${name} has ended.`,
        change_address: (name: string) => `Confirmed. A link was written to the new address of ${name}.`,
        change_role: (name: string) => `Confirmed: the account of ${name} is changed.`,
        reopen: (name: string) => `Confirmed. The account of ${name} is open again; an invitation was written.`,
      } satisfies Readonly<Record<AccountAct, (name: string) => string>>,
      withdrawn: (name: string) => `Nothing was done to the account of ${name}.`,
      sendLink: "Send a fresh link",
      askAgain: "Ask anew",
      sent: (name: string) => `A fresh link was written to ${name}; older links no longer work.`,
      asked: (name: string) => `Asked for. Nothing is done to the account of ${name} until a second person confirms.`,
      end: "End account",
      notYours: "You asked for it. A second person of the Secretariat has to confirm it.",
      tooLate: "It was asked for more than 24 hours ago, or was decided meanwhile. Load the page again to see.",
      linkRefused:
        "The invitation was used meanwhile, the account has ended, or an act on it already waits for a second person. Nothing was sent.",
      endRefused:
        "It is your own account, it has already ended, or an act on it already waits for a second person. Nothing was changed.",
    },
    end: {
      title: (name: string) => `End the account of ${name}?`,
      two: "It takes two people: another one of the Secretariat confirms within 24 hours.",
      text: "Then the person is signed out at once and receives no more messages. Name and acts stay in the record; the address can be invited again, as a new account.",
      mail: {
        sent: "The person and the other accounts of the country, or of the Secretariat, are told by mail.",
        kept: "The messages to the person and to the other accounts of the country, or of the Secretariat, are kept here; this instance sends no mail.",
      },
      unopened: "It was never opened: no link went out. The address can be invited again.",
      last: (country: string) => `It is the only focal point of ${country}.`,
      lastWhoReports: (country: string) =>
        `Nobody else of ${country} can submit its report: it could not be sent until somebody is invited who can.`,
      submit: "End the account",
      ask: "Ask to end it",
      cancel: "Keep it",
    },
    alone: {
      title: "You are the only person of the Secretariat who can sign in",
      text: "Opening, reaching or ending an account of a country or of the Secretariat takes two people. Whoever runs the portal can add a second one on the server (invite-secretariat); the record says so.",
    },
    openedAlone: "opened by one person alone",
    greeted: (salutation: string) => `mails begin “${salutation}:”`,
    ended: {
      heading: (n: number) => pluralEn(n, { one: "# ended account", other: "# ended accounts" }),
      on: (date: string) => `ended ${date}`,
    },
    form: {
      title: "Invite a person",
      name: "Name",
      nameWrong: "Write the person's name.",
      notOneLine:
        "It holds a line break, or signs that nobody sees or that turn the direction of the text. Please type it by hand.",
      address: "Mail address",
      addressHelp: "A mailbox of its own, not a shared one: each act is recorded under a name.",
      addressWrong: "Write one complete address, for example name@ministry.gob.example.",
      shared: "It is a mailbox that an office shares",
      addressTaken: "There is already an account in force with this address.",
      institution: "Institution",
      salutation: "Salutation in mails",
      salutationHelp: "With title and surname, for example “Dear Dr. Mora”. Without it: “Dear” and the name.",
      salutationWrong: "Write a whole salutation, or leave it empty.",
      role: "Role",
      country: "Country",
      choose: "Choose …",
      noCountry: "None",
      countryWrong: "Choose the country.",
      language: "Language of messages",
      indicators: "Indicators this person answers",
      indicatorsHelp: (n: number) => pluralEn(n, { zero: "None chosen yet.", one: "# chosen.", other: "# chosen." }),
      indicatorsWrong: "Choose at least one indicator.",
      whole: "All of this section",
      second: "The account is opened once a second person of the Secretariat has confirmed, within 24 hours.",
      mail: {
        sent: "The other accounts of the country, or of the Secretariat, are then told.",
        kept: "The messages to the other accounts of the country, or of the Secretariat, are kept here; this instance sends no mail.",
      },
      exempt:
        "The account is opened at once, because the Secretariat has never had a second person. Once a second one has signed in, such acts take two people for good.",
      atOnce: "The account is opened at once.",
      submit: "Ask for this account",
      cancel: "Cancel",
      done: (name: string) => `The account of ${name} was asked for. Another person of the Secretariat confirms it.`,
      doneAtOnce: (name: string) => `The account of ${name} was asked for and is open.`,
      misfit: "Role, country and indicators do not fit together. Please check them.",
    },
  },
  {
    title: "Personas",
    invite: "Invitar a una persona",
    inviteFor: (country) => `Invitar para ${country}`,
    filter: {
      country: "País",
      all: "Todos",
      q: "Nombre, institución o dirección",
      shown: (n) => pluralEs(n, { one: "Se muestra # persona", other: "Se muestran # personas" }),
    },
    none: { title: "No se encontró a nadie", text: "Cambie el filtro de arriba o invite a una persona." },
    others: "Secretaría, delegaciones y observadores",
    tasks: {
      heading: "Pendiente",
      nobody_reports: (country) => `${country} no tiene punto focal, y nadie más de allí puede enviar su informe.`,
      no_focal_point: (country) => `${country} no tiene punto focal.`,
      no_alternate: (country) => `${country} no tiene suplente.`,
      to_confirm: {
        open: (name, country) => `${name} (${country}): abrir la cuenta espera a una segunda persona.`,
        send_link: (name, country) => `${name} (${country}): un enlace nuevo espera a una segunda persona.`,
        end: (name, country) => `${name} (${country}): terminar la cuenta espera a una segunda persona.`,
        change_address: (name, country, wanted) =>
          `${name} (${country}): otra dirección espera a una segunda persona: ${wanted}.`,
        change_role: (name, country, wanted) =>
          `${name} (${country}): un cambio de la cuenta espera a una segunda persona: ${wanted}.`,
        reopen: (name, country) =>
          `${name} (${country}): abrir de nuevo la cuenta terminada espera a una segunda persona.`,
      },
      lapsed: (name, country) => `La cuenta de ${name} (${country}) se solicitó y no se confirmó dentro de 24 horas.`,
      expired: (name, country) => `El enlace para ${name} (${country}) venció.`,
      not_used: (name, country) => `${name} (${country}) no ha usado la invitación.`,
      role_missing: (role, country, step, at) =>
        `${country} no tiene a nadie como ${role.toLowerCase()}: «${step}», el ${at}, es también para esa función.`,
      region: "región",
      refused: (name, country, day, answer) =>
        `${name} (${country}): la dirección rechazó un mensaje el ${day}${answer === "" ? "." : `: ${answer}`}`,
      left: (name, country, day) =>
        `${name} (${country}) ya no está a cargo, según se indicó el ${day}. ¿Quién le sigue?`,
      over: (name, country, day) =>
        `${name} (${country}) estuvo a cargo hasta el ${day}: ya no va ahí nada sobre un informe.`,
    },
    column: {
      name: "Nombre",
      role: "Función",
      address: "Dirección",
      language: "Idioma",
      invitation: "Invitación",
      signedIn: "Último inicio de sesión",
      acts: "Acciones",
    },
    roleHelp: {
      secretariat: "Lleva las rondas, las revisiones y los recordatorios.",
      focal_point: "Completa, envía y responde por el país.",
      alternate: "Puede hacer todo lo que puede el punto focal.",
      contributor: "Responde solo los indicadores elegidos abajo.",
      approver: "Lee el informe del país antes del envío y lo firma en las rondas que lo piden.",
      liaison_officer: "Lee el informe del país y el trabajo de la Red; se le escribe cuando está fuera de plazo.",
      rcgm_delegate:
        "Ve quién informó y lee lo publicado y el trabajo de la Red. Si se indica un país: su punto focal nacional, al que se escribe cuando el informe lleva mucho retraso.",
      presidency:
        "Ve quién informó y lee el trabajo de la Red; se le escribe cuando un informe está muy fuera de plazo.",
      observer: forObservers.es,
      civil_society: forObservers.es,
      coalition: forObservers.es,
    },
    indicators: (n) => pluralEs(n, { one: "# indicador", other: "# indicadores" }),
    languages: { en: "Inglés", es: "Español" },
    invitation: {
      awaiting_second_person: "Espera a una segunda persona",
      sent_not_used: "Enlace enviado, sin usar",
      expired: "Enlace vencido",
      used: "Usada",
      not_needed: "Nadie inicia sesión",
    },
    invited: (date, by) => (by === "" ? `solicitada el ${date}` : `solicitada el ${date} por ${by}`),
    never: "sin registro",
    act: {
      confirm: "Confirmar",
      yours: "Usted la solicitó; la confirma otra persona de la Secretaría.",
      until: (by, until) => `solicitado por ${by}; caduca el ${until}`,
      withdraw: "Retirar",
      refuse: "Rechazar",
      done: {
        open: (name) => `Confirmado. La cuenta de ${name} está abierta.`,
        send_link: (name) => `Confirmado. Se escribió un enlace nuevo a ${name}.`,
        end: (name) => `Confirmado. La cuenta de ${name} terminó.`,
        change_address: (name) => `Confirmado. Se escribió un enlace a la nueva dirección de ${name}.`,
        change_role: (name) => `Confirmado: la cuenta de ${name} está cambiada.`,
        reopen: (name) => `Confirmado. La cuenta de ${name} está abierta de nuevo; se escribió una invitación.`,
      },
      withdrawn: (name) => `No se hizo nada con la cuenta de ${name}.`,
      sendLink: "Enviar un enlace nuevo",
      askAgain: "Solicitar de nuevo",
      sent: (name) => `Se escribió un enlace nuevo a ${name}; los anteriores ya no sirven.`,
      asked: (name) =>
        `Solicitado. No se hace nada con la cuenta de ${name} hasta que lo confirme una segunda persona.`,
      end: "Terminar la cuenta",
      notYours: "Usted lo solicitó. Debe confirmarlo una segunda persona de la Secretaría.",
      tooLate: "Se solicitó hace más de 24 horas o se decidió entretanto. Vuelva a cargar la página.",
      linkRefused:
        "La invitación se usó entretanto, la cuenta terminó o un acto sobre ella ya espera a una segunda persona. No se envió nada.",
      endRefused:
        "Es su propia cuenta, ya terminó o un acto sobre ella ya espera a una segunda persona. No se cambió nada.",
    },
    end: {
      title: (name) => `¿Terminar la cuenta de ${name}?`,
      two: "Se necesitan dos personas: otra de la Secretaría lo confirma dentro de 24 horas.",
      text: "Entonces la sesión de la persona se cierra de inmediato y no recibe más mensajes. Su nombre y sus actos quedan en el registro; la dirección puede invitarse de nuevo, como cuenta nueva.",
      mail: {
        sent: "Se avisa por correo a la persona y a las demás cuentas del país, o de la Secretaría.",
        kept: "Los mensajes a la persona y a las demás cuentas del país, o de la Secretaría, se guardan aquí; esta instancia no envía correo.",
      },
      unopened: "Nunca se abrió: no salió ningún enlace. La dirección puede invitarse de nuevo.",
      last: (country) => `Es el único punto focal de ${country}.`,
      lastWhoReports: (country) =>
        `Nadie más de ${country} puede enviar su informe: no se podría enviar hasta invitar a alguien que pueda hacerlo.`,
      submit: "Terminar la cuenta",
      ask: "Solicitar que termine",
      cancel: "Conservarla",
    },
    alone: {
      title: "Usted es la única persona de la Secretaría que puede iniciar sesión",
      text: "Abrir, alcanzar o terminar una cuenta de un país o de la Secretaría necesita dos personas. Quien opera el portal puede agregar a una segunda en el servidor (invite-secretariat); queda en el registro.",
    },
    openedAlone: "abierta por una sola persona",
    greeted: (salutation) => `los mensajes empiezan «${salutation}:»`,
    ended: {
      heading: (n) => pluralEs(n, { one: "# cuenta terminada", other: "# cuentas terminadas" }),
      on: (date) => `terminada el ${date}`,
    },
    form: {
      title: "Invitar a una persona",
      name: "Nombre",
      nameWrong: "Escriba el nombre de la persona.",
      notOneLine:
        "Hay un salto de línea, o signos que no se ven o que invierten el sentido del texto. Escríbalo a mano, por favor.",
      address: "Dirección de correo",
      addressHelp: "Un buzón propio, no compartido: cada acto se registra con un nombre.",
      addressWrong: "Escriba una sola dirección completa, por ejemplo nombre@ministerio.gob.example.",
      shared: "Es un buzón que comparte una oficina",
      addressTaken: "Ya existe una cuenta vigente con esta dirección.",
      institution: "Institución",
      salutation: "Saludo en los mensajes",
      salutationHelp:
        "Con tratamiento y apellido, por ejemplo «Estimada Lcda. Mora». Si queda vacío: «Reciba un atento saludo» y el nombre.",
      salutationWrong: "Escriba un saludo completo, o déjelo vacío.",
      role: "Función",
      country: "País",
      choose: "Elija …",
      noCountry: "Ninguno",
      countryWrong: "Elija el país.",
      language: "Idioma de los mensajes",
      indicators: "Indicadores que responde esta persona",
      indicatorsHelp: (n) => pluralEs(n, { zero: "Ninguno elegido aún.", one: "# elegido.", other: "# elegidos." }),
      indicatorsWrong: "Elija al menos un indicador.",
      whole: "Toda esta sección",
      second: "La cuenta se abre cuando una segunda persona de la Secretaría lo confirma, dentro de 24 horas.",
      mail: {
        sent: "Entonces se avisa a las demás cuentas del país, o de la Secretaría.",
        kept: "Los mensajes a las demás cuentas del país, o de la Secretaría, se guardan aquí; esta instancia no envía correo.",
      },
      exempt:
        "La cuenta se abre de inmediato, porque la Secretaría nunca ha tenido una segunda persona. Cuando una segunda haya iniciado sesión, estos actos necesitarán siempre dos personas.",
      atOnce: "La cuenta se abre de inmediato.",
      submit: "Solicitar esta cuenta",
      cancel: "Cancelar",
      done: (name) => `Se solicitó la cuenta de ${name}. La confirma otra persona de la Secretaría.`,
      doneAtOnce: (name) => `Se solicitó la cuenta de ${name}. Está abierta.`,
      misfit: "La función, el país y los indicadores no corresponden entre sí. Revíselos.",
    },
  },
);
