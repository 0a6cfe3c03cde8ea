/**
 * Drafts of answers that the server has not confirmed yet, on this computer only: one entry per person, submission and indicator.
 * They go when the answer is saved and when the person signs out.
 */
const prefix = "avances.kept.";
const forgotten = "avances:answers-forgotten";

export interface KeptPlace {
  readonly userId: string;
  readonly submissionId: string;
}

const keyOf = ({ userId, submissionId }: KeptPlace, code: string) => `${prefix}${userId}.${submissionId}.${code}`;

export function keepAnswer(place: KeptPlace, code: string, draft: unknown): void {
  try {
    localStorage.setItem(keyOf(place, code), JSON.stringify(draft));
  } catch {
    // Storage may be full or closed to us; the text is then only in the page, which warns before it is closed.
  }
}

export function dropKeptAnswer(place: KeptPlace, code: string): void {
  try {
    localStorage.removeItem(keyOf(place, code));
  } catch {
    // As above.
  }
}

/** What was kept for one submission, by indicator code. Anything unreadable is left out. */
export function keptAnswers(place: KeptPlace): ReadonlyMap<string, unknown> {
  const kept = new Map<string, unknown>();
  const start = keyOf(place, "");
  try {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(start)) kept.set(key.slice(start.length), JSON.parse(localStorage.getItem(key) ?? "null"));
    }
  } catch {
    // As above.
  }
  return kept;
}

/** At sign-out: nothing of the person stays, neither in storage nor in open pages. */
export function forgetKeptAnswers(): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
  } catch {
    // As above.
  }
  window.dispatchEvent(new Event(forgotten));
}

export function onAnswersForgotten(act: () => void): void {
  window.addEventListener(forgotten, act);
}
