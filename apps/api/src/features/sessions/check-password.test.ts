import { loadReferenceFile } from "@avances/db";
import { expect, test } from "vitest";
import { refuseWeakPassword } from "./check-password.ts";

const reference = loadReferenceFile();
const owner = {
  email: "ana.mora@migracion.go.cr",
  displayName: "Ana Mora Rojas",
  institution: "Dirección General de Migración",
  countryCode: "CRI",
};
const reasonOf = (password: string) => {
  try {
    refuseWeakPassword(password, owner, reference);
    return null;
  } catch (error) {
    return (error as { details: { reason: string } }).details.reason;
  }
};

test.each([
  ["aaaaaaaaaaaaaaaa", "repeated"],
  ["abcabcabcabcabcabc", "repeated"],
  ["1234567812345678", "repeated"],
  ["passwordpassword", "repeated"],
  ["passw0rd123456789", "common"],
  ["Contraseña2027!!!!", "common"],
  ["qwertyuiop123456", "common"],
  ["iloveyou-princess-99", "common"],
  ["Ana.Mora.Rojas.1987", "personal"],
  ["CostaRica2027!CostaRica", "personal"],
  ["direccion general migracion", "personal"],
  ["avances demonstration", "product"],
  ["Protocolo-de-Palermo-2027", "product"],
])("%s is refused as %s", (password, reason) => {
  expect(reasonOf(password)).toBe(reason);
});

test.each([
  "una tortuga cruza despacio",
  "correct horse battery staple",
  "J7#kq!vPz2@mWx9L",
  "лошадь батарея скрепка верно",
  "mi password es una tortuga azul",
])("%s is accepted", (password) => {
  expect(reasonOf(password)).toBeNull();
});
