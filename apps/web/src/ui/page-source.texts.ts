import { defineTexts } from "#i18n/i18n.ts";

export const sourceTexts = defineTexts(
  {
    source: "Source:",
    reports: "Source: reports of the countries, as published by the Technical Secretariat.",
    demonstration: "Demonstration data, not real figures.",
    edition: (id: number, date: string) =>
      `What this page is made from last changed with edition ${id}, published on ${date}.`,
    inColour: (country: string) => `In colour, with ▸ before its name: ${country}.`,
    address: "This page:",
  },
  {
    source: "Fuente:",
    reports: "Fuente: informes de los países, publicados por la Secretaría Técnica.",
    demonstration: "Datos de demostración, no son cifras reales.",
    edition: (id, date) =>
      `Los datos de los que se hace esta página cambiaron por última vez con la edición ${id}, publicada el ${date}.`,
    inColour: (country) => `En color, con ▸ delante de su nombre: ${country}.`,
    address: "Esta página:",
  },
);
