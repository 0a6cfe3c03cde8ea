import { useQuery } from "@tanstack/react-query";
import { sessionQuery } from "#lib/session.ts";

interface ToldByMailProps {
  /** The words for when mail is sent, and for an instance that keeps it. */
  readonly words: { readonly sent: string; readonly kept: string };
}

/** Who is told of an act by mail. An instance that keeps its mail tells nobody, and says so. */
export function ToldByMail({ words }: ToldByMailProps) {
  const { data: session } = useQuery(sessionQuery);
  return session?.mailMode === "capture" ? words.kept : words.sent;
}
