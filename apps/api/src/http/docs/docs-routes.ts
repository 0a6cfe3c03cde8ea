import { readFileSync } from "node:fs";
import { languages } from "@avances/domain/catalogue";
import type { FastifyInstance } from "fastify";
import type { ApiConfig } from "../../config.ts";
import { openApiDocument } from "../openapi/document.ts";
import { type Premade, premakePlain } from "../premade.ts";
import { allowPage } from "../security.ts";
import { premadeMethods, sendPremade } from "../send-premade.ts";
import { docsAddress, docsPage } from "./page.ts";

const html = "text/html; charset=utf-8";

/** `/openapi.json` and a page of it for people, in each language. Made on first request, because most instances are never asked. */
export function docsRoutes(app: FastifyInstance, { publicUrl }: Pick<ApiConfig, "publicUrl">): void {
  const document = once(() => openApiDocument(publicUrl));
  const files: Readonly<Record<string, () => Premade>> = {
    "/openapi.json": once(() => premakePlain(JSON.stringify(document()))),
    ...Object.fromEntries(
      languages.map((language) => [
        docsAddress(language),
        once(() => premakePlain(docsPage(document(), language), html)),
      ]),
    ),
    "/docs/docs.css": once(() =>
      premakePlain(readFileSync(new URL("./docs.css", import.meta.url)), "text/css; charset=utf-8"),
    ),
  };
  for (const [url, made] of Object.entries(files)) {
    app.route({
      method: premadeMethods,
      url,
      config: { policy: "public" },
      handler: async (request, reply) => {
        const premade = made();
        if (premade.contentType === html) allowPage(reply);
        return sendPremade(request, reply, premade, "public, max-age=0, must-revalidate");
      },
    });
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
