import { createInterface } from "node:readline/promises";
import type { FirstPerson } from "@avances/api";
import { isLanguage, regionFirst, regionLanguage } from "@avances/domain/catalogue";
import { isMailAddress } from "@avances/domain/text";
import { namingCommand, StartError, unnamed } from "./config.ts";

export interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
}

/** The terminal this program runs in, or null when it does not run in one. */
export function terminalOf({ stdin, stdout }: NodeJS.Process): Terminal | null {
  return stdin.isTTY && stdout.isTTY ? { input: stdin, output: stdout } : null;
}

/** The question was left unanswered: the person changed their mind. */
function notAnswered(): StartError {
  return new StartError(`Who is the first person of the Technical Secretariat? Start with: ${namingCommand}`);
}

/**
 * Asks for address, name and language of the first person, until the address is valid. Throws a `StartError` when the terminal ends or the
 * signal aborts.
 */
export async function askFirstPerson({ input, output }: Terminal, signal: AbortSignal): Promise<FirstPerson> {
  const lines = createInterface({ input, output });
  const isOver = AbortSignal.any([signal, endOf(lines)]);
  const ask = async (question: string) => (await lines.question(question, { signal: isOver })).trim();
  try {
    output.write(
      "\nThe portal is empty. Its first account belongs to a person of the Technical Secretariat, who invites all others.\n",
    );
    let address = await ask("Mail address (it becomes the sign-in address): ");
    while (!isMailAddress(address)) address = await ask("That is not one mail address. For example you@example.org: ");
    const wanted = (await ask(`Language of messages, ${regionFirst.join(" or ")} [${regionLanguage}]: `)).toLowerCase();
    const language = isLanguage(wanted) ? wanted : regionLanguage;
    const name = await ask(`Name [${unnamed[language]}]: `);
    return { address, displayName: name || unnamed[language], language };
  } catch (error) {
    if (isOver.aborted) throw notAnswered();
    throw error;
  } finally {
    lines.close();
  }
}

function endOf(lines: ReturnType<typeof createInterface>): AbortSignal {
  const ended = new AbortController();
  lines.once("close", () => ended.abort());
  return ended.signal;
}
