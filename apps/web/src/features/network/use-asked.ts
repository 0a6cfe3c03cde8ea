import { useLocation, useNavigate } from "@tanstack/react-router";
import { useLanguage } from "#i18n/language.ts";

type Asked<Name extends string> = { readonly [name in Name | "page"]?: string | undefined };

/**
 * What is asked of a list stands in the address, so that the way back leads to the same list. Who asks for something else begins with its first page.
 * `room`: the list's own, below the address of the Network.
 */
export function useAsked<Name extends string>(
  room: string,
  names: readonly Name[],
): [Asked<Name>, (change: Asked<Name>) => void] {
  const lang = useLanguage();
  const navigate = useNavigate();
  const search = useLocation({ select: ({ search: found }) => found as Readonly<Record<string, unknown>> });
  const asked = Object.fromEntries(
    [...names, "page"].flatMap((name) =>
      search[name] === undefined || search[name] === "" ? [] : [[name, String(search[name])]],
    ),
  ) as Asked<Name>;
  const ask = (change: Asked<Name>) => {
    const next = Object.entries({ ...asked, page: undefined, ...change }).filter(([, value]) => value !== undefined);
    void navigate({
      ...{ to: "/$lang/network/$", params: { lang, _splat: room }, replace: true, resetScroll: false },
      search: Object.fromEntries(next) as never,
    });
  };
  return [asked, ask];
}
