import type { Action } from "@avances/domain/access";
import type { z } from "zod";
import type { RefusalCode } from "./problem.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * One operation of the API: the one source of its validation, its types on both sides, its OpenAPI entry and its access rule.
 * `path` is relative to `/api/v1` with `:name` parameters.
 */
export interface Contract {
  readonly operationId: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  /** What a programmer must know besides the summary. */
  readonly description?: string;
  /** Row of the access table that decides who may call it. */
  readonly action: Action;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  readonly status?: 200 | 201 | 202 | 204;
  /** Needs `If-Match: "v<revision>"`. */
  readonly ifMatch?: true;
  /** Needs `Idempotency-Key`, or takes one: the same key does it once. */
  readonly idempotent?: true | "optional";
  /** Compares `X-Acting-As` with the session although everybody may call it. Operations of the signed-in do so anyway. */
  readonly actsForPerson?: true;
  /** The answer sets, renews or takes away the cookies of the session. */
  readonly setsCookies?: true;
  /** Reads the refresh cookie, not the session's. */
  readonly refreshes?: true;
  /** Served as bytes made beforehand; the response schema is documentation, not a serialiser. */
  readonly premade?: true;
  readonly contentType?: string;
  /** Refusals besides those every operation may give (invalid input, not signed in, not allowed, not found, too many requests). */
  readonly problems?: readonly RefusalCode[];
  /** What the refusals of these codes carry in `details`, where a program needs more than the code. */
  readonly details?: Readonly<Partial<Record<RefusalCode, z.ZodType>>>;
}

/** Does its good answer have a body? What is only done, or only begun, is told by the status alone. */
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
/** What a handler may return: unknown fields are dropped by the response schema. */
export type ReplyOf<C extends Contract> = z.input<C["response"]>;

export const apiPrefix = "/api/v1";
