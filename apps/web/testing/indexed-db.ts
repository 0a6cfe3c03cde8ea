/** As much of IndexedDB as the vault uses: stores with keys, transactions that complete later, and a switch that makes writing fail. */
export interface FakeIndexedDb {
  readonly factory: IDBFactory;
  readonly stores: ReadonlyMap<string, Map<string, Readonly<Record<string, unknown>>>>;
  /** While set, every transaction that writes is aborted with it. */
  fault: DOMException | null;
}

export function fakeIndexedDb(): FakeIndexedDb {
  const stores = new Map<string, Map<string, Readonly<Record<string, unknown>>>>();
  const paths = new Map<string, string>();
  const later = (act: () => void) => void setTimeout(act, 0);
  const fake: FakeIndexedDb = { factory: undefined as unknown as IDBFactory, stores, fault: null };
  const request = (act: () => unknown) => {
    const made: Record<string, unknown> = { onsuccess: null, onerror: null };
    later(() => {
      made.result = act();
      (made.onsuccess as (() => void) | null)?.();
    });
    return made;
  };
  const database = {
    createObjectStore(name: string, { keyPath }: { keyPath: string }) {
      stores.set(name, new Map());
      paths.set(name, keyPath);
    },
    close: () => undefined,
    transaction(names: string | string[], mode: string) {
      const made: Record<string, unknown> = { oncomplete: null, onabort: null, error: null };
      const copies = new Map([names].flat().map((name) => [name, new Map(stores.get(name))]));
      let open = 0;
      const finish = () => {
        if (open > 0) return later(finish);
        if (mode === "readwrite" && fake.fault !== null) {
          made.error = fake.fault;
          return (made.onabort as (() => void) | null)?.();
        }
        if (mode === "readwrite") for (const [name, copy] of copies) stores.set(name, copy);
        (made.oncomplete as (() => void) | null)?.();
      };
      setTimeout(finish, 3);
      const asked = (act: () => unknown) => {
        open += 1;
        return request(() => {
          later(() => {
            open -= 1;
          });
          return act();
        });
      };
      made.abort = () => undefined;
      made.objectStore = (name: string) => {
        const copy = copies.get(name) ?? new Map();
        return {
          get: (key: string) => asked(() => copy.get(key)),
          getAll: () => asked(() => [...copy.values()]),
          put: (value: Record<string, unknown>) => asked(() => copy.set(String(value[paths.get(name) ?? ""]), value)),
          delete: (key: string) => asked(() => copy.delete(key)),
        };
      };
      return made;
    },
  };
  const factory = {
    open() {
      const made: Record<string, unknown> = { onsuccess: null, onerror: null, onupgradeneeded: null, result: database };
      later(() => {
        if (stores.size === 0) (made.onupgradeneeded as (() => void) | null)?.();
        (made.onsuccess as (() => void) | null)?.();
      });
      return made;
    },
  };
  return Object.assign(fake, { factory: factory as unknown as IDBFactory });
}
