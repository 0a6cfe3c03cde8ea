import { readFileSync } from "node:fs";
import { allContracts, apiPrefix, type Contract } from "@avances/contracts";
import { rolesFor } from "@avances/domain/access";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { actingAsHeader, comparesPerson } from "./acting-as.ts";
import { openApiDocument } from "./openapi.ts";
import { type Premade, premake, sendPremade } from "./premade.ts";
import { problemKinds } from "./problem-details.ts";
import { allowPage } from "./security.ts";

/** `/openapi.json` and a page of it for people. Made when first asked for: most instances never are. */
export function docsRoutes(app: FastifyInstance): void {
  const files: Readonly<Record<string, () => Premade>> = {
    "/openapi.json": once(() => premake(openApiDocument())),
    "/docs": once(() => premake(page(), "text/html; charset=utf-8")),
    "/docs/docs.css": once(() =>
      premake(readFileSync(new URL("./docs.css", import.meta.url), "utf8"), "text/css; charset=utf-8"),
    ),
  };
  for (const [path, made] of Object.entries(files)) {
    app.get(path, { config: { policy: "public" } }, async (request: FastifyRequest, reply: FastifyReply) => {
      if (path === "/docs") allowPage(reply);
      return sendPremade(request, reply, made(), "public, max-age=0, must-revalidate");
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

function page(): string {
  const areaOf = (contract: Contract) => contract.path.split("/")[1] ?? "";
  // What needs no account first.
  const groups = Map.groupBy(
    allContracts.toSorted((a, b) => rank(a) - rank(b) || areaOf(a).localeCompare(areaOf(b))),
    areaOf,
  );
  const links = [...groups.keys()].map((name) => `<li><a href="#${name}">${name}</a></li>`).join("");
  const sections = [...groups]
    .map(([name, contracts]) => `<section id="${name}"><h2>${name}</h2>${contracts.map(entry).join("")}</section>`)
    .join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Avances: the interface for programs</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/docs/docs.css">
</head>
<body>
<header><p class="brand"><a href="/">Avances</a></p><h1>The interface for programs</h1>
<p>Every operation of the portal, as its own pages use it. The same in machine-readable form: <a href="/openapi.json">openapi.json</a> (OpenAPI 3.1).
What is published needs no account: start with <a href="#public">public</a>.</p></header>
<div class="columns"><nav aria-label="Groups of operations"><ul>${links}</ul></nav>
<main>${sections}</main></div>
</body>
</html>
`;
}

function entry(contract: Contract): string {
  const roles = rolesFor(contract.action);
  const who = roles.includes("public") ? "everybody" : roles.map((role) => role.replaceAll("_", " ")).join(", ");
  const facts: [string, string][] = [
    ["Who", who],
    ["Address", names(contract.params?.shape)],
    ["Query", names(contract.query?.shape)],
    ["Body", bodyNames(contract)],
    [
      "Headers",
      [
        comparesPerson(contract) && actingAsHeader,
        contract.ifMatch && "If-Match",
        contract.idempotent && "Idempotency-Key",
      ]
        .filter(Boolean)
        .join(", "),
    ],
    ["Answer", `${contract.status ?? 200} ${contract.contentType ?? ""}`.trim()],
    ["Refusals", (contract.problems ?? []).map((code) => `${problemKinds[code].status} ${code}`).join(", ")],
  ];
  const rows = facts
    .filter(([, text]) => text !== "")
    .map(([term, text]) => `<dt>${term}</dt><dd>${escaped(text)}</dd>`);
  const method = contract.method.toLowerCase();
  return `<article id="${contract.operationId}"><h3><span class="method ${method}">${contract.method}</span> <code>${escaped(apiPrefix + contract.path)}</code></h3>
<p>${escaped(contract.summary)}</p><dl>${rows.join("")}</dl></article>`;
}

function rank(contract: Contract): number {
  if (contract.premade) return 0;
  return contract.method === "GET" && contract.action === "published.read" && contract.path !== "/session" ? 1 : 2;
}

function bodyNames(contract: Contract): string {
  const body = contract.body instanceof z.ZodOptional ? contract.body.unwrap() : contract.body;
  return body instanceof z.ZodObject ? names(body.shape) : "";
}

function names(shape: object | undefined): string {
  return Object.keys(shape ?? {}).join(", ");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
