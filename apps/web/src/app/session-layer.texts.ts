import { defineTexts } from "#i18n/i18n.ts";

/** What somebody has written here and the portal does not have. */
export type Held = "answers" | "texts" | "nothing";

export const sessionLayerTexts = defineTexts(
  {
    out: {
      title: "Please sign in again",
      banner: "Your session has ended",
      /** By what this person has written and the portal does not have: answers, which are saved by themselves, or something else, or nothing. */
      text: (who: string, has: Held) =>
        has === "answers"
          ? `What you wrote is still here. Your answers are saved as soon as ${who} signs in again, unless somebody has changed them meanwhile.`
          : has === "texts"
            ? "What you wrote is still here."
            : "Sign in again to go on.",
      reopen: "Sign in",
      byLink: {
        title: "Your part cannot be written now",
        text: "Your session has ended, or what you were asked for was taken back. What you wrote is still here; nothing of it was sent since.",
        reopen: "How to go on",
      },
    },
    other: {
      title: "Another person has signed in",
      somebody: "another person",
      text: (first: string, second: string) =>
        `In this browser, ${second} has signed in in another tab. This page still shows the work of ${first}; nothing was saved under the name of ${second}.`,
      kept: (first: string) =>
        `What ${first} has typed and not saved stays in this browser. It is shown to nobody else, and is there again when ${first} signs in here.`,
      signIn: (first: string) => `Sign in again as ${first}`,
      signInText: (second: string) => `The other tabs of this browser then show that ${second} is no longer signed in.`,
      goOn: (second: string) => `Go on as ${second}`,
      reopen: "Choose how to go on",
    },
    form: {
      byLink:
        "You came by a link and have no password. As long as you are still asked for answers, we can send a fresh link to your address; what you wrote is there again when you open it in this browser.",
      askLink: "Ask for a fresh link",
      email: "E-mail address",
      password: "Password",
      signIn: "Sign in",
      signInAndSave: "Sign in and save",
      otherAccount: (who: string) =>
        `With another account its own home page opens. What ${who} typed stays in this browser and is shown to nobody else.`,
      later: "Later",
      refused: "Address and password do not match. Please try again.",
      tooMany: "Too many attempts. Please wait a few minutes.",
      unreachable: "The portal could not be reached. Please try again.",
    },
  },
  {
    out: {
      title: "Inicie sesión de nuevo",
      banner: "Su sesión terminó",
      text: (who, has) =>
        has === "answers"
          ? `Lo que escribió sigue aquí. Sus respuestas se guardarán en cuanto ${who} vuelva a iniciar sesión, salvo que alguien las haya cambiado mientras tanto.`
          : has === "texts"
            ? "Lo que escribió sigue aquí."
            : "Inicie sesión de nuevo para continuar.",
      reopen: "Iniciar sesión",
      byLink: {
        title: "Ahora no se puede escribir en su parte",
        text: "Su sesión terminó, o ya no se le solicita esta parte. Lo que escribió sigue aquí; desde entonces no se envió nada.",
        reopen: "Cómo continuar",
      },
    },
    other: {
      title: "Otra persona inició sesión",
      somebody: "otra persona",
      text: (first, second) =>
        `En este navegador, ${second} inició sesión en otra pestaña. Esta página todavía muestra el trabajo de ${first}; no se guardó nada a nombre de ${second}.`,
      kept: (first) =>
        `Lo que ${first} escribió y no se guardó queda en este navegador. No se muestra a nadie más y estará aquí cuando ${first} vuelva a iniciar sesión.`,
      signIn: (first) => `Iniciar sesión de nuevo como ${first}`,
      signInText: (second) =>
        `Las demás pestañas de este navegador mostrarán entonces que ${second} ya no tiene la sesión iniciada.`,
      goOn: (second) => `Continuar como ${second}`,
      reopen: "Elegir cómo continuar",
    },
    form: {
      byLink:
        "Usted entró por un enlace y no tiene contraseña. Mientras se le soliciten respuestas, podemos enviarle un enlace nuevo a su dirección; lo que escribió estará aquí cuando lo abra en este navegador.",
      askLink: "Pedir un enlace nuevo",
      email: "Correo electrónico",
      password: "Contraseña",
      signIn: "Iniciar sesión",
      signInAndSave: "Iniciar sesión y guardar",
      otherAccount: (who) =>
        `Con otra cuenta se abre su propia página de inicio. Lo que escribió ${who} queda en este navegador y no se muestra a nadie más.`,
      later: "Más tarde",
      refused: "El correo y la contraseña no coinciden. Inténtelo de nuevo.",
      tooMany: "Demasiados intentos. Espere unos minutos.",
      unreachable: "No fue posible comunicarse con el portal. Inténtelo de nuevo.",
    },
  },
);
