import { expect, test } from "vitest";
import { saysSmallCount } from "./small-counts.ts";

test.each([
  "Se atendió a 3 víctimas.",
  "3 presuntas víctimas",
  "Dos niñas fueron identificadas.",
  "cuatro de las mujeres",
  "una sola víctima",
  "Víctimas identificadas: 2",
  "víctimas (4)",
  "There were two girls among them.",
  "1 victim was returned",
  "three suspected traffickers",
  "Survivors = 4",
  "Four\u00a0people".replace("\u00a0", " "),
])("of few people: %s", (text) => expect(saysSmallCount(text, 5)).toBe(true));

test.each([
  "",
  "Se atendió a 13 víctimas.",
  "5 víctimas",
  "1,204 victims",
  "2.345 víctimas",
  "3 % of victims",
  "2 por ciento de las víctimas",
  "El artículo 6 protege a las víctimas.",
  "una víctima tiene derecho a asistencia",
  "a victim has a right to assistance",
  "dos leyes y tres reglamentos",
  "2027: victims of trafficking",
  "TIP-PRV-04 víctimas",
  "the 2 countries that said how many victims they had",
  "Víctimas: 12",
])("of many, of none, or of something else: %s", (text) => expect(saysSmallCount(text, 5)).toBe(false));

test("how few follows the threshold", () => {
  expect(saysSmallCount("5 víctimas", 6)).toBe(true);
  expect(saysSmallCount("nine girls", 10)).toBe(true);
  expect(saysSmallCount("nine girls", 9)).toBe(false);
  expect(saysSmallCount("1 girl", 1)).toBe(false);
});
