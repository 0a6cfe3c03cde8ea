import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Where a statement of Drizzle or SQL writes the table. */
function writesOf(source: string, table: string, name: string): number {
  const drizzle = new RegExp(`\\.(?:insert|update|delete)\\(${table}\\)`, "g");
  const plain = new RegExp(`(?:insert into|update|delete from|merge into)\\s+app\\.${name}\\b`, "gi");
  return (source.match(drizzle)?.length ?? 0) + (source.match(plain)?.length ?? 0);
}

test("answers are written by one function, which announces them; another one would change them unheard", () => {
  const found = new Map<string, number>();
  const folders = ["packages", "apps"].flatMap((kind) => readdirSync(kind).map((name) => `${kind}/${name}/src`));
  for (const folder of folders.filter((each) => existsSync(each)))
    for (const path of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(path) || path.endsWith(".test.ts")) continue;
      const writes = writesOf(readFileSync(`${folder}/${path}`, "utf8"), "answer", "answer");
      if (writes > 0) found.set(`${folder}/${path}`, writes);
    }
  expect(Object.fromEntries(found)).toEqual({ "packages/db/src/queries/answer-saving-queries.ts": 1 });
  expect(writesOf("db.update(answer).set(…); sql`delete from app.answer`", "answer", "answer")).toBe(2);
  expect(writesOf("db.insert(answerProposal); sql`update app.answer_note`", "answer", "answer")).toBe(0);
});
