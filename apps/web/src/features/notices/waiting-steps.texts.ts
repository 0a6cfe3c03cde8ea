import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

export const waitingStepsTexts = defineTexts(
  {
    heading: "To confirm now",
    count: (n: number) =>
      pluralEn(n, {
        zero: "Nothing waits for a person.",
        one: "# step is due and waits for a person of the Secretariat. It leaves to nobody until it is confirmed.",
        other:
          "# steps are due and wait for a person of the Secretariat. They leave to nobody until they are confirmed.",
      }),
    over: "It ends by itself when the report arrives, the country is exempt, its reminders are held or it names a day, or a later step is due.",
    why: {
      due: (date: string, when: string) => `Due on ${date}, ${when}; the report is awaited.`,
      return_due: (date: string, when: string) => `Clarifications due on ${date}, ${when}; they are awaited.`,
      opening: (date: string, when: string) => `The round opened on ${date}, ${when}; the invitation has not left.`,
    },
    since: (time: string) => `Proposed ${time}`,
    to: "Would go to",
    person: (name: string, role: string) => `${name} (${role})`,
    missing: (roles: string) => `Nobody is recorded as: ${roles}.`,
    leaves: (now: boolean, when: string) =>
      now ? "If it is confirmed now, it leaves at once." : `If it is confirmed now, it leaves on ${when}.`,
    confirm: "Read and confirm",
    confirmOf: (step: string, country: string) => `Read and confirm: ${step}, ${country}`,
    decline: "Decline",
    declineOf: (step: string, country: string) => `Decline: ${step}, ${country}`,
    dialog: {
      title: (country: string, step: string) => `${country}: ${step}`,
      text: (n: number) =>
        pluralEn(n, {
          one: "This message leaves once you confirm. It is checked again when it leaves: if the report has arrived by then, nobody gets it.",
          other:
            "These # messages leave once you confirm. They are checked again when they leave: if the report has arrived by then, nobody gets them.",
        }),
      back: "Not now",
      confirm: (n: number) => pluralEn(n, { one: "Confirm # message", other: "Confirm # messages" }),
      over: "It waits no more: somebody has decided, the report has arrived, reminders are held, or a later step is due. Nothing was sent by you.",
      asked:
        "Nothing was confirmed: the country has been asked since. What it was asked stands above; read again, and decide.",
    },
    declining: {
      title: (country: string) => `Decline the step for ${country}`,
      text: "It is recorded as declined, with your name and reason, and is not sent. Later steps are not affected.",
      reason: "Reason",
      reasonHelp: "For the people of the Secretariat. Countries do not see it.",
      tooShort: "Say in a few words why.",
      decline: "Decline the step",
    },
    done: {
      confirmed: (country: string, when: string | null) =>
        when === null
          ? `Confirmed: the messages about ${country} are on their way.`
          : `Confirmed: the messages about ${country} leave on ${when}.`,
      declined: (country: string) => `Declined: nothing is sent about ${country}.`,
    },
    earlier: {
      heading: (n: number) => pluralEn(n, { one: "# earlier proposal", other: "# earlier proposals" }),
      caption: "Steps that were proposed in this round and wait no more, the newest first",
      country: "Country",
      step: "Step",
      what: "What became of it",
      confirmed: (name: string, time: string) => `Confirmed by ${name}, ${time}`,
      declined: (name: string, time: string, reason: string) => `Declined by ${name}, ${time}: ${reason}`,
      over: "Nobody decided; it ended by itself.",
    },
    settings: {
      heading: "Steps that need a second person",
      text: "The portal proposes such a step when it is due, and a person of the Secretariat confirms it before it leaves. What is set here counts for every round, at once.",
      caption: "Steps of the calendar, and whether they need a person",
      step: "Step",
      needs: "Needs a person",
      yes: "Yes",
      no: "No, it leaves by itself",
      by: "Set by",
      byDefault: "the portal's default",
      changed: (name: string, time: string, reason: string) => `${name}, ${time}: ${reason}`,
      change: "Change",
      changeOf: (step: string) => `Change: ${step}`,
      title: {
        on: (step: string) => `“${step}” waits for a person`,
        off: (step: string) => `“${step}” leaves by itself`,
      },
      onText:
        "From now on it is proposed when it is due, and leaves only when somebody of the Secretariat has confirmed it.",
      offText: "From now on it leaves by itself. What waits now leaves in the next sending hours of its country.",
      set: { on: "Let it wait for a person", off: "Let it leave by itself" },
      same: "It is set so already: a colleague was faster. The list shows the present state.",
      back: "Back",
      done: "Saved. It counts in every round.",
    },
  },
  {
    heading: "Por confirmar ahora",
    count: (n) =>
      pluralEs(n, {
        zero: "Nada espera a una persona.",
        one: "# paso corresponde ya y espera a una persona de la Secretaría. No sale a nadie mientras no se confirme.",
        other:
          "# pasos corresponden ya y esperan a una persona de la Secretaría. No salen a nadie mientras no se confirmen.",
      }),
    over: "Termina por sí solo cuando llega el informe, se exime al país, sus recordatorios quedan en espera o indica un día, o corresponde un paso posterior.",
    why: {
      due: (date, when) => `Fecha límite ${date}, ${when}; se espera el informe.`,
      return_due: (date, when) => `Aclaraciones hasta el ${date}, ${when}; se esperan.`,
      opening: (date, when) => `La ronda se abrió el ${date}, ${when}; la invitación no ha salido.`,
    },
    since: (time) => `Propuesto ${time}`,
    to: "Saldría a",
    person: (name, role) => `${name} (${role})`,
    missing: (roles) => `Nadie consta como: ${roles}.`,
    leaves: (now, when) =>
      now ? "Si se confirma ahora, sale de inmediato." : `Si se confirma ahora, sale el ${when}.`,
    confirm: "Leer y confirmar",
    confirmOf: (step, country) => `Leer y confirmar: ${step}, ${country}`,
    decline: "No enviar",
    declineOf: (step, country) => `No enviar: ${step}, ${country}`,
    dialog: {
      title: (country, step) => `${country}: ${step}`,
      text: (n) =>
        pluralEs(n, {
          one: "Este mensaje sale cuando usted confirme. Se comprueba de nuevo al salir: si el informe ha llegado para entonces, no lo recibe nadie.",
          other:
            "Estos # mensajes salen cuando usted confirme. Se comprueban de nuevo al salir: si el informe ha llegado para entonces, no los recibe nadie.",
        }),
      back: "Ahora no",
      confirm: (n) => pluralEs(n, { one: "Confirmar # mensaje", other: "Confirmar # mensajes" }),
      over: "Ya no espera: alguien decidió, llegó el informe, los recordatorios están en espera o corresponde un paso posterior. Usted no envió nada.",
      asked:
        "No se confirmó nada: desde entonces se dirigió una solicitud al país. Consta arriba; léala y decida de nuevo.",
    },
    declining: {
      title: (country) => `No enviar el paso sobre ${country}`,
      text: "Queda registrado como no enviado, con su nombre y motivo, y no sale. Los pasos posteriores no cambian.",
      reason: "Motivo",
      reasonHelp: "Para las personas de la Secretaría. Los países no lo ven.",
      tooShort: "Indique en pocas palabras el motivo.",
      decline: "No enviar el paso",
    },
    done: {
      confirmed: (country, when) =>
        when === null
          ? `Confirmado: los mensajes sobre ${country} están en camino.`
          : `Confirmado: los mensajes sobre ${country} salen el ${when}.`,
      declined: (country) => `Registrado: no se envía nada sobre ${country}.`,
    },
    earlier: {
      heading: (n) => pluralEs(n, { one: "# propuesta anterior", other: "# propuestas anteriores" }),
      caption: "Pasos que se propusieron en esta ronda y ya no esperan, el más reciente primero",
      country: "País",
      step: "Paso",
      what: "Qué ocurrió",
      confirmed: (name, time) => `Confirmado por ${name}, ${time}`,
      declined: (name, time, reason) => `No enviado, por ${name}, ${time}: ${reason}`,
      over: "Nadie decidió; terminó por sí solo.",
    },
    settings: {
      heading: "Pasos que requieren una segunda persona",
      text: "El portal propone estos pasos cuando corresponden, y una persona de la Secretaría los confirma antes de que salgan. Lo que se fije aquí rige de inmediato en todas las rondas.",
      caption: "Pasos del calendario, y si requieren una persona",
      step: "Paso",
      needs: "Requiere una persona",
      yes: "Sí",
      no: "No, sale por sí solo",
      by: "Fijado por",
      byDefault: "de origen en el portal",
      changed: (name, time, reason) => `${name}, ${time}: ${reason}`,
      change: "Cambiar",
      changeOf: (step) => `Cambiar: ${step}`,
      title: { on: (step) => `«${step}» espera a una persona`, off: (step) => `«${step}» sale por sí solo` },
      onText: "Desde ahora se propone cuando corresponde, y sale solo cuando alguien de la Secretaría lo confirma.",
      offText: "Desde ahora sale por sí solo. Lo que espera ahora sale en el próximo horario de envío de su país.",
      set: { on: "Que espere a una persona", off: "Que salga por sí solo" },
      same: "Ya está así: otra persona lo hizo antes. La lista muestra el estado actual.",
      back: "Volver",
      done: "Guardado. Rige en todas las rondas.",
    },
  },
);
