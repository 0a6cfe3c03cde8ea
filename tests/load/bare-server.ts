// The servers that the portal is compared with: the least a server could do, each in its own process. `bare-server.ts <kind> <port>`.
import { randomBytes } from "node:crypto";
import Fastify, { type FastifyInstance } from "fastify";
import pg from "pg";

const [kind = "", port = ""] = process.argv.slice(2);
const { BARE_DATABASE_URL, BARE_BYTES } = process.env;

const kinds: Readonly<Record<string, (app: FastifyInstance) => void | Promise<void>>> = { hello, bytes, rows, save };

/** A constant as JSON. */
function hello(app: FastifyInstance): void {
  app.get("/", async () => ({ hello: "world" }));
}

/** As many bytes as requested, made beforehand. */
function bytes(app: FastifyInstance): void {
  const body = randomBytes(Number(BARE_BYTES));
  app.get("/", async (_request, reply) =>
    reply.header("content-encoding", "br").type("application/json; charset=utf-8").send(body),
  );
}

/** The rows of one indicator, read for each request. */
function rows(app: FastifyInstance): void {
  const pool = new pg.Pool({ connectionString: BARE_DATABASE_URL, max: 10 });
  app.get("/ready", async () => (await pool.query("select 1")).rows);
  app.get("/", async () => {
    const found = await pool.query({
      name: "rows",
      text: `select country, round_year as "roundYear", reference_year as "referenceYear", state, value
        from bare_row where indicator = $1 order by country, round_year`,
      values: ["indicator"],
    });
    return { rows: found.rows };
  });
}

/** Imports Drizzle only here, so that the start of the other kinds is measured without it. */
async function save(app: FastifyInstance): Promise<void> {
  const { bareSave } = await import("./bare-save.ts");
  bareSave(app, BARE_DATABASE_URL);
}

const app = Fastify();
await kinds[kind]?.(app);
if (!app.hasRoute({ method: "GET", url: "/ready" })) app.get("/ready", async () => "ready");
await app.listen({ host: "127.0.0.1", port: Number(port) });
