/** What Drizzle hands to node-postgres. */
export interface Question {
  readonly text: string;
  readonly name?: string;
}

const most = 400;
const names = new Map<string, string>();

/**
 * Gives a query a name, so that each connection parses and plans it once: row-level security makes planning the dearer half of a
 * small query. What has a name keeps it. Long lists make ever new texts and go unnamed.
 */
export function withName(question: Question, values: number): Question {
  if (question.name) return question;
  let name = names.get(question.text);
  if (name === undefined && names.size < most && values <= 32) {
    name = `q${names.size + 1}`;
    names.set(question.text, name);
  }
  return name === undefined ? question : { ...question, name };
}
