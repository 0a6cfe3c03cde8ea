import { defineTexts } from "#i18n/i18n.ts";

/** The pages of two links about the entry of a person: another address is confirmed, and the yearly question is answered. */
export const entryLinksTexts = defineTexts(
  {
    address: {
      title: "Confirm your new address",
      about: (name: string, address: string) =>
        `The account of ${name} in the reporting portal shall have the address ${address}.`,
      until: (at: string) => `The link works until ${at}. Until you press the button, the present address counts.`,
      submit: "Confirm this address",
      done: {
        title: "The address is confirmed",
        text: (address: string) =>
          `Messages go to ${address} from now on, and it is the address for signing in. Whoever has never signed in gets an invitation there.`,
      },
      taken: {
        title: "Another account has this address",
        text: "Nothing was changed. Please write to the Technical Secretariat.",
      },
    },
    contact: {
      title: "Is this still you?",
      about: "This is what the portal knows of you. Please say whether you are still in charge.",
      name: "Name",
      institution: "Institution",
      role: "Role",
      phone: "Telephone",
      noPhone: "none known",
      still: "Yes, I am still in charge",
      left: "No, no longer",
      safe: "If something here is out of date, please correct it in the portal under your name. If you are no longer in charge, nothing ends by this answer: the Technical Secretariat asks who follows.",
      done: {
        title: "Thank you",
        still: "Your answer is recorded. The portal asks again in a year.",
        left: "Your answer is recorded. The Technical Secretariat asks who follows; thank you for your work.",
      },
    },
    refused: {
      title: "This link does not work any more",
      text: "It was used, is too old, or was replaced by a newer one. Nothing was changed.",
    },
    none: {
      title: "The link is not complete",
      text: "Please open it from the message itself, or copy the whole address.",
    },
    signIn: "Go to the portal",
  },
  {
    address: {
      title: "Confirme su nueva dirección",
      about: (name, address) => `La cuenta de ${name} en el portal de informes tendrá la dirección ${address}.`,
      until: (at) => `El enlace sirve hasta el ${at}. Mientras no pulse el botón, vale la dirección actual.`,
      submit: "Confirmar esta dirección",
      done: {
        title: "La dirección está confirmada",
        text: (address) =>
          `Desde ahora los mensajes van a ${address}, que es también la dirección para iniciar sesión. Quien nunca ha iniciado sesión recibe ahí una invitación.`,
      },
      taken: {
        title: "Otra cuenta tiene esta dirección",
        text: "No se cambió nada. Le rogamos escribir a la Secretaría Técnica.",
      },
    },
    contact: {
      title: "¿Sigue a cargo?",
      about: "Esto es lo que el portal sabe de usted. Le rogamos indicar si sigue a cargo.",
      name: "Nombre",
      institution: "Institución",
      role: "Función",
      phone: "Teléfono",
      noPhone: "sin registrar",
      still: "Sí, sigo a cargo",
      left: "No, ya no",
      safe: "Si algo ya no es correcto, corríjalo en el portal bajo su nombre. Si ya no está a cargo, nada termina con esta respuesta: la Secretaría Técnica pregunta quién le sigue.",
      done: {
        title: "Gracias",
        still: "Su respuesta quedó registrada. El portal vuelve a preguntar dentro de un año.",
        left: "Su respuesta quedó registrada. La Secretaría Técnica pregunta quién le sigue; gracias por su trabajo.",
      },
    },
    refused: {
      title: "Este enlace ya no sirve",
      text: "Se usó, es demasiado antiguo o uno más nuevo lo reemplazó. No se cambió nada.",
    },
    none: {
      title: "El enlace no está completo",
      text: "Ábralo desde el propio mensaje, o copie la dirección entera.",
    },
    signIn: "Ir al portal",
  },
);
