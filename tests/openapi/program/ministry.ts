import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./portal.gen.ts";

/** Where the portal answers, its public address, and an account of a country. */
export interface Access {
  readonly url: string;
  readonly origin: string;
  readonly email: string;
  readonly password: string;
  /** The function for requests; if absent, Node's. */
  readonly fetch?: typeof fetch;
}

type Schemas = components["schemas"];

/** What a ministry's program does with only the API description: it signs in, saves, learns of another person's save, reads. */
export async function reportOneAnswer(
  { url, origin, email, password, fetch }: Access,
  indicatorCode: Schemas["IndicatorCode"],
) {
  const portal = createClient<paths>({ baseUrl: url, ...(fetch && { fetch }) });
  portal.use(cookieJar());
  const change = { Origin: origin, "X-Requested-With": "rcm" } as const;

  const signedIn = await portal.POST("/api/v1/session", { params: { header: change }, body: { email, password } });
  if (signedIn.error) throw new Error(signedIn.error.title);

  const catalogue = await portal.GET("/api/v1/catalogue");
  const asked = catalogue.data?.indicators.find(({ code }) => code === indicatorCode);

  const { data } = await portal.GET("/api/v1/submissions", { params: { query: { round: 2027 } } });
  const submission = data?.submissions.find(({ country }) => country === signedIn.data.person?.country);
  if (submission === undefined) throw new Error("no report is expected");

  const body: Schemas["AnswerInput"] = {
    state: "not_available",
    value: null,
    reason: "The register is being set up",
    comment: "",
    evidence: [],
  };
  const save = (revision: number) =>
    portal.PUT("/api/v1/submissions/{submissionId}/answers/{indicatorCode}", {
      params: {
        path: { submissionId: submission.id, indicatorCode },
        header: { ...change, "If-Match": `"v${revision}"` },
      },
      body,
    });
  const saved = await save(0);
  const late = await save(0);
  // The code tells the refusals with the same status apart, and the details of each are typed.
  const current = late.error?.code === "revision-stale" ? late.error.details?.current : undefined;
  const again = await save(current?.revision ?? 0);

  const indicator = await portal.GET("/api/v1/public/indicators/{indicatorCode}", {
    params: { path: { indicatorCode } },
  });
  return {
    role: signedIn.data.person?.role,
    asked: { kind: asked?.valueType, levels: asked?.levels?.map(({ points }) => points) },
    saved: saved.data?.answer.revision,
    late: { status: late.response.status, current: current?.reason },
    again: { revision: again.data?.answer.revision, tag: again.response.headers.get("etag") },
    indicator: { name: indicator.data?.indicator.name.es, countries: indicator.data?.countries.length },
  };
}

/** Stores the portal's cookies, as a browser would. */
function cookieJar(): Middleware {
  const cookies = new Map<string, string>();
  return {
    onRequest: ({ request }) => {
      if (cookies.size > 0) request.headers.set("cookie", [...cookies].map((pair) => pair.join("=")).join("; "));
      return request;
    },
    onResponse: ({ response }) => {
      for (const set of response.headers.getSetCookie()) {
        const [name = "", value = ""] = (set.split(";")[0] ?? "").split("=");
        cookies.set(name, value);
      }
      return response;
    },
  };
}
