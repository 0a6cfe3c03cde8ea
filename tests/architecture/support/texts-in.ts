import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

/** A text that a program may say, and the names of the properties that it stands under, outermost first. */
export interface SourceText {
  readonly path: string;
  readonly names: readonly string[];
  readonly text: string;
}

const nameOf = (name: ts.PropertyName): string => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : "");

/** The string literals and templates of one file; what a template is filled in with stands as "…". */
export function textsOfSource(path: string, source: string): readonly SourceText[] {
  const file = ts.createSourceFile(path, source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX);
  const found: SourceText[] = [];
  const visit = (node: ts.Node, names: readonly string[]): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return;
    const below = ts.isPropertyAssignment(node) ? [...names, nameOf(node.name)] : names;
    if (ts.isStringLiteralLike(node)) found.push({ path, names, text: node.text });
    if (ts.isJsxText(node)) found.push({ path, names, text: node.text });
    if (ts.isTemplateExpression(node)) {
      const text = node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
      found.push({ path, names, text: `${node.head.text}${text}` });
    }
    ts.forEachChild(node, (child) => visit(child, below));
  };
  visit(file, []);
  return found;
}

/** The strings of a file of data. */
function textsOfData(path: string, value: unknown, names: readonly string[] = []): readonly SourceText[] {
  if (typeof value === "string") return [{ path, names, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => textsOfData(path, one, [...names, name]));
}

/** Paths of the files below a folder, without what others wrote and what was built. */
function filesBelow(root: string, folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return ["node_modules", "dist"].includes(entry.name) ? [] : filesBelow(root, path);
  });
}

/** The sources of the programs that are delivered, and their data, that hold any of these words. */
export function sourcesWith(
  root: string,
  words: RegExp,
): readonly { readonly path: string; readonly source: string }[] {
  return ["apps", "packages"]
    .flatMap((folder) => filesBelow(root, folder))
    .filter((path) => /\/src\/.*\.tsx?$|^packages\/domain\/catalogue\/.*\.json$/.test(path))
    .filter((path) => !/\.(?:test|fixture)\.tsx?$/.test(path))
    .map((path) => ({ path, source: readFileSync(join(root, path), "utf8") }))
    .filter(({ source }) => words.test(source));
}

/** Every text of these files. */
export function textsOfFilesWith(root: string, words: RegExp): readonly SourceText[] {
  return sourcesWith(root, words).flatMap(({ path, source }) =>
    path.endsWith(".json") ? textsOfData(path, JSON.parse(source)) : textsOfSource(path, source),
  );
}
