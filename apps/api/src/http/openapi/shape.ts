import type { Json } from "./json.ts";

/** The API description: the parts of OpenAPI 3.1 that are used. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly servers: readonly { readonly url: string; readonly description: string }[];
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  /** By address, then by method in small letters. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Components;
}

/** Parts to which an operation can refer by name. */
interface Named {
  readonly parameters: Parameter;
  readonly headers: Header;
  readonly responses: Response;
}

type NamedParts = { readonly [K in keyof Named]: Readonly<Record<string, Named[K]>> };

/** The named parts. Schemas are JSON Schema. */
interface Components extends NamedParts {
  readonly schemas: Readonly<Record<string, Json>>;
  readonly securitySchemes: Readonly<Record<string, SecurityScheme>>;
  readonly examples: Readonly<Record<string, Json>>;
}

/** A reference to a named part. */
export interface Ref {
  readonly $ref: string;
}

export interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  /** Row of the access table; absent for operations without a contract. */
  readonly "x-action"?: string;
  readonly "x-roles": readonly string[];
  /** Ways to identify the caller, one of which is enough; each names the schemes it uses. Empty = no identification needed. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly (Parameter | Ref)[];
  readonly requestBody?: { readonly required: boolean; readonly content: Content };
  /** By status. */
  readonly responses: Readonly<Record<string, Response | Ref>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query" | "header";
  readonly required: boolean;
  readonly description?: string;
  readonly schema: Json;
}

export interface Header {
  readonly required: boolean;
  readonly description: string;
  readonly schema: Json;
}

export interface Response {
  readonly description: string;
  readonly headers?: Readonly<Record<string, Header | Ref>>;
  /** Absent = there is no body. */
  readonly content?: Content;
}

/** By media type. */
export type Content = Readonly<Record<string, { readonly schema: Json; readonly examples?: Json }>>;

export interface SecurityScheme {
  readonly type: "apiKey";
  readonly in: "cookie";
  readonly name: string;
  readonly description: string;
}

/** The part itself, or the one that a reference names. Throws for an unknown name. */
export function resolved<K extends keyof Named>(
  { components }: { readonly components: NamedParts },
  kind: K,
  part: Named[K] | Ref,
): Named[K] {
  if (!isRef(part)) return part;
  const found = components[kind][nameOf(part.$ref)];
  if (found === undefined) throw new Error(`${part.$ref} leads nowhere`);
  return found;
}

function isRef(part: object): part is Ref {
  return "$ref" in part;
}

/** `#/components/schemas/Problem` → `Problem`. */
export function nameOf(ref: string): string {
  return ref.split("/").at(-1) ?? "";
}
