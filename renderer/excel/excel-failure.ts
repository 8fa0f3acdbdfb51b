// What can be wrong with a workbook, by code. The sentences stand in renderer/text; evidence never quotes a cell.

import { failure, type Failure, type Result } from '#shared/base/result';

export type ExcelCode =
  /** Not a workbook of the one kind that is read. */
  | 'excel.empty'
  | 'excel.too-large'
  | 'excel.old-format'
  | 'excel.encrypted'
  | 'excel.macros'
  | 'excel.binary'
  | 'excel.text-file'
  | 'excel.web-page'
  | 'excel.other-office'
  | 'excel.not-a-table'
  /** A workbook that is torn, forged or beyond the limits. */
  | 'excel.damaged'
  | 'excel.bomb'
  | 'excel.forbidden-xml'
  | 'excel.too-many-rows'
  | 'excel.too-many-columns'
  | 'excel.no-sheet'
  /** The reader itself. */
  | 'excel.too-slow'
  | 'excel.cancelled'
  | 'excel.worker-lost'
  | 'excel.not-made'
  | 'excel.asset-missing';

export type ExcelFailure = Failure<ExcelCode>;
export type ExcelResult<T> = Result<T, ExcelFailure>;

/** Thrown inside the reader and turned into a Result at its door. */
export class Refusal extends Error {
  constructor(readonly failure: ExcelFailure) {
    super(failure.code);
  }
}

export function refuse(code: ExcelCode, evidence?: Failure['evidence']): never {
  const refused = failure(code, evidence);
  throw new Refusal((refused as { error: ExcelFailure }).error);
}

/** The work's value, or why it was refused. Whatever else goes wrong means that the file is damaged. */
export async function guarded<T>(work: () => Promise<T> | T): Promise<ExcelResult<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error: error instanceof Refusal ? error.failure : { code: 'excel.damaged' } };
  }
}
