import { describe, expect, test } from "vitest";
import { catalogue } from "../../testing/catalogue.ts";
import { personalDetails } from "./personal-details.ts";

describe("details that may identify a person are noticed", () => {
  test.each([
    ["La víctima María López fue atendida.", ["name"]],
    ["El imputado Juan de la Cruz Pérez, cédula 1-0987-0654", ["name", "document"]],
    ["Mrs. Jane Smith gave evidence.", ["name"]],
    ["DUI 01234567-8", ["document"]],
    ["0801-1990-12345", ["document"]],
    ["001-010190-0001A", ["document"]],
    ["001-1234567-8", ["document"]],
    ["8-123-4567", ["document"]],
    ["2345 67890 0101", ["document"]],
    ["GOMC900514HDFRRS09", ["document"]],
    ["078-05-1120", ["document"]],
    ["pasaporte G12345678", ["document"]],
    ["Expediente N.º 19-001234-0305-PE", ["document"]],
    ["cédula de identidad: 109870654", ["document"]],
    ["Llamar al +506 8888 9999", ["phone"]],
    ["tel. 22223333", ["phone"]],
    ["8888-9999", ["phone"]],
    ["(55) 1234-5678", ["phone"]],
    ["555-123-4567", ["phone"]],
    ["escribir a ana.mora@gob.example", ["mail"]],
    ["Vive en la Calle Los Pinos, N.º 12", ["address"]],
    ["calle 5, avenidas 2 y 4", ["address"]],
    ["vive en calle 5", ["address"]],
    ["Avenida Central 45", ["address"]],
    ["Av. 12, San José", ["address"]],
    ["de la calle Sexta 18", ["address"]],
    ["colonia Kennedy, casa N.º 1204", ["address"]],
    ["casa #12", ["address"]],
    ["200 metros al norte de la iglesia", ["address"]],
    ["75 varas sur del parque", ["address"]],
    ["The shelter at 45 Main Street", ["address"]],
    ["12B Old Cutlass Road", ["address"]],
    ["apartment no. 3", ["address"]],
    ["La víctima María López, Calle 8 N.º 14", ["name", "address"]],
  ])("%j: %j", (text, details) => expect(personalDetails(text)).toEqual(details));
});

describe("figures, laws, dates and offices are not taken for such details", () => {
  test.each([
    "",
    "Ley N.º 9095 de 2012, reformada por el Decreto 9-2009 y la Ley 27-2015.",
    "Plan nacional 2021-2025; plan anterior 2016-2020.",
    "12-05-2021, 2021-04-30, 30/04/2027",
    "De 1,234,567 a 1 234 567 personas; 12.345,67 %.",
    "Se ejecutaron 45678901 colones en 2024.",
    "Acuerdo Ministerial 123-2024, artículos 172 y 173, La Gaceta 5555.",
    "La Fiscalía Adjunta y el Instituto Nacional de las Mujeres atendieron a 34 víctimas.",
    "Don Bosco shelter; the Palermo Protocol, article 5 (1).",
    "100 USD, 12.50, 50 %",
    "resolution 55/25, A/RES/64/293, ISO 4217",
    "Niñas y niños en situación de calle: 45; trabajo de calle 24 horas al día.",
    "En la calle 45 personas fueron atendidas.",
    "12 casas de acogida, casa de acogida 24 horas, 3 albergues, albergue 2",
    "Agenda 2030; Avenida del Desarrollo 2021, campaña Calle Segura 2024",
    "A 45 % de la calle; 200 metros cuadrados; 30 m de frontera; 120 km al norte",
    "In 2024 Wall Street closed; 45 Road Safety officers; 12 Street Children projects",
    "The Coalition has its own house number of members; a flat rate of 3 %",
  ])("%j", (text) => expect(personalDetails(text)).toEqual([]));

  test("no text of the catalogue has any", () => {
    const texts = catalogue.indicators.flatMap(({ name, definition, guidance }) =>
      [name, definition, guidance].flatMap(({ en, es }) => [en, es]),
    );
    expect(texts.filter((text) => personalDetails(text).length > 0)).toEqual([]);
  });

  test("a long text is judged at once", () => {
    for (const part of [
      "1-",
      "1 ",
      "a@",
      "+1 ",
      "Ñ",
      "0000-",
      "víctima A ",
      "Calle A ",
      "1 Aa ",
      "Av. de la ",
      "casa N",
    ])
      expect(personalDetails(part.repeat(20_000))).toBeDefined();
  });
});
