import { Navigate } from "@tanstack/react-router";
import { useLanguage } from "#i18n/language.ts";
import { isCountryTeam, useSession } from "#lib/session.ts";
import { CountryHome } from "./country-home.tsx";
import { StatusBoard } from "./status-board.tsx";

/** Where one lands after signing in: each role at its own work. */
export function HomePage() {
  const lang = useLanguage();
  const { person } = useSession();
  if (person === null) return null;
  switch (person.role) {
    case "secretariat":
      return <Navigate to="/$lang/rounds" params={{ lang }} replace />;
    case "rcgm_delegate":
    case "presidency":
      return <StatusBoard />;
    default:
      return isCountryTeam(person) ? <CountryHome /> : <Navigate to="/$lang" params={{ lang }} replace />;
  }
}
