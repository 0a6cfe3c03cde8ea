import { importPeople } from "@avances/contracts";
import { describe, expect, test } from "vitest";
import { rowsOf, textOf } from "./people-file.ts";

const bytes = (...values: number[]) => new Uint8Array(values).buffer;

describe("a file of people as a browser reads it", () => {
  test("UTF-8 with or without its mark, and what Excel writes without it", () => {
    expect(textOf(new TextEncoder().encode("\ufeffLucía").buffer)).toMatch(/Lucía$/);
    expect(textOf(bytes(0x4c, 0x75, 0x63, 0xed, 0x61))).toBe("Lucía");
  });

  test("columns are found by their heads in any order and language; others are named", () => {
    const read = rowsOf("Notas;Función;dirección de correo;NAME\r\nx;Suplente;lucia@cri.example;Lucía\r\n");
    expect(read).toMatchObject({ kind: "rows", unread: ["Notas"] });
    if (read.kind !== "rows") return;
    expect(read.rows).toEqual([
      {
        ...{ line: 2, name: "Lucía", address: "lucia@cri.example", role: "Suplente", institution: "", salutation: "" },
        ...{ country: "", language: "", phone: "", mailbox: "", from: "", until: "", indicators: "" },
      },
    ]);
    expect(importPeople.body.safeParse({ rows: read.rows, fingerprint: null }).success).toBe(true);
  });

  test("what the contract would refuse as a whole is made a row with a fault", () => {
    const read = rowsOf(`name;address;role\n${"x".repeat(5_000)};a\u0000b\ud800;r`);
    expect(read.kind === "rows" && importPeople.body.safeParse({ rows: read.rows, fingerprint: null }).success).toBe(
      true,
    );
  });

  test.each([
    ["", { kind: "empty" }],
    ["name;address;role\n", { kind: "empty" }],
    ["name;role\nx;y", { kind: "heads", missing: ["address"] }],
    [`name;address;role\n${"x;y;z\n".repeat(501)}`, { kind: "too_many" }],
  ])("%j: no rows", (text, read) => expect(rowsOf(text)).toEqual(read));
});
