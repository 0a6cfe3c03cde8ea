import { readFileSync } from "node:fs";
import { portalPages } from "@avances/notices";
import { expect, test } from "vitest";

test("every page that a mail leads to is a page of the web application", () => {
  const routes = readFileSync(new URL("../../apps/web/src/app/routes.ts", import.meta.url), "utf8");
  const paths = [...routes.matchAll(/path: "([^"]+)"/g)].map(([, path]) => `/${path}`);
  // The rooms of the Network stand behind one route.
  const network = readFileSync(new URL("../../apps/web/src/features/network/rooms.ts", import.meta.url), "utf8");
  const rooms = [...network.matchAll(/^ {2}\w+: "([^"]+)",$/gm)].map(([, path]) => `/network/${path}`);
  expect(rooms.length).toBeGreaterThan(4);
  paths.push(...rooms);
  expect(paths.length).toBeGreaterThan(15);
  for (const [page, path] of Object.entries(portalPages)) expect([page, paths.includes(path)]).toEqual([page, true]);
});
