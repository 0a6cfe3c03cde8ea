import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

// Builds the application and looks at the scripts that a browser loads for the region's page, and for the form of a report.

const web = fileURLToPath(new URL("../../", import.meta.url));
const packages = fileURLToPath(new URL("../../../../packages/", import.meta.url));

interface Module {
  /** `src/ui/field.tsx` in the web application, `charts/src/place/box.ts` in a package, else from `node_modules` on. */
  readonly name: string;
  readonly code: string;
  /** Every name it exports: a constant may have been written where it is used. */
  readonly exports: readonly string[];
}

const otherPublicPages = [
  "features/region/index-page.tsx",
  "features/indicators/indicators-page.tsx",
  "features/indicators/indicator-page.tsx",
  "features/countries/countries-page.tsx",
  "features/countries/country-page.tsx",
  "features/articles/articles-page.tsx",
  "features/articles/article-page.tsx",
  "features/documents/documents-page.tsx",
  "features/about/about-page.tsx",
];

let chunks: readonly Rolldown.OutputChunk[] = [];
/** Of every other public page. */
let publicPages: ReadonlyMap<string, readonly Rolldown.OutputChunk[]> = new Map();
/** Of the form, with the frame around it of people who signed in. */
let formChunks: readonly Rolldown.OutputChunk[] = [];
let modules: readonly Module[] = [];
let formModules: readonly Module[] = [];
let signInChunks: readonly Rolldown.OutputChunk[] = [];
let assets: readonly Rolldown.OutputAsset[] = [];

beforeAll(async () => {
  // The build loads the routes too (`page-list.ts`), and with them React, which looks once at what is stubbed below: without this, test
  // files that run later in this process would get half of React as it is in production.
  await import("./routes.ts");
  // Otherwise React comes as it is for developers.
  vi.stubEnv("NODE_ENV", "production");
  let sourceOf = (_id: string): Pick<Module, "code" | "exports"> => ({ code: "", exports: [] });
  const listen: Rolldown.Plugin = {
    name: "listen",
    generateBundle() {
      sourceOf = (id) => {
        const info = this.getModuleInfo(id);
        return { code: info?.code ?? "", exports: info?.exports ?? [] };
      };
    },
  };
  const built = await build({ root: web, logLevel: "silent", build: { write: false }, plugins: [listen] });
  const all = (built as Rolldown.RolldownOutput).output.filter((file) => file.type === "chunk");
  assets = (built as Rolldown.RolldownOutput).output.filter((file) => file.type === "asset");
  chunks = firstOf(all, ["features/region/region-page.tsx"]);
  publicPages = new Map(otherPublicPages.map((page) => [page, firstOf(all, [page])]));
  formChunks = firstOf(all, ["app/signed-in.tsx", "features/report/form/form-page.tsx"]);
  signInChunks = firstOf(all, ["features/sign-in/sign-in-page.tsx"]);
  const modulesOf = (loaded: readonly Rolldown.OutputChunk[]) =>
    loaded.flatMap((chunk) =>
      Object.entries(chunk.modules)
        .filter(([, { renderedLength }]) => renderedLength > 0)
        .map(([id]) => ({ name: nameOf(id), ...sourceOf(id) })),
    );
  modules = modulesOf(chunks);
  formModules = modulesOf(formChunks);
}, 120_000);
afterAll(() => {
  vi.unstubAllEnvs();
});

/** The entry and these modules, with all that they import without being asked. */
function firstOf(all: readonly Rolldown.OutputChunk[], starts: readonly string[]): readonly Rolldown.OutputChunk[] {
  const first = new Set<Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk) => {
    if (first.has(chunk)) return;
    first.add(chunk);
    for (const needed of all.filter(({ fileName }) => chunk.imports.includes(fileName))) add(needed);
  };
  for (const chunk of all)
    if (chunk.isEntry || starts.some((start) => chunk.facadeModuleId?.endsWith(`/${start}`))) add(chunk);
  return [...first];
}

