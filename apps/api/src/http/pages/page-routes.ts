import { features } from "@avances/contracts";
import type { FastifyInstance } from "fastify";
import { type Premade, premakePlain } from "../premade.ts";
import { premadeMethods, sendPremade } from "../send-premade.ts";
import type { Page } from "./page-list.ts";
import { robotsTxt } from "./robots.ts";

interface PagesNeed {
  readonly publicUrl: string;
  readonly pages: readonly Page[];
  readonly sitemap: () => Promise<Premade>;
}

/** `/robots.txt` and `/sitemap.xml`: what search engines may read, and where it is. */
export function pageRoutes(app: FastifyInstance, { publicUrl, pages, sitemap }: PagesNeed): void {
  const contracts = features.flatMap((feature) => feature.contracts);
  const robots = premakePlain(robotsTxt(pages, contracts, publicUrl), "text/plain; charset=utf-8");
  const files = { "/robots.txt": async () => robots, "/sitemap.xml": sitemap };
  for (const [url, made] of Object.entries(files)) {
    app.route({
      method: premadeMethods,
      url,
      config: { policy: "public" },
      handler: async (request, reply) =>
        sendPremade(request, reply, await made(), "public, max-age=0, must-revalidate"),
    });
  }
}
