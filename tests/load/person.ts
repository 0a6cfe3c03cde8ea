import type { Child } from "./child.ts";

/** Of everybody in the demonstration region. */
export const password = "avances demonstration";
const domain = "demo.avances.example";

/** A person who has signed in at one instance. */
export interface Person {
  /** What its browser sends with every request. */
  readonly headers: Readonly<Record<string, string>>;
  get<Body>(path: string): Promise<Body>;
  /** Returns the status; the body is not read. */
  post(path: string, body: unknown): Promise<number>;
}

/** Signs a person of the demonstration region in, such as `ts` or `focal.cri`. Sessions last ten minutes without a refresh. */
export async function signIn(server: Child, name: string): Promise<Person> {
  const ours = { origin: server.url, "x-requested-with": "rcm", "content-type": "application/json" };
  const response = await fetch(`${server.url}/api/v1/session`, {
    method: "POST",
    headers: ours,
    body: JSON.stringify({ email: `${name}@${domain}`, password }),
  });
  if (!response.ok) throw new Error(`${name} could not sign in: ${response.status}`);
  await response.arrayBuffer();
  const cookie = response.headers
    .getSetCookie()
    .map((each) => each.split(";")[0])
    .join("; ");
  const headers = { ...ours, cookie };
  return {
    headers,
    get: async <Body>(path: string) => {
      const got = await fetch(`${server.url}/api/v1${path}`, { headers });
      if (!got.ok) throw new Error(`${path} answered ${got.status}`);
      return (await got.json()) as Body;
    },
    post: async (path, body) => {
      const posted = await fetch(`${server.url}/api/v1${path}`, {
        method: "POST",
        headers: { ...headers, "idempotency-key": crypto.randomUUID() },
        body: JSON.stringify(body),
      });
      await posted.arrayBuffer();
      return posted.status;
    },
  };
}
