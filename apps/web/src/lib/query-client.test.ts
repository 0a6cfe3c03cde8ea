import { onlineManager, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ApiProblem } from "./api-client.ts";
import { makeQueryClient } from "./query-client.ts";

describe("without a connection", () => {
  beforeEach(() => onlineManager.setOnline(false));
  afterEach(() => onlineManager.setOnline(true));

  const noConnection = new ApiProblem(0, "not-sent", null);

  test("an act fails at once and is not done by itself when the connection is back", async () => {
    const client = makeQueryClient();
    const act = vi.fn(() => Promise.reject(noConnection));
    const mutation = client.getMutationCache().build(client, { mutationFn: act });
    const outcome = mutation.execute(undefined).catch((error: unknown) => error);
    await vi.waitFor(() => expect(mutation.state.isPaused || mutation.state.status !== "pending").toBe(true));
    expect(mutation.state).toMatchObject({ isPaused: false, status: "error" });
    expect(await outcome).toBe(noConnection);
    onlineManager.setOnline(true);
    await client.resumePausedMutations();
    expect(act).toHaveBeenCalledTimes(1);
  });

  test("a query fails visibly instead of waiting in silence; it is tried again when the connection is back", async () => {
    const client = makeQueryClient();
    const read = vi.fn(() => Promise.reject(noConnection));
    const observer = new QueryObserver(client, { queryKey: ["home"], queryFn: read, retry: false });
    client.mount();
    const stop = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().fetchStatus).not.toBe("fetching"));
    expect(observer.getCurrentResult()).toMatchObject({ fetchStatus: "idle", status: "error" });
    onlineManager.setOnline(true);
    await vi.waitFor(() => expect(read).toHaveBeenCalledTimes(2));
    stop();
    client.unmount();
  });
});
