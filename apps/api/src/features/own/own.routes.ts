import * as contracts from "@avances/contracts";
import { DomainError } from "@avances/domain/domain-error";
import type { FastifyInstance } from "fastify";
import type { Deps } from "#deps.ts";
import type { Mount } from "#http/handler.ts";
import { addressKey, createRateLimit } from "#http/rate-limit.ts";
import { namesTag, tagOf } from "#http/tags.ts";
import { readFeed } from "./calendar-feed.ts";
import { getOwnNetwork } from "./own-network.ts";
import { chooseDigest, endCalendar, makeCalendar, ownSettings } from "./own-settings.ts";

/** Calendar programs ask a few times a day; this many times a minute from one address is no calendar program. */
const feedsPerMinute = 30;

/** What a person chooses for the own account, what waits there, and the calendar of due dates that the person's program fetches without a session. */
export function ownRoutes(app: FastifyInstance, mount: Mount, deps: Deps): void {
  mount(contracts.getOwnSettings, ({ actor }) => ownSettings(deps, actor));
  mount(contracts.chooseDigest, ({ actor, body }) => chooseDigest(deps, actor, body.wanted));
  mount(contracts.makeCalendar, ({ actor }) => makeCalendar(deps, actor));
  mount(contracts.endCalendar, ({ actor }) => endCalendar(deps, actor));
  mount(contracts.getOwnNetwork, ({ actor }) => getOwnNetwork(deps, actor));

  const readers = createRateLimit(feedsPerMinute);
  app.route<{ Params: { file: string } }>({
    method: ["GET", "HEAD"],
    url: "/calendar/:file",
    config: { policy: "public" },
    onRequest: (request, _reply, done) => {
      readers.take(addressKey(request.ip));
      done();
    },
    // Whatever is wrong with the address, it is one that does not exist.
    handler: async (request, reply) => {
      const [, token = ""] = /^(.+)\.ics$/.exec(request.params.file) ?? [];
      const calendar = await readFeed(deps, token);
      if (calendar === null) throw new DomainError("not-found");
      const bytes = Buffer.from(calendar);
      const etag = tagOf(bytes);
      // For one person: kept by that person's program alone, which asks each time whether it has changed.
      reply.headers({ etag, "cache-control": "private, no-cache" });
      if (namesTag(request.headers["if-none-match"], etag)) return reply.code(304).send();
      return reply
        .type("text/calendar; charset=utf-8")
        .header("content-disposition", 'inline; filename="avances.ics"')
        .send(bytes);
    },
  });
}
