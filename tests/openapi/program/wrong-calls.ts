import createClient from "openapi-fetch";
import type { components, paths } from "./portal.gen.ts";

/** Calls that the compiler must refuse: if one is accepted, the API description says too little. Never run. */
export async function wrongCalls(): Promise<void> {
  const portal = createClient<paths>();
  // @ts-expect-error There is no such address.
  await portal.GET("/api/v1/nothing");
  // @ts-expect-error An address that is there has no such method.
  await portal.DELETE("/api/v1/public/matrix");
  // @ts-expect-error What changes something says where it comes from.
  await portal.POST("/api/v1/session", { body: { email: "a@state.example", password: "…" } });
  const { data } = await portal.GET("/api/v1/catalogue");
  // @ts-expect-error The catalogue has no such part.
  data?.nothing;
  // @ts-expect-error A kind of value that no indicator has.
  data?.indicators[0]?.valueType === "picture";
  // @ts-expect-error A state that no answer has.
  const state: components["schemas"]["AnswerState"] = "perhaps";
  // @ts-expect-error A count has no level.
  const value: components["schemas"]["AnswerValue"] = { type: "count", level: 3 };
  throw new Error(`${state}, ${value.type}`);
}
