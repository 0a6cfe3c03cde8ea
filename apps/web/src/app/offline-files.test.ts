import { fileURLToPath } from "node:url";
import { runInNewContext } from "node:vm";
import { build, type Rolldown } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";

// Builds the application and looks at the service worker as the build writes it.

interface Listed {
  readonly release: string;
  readonly entry: string;
  readonly files: readonly string[];
  readonly languages: readonly string[];
}

const web = fileURLToPath(new URL("../../", import.meta.url));
let output: Rolldown.RolldownOutput["output"];
let source = "";
let listed: Listed;

beforeAll(async () => {
  // See `first-page.test.ts`.
  await import("./routes.ts");
  vi.stubEnv("NODE_ENV", "production");
  output = ((await build({ root: web, logLevel: "silent", build: { write: false } })) as Rolldown.RolldownOutput)
    .output;
  source = textOf("worker.js");
  listed = JSON.parse(/^const listed = (.*);$/m.exec(source)?.[1] ?? "");
}, 120_000);
afterAll(() => {
  vi.unstubAllEnvs();
});

function textOf(name: string): string {
  const file = output.find(({ fileName }) => fileName === name);
  return file?.type === "asset" ? String(file.source) : "";
}

test("it lists all that home, form and check load, at once or later, and no other page", () => {
  const chunks = output.filter((file) => file.type === "chunk");
  const here = chunks.filter(({ fileName }) => listed.files.includes(`/${fileName}`));
  const pages = here.flatMap(({ facadeModuleId }) => /\/([\w-]+-page)\.tsx$/.exec(facadeModuleId ?? "")?.[1] ?? []);
  expect(pages.sort()).toEqual(["check-page", "form-page", "home-page"]);
  const missing = here.flatMap(({ imports }) => imports).filter((name) => !listed.files.includes(`/${name}`));
  expect(missing).toEqual([]);
  // The frame also knows all other pages; what these pages themselves load later is there.
  const later = here.filter(({ isEntry }) => !isEntry).flatMap(({ dynamicImports }) => dynamicImports);
  expect(later.length).toBeGreaterThan(2);
  expect(later.filter((name) => !listed.files.includes(`/${name}`))).toEqual([]);
  expect(listed.files.filter((path) => /\.css$/.test(path))).toHaveLength(4);
  expect(listed.files.filter((path) => /\.woff2$/.test(path))).toHaveLength(2);
  expect(listed.files.filter((path) => !path.startsWith("/assets/"))).toEqual(["/favicon.svg", "/first-paint.js"]);
  expect(listed.files).toContain(listed.entry);
  expect(listed.languages).toEqual(["en", "es"]);
});

/** A browser with the worker in it. `portal`: what the portal answers; null = it cannot be reached. */
function browserWith(portal: (path: string) => { status: number; body: string } | null) {
  const stores = new Map<string, Map<string, Response>>();
  const asked: string[] = [];
  const pathOf = (request: Request | string) =>
    new URL(typeof request === "string" ? request : request.url, "https://avances.example.org").pathname;
  const open = async (name: string) => {
    const store = stores.get(name) ?? new Map<string, Response>();
    stores.set(name, store);
    return {
      match: async (path: string) => store.get(path)?.clone(),
      put: async (path: string, reply: Response) => void store.set(path, reply),
    };
  };
  const listeners = new Map<string, (event: object) => void>();
  const told = { skipped: 0, claimed: 0 };
  const context = {
    self: {
      addEventListener: (name: string, act: (event: object) => void) => listeners.set(name, act),
      skipWaiting: async () => {
        told.skipped += 1;
      },
      clients: {
        claim: async () => {
          told.claimed += 1;
        },
      },
      registration: { navigationPreload: { enable: async () => undefined, disable: async () => undefined } },
      location: { origin: "https://avances.example.org" },
    },
    caches: {
      open,
      keys: async () => [...stores.keys()],
      delete: async (name: string) => stores.delete(name),
      match: async (path: string) => {
        for (const name of stores.keys()) {
          const found = await (await open(name)).match(path);
          if (found !== undefined) return found;
        }
        return undefined;
      },
    },
    fetch: async (request: Request | string) => {
      const path = pathOf(request);
      asked.push(path);
      const reply = portal(path);
      if (reply === null) throw new TypeError("Failed to fetch");
      return new Response(reply.body, { status: reply.status });
    },
    URL,
    setTimeout,
    Date,
    Promise,
    Error,
  };
  /** Resolves with what the worker made of the event; undefined = it left it to the browser. */
  async function happens(name: string, event: object = {}): Promise<Response | undefined> {
    let work: Promise<unknown> = Promise.resolve();
    let reply: Promise<Response> | undefined;
    listeners.get(name)?.({
      ...event,
      waitUntil: (done: Promise<unknown>) => {
        work = done;
      },
      respondWith: (coming: Promise<Response>) => {
        reply = coming;
      },
    });
    await work;
    return reply;
  }
  return {
    stores,
    asked,
    told,
    run: (text: string) => runInNewContext(text, context),
    happens,
    gets: (path: string, mode = "cors", method = "GET") =>
      happens("fetch", { request: { url: `https://avances.example.org${path}`, mode, method } }),
  };
}
const sent = (path: string) => ({ status: 200, body: /^\/e[ns]\/home$/.test(path) ? `page of ${listed.entry}` : path });

