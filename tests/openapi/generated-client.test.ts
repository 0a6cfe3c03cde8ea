import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { addAccount, goodPassword } from "@avances/api/testing/add-account";
import { fetchAsDescribed } from "@avances/api/testing/as-described";
import { aRound } from "@avances/api/testing/reporting-round";
import { startTestApi, type TestApi } from "@avances/api/testing/start-test-api";
import openapiTypescript, { astToString } from "openapi-typescript";
import { afterAll, beforeAll, expect, test } from "vitest";

/** The program of a ministry, written with the client that a common generator makes from the API description. */
const program = (file: string) => fileURLToPath(new URL(`./program/${file}`, import.meta.url));
// The compiler of the workspace; the generator brings an older one.
const compiler = join(fileURLToPath(new URL("../../node_modules", import.meta.url)), ".bin", "tsc");
let api: TestApi;
let url: string;

beforeAll(async () => {
  api = await startTestApi();
  await aRound(api, 2027, ["CRI"]);
  await addAccount(api, { role: "focal_point", country: "CRI", email: "program@mp.example.org" });
  url = await api.app.listen({ port: 0, host: "127.0.0.1" });
  const document = await (await fetch(`${url}/openapi.json`)).text();
  await writeFile(program("portal.gen.ts"), astToString(await openapiTypescript(document)));
});
afterAll(() => api?.close());

test("the compiler takes the right calls and refuses the wrong ones", { timeout: 300_000 }, async () => {
  const check = promisify(execFile)(compiler, ["-p", program("tsconfig.json")]);
  await expect(check.catch(({ stdout }: { stdout: string }) => stdout)).resolves.toMatchObject({ stdout: "" });
});

test("the program signs in, saves an answer, is refused an older state with the present one, and reads an indicator", async () => {
  const { reportOneAnswer } = (await import(program("ministry.ts"))) as {
    reportOneAnswer(access: object, indicatorCode: string): Promise<object>;
  };
  const person = { email: "program@mp.example.org", password: goodPassword };
  const access = { url, origin: api.deps.config.publicUrl, ...person, fetch: fetchAsDescribed };
  const [indicator] = api.deps.catalogues.current.indicators;
  expect(await reportOneAnswer(access, "TIP-LEG-01")).toEqual({
    role: "focal_point",
    asked: { kind: indicator?.valueType, levels: indicator?.levels?.map(({ points }) => points) },
    saved: 1,
    late: { status: 412, current: "The register is being set up" },
    again: { revision: 2, tag: '"v2"' },
    indicator: { name: indicator?.name.es, countries: api.deps.reference.countries.length },
  });
});
