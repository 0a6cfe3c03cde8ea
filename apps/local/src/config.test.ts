import { parseSender, parseSmtpUrl } from "@avances/settings/mail";
import { judgeJunk } from "@avances/testing";
import { expect, test } from "vitest";
import { readLocalConfig } from "./config.ts";

test("without settings a demonstration runs on this machine only", () => {
  expect(readLocalConfig([], { PORT: "" })).toMatchObject({
    port: 3000,
    host: "localhost",
    dataDir: "./data",
    filesDir: "data/files",
    filesBucket: undefined,
    fileScanner: undefined,
    database: undefined,
    publicUrl: "http://localhost:3000",
    mailMode: "capture",
    hasScheduler: true,
    clockStart: undefined,
    demo: undefined,
    demoHostOk: true,
  });
});

test("--empty and DEMO=off both start without demonstration data", () => {
  expect(readLocalConfig(["--empty"], {}).demo).toBe("off");
  expect(readLocalConfig([], { DEMO: "off" }).demo).toBe("off");
  expect(readLocalConfig(["--empty"], { DEMO: "on" }).demo).toBe("off");
});

test("the first person is named by arguments or settings; an argument wins", () => {
  const ana = { address: "o'neill@example.org", displayName: "Ana Mora", language: "en" };
  expect(
    readLocalConfig(["--empty", "--first-person", "o'neill@example.org", "--name", "Ana Mora", "--language", "en"], {
      FIRST_PERSON: "eva@example.org",
    }).firstPerson,
  ).toEqual(ana);
  expect(readLocalConfig(["--empty"], { FIRST_PERSON: "eva@example.org" }).firstPerson).toEqual({
    address: "eva@example.org",
    displayName: "Secretaría Técnica",
    language: "es",
  });
  expect(readLocalConfig(["--empty"], {}).firstPerson).toBeNull();
  expect(() => readLocalConfig(["--empty", "--first-person", "ana"], {})).toThrow(/--first-person/);
  expect(() => readLocalConfig(["--empty"], { FIRST_PERSON: "a@b.example, c@d.example" })).toThrow(/FIRST_PERSON/);
});

test("every wrong setting is named at once", () => {
  expect(() => readLocalConfig([], { PORT: "eighty", DATABASE_URL: "mysql://x/y" })).toThrow(/PORT.*\n.*DATABASE_URL/s);
  expect(() => readLocalConfig(["--emtpy"], {})).toThrow(/--empty/);
});

test("owner and login of another server have a name each; DATABASE_URL alone is the owner, as it once was", () => {
  const [owner, login] = ["postgres://owner:word@db/avances", "postgres://login:word@db/avances"];
  expect(readLocalConfig([], { DATABASE_OWNER_URL: owner, DATABASE_URL: login }).database).toMatchObject({
    ownerUrl: owner,
    appUrl: login,
    rotateLogin: false,
  });
  expect(readLocalConfig(["--rotate-login"], { DATABASE_OWNER_URL: owner }).database).toMatchObject({
    ownerUrl: owner,
    appUrl: undefined,
    rotateLogin: true,
  });
  expect(readLocalConfig([], { DATABASE_URL: owner }).database).toMatchObject({ ownerUrl: owner, appUrl: undefined });
});

test("mail is sent only when there is a server to send it by", () => {
  expect(() => readLocalConfig([], { MAIL_MODE: "live" })).toThrow(/SMTP_URL/);
});

test("files are in the data folder, or where a setting says", () => {
  expect(readLocalConfig([], { AVANCES_DATA: "/srv/a b" }).filesDir).toBe("/srv/a b/files");
  expect(readLocalConfig([], { AVANCES_DATA: "/srv/a", FILES_DIR: "/mnt/files" }).filesDir).toBe("/mnt/files");
  const bucket = "https://id:se%2Fcret@s3.example.org/files/?region=eu-west-3";
  expect(readLocalConfig([], { FILES_BUCKET_URL: bucket }).filesBucket).toEqual({
    ...{ url: "https://s3.example.org/files", region: "eu-west-3", keyId: "id", secret: "se/cret" },
  });
  for (const wrong of [
    "s3.example.org",
    "https://s3.example.org/files",
    "https://id:a@b/c?prefix=d",
    "https://id:%zz@b/c",
  ])
    expect(() => readLocalConfig([], { FILES_BUCKET_URL: wrong })).toThrow("FILES_BUCKET_URL");
  expect(readLocalConfig([], { FILE_SCAN_URL: "clamd://10.0.0.7" }).fileScanner).toEqual({
    host: "10.0.0.7",
    port: 3310,
  });
});

test("an instance can begin at a given instant", () => {
  expect(readLocalConfig([], { AVANCES_CLOCK: "2027-05-02T09:00:00Z" }).clockStart).toEqual(
    new Date("2027-05-02T09:00:00Z"),
  );
  expect(() => readLocalConfig([], { AVANCES_CLOCK: "2 May" })).toThrow(/AVANCES_CLOCK/);
});

test("an instance that writes to people has no other clock than they have", () => {
  const live = { MAIL_MODE: "live", SMTP_URL: "smtp://mail.example.org:587" };
  expect(readLocalConfig([], live).clockStart).toBeUndefined();
  expect(() => readLocalConfig([], { ...live, AVANCES_CLOCK: "2025-03-01T09:00:00Z" })).toThrow(/AVANCES_CLOCK/);
});

test("junk in any setting is refused by name, or can be used", () => {
  const good = {
    DEMO: "off",
    PORT: "3000",
    HOST: "localhost",
    DATABASE_OWNER_URL: "postgres://owner:word@db:5432/avances",
    DATABASE_URL: "postgres://avances:word@db:5432/avances",
    PUBLIC_URL: "http://avances.example.org",
    TRUSTED_PROXIES: "10.0.0.5",
    MAIL_MODE: "capture",
    SMTP_URL: "smtp://user:word@mail.example.org:587",
    MAIL_FROM: '"Secretaría, Técnica" <st@example.org>',
    AVANCES_CLOCK: "2027-05-02T09:00:00Z",
    FIRST_PERSON: "ana@example.org",
    FIRST_PERSON_NAME: "Ana Mora",
    FIRST_PERSON_LANGUAGE: "es",
  };
  judgeJunk(
    (env) => readLocalConfig(["--empty"], env),
    good,
    (config) => {
      parseSender(config.mailFrom);
      if (config.smtpUrl) parseSmtpUrl(config.smtpUrl);
      expect(new URL(config.publicUrl).origin).toBe(config.publicUrl);
      if (config.database) decodeURIComponent(new URL(config.database.ownerUrl).username);
    },
  );
});
