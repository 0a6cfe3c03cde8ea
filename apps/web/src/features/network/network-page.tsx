import { notFound, useParams } from "@tanstack/react-router";
import type { ComponentType } from "react";
import { Overview } from "./overview.tsx";
import { type Room, roomAt } from "./rooms.ts";

const pages: Readonly<Record<Room, ComponentType>> = { overview: Overview };

/** The room of the Network at this address. */
export function NetworkPage() {
  const { _splat = "" } = useParams({ from: "/$lang/signed-in/network/$" });
  const found = roomAt(_splat);
  if (found === null) throw notFound();
  const Page = pages[found.room];
  return <Page />;
}
