import type { Action } from "@avances/domain/access";
import type { z } from "zod";
import type { RefusalCode } from "./problem.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * One operation of the API: the only source of its validation, its types on both sides, its OpenAPI entry and its access rule.
 * `path` is relative to `/api/v1` with `:name` parameters.
 */
export interface Contract {
  readonly operationId: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  /** What a programmer must know beyond the summary. */
  readonly description?: string;
  /** The row of the access table that decides who may call it. */
  readonly action: Action;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly status?: 200 | 201 | 202 | 204;
  /** Needs `If-Match: "v<revision>"`. */
  readonly ifMatch?: true;
  /** `true`: needs `Idempotency-Key`; `"optional"`: accepts one. Requests with the same key act only once. */
  readonly idempotent?: true | "optional";
  /** Compares `X-Acting-As` with the session although no sign-in is needed. Operations that need a sign-in always do. */
  readonly actsForPerson?: true;
  /**
   * A session that a section link opened may call it too, for its own report; the use case then reads and writes no more than the section.
   * Operations that need a session and do not say so refuse it.
   */
  readonly bySection?: true;
  /** The response sets, renews or removes the session cookies. */
  readonly setsCookies?: true;
  /** Reads the refresh cookie instead of the session cookie. */
  readonly refreshes?: true;
  /** Sent as bytes made beforehand; the response schema is documentation, not a serialiser. */
  readonly premade?: true;
  readonly contentType?: string;
  /** The response is a file that somebody stored, of one of these types; it is sent as an attachment, into a sandbox. */
  readonly fileTypes?: readonly string[];
  /** The request body is bytes and no JSON. How many may come, the use case says; never more than this. */
  readonly upload?: { readonly type: "application/octet-stream"; readonly mostBytes: number };
  /** The response is a stream of server-sent events; `response` is what the `data` of each says. */
  readonly stream?: true;
  /** Refusals besides those that every operation may give (invalid input, not signed in, not allowed, not found, too many requests). */
  readonly problems?: readonly RefusalCode[];
  /** The `details` of refusals with these codes, for programs that need more than the code. */
  readonly details?: Readonly<Partial<Record<RefusalCode, z.ZodType>>>;
}

/** Does a successful response have a body? If something is only done, or only begun, the status alone says so. */
export function hasBody({ status }: Pick<Contract, "status">): boolean {
  return status !== 204 && status !== 202;
}

/** Keeps the literal types of a contract. */
export function contract<const C extends Contract>(definition: C): C {
  return definition;
}

type Output<T> = T extends z.ZodType ? z.output<T> : undefined;
type Input<T> = T extends z.ZodType ? z.input<T> : undefined;

export type ParamsOf<C extends Contract> = Output<C["params"]>;
export type QueryOf<C extends Contract> = Output<C["query"]>;
export type BodyOf<C extends Contract> = Output<C["body"]>;
export type BodyInputOf<C extends Contract> = Input<C["body"]>;
export type QueryInputOf<C extends Contract> = Input<C["query"]>;
export type ResponseOf<C extends Contract> = z.output<C["response"]>;
/** What a handler may return: the response schema drops unknown fields. */
export type ReplyOf<C extends Contract> = z.input<C["response"]>;

export const apiPrefix = "/api/v1";
