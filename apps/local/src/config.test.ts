import { expect, test } from "vitest";
import { readLocalConfig } from "./config.ts";

test("without settings a demonstration runs on this machine only", () => {
  expect(readLocalConfig({ PORT: "" }, [])).toEqual({
    port: 3000,
    host: "127.0.0.1",
    dataDir: "./data",
    databaseUrl: undefined,
    isDemo: true,
  });
});

test("--empty and DEMO=off both start without demonstration data", () => {
  expect(readLocalConfig({}, ["--empty"]).isDemo).toBe(false);
  expect(readLocalConfig({ DEMO: "off" }, []).isDemo).toBe(false);
});

test("every wrong setting is named at once", () => {
  expect(() => readLocalConfig({ PORT: "eighty", DATABASE_URL: "mysql://x/y" }, [])).toThrow(/PORT.*\n.*DATABASE_URL/s);
  expect(() => readLocalConfig({}, ["--emtpy"])).toThrow(/--empty/);
});

test("a demonstration with its known passwords is not opened to the network by mistake", () => {
  expect(() => readLocalConfig({ HOST: "0.0.0.0" }, [])).toThrow(/DEMO_HOST_OK/);
  expect(readLocalConfig({ HOST: "0.0.0.0", DEMO_HOST_OK: "1" }, []).host).toBe("0.0.0.0");
  expect(readLocalConfig({ HOST: "0.0.0.0" }, ["--empty"]).host).toBe("0.0.0.0");
});
