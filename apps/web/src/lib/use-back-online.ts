import { useEffect, useRef } from "react";
import { ApiProblem } from "./api-client.ts";

const askAgainMs = 10_000;

/**
 * As long as `error` says that no reply came, does it again when the network may be back, if what is sent still stands as it stood when somebody pressed:
 * what they write on meanwhile goes with the next press. Only for what acts once however often it is sent. Call what it returns when somebody presses.
 */
export function useBackOnline(error: Error | null, again: () => void, written: string): () => void {
  const pressed = useRef<string | null>(null);
  const act = useRef(again);
  act.current = () => {
    if (pressed.current === written) again();
  };
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
  return () => {
    pressed.current = written;
  };
}
