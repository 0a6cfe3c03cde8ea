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
    partOfTotal:
      "Each bar is a part of its own country's total, the thin line: lengths cannot be compared between countries.",
    partOfLargest: "The thin line is the largest total of this country.",
    overlaps: "One person may be in several categories: they do not add up to the total.",
    hidden:
      "A hidden figure has a mark and no bar, and beside a hidden total there are no bars at all. Where a figure is hidden, others may be hidden with it so that it cannot be worked out.",
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
    partOfTotal:
      "Cada barra es una parte del total de su propio país, la línea fina: los largos no se pueden comparar entre países.",
    partOfLargest: "La línea fina es el mayor total de este país.",
    overlaps: "Una persona puede estar en varias categorías: no suman el total.",
    hidden:
      "Una cifra oculta tiene una marca y ninguna barra, y junto a un total oculto no hay barras. Donde se oculta una cifra, pueden ocultarse otras para que no se pueda deducir.",
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
