import { firstYear, lastYear } from "@avances/domain/round";
import { defineTexts } from "#i18n/i18n.ts";

/** Why a text in a field was not saved: loaded after the first field. */
export const faultTexts = defineTexts(
  {
    notSaved: "Not saved.",
    "not-a-number": "This is not a number. Write figures only, for example 1,234.",
    "not-whole": "A whole number is needed here, without decimals.",
    negative: "A count cannot be less than zero.",
    "too-large": "This number is larger than can be right. Please check it.",
    "several-cells": "These are several cells. One figure belongs in a field: please type or paste each one by itself.",
    "unusual-signs":
      "Some signs only look like figures or separators. Please type the number again with the keys 0 to 9.",
    "unclear-currency": "What stands beside the figures is no currency. Write figures only.",
    money: {
      "not-a-number": (example: string) => `This is not an amount. Write figures only, for example ${example}.`,
      "not-whole": (example: string) =>
        `This currency does not have that many decimals. Write the amount like ${example}.`,
      negative: (example: string) =>
        `An amount cannot be less than zero. Write it without the minus sign, for example ${example}.`,
      "unclear-currency": (example: string) =>
        `What stands beside the figures does not name one currency. Write figures only, for example ${example}, and choose the currency.`,
    },
    whichCurrency: (mark: string, chosen: string) =>
      `You wrote ${mark}, but the currency chosen is ${chosen}. Which one do you mean?`,
    "outside-years": `Write a date of the years ${firstYear} to ${lastYear}.`,
    "not-a-date": "This is not a date. Write day, month and year: 30/04/2027 or 30 April 2027.",
    "other-weekday": "That date is another day of the week. Please check both.",
    "no-title": "Give the reference a title, for example the name of the law.",
    "not-an-address": "This is not a web address, like https://www.example.org/law.",
    "too-long": "This text is too long. Please shorten it.",
    "not-one-line":
      "It holds a line break, or signs that nobody sees or that turn the direction of the text. Please type it by hand.",
    ambiguous: "This can be read in more than one way. Which one do you mean?",
  },
  {
    notSaved: "No guardado.",
    "not-a-number": "Esto no es un número. Escriba solo cifras, por ejemplo 1,234.",
    "not-whole": "Aquí se necesita un número entero, sin decimales.",
    negative: "Un conteo no puede ser menor que cero.",
    "too-large": "Esta cifra es mayor de lo posible. Le rogamos comprobarla.",
    "several-cells": "Aquí hay varias celdas. En cada campo va una sola cifra: escriba o pegue cada una por separado.",
    "unusual-signs":
      "Algunos signos solo parecen cifras o separadores. Escriba de nuevo el número con las teclas del 0 al 9.",
    "unclear-currency": "Lo que está junto a las cifras no es una moneda. Escriba solo cifras.",
    money: {
      "not-a-number": (example) => `Esto no es un monto. Escriba solo cifras, por ejemplo ${example}.`,
      "not-whole": (example) => `Esta moneda no tiene tantos decimales. Escriba el monto así: ${example}.`,
      negative: (example) =>
        `Un monto no puede ser menor que cero. Escríbalo sin el signo menos, por ejemplo ${example}.`,
      "unclear-currency": (example) =>
        `Lo que está junto a las cifras no indica una sola moneda. Escriba solo cifras, por ejemplo ${example}, y elija la moneda.`,
    },
    whichCurrency: (mark, chosen) => `Escribió ${mark}, pero la moneda elegida es ${chosen}. ¿Cuál quiere decir?`,
    "outside-years": `Escriba una fecha de los años ${firstYear} a ${lastYear}.`,
    "not-a-date": "Esto no es una fecha. Escriba día, mes y año: 30/04/2027 o 30 de abril de 2027.",
    "other-weekday": "Esa fecha cae en otro día de la semana. Le rogamos comprobar ambos.",
    "no-title": "Dé un título a la referencia, por ejemplo el nombre de la ley.",
    "not-an-address": "Esto no es una dirección web, como https://www.example.org/ley.",
    "too-long": "Este texto es demasiado largo. Le rogamos acortarlo.",
    "not-one-line":
      "Hay un salto de línea, o signos que no se ven o que invierten el sentido del texto. Escríbalo a mano, por favor.",
    ambiguous: "Esto puede leerse de más de una manera. ¿Cuál quiere decir?",
  },
);
