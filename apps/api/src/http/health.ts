import { schedulerPulse } from "@avances/domain/round";
import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";

export interface Health {
  /** From now on `/readyz` says that the instance is not ready, because it is stopping. */
  stopping(): void;
}

/**
 * `/livez`: the process answers. `/readyz`: it can serve (the database is reachable and has exactly the expected schema, and it is not stopping).
 * That also says whether what goes by itself is done (`scheduler`); an instance serves without, so it is ready all the same.
 */
export function healthRoutes(app: FastifyInstance, deps: Pick<Deps, "db" | "clock">): Health {
  let isStopping = false;
  app.get("/livez", { config: { policy: "public" } }, async (_request, reply) => {
    return reply.header("cache-control", "no-store").send({ status: "alive" });
  });
  app.get("/readyz", { config: { policy: "public" } }, async (_request, reply) => {
    reply.header("cache-control", "no-store");
    const found = isStopping ? { state: "stopping" as const } : await deps.db.ready();
    if (found.state !== "ready") return reply.code(503).header("retry-after", "2").send({ status: found.state });
    const { state, lastAt } = schedulerPulse(found.beats, deps.clock.now());
    return reply.send({ status: "ready", scheduler: state, schedulerLastAt: lastAt?.toISOString() ?? null });
  });
  return {
    stopping: () => {
      isStopping = true;
    },
  };
}
