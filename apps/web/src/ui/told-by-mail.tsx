import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "#lib/session.ts";

interface ToldByMailProps {
  /** What is said of the messages where mail goes out, and where the instance keeps it. */
  readonly words: { readonly sent: string; readonly kept: string };
}

/** Who hears of an act by mail. An instance that keeps its mail tells nobody, and says so. */
export function ToldByMail({ words }: ToldByMailProps) {
  const { data: session } = useQuery(sessionQuery);
  return session?.mailMode === "capture" ? words.kept : words.sent;
}
