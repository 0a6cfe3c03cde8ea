import { expect, test } from "vitest";
import { pageShell } from "./page-shell.ts";

/** As Vite writes it. */
const template = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
    <script src="/first-paint.js"></script>
    <title>Avances</title>
    <script type="module" crossorigin src="/assets/index-1.js"></script>
    <link rel="modulepreload" crossorigin href="/assets/core-2.js">
    <link rel="stylesheet" crossorigin href="/assets/style-3.css">
    <link rel="styles" crossorigin href="/assets/open-5.css" data-styles="open">
    <link rel="styles" crossorigin href="/assets/form-6.css" data-styles="form">
  </head>
  <body>
    <div id="root"></div>
    <noscript><p>No scripts</p></noscript>
  </body>
</html>`;
const shell = pageShell(template, { portal: "https://avances.example", demonstration: false });
const drawn = { head: "<title>Region</title>", body: "<h1>Region $&</h1>", reads: '/public/matrix="e1"' };

test("a page that the server drew is painted from its styles alone; its code waits", () => {
  const html = shell.filled("es", "2026-11-29", drawn, ["open"]).body.toString();
  expect(html).toContain(
    '<meta charset="utf-8" /><link rel="stylesheet" crossorigin href="/assets/style-3.css"><link rel="stylesheet" crossorigin href="/assets/open-5.css" data-styles="open"><link rel="styles" crossorigin href="/assets/form-6.css" data-styles="form">',
  );
  expect(html).toContain('<link rel="later" crossorigin href="/assets/index-1.js" id="code">');
  expect(html).toContain('<link rel="later" crossorigin href="/assets/core-2.js">');
  expect(html.match(/stylesheet/g)).toHaveLength(2);
  expect(html.match(/data-styles/g)).toHaveLength(2);
  // Nothing is painted before all of it is there.
  expect(html).toMatch(/<link rel="expect" href="#whole" blocking="render">[\s\S]*<i id="whole" hidden><\/i><\/body>/);
  expect(html).not.toMatch(/type="module"|modulepreload|<title>Avances|noscript/);
  expect(html).toContain('<div id="root" data-reads="/public/matrix=&quot;e1&quot;"><h1>Region $&</h1></div>');
  expect(html).toMatch(/<html lang="es" data-portal="https:\/\/avances.example" data-today="2026-11-29">/);
});

test("a page that the browser fills begins with its code at once", () => {
  const html = shell.empty("/es/sign-in").body.toString();
  expect(html).toContain('<script type="module" crossorigin src="/assets/index-1.js"></script>');
  expect(html).toContain("<noscript>");
});

test("a page that names what it needs at once has the browser fetch it, each report its own data", () => {
  const early = (id: string) => ({
    files: ["/assets/form-4.js"],
    reads: ["/api/v1/session", `/api/v1/submissions/${id}`],
    icon: "data:image/svg+xml,%3Csvg width='$&'/%3E",
  });
  const html = (id: string) => shell.empty("/es/reports/x", { styles: [], early: early(id) }).body.toString();
  expect(html("1")).toContain('<link rel="preload" as="fetch" crossorigin href="/api/v1/submissions/1">');
  expect(html("2")).toContain('<link rel="preload" as="fetch" crossorigin href="/api/v1/submissions/2">');
  expect(html("2")).toMatch(/<link rel="next" [^>]*href="\/assets\/form-4.js"><\/head>/);
  expect(html('"')).toContain('href="/api/v1/submissions/&quot;"');
  expect(html("1")).toContain(
    `<link rel="icon" href="data:image/svg+xml,%3Csvg width='$&amp;'/%3E" type="image/svg+xml" />`,
  );
  expect(html("1")).not.toContain("/favicon.svg");
  const other = shell.empty("/es/home").body.toString();
  expect(other).not.toContain("form-4");
  expect(other).toContain('<link rel="icon" href="/favicon.svg"');
});

test("a page that the browser fills loads its styles with the document, and no others", () => {
  const linksIn = (html: string) =>
    [...html.matchAll(/<link rel="(styles|stylesheet)"[^>]*\/assets\/(\w+)-/g)].map(
      ([, rel, name]) => `${name} ${rel}`,
    );
  const html = shell.empty("/es/reports/1", { styles: ["form"] }).body.toString();
  expect(linksIn(html)).toEqual(["style stylesheet", "open styles", "form stylesheet"]);
  expect(linksIn(shell.empty("/es/nothing").body.toString())).toEqual([
    "style stylesheet",
    "open styles",
    "form styles",
  ]);
});
