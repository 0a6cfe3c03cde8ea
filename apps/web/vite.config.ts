import { languages } from "@avances/domain/catalogue";
import react from "@vitejs/plugin-react";
import { defineConfig, type Rolldown } from "vite";
import { brotliBeside } from "./brotli-beside.ts";
import { offlineWorker } from "./offline-worker.ts";
import packageOfApp from "./package.json" with { type: "json" };
import { pageList } from "./page-list.ts";
import { fileOfForm, sharedByFirstPage } from "./shared-chunk.ts";
import { stylesInFewFiles } from "./style-files.ts";

/** Recharts and the packages that only Recharts needs: loaded only where a chart is shown. */
const chartPackages =
  /node_modules\/(recharts|victory-vendor|d3-[^/]+|internmap|decimal\.js-light|es-toolkit|eventemitter3|immer|reselect|redux|redux-thunk|@reduxjs|react-redux|react-is|use-sync-external-store)\//;
/**
 * What the frame of every page needs of these rarely changes, so it stays in the reader's cache between releases. Two files, because a file is run
 * in one step, and both in one would hold up a phone.
 */
const reactPackages = /node_modules\/(react|react-dom|scheduler)\//;
const corePackages = /node_modules\/@tanstack\//;

/**
 * The oldest browsers that work: those on office machines that can no longer be updated (Baseline 2022). Syntax and styles are compiled
 * for them, and `src/app/old-browser.ts` adds what their library lacks; `public/first-paint.js` tells older browsers in words.
 */
const floor = ["chrome109", "edge109", "firefox115", "safari16.4"];

export default defineConfig({
  builder: {},
  environments: {
    /** Draws public pages on the server (`apps/api/src/http/pages`). Whole in its folder: the server has none of the packages of the web application. */
    server: {
      consumer: "server",
      resolve: { noExternal: true },
      define: { "process.env.NODE_ENV": JSON.stringify("production") },
      build: {
        ssr: true,
        outDir: "dist/.server",
        emptyOutDir: true,
        minify: false,
        copyPublicDir: false,
        rolldownOptions: { input: "src/server/draw-page.tsx" },
      },
    },
  },
  plugins: [react(), pageList(), stylesInFewFiles(), offlineWorker(languages), brotliBeside()],
  define: { "import.meta.env.VITE_RELEASE": JSON.stringify(packageOfApp.version) },
  server: { port: 5173, strictPort: true, proxy: { "/api": "http://127.0.0.1:3000" } },
  build: {
    target: floor,
    cssTarget: floor,
    sourcemap: false,
    // Of the supported browsers only Safari before 17 lacks it, and loads the same files a little later; the code for it would be in every first page.
    modulePreload: { polyfill: false },
    // The content security policy allows fonts and images from our own origin, not from data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      // On a slow machine it would tell a newcomer, in the middle of the first start, how to profile the build.
      checks: { bundlerTimings: false },
      output: {
        // One character less in each name, of which the first page holds a list of all: a hundred bytes.
        // A group names each of its files by all pages that share it, and every file that imports it would say so.
        chunkFileNames: ({ name }) => `assets/${name.split("~")[0]}-[hash:7].js`,
        codeSplitting: {
          // `$initial`: only modules that the entry imports statically. What a page needs besides is loaded with that page.
          groups: [
            { name: "react", test: reactPackages, tags: ["$initial"], priority: 20 },
            { name: "core", test: corePackages, tags: ["$initial"], priority: 20 },
            { name: "charts", test: chartPackages, priority: 10 },
            { name: "frame", tags: ["$initial"] },
            // In this order: a group takes what its modules import along.
            ...(["shared", "parts", "open", "work"] as const).map((file) => ({
              name: (id: string, modules: Rolldown.ChunkingContext) => (fileOfForm(id, modules) === file ? file : null),
              minShareCount: 2,
            })),
            { name: sharedByFirstPage, minShareCount: 2, entriesAware: true, entriesAwareMergeThreshold: 4_000 },
          ],
        },
      },
    },
  },
});
