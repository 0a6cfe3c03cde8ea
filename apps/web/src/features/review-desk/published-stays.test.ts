import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { judgeTransition, transitionNames } from "@avances/domain/submission";
import { expect, test } from "vitest";
import { deskTexts } from "./desk.texts.ts";

const sources = fileURLToPath(new URL("../../", import.meta.url));
/** Words that would promise a later correction of what is public. */
const promise = /\brevised\b|\brevisad[ao]s?\b|later correction|corrección posterior|later version|versión posterior/i;

test("nothing leaves the state published, and no text promises that it could be corrected later", () => {
  for (const name of transitionNames)
    for (const side of ["country", "secretariat"] as const)
      expect([name, judgeTransition(name, "published", side).allowed]).toEqual([name, false]);
  const files = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".texts.ts"),
  );
  expect(files.length).toBeGreaterThan(25);
  const promising = files.filter((file) => promise.test(readFileSync(`${sources}/${file}`, "utf8")));
  expect(promising).toEqual([]);
  expect([deskTexts.en.publish.final, deskTexts.es.publish.final]).toEqual([
    "A published version can be neither taken back nor corrected in the portal.",
    "Una versión publicada no puede retirarse ni corregirse en el portal.",
  ]);
});
