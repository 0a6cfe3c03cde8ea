import { createRoot } from "react-dom/client";
import { livesWithPageTranslation } from "#app/page-translation.ts";
import { App } from "#app/providers.tsx";
import "#styles/fonts.css";
import "#styles/tokens.css";
import "#styles/base.css";
import "#styles/print.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element #root");
livesWithPageTranslation();
createRoot(root).render(<App />);