function bytesOf(loaded: readonly Rolldown.OutputChunk[]): number {
  const scripts = [readFileSync(`${web}public/first-paint.js`, "utf8"), ...loaded.map(({ code }) => code)];
  return scripts.reduce((sum, script) => sum + compressed(script), 0);
}

const sizes = new Map<string, number>();

function compressed(script: string): number {
  const size = sizes.get(script) ?? brotliCompressSync(script).length;
  sizes.set(script, size);
  return size;
}

const nameOf = (id: string) =>
  id
    .replace(web, "")
    .replace(packages, "")
    .replace(/^.*\/node_modules\//, "node_modules/");

/** What of these chunks has code. */
const namesIn = (loaded: readonly Rolldown.OutputChunk[]) =>
  loaded.flatMap(({ modules: inside }) =>
    Object.entries(inside).flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [nameOf(id)] : [])),
  );

/** Does this source take something of that module: by a name, or the whole of it? */
function takesFrom({ code }: Module, { name, exports }: Module): boolean {
  const names = [...code.matchAll(/\bimport\s*{([^}]*)}\s*from/g)].flatMap(([, list = ""]) =>
    list.split(",").map((taken) => taken.trim().split(/\s+as\s+/)[0] ?? ""),
  );
  const wholes = [...code.matchAll(/\bimport\s*\*\s*as \w+ from "([^"]+)"/g)].map(([, path = ""]) => basename(path));
  return names.some((taken) => exports.includes(taken)) || wholes.includes(basename(name));
}

test("nothing of another feature, of people who signed in, of forms, of what judges answers, or of old browsers", () => {
  const others =
    /^src\/features\/(?!region\/)|^src\/app\/(signed-in\.|sign-|session-layer|kept-work|unsaved|added-to)|^src\/lib\/(signing-in|shelf|unsaved|use-|person-rights)|^src\/ui\/(field|dialog|act|problem|capture)|^contracts\/|^domain\/src\/(access|answer|suppression)\/|^node_modules\/(?!react\/|react-dom\/|scheduler\/|@tanstack\/|use-sync-external-store\/)/;
  const names = modules.map(({ name }) => name);
  expect(names).toContain("src/features/region/region-page.tsx");
  expect(names).toContain("src/app/app-shell.tsx");
  expect(names.filter((name) => others.test(name))).toEqual([]);
});

test("next to nothing rides along: of each module, something on the page takes something", () => {
  const page = ["src/main.tsx", "src/features/region/region-page.tsx"];
  const form = ["src/main.tsx", "src/app/signed-in.tsx", "src/features/report/form/form-page.tsx"];
  // What small modules share with other pages is put together in few files (`shared-chunk.ts`), so a line or two may come for those others.
  for (const [loaded, starts, most] of [
    [modules, page, 3_000],
    [formModules, form, 3_000],
  ] as const) {
    const own = loaded.filter(({ name }) => /\.tsx?$/.test(name) && !name.startsWith("node_modules/"));
    const unused = own.filter((one) => !starts.includes(one.name) && !own.some((other) => takesFrom(other, one)));
    expect(own.length).toBeGreaterThan(60);
    const lines = unused.map(({ name, code }) => [name, code.length] as const);
    expect([lines.reduce((sum, [, length]) => sum + length, 0) < most, lines]).toEqual([true, lines]);
  }
});

test("it stays within what docs/decisions/0003-texts.md allows", () => {
  expect(bytesOf(chunks)).toBeLessThan(130_000);
});

