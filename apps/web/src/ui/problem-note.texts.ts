import { defineTexts } from "#i18n/i18n.ts";

/** Refusals that any act may get, in words: what happened, what is safe, what to do. */
export const problemTexts = defineTexts(
  {
    title: "This was not done",
    unknownTitle: "It is not known whether this arrived",
    notSent:
      "There is no connection. It was not sent, and it will not be sent by itself. What you wrote is still here: press again when you are online.",
    unreachable: "The portal did not answer. What you wrote is still here. Press again: it will not be done twice.",
    busy: "The portal is busy. Nothing was changed. Please try again in a moment.",
    signedOut: "Your session has ended and nothing was changed. Sign in again, then press once more.",
    otherPerson:
      "In this browser, another person has signed in in another tab. Nothing was done under their name. What you wrote is still here.",
    forbidden: "Your role does not allow this. Nothing was changed.",
    otherAddress: (address: string) =>
      `This page was opened under another address than the portal's own. For safety, the portal accepts entries only at ${address}. Nothing was changed. Please open the portal there.`,
    gone: "It is no longer there. Load the page again to see the present state.",
    state:
      "Somebody has acted in the meantime, and the present state does not allow this any more. Nothing was changed. Load the page again.",
    input: "Something in the form does not fit. Nothing was changed. Please check the fields.",
    tooMany: "Too many attempts in a short time. Nothing was changed. Please wait a minute.",
    other: "Something went wrong on our side. What you wrote is still here. Please try again.",
    reference: (id: string) => `Reference: ${id}`,
  },
  {
    title: "No se realizó",
    unknownTitle: "No se sabe si llegó",
    notSent:
      "No hay conexión. No se envió ni se enviará por sí solo. Lo que usted escribió sigue aquí: pulse de nuevo cuando tenga conexión.",
    unreachable: "El portal no respondió. Lo que usted escribió sigue aquí. Pulse de nuevo: no se hará dos veces.",
    busy: "El portal está ocupado. No se cambió nada. Intente de nuevo en un momento.",
    signedOut: "Su sesión terminó y no se cambió nada. Inicie sesión de nuevo y vuelva a pulsar.",
    otherPerson:
      "En este navegador, otra persona inició sesión en otra pestaña. No se hizo nada a su nombre. Lo que usted escribió sigue aquí.",
    forbidden: "Su función no lo permite. No se cambió nada.",
    otherAddress: (address) =>
      `Esta página se abrió con una dirección distinta de la del portal. Por seguridad, el portal acepta datos solo en ${address}. No se cambió nada. Abra el portal allí.`,
    gone: "Ya no está. Vuelva a cargar la página para ver el estado actual.",
    state:
      "Alguien actuó entretanto y el estado actual ya no lo permite. No se cambió nada. Vuelva a cargar la página.",
    input: "Algo en el formulario no corresponde. No se cambió nada. Revise los campos.",
    tooMany: "Demasiados intentos en poco tiempo. No se cambió nada. Espere un minuto.",
    other: "Algo falló de nuestro lado. Lo que usted escribió sigue aquí. Intente de nuevo.",
    reference: (id) => `Referencia: ${id}`,
  },
);