test("it is installed with everything or not at all", async () => {
  const whole = browserWith(sent);
  whole.run(source);
  await whole.happens("install");
  expect(whole.told.skipped).toBe(1);
  const [[name, store] = ["", new Map()]] = whole.stores;
  expect(name).toBe(`avances-${listed.release}`);
  expect([...store.keys()].sort()).toEqual([...listed.files, "/en/home", "/es/home"].sort());

  const faults: Record<string, (path: string) => { status: number; body: string } | null> = {
    "a file is gone": (path) => (path === listed.files[5] ? { status: 404, body: "" } : sent(path)),
    "a file does not come": (path) => (path === listed.files[9] ? null : sent(path)),
    "the portal has another release by now": (path) =>
      path === "/es/home" ? { status: 200, body: "page of /assets/index-other.js" } : sent(path),
  };
  for (const [fault, portal] of Object.entries(faults)) {
    const broken = browserWith(portal);
    broken.run(source);
    await expect(broken.happens("install"), fault).rejects.toThrow();
    expect([fault, broken.told.skipped]).toEqual([fault, 0]);
    expect([fault, [...broken.stores.keys()]]).toEqual([fault, []]);
  }

  // The same worker for another scope: what the first has stays.
  let isThere = true;
  const second = browserWith((path) => (isThere ? sent(path) : null));
  second.run(source);
  await second.happens("install");
  isThere = false;
  await expect(second.happens("install")).rejects.toThrow();
  expect(second.stores.get(`avances-${listed.release}`)?.size).toBe(listed.files.length + listed.languages.length);
});

test("with the portal in reach every page is the portal's; without, the document of this release; what is not its own it leaves alone", async () => {
  let isThere = true;
  let status = 200;
  const browser = browserWith((path) => (isThere ? { ...sent(path), status } : null));
  browser.run(source);
  await browser.happens("install");
  await browser.happens("activate");
  const page = async () => (await browser.gets("/es/reports/1", "navigate"))?.text();
  expect(await page()).toBe("/es/reports/1");
  for (const code of [502, 503, 504]) {
    status = code;
    expect([code, await page()]).toEqual([code, `page of ${listed.entry}`]);
  }
  // A refusal of the portal is an answer.
  status = 404;
  expect(await page()).toBe("/es/reports/1");
  isThere = false;
  expect(await page()).toBe(`page of ${listed.entry}`);
  expect(await (await browser.gets("/first-paint.js"))?.text()).toBe("/first-paint.js");
  expect(await (await browser.gets(listed.entry))?.text()).toBe(listed.entry);
  // The interface, other methods, files of other pages.
  expect(await browser.gets("/api/v1/session")).toBeUndefined();
  expect(await browser.gets("/api/v1/public/data.csv")).toBeUndefined();
  expect(await browser.gets(listed.entry, "cors", "POST")).toBeUndefined();
  await expect(browser.gets("/assets/region-page-x.js")).rejects.toThrow();
  expect(browser.asked.filter((path) => path.startsWith("/api/"))).toEqual([]);
  expect(
    [...browser.stores.values()].flatMap((store) => [...store.keys()]).filter((path) => /api|reports/.test(path)),
  ).toEqual([]);
});

test("files of the release before stay for pages that are open, and of those before that none; the one that withdraws it leaves nothing", async () => {
  const browser = browserWith(sent);
  const whole = () => new Map([["/es/home", new Response("page")]]);
  for (const name of ["avances-1", "avances-2", "of-another"]) browser.stores.set(name, whole());
  // Its installation was ended before it had everything.
  browser.stores.set("avances-3", new Map([["/assets/core-x.js", new Response("")]]));
  browser.run(source);
  await browser.happens("install");
  await browser.happens("activate");
  expect([...browser.stores.keys()]).toEqual(["avances-2", "of-another", `avances-${listed.release}`]);
  expect(browser.told.claimed).toBe(1);

  browser.run(textOf(".withdrawn.js"));
  await browser.happens("install");
  await browser.happens("activate");
  expect([...browser.stores.keys()]).toEqual(["of-another"]);
});
