import { expect, onTestFinished, test } from "vitest";
import { startTestApi } from "#testing/start-test-api.ts";

const url = "/livez";
const through = { "x-forwarded-for": "203.0.113.9" };

test("a proxy missing from the settings is logged once; a named one, or none, never", async () => {
  const [bare, named] = await Promise.all([
    startTestApi(),
    startTestApi({ config: { trustedProxies: ["127.0.0.1"] } }),
  ]);
  onTestFinished(async () => {
    await bare.close();
    await named.close();
  });
  const said = (lines: readonly string[]) => lines.filter((line) => line.includes("TRUSTED_PROXIES"));
  await bare.app.inject({ url });
  expect(said(bare.logLines)).toEqual([]);
  for (const headers of [through, through, { forwarded: "for=203.0.113.9" }]) {
    await bare.app.inject({ url, headers });
    await named.app.inject({ url, headers });
  }
  expect(said(bare.logLines)).toEqual([expect.stringContaining("all readers count as one")]);
  expect(bare.logLines.join("")).not.toContain("203.0.113.9");
  expect(said(named.logLines)).toEqual([]);
});
