import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { signInTexts } from "./sign-in.texts.ts";

/** A refusal in words: what happened and what to do. */
export function useRefusalWords(): (error: unknown) => string {
  const t = useTexts(signInTexts);
  return (error) => {
    if (!(error instanceof ApiProblem)) return t.error.unreachable;
    const seconds = error.problem?.details?.retryAfterSeconds;
    switch (error.code) {
      case "sign-in-refused":
      case "invalid-input":
        return t.error.refused;
      case "too-many-attempts":
        return t.error.tooMany(typeof seconds === "number" ? Math.max(1, Math.ceil(seconds / 60)) : 15);
      case "password-refused":
        return t.choose.refused;
      default:
        return error.status === 503 ? t.error.busy : t.error.unreachable;
    }
  };
}
