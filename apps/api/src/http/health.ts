import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";

export interface Health {
  /** From now on `/readyz` says that the instance is not ready, because it is stopping. */
  stopping(): void;
}

/** `/livez`: the process answers. `/readyz`: it can serve (the database is reachable and has exactly the expected schema, and it is not stopping). */
export function healthRoutes(app: FastifyInstance, deps: Pick<Deps, "db">): Health {
  let isStopping = false;
  app.get("/livez", { config: { policy: "public" } }, async (_request, reply) => {
    return reply.header("cache-control", "no-store").send({ status: "alive" });
  });
  app.get("/readyz", { config: { policy: "public" } }, async (_request, reply) => {
    const state = isStopping ? "stopping" : (await deps.db.ready()).state;
    reply.header("cache-control", "no-store");
    if (state !== "ready") reply.code(503).header("retry-after", "2");
    return reply.send({ status: state });
  });
  return {
    stopping: () => {
      isStopping = true;
    },
  };
}
