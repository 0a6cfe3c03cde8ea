import { defineTexts, pluralEn, pluralEs } from "#i18n/i18n.ts";

/** A new password, wherever one is chosen. */
export const newPasswordTexts = defineTexts(
  {
    label: "New password",
    help: (least: number) =>
      `At least ${least} characters. Several words that you can remember are better than signs that you cannot. Spaces are welcome.`,
    repeat: "The same again",
    show: "Show the passwords",
    left: (n: number) => pluralEn(n, { one: "# more character", other: "# more characters" }),
    enough: (least: number) => `${least} characters or more. Whether it is easy to guess is checked when you save it.`,
    tooShort: (least: number) => `It needs at least ${least} characters.`,
    different: "The two are not the same.",
    refused:
      "This password is easy to guess: it is widely used, or holds your own name or address. Please choose another.",
  },
  {
    label: "Contraseña nueva",
    help: (least) =>
      `Al menos ${least} caracteres. Varias palabras que pueda recordar son mejores que signos que no. Puede usar espacios.`,
    repeat: "La misma otra vez",
    show: "Mostrar las contraseñas",
    left: (n) => pluralEs(n, { one: "Falta # carácter", other: "Faltan # caracteres" }),
    enough: (least) => `${least} caracteres o más. Al guardarla se comprueba si es fácil de adivinar.`,
    tooShort: (least) => `Necesita al menos ${least} caracteres.`,
    different: "Las dos no son iguales.",
    refused:
      "Esta contraseña es fácil de adivinar: es muy usada o contiene su nombre o dirección. Le rogamos elegir otra.",
  },
);
