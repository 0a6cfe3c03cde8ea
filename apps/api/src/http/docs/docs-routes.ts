import { readFileSync } from "node:fs";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ApiConfig } from "../../config.ts";
import { openApiDocument } from "../openapi/document.ts";
import { type Premade, premake, sendPremade } from "../premade.ts";
import { allowPage } from "../security.ts";
import { docsPage } from "./page.ts";

const html = "text/html; charset=utf-8";

/** `/openapi.json` and a page of it for people, in each language. Made when first asked for: most instances never are. */
export function docsRoutes(app: FastifyInstance, { publicUrl }: Pick<ApiConfig, "publicUrl">): void {
  const document = once(() => openApiDocument(publicUrl));
  const files: Readonly<Record<string, () => Premade>> = {
    "/openapi.json": once(() => premake(document())),
    "/docs": once(() => premake(docsPage(document(), "en"), html)),
    "/docs/es": once(() => premake(docsPage(document(), "es"), html)),
    "/docs/docs.css": once(() =>
      premake(readFileSync(new URL("./docs.css", import.meta.url), "utf8"), "text/css; charset=utf-8"),
    ),
  };
  for (const [path, made] of Object.entries(files)) {
    app.get(path, { config: { policy: "public" } }, async (request: FastifyRequest, reply: FastifyReply) => {
      const premade = made();
      if (premade.contentType === html) allowPage(reply);
      return sendPremade(request, reply, premade, "public, max-age=0, must-revalidate");
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
