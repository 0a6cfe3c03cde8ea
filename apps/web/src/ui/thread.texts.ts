import { defineTexts } from "#i18n/i18n.ts";

/** How a thread of remarks stands, and who has seen a remark. Instants come formatted. */
export const threadTexts = defineTexts(
  {
    heading: { country: "Inside the country", shared: "Country and Secretariat" },
    who: { country: "Only your country's team reads it.", shared: "Your country's team and the Secretariat read it." },
    open: {
      country: "Open: waits for a reply of the country",
      secretariat: "Open: waits for a reply of the Secretariat",
      inside: "Open: waits for a reply",
    },
    answered: "Answered",
    closed: (who: string, at: string) => `Closed by ${who} on ${at}`,
    close: "Close this conversation",
    closeHelp: "Nothing is deleted; whoever writes opens it again.",
    notClosed: "It was not closed: something changed meanwhile. The page shows how it stands now.",
    question: "Question of the Secretariat",
    secretariat: "Secretariat",
    seen: (who: string, at: string) => `Seen by ${who} on ${at}`,
    unseen: {
      country: "Nobody of the country has had it on their screen yet.",
      secretariat: "Nobody of the Secretariat has had it on their screen yet.",
    },
    left: (version: string) => `Version ${version} was sent without an answer to it.`,
    /** A remark that was pressed without a reply of the portal, by problem code (`use-back-online.ts`). */
    again: {
      "not-sent":
        "There is no connection. As it stands it is sent by itself once there is one, as long as it is open here. If you change it or close it, press again.",
      unreachable:
        "The portal did not answer. As it stands it is tried again by itself, and never done twice, as long as it is open here. If you change it or close it, press again.",
    },
  },
  {
    heading: { country: "Dentro del país", shared: "País y Secretaría" },
    who: {
      country: "Solo lo lee el equipo de su país.",
      shared: "Lo leen el equipo de su país y la Secretaría.",
    },
    open: {
      country: "Abierta: espera una respuesta del país",
      secretariat: "Abierta: espera una respuesta de la Secretaría",
      inside: "Abierta: espera una respuesta",
    },
    answered: "Respondida",
    closed: (who, at) => `Cerrada por ${who} el ${at}`,
    close: "Cerrar esta conversación",
    closeHelp: "No se borra nada; quien escribe la abre de nuevo.",
    notClosed: "No se cerró: entretanto algo cambió. La página muestra cómo está ahora.",
    question: "Pregunta de la Secretaría",
    secretariat: "Secretaría",
    seen: (who, at) => `Vista por ${who} el ${at}`,
    unseen: {
      country: "Nadie del país la ha tenido todavía en pantalla.",
      secretariat: "Nadie de la Secretaría la ha tenido todavía en pantalla.",
    },
    left: (version) => `La versión ${version} se envió sin respuesta a ella.`,
    again: {
      "not-sent":
        "No hay conexión. Tal como está se enviará por sí sola cuando la haya, mientras siga abierta aquí. Si la cambia o la cierra, pulse de nuevo.",
      unreachable:
        "El portal no respondió. Tal como está se intentará de nuevo por sí sola, y nunca se hará dos veces, mientras siga abierta aquí. Si la cambia o la cierra, pulse de nuevo.",
    },
  },
);
