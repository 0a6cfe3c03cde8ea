import { allContracts, type Contract } from "@avances/contracts";
import { type Actor, type ActorRole, roles, rolesFor } from "@avances/domain/access";
import { DomainError } from "@avances/domain/domain-error";
import type { FastifyInstance } from "fastify";
import { expect, test } from "vitest";
import type { Deps } from "./deps.ts";
import { activitiesRoutes } from "./features/activities/activities.routes.ts";
import { asksRoutes } from "./features/asks/asks.routes.ts";
import { bodiesRoutes } from "./features/bodies/bodies.routes.ts";
import { commitmentsRoutes } from "./features/commitments/commitments.routes.ts";
import { filesRoutes } from "./features/files/files.routes.ts";
import { guidelinesRoutes } from "./features/guidelines/guidelines.routes.ts";
import { lettersRoutes } from "./features/letters/letters.routes.ts";
import { libraryRoutes } from "./features/library/library.routes.ts";
import { liveRoutes } from "./features/live/live.routes.ts";
import type { LiveHub } from "./features/live/live-hub.ts";
import { meetingsRoutes } from "./features/meetings/meetings.routes.ts";
import { reportsRoutes } from "./features/meetings/report/reports.routes.ts";
import { narrativesRoutes } from "./features/narratives/narratives.routes.ts";
import { noticesRoutes } from "./features/notices/notices.routes.ts";
import { ownRoutes } from "./features/own/own.routes.ts";
import { peopleRoutes } from "./features/people/people.routes.ts";
import { publishedRoutes } from "./features/published/published.routes.ts";
import { referenceRoutes } from "./features/reference/reference.routes.ts";
import { reviewsRoutes } from "./features/reviews/reviews.routes.ts";
import { roundsRoutes } from "./features/rounds/rounds.routes.ts";
import { sessionsRoutes } from "./features/sessions/sessions.routes.ts";
import type { PublicDeps } from "./features/shared/act-in-public.ts";
import { ministriesRoutes } from "./features/submissions/ministries/ministries.routes.ts";
import { submissionsRoutes } from "./features/submissions/submissions.routes.ts";
import { templatesRoutes } from "./features/templates/templates.routes.ts";
import { voicesRoutes } from "./features/voices/voices.routes.ts";
import type { ExchangeMount } from "./http/mount-contract.ts";
import type { PremadeMount } from "./http/mount-premade.ts";
import type { StreamMount } from "./http/mount-stream.ts";
import type { UploadMount } from "./http/mount-upload.ts";

/**
 * `allow` is the first line of every use case. Programs call use cases without a route and its guard, so each is called here like that, by
 * everybody who may not: it must refuse before it uses anything it was given, even the clock.
 */
interface Operation {
  readonly contract: Contract;
  readonly call: (actor: Actor | null) => Promise<unknown>;
}

let used: string[] = [];

/** Stands for anything a use case may be given, including nested values. Calling it is recorded. */
function anything(name: string): never {
  return new Proxy(() => undefined, {
    get: (_, part) => (typeof part === "symbol" || part === "then" ? undefined : anything(`${name}.${part}`)),
    apply: () => {
      used.push(name);
      return anything(`${name}()`);
    },
  }) as never;
}

const deps = Object.fromEntries(
  ["db", "clock", "catalogues", "reference", "config", "log", "newId", "files", "renewEdition", "live"].map((name) => [
    name,
    anything(name),
  ]),
) as unknown as Deps & PublicDeps & { readonly live: LiveHub };

function everyOperation(): readonly Operation[] {
  const operations: Operation[] = [];
  const mount: ExchangeMount = (contract, handler) => {
    const call = async (actor: Actor | null) =>
      handler(
        {
          actor: actor as Actor,
          params: {},
          query: {},
          body: {},
          revision: 1,
          idempotency: { operation: contract.operationId, key: "as-often-as-needed", bodyHash: "" },
        } as unknown as Parameters<typeof handler>[0],
        { request: anything("request"), reply: anything("reply") },
      );
    operations.push({ contract, call });
  };
  const mountStream: StreamMount = (contract, handler) => {
    const call = async (actor: Actor | null) =>
      handler({ actor: actor as Actor, params: {}, query: {}, body: {} } as unknown as Parameters<typeof handler>[0]);
    operations.push({ contract, call });
  };
  const mountUpload: UploadMount = (contract, handler) => {
    const call = async (actor: Actor | null) =>
      handler({ actor: actor as Actor, params: {} } as unknown as Parameters<typeof handler>[0], anything("arriving"));
    operations.push({ contract, call });
  };
  const mountPremade: PremadeMount = (contract) => void operations.push({ contract, call: async () => undefined });
  const app = anything("app") as FastifyInstance;
  referenceRoutes(mount, mountPremade, deps);
  sessionsRoutes(mount, deps, anything("tokens"));
  peopleRoutes(mount, deps);
  roundsRoutes(mount, deps);
  submissionsRoutes(mount, deps);
  ministriesRoutes(mount, deps);
  liveRoutes(mount, mountStream, deps);
  reviewsRoutes(mount, deps);
  noticesRoutes(mount, deps);
  asksRoutes(mount, deps);
  templatesRoutes(mount, deps);
  lettersRoutes(mount, deps);
  filesRoutes(mount, mountUpload, deps);
  meetingsRoutes(mount, deps);
  reportsRoutes(mount, { ...deps, published: () => anything("release") as never });
  libraryRoutes(mount, deps);
  bodiesRoutes(mount, deps);
  narrativesRoutes(mount, deps);
  guidelinesRoutes(mount, deps);
  voicesRoutes(mount, deps);
  activitiesRoutes(mount, deps);
  commitmentsRoutes(mount, deps);
  ownRoutes(app, mount, deps);
  publishedRoutes(mount, mountPremade, deps, anything("release"));
  return operations;
}

function actorOf(role: ActorRole): Actor | null {
  if (role === "public") return null;
  return {
    userId: "u",
    role,
    country: "CRI",
    organisation: null,
    assignedIndicators: [],
    sessionId: "s",
    displayName: role,
  };
}

test("every operation is walked", () => {
  const walked = everyOperation().map(({ contract }) => contract.operationId);
  expect(walked.sort()).toEqual(allContracts.map(({ operationId }) => operationId).sort());
});

test("every use case refuses who may not, before it has used anything", async () => {
  const wrong: string[] = [];
  let calls = 0;
  for (const { contract, call } of everyOperation()) {
    const may = rolesFor(contract.action);
    for (const role of (["public", ...roles] as const).filter((each) => !may.includes(each))) {
      used = [];
      calls += 1;
      const outcome = await call(actorOf(role)).then(
        () => "done",
        (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
      );
      if (outcome !== "not-allowed" || used.length > 0)
        wrong.push(`${contract.operationId} as ${role}: ${outcome}, after ${used.join(", ") || "nothing"}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(calls).toBeGreaterThan(250);
});
