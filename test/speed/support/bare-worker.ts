// The floor of every projection: the projected plan items once more, put into a bare object store with the same indexes. Reading
// them back is not counted.

const READ_ROWS = 5000;
const ROWS_PER_TRANSACTION = 1000;

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => { resolve(request.result); };
    request.onerror = () => { reject(new Error(request.error?.name ?? 'request')); };
  });
const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => { resolve(); };
    transaction.onabort = () => { reject(new Error(transaction.error?.name ?? 'transaction')); };
  });

async function measure(): Promise<number> {
  const projected = await settled(indexedDB.open('goufu-desk'));
  await settled(indexedDB.deleteDatabase('bare-rows'));
  const opening = indexedDB.open('bare-rows', 1);
  opening.onupgradeneeded = () => {
    const rows = opening.result.createObjectStore('rows', { keyPath: 'id' });
    rows.createIndex('number', ['body.year', 'body.number']);
    rows.createIndex('catalogue', ['body.year', 'body.catalogueCode']);
  };
  const bare = await settled(opening);
  let spent = 0;
  let after: IDBKeyRange | null = null;
  for (;;) {
    const rows = (await settled(projected.transaction('planItems').objectStore('planItems').getAll(after, READ_ROWS))) as { id: string }[];
    const started = performance.now();
    for (let from = 0; from < rows.length; from += ROWS_PER_TRANSACTION) {
      const transaction = bare.transaction('rows', 'readwrite', { durability: 'relaxed' });
      const store = transaction.objectStore('rows');
      for (const row of rows.slice(from, from + ROWS_PER_TRANSACTION)) store.put(row);
      await completed(transaction);
    }
    spent += performance.now() - started;
    const last = rows.at(-1);
    if (!last || rows.length < READ_ROWS) return spent;
    after = IDBKeyRange.lowerBound(last.id, true);
  }
}

void measure().then((spent) => {
  postMessage(spent);
});
