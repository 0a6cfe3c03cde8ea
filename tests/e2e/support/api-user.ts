import { randomUUID } from "node:crypto";
import { saveAnswers } from "@avances/contracts";
import type { Answer } from "@avances/domain/answer";
import { type APIRequestContext, type APIResponse, request } from "playwright";
import { faultsOfReply } from "./described-replies.ts";
import { password } from "./people.ts";
import type { Portal } from "./portal.ts";

/** A person who works through the API with a browser's session. For what a test needs but is not about. */
export interface ApiUser {
  get<T>(path: string): Promise<T>;
  send<T>(
    method: "POST" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T>;
  leave(): Promise<void>;
}

/** `origin` is the portal's public name, if it differs from the address by which it is reached. */
export async function signInByApi(
  portal: Pick<Portal, "url">,
  email: string,
  secret = password,
  origin = portal.url,
): Promise<ApiUser> {
  const context = await request.newContext({ baseURL: portal.url });
  const user = apiUser(context, portal.url, origin);
  await user.send("POST", "/session", { email, password: secret });
  return user;
}

/** The same, with the session of a page. */
export function apiUser(context: APIRequestContext, url: string, origin = url): ApiUser {
  async function ask<T>(method: string, path: string, headers: Record<string, string>, body?: unknown): Promise<T> {
    const data = body === undefined ? {} : { data: body };
    const reply = await context.fetch(`${url}/api/v1${path}`, { method, headers, ...data });
    const payload = body === undefined ? "" : JSON.stringify(body);
    const faults = await faultsOfReply(reply, { method, sent: headers, payload });
    if (faults.length > 0) throw new Error(`Not as /openapi.json says:\n${faults.join("\n")}`);
    return replyOf(reply);
  }

  return {
    get: (path) => ask("GET", path, {}),
    send: (method, path, body, headers = {}) =>
      ask(method, path, { origin, "x-requested-with": "rcm", "idempotency-key": randomUUID(), ...headers }, body),
    leave: () => context.dispose(),
  };
}

async function replyOf<T>(reply: APIResponse): Promise<T> {
  const text = await reply.text();
  if (!reply.ok()) throw new Error(`${reply.url()} was refused: ${reply.status()} ${text}`);
  return (text === "" ? undefined : JSON.parse(text)) as T;
}

/** The country's report in this round. */
export async function reportOf(user: ApiUser, year: number, country: string): Promise<string> {
  const { submissions } = await user.get<{ submissions: readonly { id: string }[] }>(
    `/submissions?round=${year}&country=${country}`,
  );
  const [own] = submissions;
  if (own === undefined) throw new Error(`${country} has no report in ${year}`);
  return own.id;
}

/** Saves answers to indicators that had none. */
export async function answer(user: ApiUser, submissionId: string, answers: readonly Answer[]): Promise<void> {
  await user.send(saveAnswers.method, saveAnswers.path.replace(":submissionId", submissionId), {
    answers: answers.map((one) => ({ ...one, revision: 0 })),
  });
}
