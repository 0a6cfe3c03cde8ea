import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Recharts and what only Recharts brings: loaded where a chart is shown, nowhere else. */
const chartPackages =
  /node_modules\/(recharts|victory-vendor|d3-[^/]+|internmap|decimal\.js-light|es-toolkit|eventemitter3|immer|reselect|redux|redux-thunk|@reduxjs|react-redux|react-is|use-sync-external-store)\//;
/** What every page needs; changes rarely, so it stays in the reader's cache between releases. */
const corePackages = /node_modules\/(react|react-dom|scheduler|@tanstack)\//;

export default defineConfig({
  plugins: [react()],
  server: { port: 5173, strictPort: true, proxy: { "/api": "http://127.0.0.1:3000" } },
  build: {
    target: "es2022",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    sourcemap: false,
    // The content security policy allows fonts and images from our own origin, not from data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "core", test: corePackages, priority: 20 },
            { name: "charts", test: chartPackages, priority: 10 },
          ],
        },
      },
    },
  },
});
