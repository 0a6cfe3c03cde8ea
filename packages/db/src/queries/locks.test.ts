import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Drizzle statements that lock rows and read a second table. */
function lockedWithOthers(source: string): readonly string[] {
  return source
    .split(/(?=\.select\(|\binRounds\()/)
    .filter((statement) => /\.for\("(?:update|share)"/.test(statement))
    .filter((statement) => /Join\(|^inRounds\(|\bof:/.test(statement.slice(0, statement.indexOf(".for(") + 60)));
}

test("a statement that locks reads only one table, because rows of a second one would be as before the wait", () => {
  const files = readdirSync(import.meta.dirname).filter((file) => !file.endsWith(".test.ts"));
  const sources = files.map((file) => [file, readFileSync(`${import.meta.dirname}/${file}`, "utf8")] as const);
  expect(sources.filter(([, source]) => source.includes('.for("update"')).length).toBeGreaterThan(3);
  expect(sources.flatMap(([file, source]) => lockedWithOthers(source).map((found) => `${file}: ${found}`))).toEqual([]);
});

test("a lock sent together with other queries is prepared: one that must still be built would be sent after them", () => {
  const asked = (source: string) =>
    [...source.matchAll(/Promise\.all\(\[([\s\S]*?)\]\)/g)].map(([, inside = ""]) => inside);
  const built = (source: string) => asked(source).filter((inside) => /\.for\("update"/.test(inside));
  const sources = readdirSync(import.meta.dirname)
    .filter((file) => !file.endsWith(".test.ts"))
    .map((file) => readFileSync(`${import.meta.dirname}/${file}`, "utf8"));
  expect(sources.flatMap(asked).length).toBeGreaterThan(2);
  expect(sources.flatMap(built)).toEqual([]);
  expect(built(`await Promise.all([tx.select().from(round).for("update"), reading(tx)])`)).toHaveLength(1);
});

test("the check finds a statement that reads two tables", () => {
  const joined = `db.select(columns).from(submission).innerJoin(round, isNull(round.cancelledAt)).where(x).for("update")`;
  expect(lockedWithOthers(joined)).toHaveLength(1);
  expect(lockedWithOthers(`inRounds(tx).where(x).for("update", { of: submission })`)).toHaveLength(1);
  expect(lockedWithOthers(`tx.select().from(round).where(x).for("update")`)).toEqual([]);
});
