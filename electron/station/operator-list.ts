// Names and posts of this station's operators, read from its own official journal as it grows. Passwords are elsewhere.

import type { RecordId } from '#shared/base/ids';
import { type Operator, operatorSchema } from '#shared/domain/office';
import type { OperatorEntry } from '#shared/ipc/contract';
import type { JournalLine } from '#shared/journal/line';
import { createOfficialScan } from '../journal/official-scan';
import type { JournalStore } from '../journal/ports';

export interface OperatorList {
  /** In the order they were first entered. */
  entries(): Promise<readonly OperatorEntry[]>;
  find(id: RecordId): Promise<OperatorEntry | null>;
}

export function createOperatorList(journal: JournalStore): OperatorList {
  const operators = new Map<RecordId, Operator>();
  const take = (line: JournalLine) => {
    if (line.op === 'put') operators.set(line.id, operatorSchema.parse(line.body));
    else operators.delete(line.id);
  };
  const scan = createOfficialScan(journal, ['operators'], take, journal.owner);

  return {
    async entries() {
      await scan.refresh();
      return [...operators].map(([id, operator]) => ({ id, ...operator }));
    },
    async find(id) {
      await scan.refresh();
      const operator = operators.get(id);
      return operator === undefined ? null : { id, ...operator };
    },
  };
}
