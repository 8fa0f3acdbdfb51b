import { describe, expect, it } from 'vitest';
import { type Printable, printPage } from '../../electron/print';

type Options = Parameters<Printable['print']>[0];

function printer(outcome: readonly [printed: boolean, reason: string], names: readonly string[] = ['HP']): { readonly page: Printable; readonly asked: Options[] } {
  const asked: Options[] = [];
  const page = {
    getPrintersAsync: () => Promise.resolve(names.map((name) => ({ name }))),
    print: (options: Options, done: (printed: boolean, reason: string) => void) => {
      asked.push(options);
      done(...outcome);
    },
  };
  return { page: page as unknown as Printable, asked };
}

describe('printPage', () => {
  it('asks the system for A4 without margins, in the sheet’s direction', async () => {
    const { page, asked } = printer([true, '']);
    expect(await printPage(page, true)).toEqual({ ok: true, value: { printed: true } });
    expect(asked).toMatchObject([{ silent: false, landscape: true, pageSize: 'A4', margins: { marginType: 'none' } }]);
  });

  it('says that there is no printer before Chromium fails', async () => {
    const { page, asked } = printer([true, ''], []);
    expect(await printPage(page, false)).toEqual({ ok: false, error: { code: 'print.no-printer' } });
    expect(asked).toEqual([]);
  });

  it('takes a closed dialog for a change of mind, anything else for a failure', async () => {
    expect(await printPage(printer([false, 'Print job canceled']).page, false)).toEqual({ ok: true, value: { printed: false } });
    expect(await printPage(printer([false, 'Print job failed']).page, false)).toEqual({ ok: false, error: { code: 'print.failed' } });
  });
});
