// The servers that the portal is compared with: the least a server could do, each in its own process. `bare-server.ts <kind> <port>`.
import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import Fastify, { type FastifyInstance } from "fastify";
import pg from "pg";
import { bareAct, bareAnswer } from "./bare-tables.ts";

const [kind = "", port = ""] = process.argv.slice(2);
const { BARE_DATABASE_URL, BARE_BYTES } = process.env;

const kinds: Readonly<Record<string, (app: FastifyInstance) => void>> = { hello, bytes, rows, save };

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

/** One answer and one row of an audit trail in a transaction: no session, no rights, no lock, no rules. */
function save(app: FastifyInstance): void {
  const db = drizzle(new pg.Pool({ connectionString: BARE_DATABASE_URL, max: 10 }));
  app.put<{ Params: { id: string; code: string }; Body: { state: string; value: unknown } }>(
    "/:id/:code",
    async ({ params: { id, code }, body: { state, value } }) => {
      await db.transaction(async (tx) => {
        await tx
          .insert(bareAnswer)
          .values({ submissionId: id, indicatorCode: code, state, value, revision: 1, updatedAt: new Date() })
          .onConflictDoUpdate({
            target: [bareAnswer.submissionId, bareAnswer.indicatorCode],
            set: { state, value, revision: sql`${bareAnswer.revision} + 1`, updatedAt: new Date() },
          });
        await tx.insert(bareAct).values({ at: new Date(), actor: "somebody", action: "answer.saved", object: id });
      });
      return { saved: true };
    },
  );
}

const app = Fastify();
kinds[kind]?.(app);
if (!app.hasRoute({ method: "GET", url: "/ready" })) app.get("/ready", async () => "ready");
await app.listen({ host: "127.0.0.1", port: Number(port) });
