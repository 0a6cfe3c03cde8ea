import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { memoryStorage } from "#testing/storage.ts";
import { type Person, pagePerson } from "./page-person.ts";
import { isShape, isText } from "./read-kept.ts";
import { shelf } from "./shelf.ts";
import { type KeptForm, useKeptForm } from "./use-kept-form.ts";

interface Note {
  readonly body: string;
}
const isNote = isShape<Note>({ body: isText });
const place = { userId: "ana", kind: "text", name: "note.s1" } as const;
const kept = () => shelf.read(place, isNote);

/** The form as a newly opened page has it; what is written in it goes to the shelf. */
function opened(): KeptForm<Note> {
  const forms: KeptForm<Note>[] = [];
  function Form() {
    forms.push(useKeptForm<Note>({ form: "note", of: ["s1"], empty: { body: "" }, guard: isNote }));
    return null;
  }
  renderToString(createElement(Form));
  const [form] = forms;
  if (form === undefined) throw new Error("The form was not drawn");
  return form;
}

/** A reply that arrives when the test says so. */
function slowLine<T>(): { readonly promise: Promise<T>; readonly resolve: (reply: T) => void } {
  let resolve: (reply: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve: (reply) => resolve(reply) };
}

const before = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
beforeAll(() => {
  Object.defineProperty(globalThis, "localStorage", { value: memoryStorage(), configurable: true });
  pagePerson.became({ id: "ana" } as Person);
});
afterAll(() => {
  shelf.forget("ana");
  pagePerson.became(null);
  if (before === undefined) Reflect.deleteProperty(globalThis, "localStorage");
  else Object.defineProperty(globalThis, "localStorage", before);
});

test("what is written on while the reply is awaited stays; only what was sent goes", async () => {
  opened().change({ body: "One thing" });
  const line = slowLine<string>();
  const replies: string[] = [];
  const sending = opened().send(
    () => line.promise,
    (reply) => replies.push(reply),
  );
  opened().change({ body: "One thing, and another" });
  line.resolve("added");
  await sending;
  expect([kept(), replies]).toEqual([{ body: "One thing, and another" }, ["added"]]);
  expect(opened().value).toEqual({ body: "One thing, and another" });
});

test("what was sent as it stands is kept no more, also when the form was left and opened again meanwhile", async () => {
  opened().change({ body: "All of it" });
  const line = slowLine<null>();
  const sending = opened().send(() => line.promise);
  expect(opened().value).toEqual({ body: "All of it" });
  line.resolve(null);
  await sending;
  expect(kept()).toBeUndefined();
});

test("what was refused stays", async () => {
  opened().change({ body: "Refused" });
  await opened().send(() => Promise.reject(new Error("no")));
  expect(kept()).toEqual({ body: "Refused" });
});

test("no form empties itself after sending: it sends through the kept form, which knows what was written since", () => {
  const files = readdirSync(features, { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  const clearing = files.filter((file) =>
    /onSuccess[\s\S]{0,200}\.clear\(\)/.test(readFileSync(`${features}/${file}`, "utf8")),
  );
  expect(clearing).toEqual([]);
});

const features = fileURLToPath(new URL("../features", import.meta.url));

/** A long text whose keystrokes go only into a state of the component, and are lost when the component is gone. */
const intoState = /<TextArea(?:(?!\/>)[\s\S])*onChange=\{\((\w+)\) => set[A-Z]\w*\(\1\.target\.value\)\}/;

test("no long text that a person writes is only in the page: it goes to the answers or to a kept form", () => {
  const files = readdirSync(features, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".tsx"));
  expect(files.length).toBeGreaterThan(50);
  expect(intoState.test("<TextArea label={x} onChange={(event) => setBody(event.target.value)} />")).toBe(true);
  const forgetful = files.filter((file) => intoState.test(readFileSync(`${features}/${file}`, "utf8")));
  expect(forgetful).toEqual([]);
});
