import { useTexts } from "#i18n/i18n.ts";
import { ApiProblem } from "#lib/api-client.ts";
import { newPasswordTexts } from "#ui/new-password.texts.ts";
import { problemTexts } from "#ui/problem-note.texts.ts";
import { problemWords } from "#ui/problem-words.ts";
import { signInTexts } from "./sign-in.texts.ts";

interface RefusalWords {
  readonly t: (typeof signInTexts)["en"];
  readonly common: (typeof problemTexts)["en"];
  readonly newPassword: (typeof newPasswordTexts)["en"];
}

/** A refusal in words: what happened and what to do. */
export function useRefusalWords(): (error: unknown) => string {
  const t = useTexts(signInTexts);
  const common = useTexts(problemTexts);
  const newPassword = useTexts(newPasswordTexts);
  return (error) => refusalWords(error, { t, common, newPassword });
}

/** Signing in has its own words for some refusals; the rest use the general ones. */
export function refusalWords(error: unknown, { t, common, newPassword }: RefusalWords): string {
  if (!(error instanceof ApiProblem)) return common.other;
  const seconds = error.problem?.details?.retryAfterSeconds;
  switch (error.code) {
    case "sign-in-refused":
    case "invalid-input":
      return t.error.refused;
    case "too-many-attempts":
      return t.error.tooMany(typeof seconds === "number" ? Math.max(1, Math.ceil(seconds / 60)) : 15);
    case "password-refused":
      return newPassword.refused;
    case "unreachable":
    case "not-sent":
      return t.error.unreachable;
    default:
      return error.status === 503 ? t.error.busy : problemWords(error, common);
  }
}
