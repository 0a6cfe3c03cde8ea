import { defineTexts } from "#i18n/i18n.ts";

export const breakdownTexts = defineTexts(
  {
    heading: "Breakdowns",
    by: "Breakdown",
    country: "Country",
    year: "Year",
    total: "Total",
    ofRound: (way: string, round: string) => `${way}: all countries, ${round}`,
    ofCountry: (way: string, country: string) => `${way}: ${country}, by year`,
    yearByYear: (country: string) => `${country}, year by year`,
    partOfTotal: (head: string) =>
      `Each bar is a part of “${head}” of its own country, the thin line: lengths cannot be compared between countries.`,
    partOfLargest: (head: string) => `The thin line is the largest figure shown for “${head}”.`,
    overlaps: (head: string) => `One person may be in several categories: they need not add up to “${head}”.`,
    hidden: (head: string) =>
      `A hidden figure has a mark in place of a bar, and beside a hidden figure for “${head}” there are no bars at all. Where a figure is hidden, others may be hidden with it so that it cannot be worked out.`,
    notDivided: "Not given by these categories",
    notTogether: "Not published by sex and age together: not given, or hidden to protect persons",
    personsBy: "Women, men, girls and boys",
    persons: {
      women: "Women",
      men: "Men",
      girls: "Girls (0-17)",
      boys: "Boys (0-17)",
      rest: "Sex or age other or not known",
    },
  },
  {
    heading: "Desagregaciones",
    by: "Desagregación",
    country: "País",
    year: "Año",
    total: "Total",
    ofRound: (way, round) => `${way}: todos los países, ${round}`,
    ofCountry: (way, country) => `${way}: ${country}, por año`,
    yearByYear: (country) => `${country}, año por año`,
    partOfTotal: (head) =>
      `Cada barra es una parte de «${head}» de su propio país, la línea fina: las longitudes no se pueden comparar entre países.`,
    partOfLargest: (head) => `La línea fina es la mayor cifra mostrada de «${head}».`,
    overlaps: (head) => `Una persona puede estar en varias categorías: no tienen por qué sumar «${head}».`,
    hidden: (head) =>
      `Una cifra oculta tiene una marca en lugar de una barra, y junto a una cifra oculta de «${head}» no hay barras. Donde se oculta una cifra, pueden ocultarse otras para que no se pueda deducir.`,
    notDivided: "No se dio por estas categorías",
    notTogether: "No publicado por sexo y edad a la vez: no se dio o se oculta para proteger a personas",
    personsBy: "Mujeres, hombres, niñas y niños",
    persons: {
      women: "Mujeres",
      men: "Hombres",
      girls: "Niñas (0-17)",
      boys: "Niños (0-17)",
      rest: "Otro sexo o edad, o sin dato",
    },
  },
);
