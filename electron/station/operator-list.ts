// Names and posts of this station's operators, read from its own official journal as it grows. Passwords are elsewhere.

import { assert } from '#shared/base/assert';
import { type Operator, operatorSchema } from '#shared/domain/office';
import type { RecordId } from '#shared/base/ids';
import type { OperatorEntry } from '#shared/ipc/contract';
import { parseLine } from '#shared/journal/line';
import type { JournalStore } from '../journal/ports';

export interface OperatorList {
  /** In the order they were first entered. */
  entries(): Promise<readonly OperatorEntry[]>;
  find(id: RecordId): Promise<OperatorEntry | null>;
}

/** Canonical JSON has one spelling, so lines of other tables need not be parsed. */
const MARK = '"table":"operators"';

export function createOperatorList(journal: JournalStore): OperatorList {
  const operators = new Map<RecordId, Operator>();
  let readSeq = 0;
  let reading: Promise<void> = Promise.resolve();

  const catchUp = async () => {
    const head = journal.head('official', journal.owner);
    if (head === null || head.seq === readSeq) return;
    for await (const { seq, text } of journal.readLines('official', journal.owner, readSeq + 1)) {
      if (text.includes(MARK)) apply(text, operators);
      readSeq = seq;
    }
  };
  // One reader at a time; a reader that failed does not spoil the next.
  const current = async () => {
    const mine = reading.then(catchUp);
    reading = mine.catch(() => undefined);
    await mine;
  };

  return {
    async entries() {
      await current();
      return [...operators].map(([id, operator]) => ({ id, ...operator }));
    },
    async find(id) {
      await current();
      const operator = operators.get(id);
      return operator === undefined ? null : { id, ...operator };
    },
  };
}

function apply(text: string, operators: Map<RecordId, Operator>): void {
  const line = parseLine(text);
  assert(line.ok, 'lines of our own journal are canonical');
  if (line.value.table !== 'operators') return;
  if (line.value.op === 'put') operators.set(line.value.id, operatorSchema.parse(line.value.body));
  else operators.delete(line.value.id);
}
