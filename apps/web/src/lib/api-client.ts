import type { BodyInputOf, Contract, ParamsOf, Problem, QueryInputOf, ResponseOf } from "@avances/contracts";
import { newId } from "./new-id.ts";
import { pagePerson } from "./page-person.ts";
import { isSomebodyHere } from "./presence.ts";

/**
 * An operation as the browser needs it: method and path, which the compiler checks against the contract. The contract itself
 * (with its schemas) stays on the server, so that a first visit does not load a validator.
 */
export interface Operation<C extends Contract> {
  readonly method: C["method"];
  readonly path: C["path"];
  readonly idempotent: boolean;
  /** Carries the type only; never read. */
  readonly contract?: C;
}

/** `operation<typeof getIndex>("GET", "/public/index")`; a wrong method or path does not compile. */
export function operation<C extends Contract>(
  method: C["method"],
  path: C["path"],
  options: { idempotent?: true } = {},
): Operation<C> {
  return { method, path, idempotent: options.idempotent === true };
}

type Field<Name extends string, T> = [T] extends [undefined]
  ? { readonly [key in Name]?: undefined }
  : { readonly [key in Name]: T };

export type CallInput<C extends Contract> = Field<"params", ParamsOf<C>> & {
  readonly query?: QueryInputOf<C>;
  readonly body?: BodyInputOf<C>;
  /** Revision for `If-Match`. */
  readonly revision?: number;
  /** Made once per intended act, and kept for its retries. */
  readonly idempotencyKey?: string;
  /** Id of the person it is done for; by default the person the page shows now. */
  readonly actingAs?: string;
  readonly signal?: AbortSignal;
};

/**
 * A refusal of the API, with its problem document. `status` 0 = no reply: code `not-sent` = the device had no connection, so nothing was
 * sent; code `unreachable` = the outcome is unknown.
 */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Problem | null;

  constructor(status: number, code: string, problem: Problem | null) {
    super(code);
    this.name = "ApiProblem";
    this.status = status;
    this.code = code;
    this.problem = problem;
  }
}

/**
 * Calls an operation for the person that the page shows; the server does nothing when the session is somebody else's. An ended session
 * is renewed once, in one tab at a time. Throws `ApiProblem`.
 */
export async function call<C extends Contract>(operation: Operation<C>, input: CallInput<C>): Promise<ResponseOf<C>> {
  const reply = await answered(operation, input);
  if (reply.status === 204 || reply.status === 202) return undefined as ResponseOf<C>;
  return (await reply.json()) as ResponseOf<C>;
}

/** The same for an operation that answers with a file: its bytes, and the name that the server gives it. */
export async function callForFile<C extends Contract>(
  operation: Operation<C>,
  input: CallInput<C>,
): Promise<{ readonly bytes: Blob; readonly name: string }> {
  const reply = await answered(operation, input);
  const name = /filename="([^"]+)"/.exec(reply.headers.get("content-disposition") ?? "")?.[1] ?? "file";
  return { bytes: await reply.blob(), name };
}

async function answered<C extends Contract>(operation: Operation<C>, input: CallInput<C>): Promise<Response> {
  // Fixed here, so that the second try is for the same person: the renewed session may be another's.
  const actingAs = actsForPerson(operation) ? (input.actingAs ?? pagePerson.now().person?.id) : undefined;
  let reply = await send(operation, input, actingAs);
  if (reply.status === 401 && !operation.path.startsWith("/session")) {
    const outcome = await renewSession();
    if (outcome === "unreachable") throw new ApiProblem(0, "unreachable", null);
    if (outcome === "renewed") reply = await send(operation, input, actingAs);
    if (reply.status === 401) pagePerson.wasRefused("signed-out", operation.method !== "GET");
  }
  if (!reply.ok) {
    const problem = await problemOf(reply);
    if (problem.code === "other-person") pagePerson.wasRefused("other", operation.method !== "GET");
    throw problem;
  }
  return reply;
}

/** All operations except asking who is signed in, and signing in. */
function actsForPerson({ method, path }: Pick<Operation<Contract>, "method" | "path">): boolean {
  return path !== "/session" || method === "DELETE";
}

/** One request, without renewing the session. */
export async function send<C extends Contract>(
  operation: Operation<C>,
  input: CallInput<C>,
  actingAs: string | undefined,
): Promise<Response> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (actingAs !== undefined) headers["X-Acting-As"] = actingAs;
  if (!isSomebodyHere()) headers["X-By-Itself"] = "1";
  if (operation.method !== "GET") headers["X-Requested-With"] = "rcm";
  if (input.body !== undefined) headers["Content-Type"] = "application/json";
  if (input.revision !== undefined) headers["If-Match"] = `"v${input.revision}"`;
  if (operation.idempotent) headers["Idempotency-Key"] = input.idempotencyKey ?? newId();
  // Sent in any case: a portal on this very machine answers without a connection.
  const hadConnection = navigator.onLine;
  try {
    return await fetch(addressOf(operation.path, input.params, input.query), {
      method: operation.method,
      headers,
      credentials: "same-origin",
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
      ...(input.signal && { signal: input.signal }),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiProblem(0, hadConnection ? "unreachable" : "not-sent", null);
  }
}

/** The address of an operation under the API, with its parameters filled in. */
function addressOf(path: string, params: object | undefined, query: object | undefined): string {
  const values = (params ?? {}) as Readonly<Record<string, string | number>>;
  const filled = path.replace(/:([A-Za-z0-9]+)/g, (_, name: string) => encodeURIComponent(String(values[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value));
  const tail = search.size > 0 ? `?${search}` : "";
  return `/api/v1${filled}${tail}`;
}

export async function problemOf(reply: Response): Promise<ApiProblem> {
  try {
    const problem = (await reply.json()) as Problem;
    return new ApiProblem(reply.status, problem.code, problem);
  } catch {
    return new ApiProblem(reply.status, reply.status === 503 ? "unavailable" : "unexpected", null);
  }
}

/** `ended`: there is no session that could be renewed. `unreachable`: it is unknown whether there is one. */
type Renewal = "renewed" | "ended" | "unreachable";
let renewing: Promise<Renewal> | null = null;

/** Only one renewal at a time in this tab and (by a Web Lock) in all tabs: a refresh cookie used twice ends the session. */
export function renewSession(): Promise<Renewal> {
  renewing ??= withLock(renew).finally(() => {
    renewing = null;
  });
  return renewing;
}

function withLock(act: () => Promise<Renewal>): Promise<Renewal> {
  return navigator.locks ? navigator.locks.request("avances-refresh", act) : act();
}

async function renew(): Promise<Renewal> {
  const reply = await fetch("/api/v1/session/refresh", {
    method: "POST",
    headers: {
      "X-Requested-With": "rcm",
      Accept: "application/json",
      ...(!isSomebodyHere() && { "X-By-Itself": "1" }),
    },
    credentials: "same-origin",
  }).catch(() => null);
  if (reply === null || reply.status === 429 || reply.status >= 500) return "unreachable";
  // 409: another tab has just renewed it; this browser already has its new cookie.
  return reply.ok || reply.status === 409 ? "renewed" : "ended";
}
