import { useState } from "react";
import { useTexts } from "#i18n/i18n.ts";
import { chooseTheme, currentTheme, type Theme, themes } from "#lib/theme.ts";
import { Segmented } from "./tabs.tsx";
import { uiTexts } from "./ui.texts.ts";

/** Light, dark, or as the system. In the footer. */
export function ThemeSwitch() {
  const t = useTexts(uiTexts);
  const [theme, setTheme] = useState<Theme>(currentTheme);
  return (
    <Segmented
      name="theme"
      variant="quiet"
      label={t.theme.label}
      value={theme}
      options={themes.map((value) => ({ value, label: t.theme[value] }))}
      onChange={(value) => {
        chooseTheme(value);
        setTheme(value);
      }}
    />
  );
}
