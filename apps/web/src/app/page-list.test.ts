import { getSession, getSubmission, getWorkingCatalogue, listCountries } from "@avances/contracts";
import { expect, test } from "vitest";
import { early, listPages } from "../../page-list.ts";
import { rooms } from "../features/network/rooms.ts";
import { styleFiles } from "../lib/style-files.ts";

test("the server is told every address, whether it needs an account, and which show figures", async () => {
  const pages = await listPages();
  const paths = pages.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  const of = (audience: string) => pages.filter((page) => page.audience === audience).map(({ path }) => path);
  expect(of("public")).toEqual(
    expect.arrayContaining(["/", "/$lang", "/$lang/indicators/$code", "/$lang/countries/$iso3", "/$lang/about"]),
  );
  expect(of("account")).toEqual([
    "/$lang/sign-in",
    "/$lang/invitation",
    "/$lang/password-reset",
    "/$lang/section",
    "/$lang/answer",
  ]);
  expect(of("signed-in")).toEqual(
    expect.arrayContaining(["/$lang/home", "/$lang/reports/$submissionId", "/$lang/people"]),
  );
  expect(pages.filter(({ figures }) => !figures).map(({ path }) => path)).toEqual(["/$lang/about"]);
});

test("the server knows for which values of its parameters a public page exists", async () => {
  const names = (await listPages())
    .filter(({ audience }) => audience === "public")
    .flatMap(({ path }) => [...path.matchAll(/\$(\w+)/g)].map(([, name]) => name));
  // Another name needs a line in `api/features/published/public-pages.ts`: until then every value would be a page.
  expect([...new Set(names)].toSorted()).toEqual(["article", "code", "iso3", "lang"]);
});

test("each room of the Network is a page of its own, and nothing behind them is", async () => {
  const paths = (await listPages()).map(({ path }) => path).filter((path) => path.includes("/network"));
  expect(paths).toEqual(Object.values(rooms).map((room) => `/$lang/network/${room}`.replace(/\/$/, "")));
  expect(paths).toContain("/$lang/network");
});

test("the document of a page names the styles that its page loads", async () => {
  const pages = await listPages();
  const of = (path: string) => pages.find((page) => page.path === path)?.styles;
  expect(of("/$lang/countries/$iso3")).toEqual(["open"]);
  expect(of("/$lang/sign-in")).toEqual(["open"]);
  expect(of("/$lang/reports/$submissionId")).toEqual(["form"]);
  expect(of("/$lang/reports/$submissionId/review")).toEqual(styleFiles);
});

test("what the form reads first is named in its document by the addresses of the interface", async () => {
  const paths = (await listPages()).map(({ path }) => path);
  expect(Object.keys(early).filter((path) => !paths.includes(path))).toEqual([]);
  const reads = [getSession, getSubmission, listCountries, getWorkingCatalogue].map(({ path }) =>
    path.replaceAll(/:(\w+)/g, "$$$1"),
  );
  expect(early["/$lang/reports/$submissionId"]?.reads).toEqual(reads.map((path) => `/api/v1${path}`));
});