test("no public page loads the form of a report with its rules and its store of answers", () => {
  const ofForms =
    /^src\/features\/(report|home|review-desk|rounds|people|notices)\/|^src\/lib\/(shelf|vault|unsaved|signing-in|talk)|^domain\/src\/answer\/(?!counted-value)|^contracts\/|^node_modules\/(recharts|zod)\//;
  for (const [page, loaded] of publicPages) {
    const names = namesIn(loaded);
    expect(names, page).toContain(`src/${page}`);
    expect([page, names.filter((name) => ofForms.test(name))]).toEqual([page, []]);
    expect([page, bytesOf(loaded) < 160_000]).toEqual([page, true]);
  }
});

test("somebody who signs in loads the page for that without the form", () => {
  const names = namesIn(signInChunks);
  expect(names).toContain("src/features/sign-in/sign-in-page.tsx");
  expect(names.filter((name) => /^src\/features\/report\/|^domain\/src\/answer\//.test(name))).toEqual([]);
});

test("what is not on the first screen of the form comes after it, and the form stays within 200 kB in few files", () => {
  const names = namesIn(formChunks);
  const later =
    /^src\/features\/report\/(check|paper|receipt)\/|\/(clash-note|comment-thread|evidence-editor|comment-field|details-inside|confirm-many|nothing-to-report|paste-preview|colleagues|news-here|decisions|kept-notes|fault-words|read-only-note|nothing-asked|empty-state|standing-marks|data-table|value-state)\.tsx$|\/(?:fault|many|read-only|standing-marks|score|value-state-help|answer-promise)\.texts\.ts$|^src\/charts\/|^src\/values\/cells|\/follow-report\.ts$|^src\/app\/(session-layer|sign-|kept-notes|unsaved)|^domain\/src\/submission\/sending-faults|^domain\/src\/answer\/pasted-block|^src\/features\/(?!report\/)|^node_modules\/(?!react\/|react-dom\/|scheduler\/|@tanstack\/|use-sync-external-store\/)/;
  expect(names).toContain("src/features/report/form/open-answer.tsx");
  expect(names).toContain("src/app/signed-in.tsx");
  expect(names.filter((name) => later.test(name))).toEqual([]);
  // Over a slow line each file costs half a packet and its headers beside what it holds.
  expect(formChunks.length).toBeLessThanOrEqual(10);
  expect(bytesOf(formChunks)).toBeLessThan(179_000);
});

test("visitors load no styles of work, and the form none of public pages or of the Secretariat's desk", () => {
  const document = String(assets.find(({ fileName }) => fileName === "index.html")?.source);
  const links = [...document.matchAll(/<link rel="(styles|stylesheet)"[^>]*href="\/(assets\/(\w+)-[^"]+)"/g)];
  expect(links.map(([, rel, , name]) => `${rel} ${name}`)).toEqual([
    "stylesheet style",
    "styles open",
    "styles form",
    "styles work",
  ]);
  const [style = "", open = "", form = "", work = ""] = links.map(([, , path]) =>
    String(assets.find(({ fileName }) => fileName === path)?.source),
  );
  // A class is `_name_hash_line`: these stand in one style sheet each.
  const classOf = (sheet: string) => {
    const source = readFileSync(`${web}src/${sheet}`, "utf8");
    return new Set([...source.matchAll(/^\.([\w-]+)/gm)].map(([, name]) => `_${name}_`));
  };
  const holds = (text: string, sheet: string) => [...classOf(sheet)].filter((name) => text.includes(`.${name}`)).length;
  const isIn = (sheet: string) =>
    Object.entries({ style, open, form, work }).flatMap(([name, text]) =>
      holds(text, sheet) === classOf(sheet).size ? [name] : [],
    );
  expect(isIn("app/app-shell.module.css")).toEqual(["style"]);
  expect(isIn("features/region/heat.module.css")).toEqual(["open"]);
  expect(isIn("features/report/form/answer-line.module.css")).toEqual(["form"]);
  expect(isIn("features/review-desk/review-desk.module.css")).toEqual(["work"]);
  expect([compressed(style + open) < 17_000, compressed(style + form) < 15_500]).toEqual([true, true]);
});
