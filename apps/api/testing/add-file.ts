import { announceFile, apiPrefix, sendFileContent } from "@avances/contracts";
import type { LightMyRequestResponse } from "fastify";
import type { TestApi, TestPerson, Who } from "./start-test-api.ts";

type Adding = Pick<TestApi, "app" | "call" | "person" | "deps">;

/** Sends bytes for an announced file, as a browser does. */
export async function sendBytes(
  api: Adding,
  as: Who | TestPerson,
  fileId: string,
  content: Buffer,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  const { cookie } = typeof as === "string" ? await api.person(as) : as;
  return api.app.inject({
    method: sendFileContent.method,
    url: `${apiPrefix}/files/${fileId}/content`,
    headers: {
      ...{ cookie, origin: api.deps.config.publicUrl, "x-requested-with": "rcm" },
      "content-type": "application/octet-stream",
      ...headers,
    },
    payload: content,
  });
}

/** Adds a file that is good, and returns its id. */
export async function addFile(
  api: Adding,
  as: Who | TestPerson,
  { name, content }: { readonly name: string; readonly content: Buffer },
): Promise<string> {
  const { id } = (await api.call(announceFile, { as, body: { name, bytes: content.length } })).body;
  const sent = await sendBytes(api, as, id, content);
  if (sent.statusCode !== 200) throw new Error(`${name} was refused: ${sent.body}`);
  return id;
}
