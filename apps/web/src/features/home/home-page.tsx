import { mayDo } from "@avances/domain/access";
import { Navigate } from "@tanstack/react-router";
import { useLanguage } from "#i18n/language.ts";
import { isCountryTeam } from "#lib/person-rights.ts";
import { useSession } from "#lib/session.ts";
import { CountryHome } from "./country-home.tsx";
import { StatusBoard } from "./status-board.tsx";

/** The page after signing in: each person's own work. */
export function HomePage() {
  const lang = useLanguage();
  const { person } = useSession();
  if (person === null) return null;
  const { role } = person;
  if (mayDo(role, "rounds.manage")) return <Navigate to="/$lang/rounds" params={{ lang }} replace />;
  if (isCountryTeam(person)) return <CountryHome />;
  if (mayDo(role, "status-board.read")) return <StatusBoard />;
  return <Navigate to="/$lang" params={{ lang }} replace />;
}
