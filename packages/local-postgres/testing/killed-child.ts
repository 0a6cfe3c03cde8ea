import { Client } from "pg";
import { lockDataFolder, startLocalPostgres } from "../src/index.ts";

// A separate process for the tests: locks and starts like the program, commits a row, and waits to be killed.
const dataDir = process.argv[2] ?? "";
lockDataFolder(dataDir);
const server = await startLocalPostgres({ dataDir, log: () => undefined });
const client = new Client({ connectionString: server.adminUrl });
client.on("error", () => undefined);
await client.connect();
await client.query("create table if not exists kept (at timestamptz default now())");
await client.query("insert into kept default values");
process.stdout.write("committed\n");
setInterval(() => undefined, 60_000);
