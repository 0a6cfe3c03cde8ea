import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { useOfBrowser } from "#lib/of-browser.ts";
import { chooseTheme, currentTheme, type Theme, themes } from "#lib/theme.ts";
import { Segmented } from "./tabs.tsx";
import { uiTexts } from "./ui.texts.ts";

/** Light, dark, or as the system. In the footer. */
export function ThemeSwitch() {
  const t = useTexts(uiTexts);
  const kept = useOfBrowser<Theme>(currentTheme, "system");
  const [chosen, setChosen] = useState<Theme | null>(null);
  return (
    <Segmented
      name="theme"
      needs="script"
      variant="quiet"
      label={t.theme.label}
      value={chosen ?? kept}
      options={themes.map((value) => ({ value, label: t.theme[value] }))}
      onChange={(value) => {
        chooseTheme(value);
        setChosen(value);
      }}
    />
  );
}
