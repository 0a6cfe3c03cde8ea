import { expect, test } from "vitest";
import { readLocalConfig } from "./config.ts";

test("without settings a demonstration runs on this machine only", () => {
  expect(readLocalConfig([], { PORT: "" })).toMatchObject({
    port: 3000,
    host: "localhost",
    dataDir: "./data",
    databaseUrl: undefined,
    publicUrl: "http://localhost:3000",
    mailMode: "capture",
    hasScheduler: true,
    clockStart: undefined,
    isDemo: true,
  });
});

test("--empty and DEMO=off both start without demonstration data", () => {
  expect(readLocalConfig(["--empty"], {}).isDemo).toBe(false);
  expect(readLocalConfig([], { DEMO: "off" }).isDemo).toBe(false);
});

test("every wrong setting is named at once", () => {
  expect(() => readLocalConfig([], { PORT: "eighty", DATABASE_URL: "mysql://x/y" })).toThrow(/PORT.*\n.*DATABASE_URL/s);
  expect(() => readLocalConfig(["--emtpy"], {})).toThrow(/--empty/);
});

test("mail is sent only when there is a server to send it by", () => {
  expect(() => readLocalConfig([], { MAIL_MODE: "live" })).toThrow(/SMTP_URL/);
});

test("an instance can begin at a given instant", () => {
  expect(readLocalConfig([], { AVANCES_CLOCK: "2027-05-02T09:00:00Z" }).clockStart).toEqual(
    new Date("2027-05-02T09:00:00Z"),
  );
  expect(() => readLocalConfig([], { AVANCES_CLOCK: "2 May" })).toThrow(/AVANCES_CLOCK/);
});

test("a demonstration with its known passwords is not opened to the network by mistake", () => {
  expect(() => readLocalConfig([], { HOST: "0.0.0.0" })).toThrow(/DEMO_HOST_OK/);
  expect(readLocalConfig([], { HOST: "0.0.0.0", DEMO_HOST_OK: "1" }).host).toBe("0.0.0.0");
  expect(readLocalConfig(["--empty"], { HOST: "0.0.0.0" }).host).toBe("0.0.0.0");
});
