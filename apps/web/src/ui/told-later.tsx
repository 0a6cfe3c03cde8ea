import type { ComponentProps } from "react";
import { later } from "#lib/later.tsx";
import { usePagePerson } from "#lib/session.ts";
import type { ToldBeside } from "./told-beside.tsx";

const Told = later(() => import("./told-beside.tsx").then((m) => m.ToldBeside));

/** What countries tell beside these figures, for whoever is signed in: a file of its own, which visitors never load. */
export function ToldLater(props: ComponentProps<typeof ToldBeside>) {
  const { person } = usePagePerson();
  return person === null ? null : <Told {...props} />;
}
