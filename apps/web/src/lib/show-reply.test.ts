import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { showReply } from "./show-reply.ts";

test("a read that began before the reply does not come after it", async () => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const queryKey = ["report", "1"];
  let stored = "before";
  const answers: (() => void)[] = [];
  const queryFn = async () => {
    const read = stored;
    await new Promise<void>((answer) => answers.push(answer));
    return read;
  };
  const under = client.fetchQuery({ queryKey, queryFn }).catch(() => undefined);
  // The act is done on the server, and its reply comes, while what was read before it is still on its way.
  stored = "after";
  showReply(client, queryKey, "after");
  expect(client.getQueryData(queryKey)).toBe("after");
  for (let asked = 0; client.isFetching() > 0; asked += 1) {
    expect(asked).toBeLessThan(20);
    for (const answer of answers.splice(0)) answer();
    await new Promise((turn) => setTimeout(turn));
  }
  await under;
  expect(client.getQueryData(queryKey)).toBe("after");
});

test("nothing else puts a reply before the reader", () => {
  const root = fileURLToPath(new URL("../", import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    /(?<!\.test)\.tsx?$/.test(name),
  );
  expect(files.length).toBeGreaterThan(500);
  const own = files.filter((name) => readFileSync(root + name, "utf8").includes("setQueryData"));
  expect(own).toEqual(["lib/show-reply.ts"]);
});
