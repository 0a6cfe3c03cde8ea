import { useEffect, useRef } from "react";
import { ApiProblem } from "./api-client.ts";

const askAgainMs = 10_000;

/** As long as `error` says that no reply came, does it again when the network may be back. Only for what acts once however often it is sent. */
export function useBackOnline(error: Error | null, again: () => void): void {
  const act = useRef(again);
  act.current = again;
  const isWaiting = error instanceof ApiProblem && error.status === 0;
  useEffect(() => {
    if (!isWaiting) return;
    const look = () => act.current();
    window.addEventListener("online", look);
    const timer = setInterval(look, askAgainMs);
    return () => {
      window.removeEventListener("online", look);
      clearInterval(timer);
    };
  }, [isWaiting]);
}
