import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

test("a line that is not there yet is not drawn where a browser forces its colours: everything would look chosen", () => {
  const sources = new URL("../", import.meta.url);
  const styles = readdirSync(sources, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".css"));
  expect(styles.length).toBeGreaterThan(50);
  const transparent = styles.filter((path) =>
    /border[\w-]*:\s*\S+\s+solid\s+transparent/.test(readFileSync(new URL(path, sources), "utf8")),
  );
  expect(transparent).toEqual([]);
});
