import { createJsonLog, startApi } from "@avances/api";
import { parseEnv } from "./api-env.ts";

const { databaseUrl, secret } = parseEnv();
const api = await startApi({
  config: {
    production: false,
    port: 0,
    databaseUrl,
    publicUrl: "http://127.0.0.1:3000",
    publicRatePerMinute: 0,
    checkReplies: true,
    sessionRatePerMinute: 0,
    writeRatePerMinute: 0,
    mailMode: "capture",
    mailFrom: "avances@secretariat.example",
    scheduler: false,
    webRoot: null,
    filesDir: "/nonexistent",
    secrets: { jwtKey: secret, ticketKey: secret, deviceKey: secret, passwordPepper: secret },
  },
  clock: { now: () => new Date() },
  log: createJsonLog((line) => void process.stderr.write(line)),
});
process.stdout.write(`${api.url}\n`);
process.once("SIGTERM", () => {
  api.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
