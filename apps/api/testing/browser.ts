import type { LightMyRequestResponse } from "fastify";
import type { TestApi } from "./start-test-api.ts";

/** What the API sees of a browser: keeps cookies, sends what our own pages send. */
export interface Browser {
  readonly cookies: Map<string, string>;
  send(
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string | undefined>>,
  ): Promise<LightMyRequestResponse>;
  signIn(email: string, password: string): Promise<LightMyRequestResponse>;
}

/** A fresh browser. A header given as undefined is left out. */
export function openBrowser(api: TestApi, remoteAddress = "198.51.100.7"): Browser {
  const cookies = new Map<string, string>();
  const send: Browser["send"] = async (method, path, body, headers = {}) => {
    const all = {
      ...(method !== "GET" && { origin: api.deps.config.publicUrl, "x-requested-with": "rcm" }),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") }),
      ...headers,
    };
    const response = await api.app.inject({
      method,
      url: path,
      remoteAddress,
      headers: Object.fromEntries(
        Object.entries(all).filter((each): each is [string, string] => each[1] !== undefined),
      ),
      ...(body !== undefined && {
        payload: typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body),
      }),
    });
    for (const { name, value, maxAge } of response.cookies as { name: string; value: string; maxAge?: number }[]) {
      if (maxAge === 0) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return { cookies, send, signIn: (email, password) => send("POST", "/api/v1/session", { email, password }) };
}
