// Where the sheet stands while rows move under it.
import { describe, expect, it } from 'vitest';
import { createSheetView } from '../../../../renderer/ui/sheet/sheet-view';

describe('createSheetView', () => {
  it('follows the row that is being typed in without ending the typing', () => {
    const view = createSheetView();
    view.go({ row: 1, column: 2 });
    view.setMode('type');
    view.shift(4);
    expect(view.get()).toMatchObject({ row: 4, column: 2, mode: 'type' });
    expect(view.range()).toEqual({ top: 4, bottom: 4, left: 2, right: 2 });
    view.go({ row: 0, column: 0 });
    expect(view.get().mode).toBe('select');
  });
});
