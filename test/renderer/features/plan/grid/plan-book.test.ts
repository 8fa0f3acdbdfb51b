// The year's rows outside React: rows keep their place and their identity while others come, change and go.
import { describe, expect, it } from 'vitest';
import { createPlanBook } from '../../../../../renderer/features/plan/grid/plan-book';
import { bookOfFour, draftOf, fresh } from './support';

const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name);

describe('createPlanBook', () => {
  it('ends with an empty row that has the next number, and with none while rows are filtered', () => {
    const book = bookOfFour();
    expect(book.count()).toBe(5);
    expect(book.isFresh(4)).toBe(true);
    expect(book.rowAt(4)?.typed.number).toBe('2027-009');
    book.filter({ accepts: ({ draft }) => draft === null });
    expect([book.count(), names(book.shown())]).toEqual([1, ['项目4']]);
  });

  it('offers no empty row while there is nobody to buy', () => {
    expect(createPlanBook(() => null).count()).toBe(0);
  });

  it('keeps the very objects of rows that say the same, and of those not saved yet', () => {
    const book = bookOfFour();
    const [one, two] = book.all();
    const typed = draftOf(2, { name: '刚打的字' });
    book.put([typed]);
    book.load([draftOf(1), draftOf(2), draftOf(3)], new Set([typed.id]));
    expect(book.all()[0]).toBe(one);
    expect(book.all()[1]).toBe(typed);
    expect(two).not.toBe(typed);
    expect(names(book.all())).toEqual(['项目1', '刚打的字', '项目3']);
  });

  it('does not bring in what the tables hold of a row that is being begun or thrown away on screen', () => {
    const book = bookOfFour();
    book.remove(new Set([draftOf(2).id]));
    book.load([draftOf(1), draftOf(2), draftOf(3), draftOf(6)], new Set([draftOf(2).id, draftOf(6).id]));
    expect(names(book.all())).toEqual(['项目1', '项目3']);
  });

  it('does not move a row because of what was typed in it: only sorting does', () => {
    const book = bookOfFour();
    book.sort({ column: 'name', direction: 'descending' }, (a, b) => (a.name < b.name ? 1 : -1));
    expect(names(book.shown())).toEqual(['项目4', '项目3', '项目2', '项目1']);
    book.put([draftOf(1, { name: '项目9' })]);
    expect(names(book.shown())).toEqual(['项目4', '项目3', '项目2', '项目9']);
    book.sort({ column: 'name', direction: 'descending' }, (a, b) => (a.name < b.name ? 1 : -1));
    expect(names(book.shown())).toEqual(['项目9', '项目4', '项目3', '项目2']);
  });

  it('puts new rows where they are wanted, else at the end', () => {
    const book = bookOfFour();
    book.put([draftOf(5)], 1);
    book.put([draftOf(6)]);
    expect(names(book.shown())).toEqual(['项目1', '项目5', '项目2', '项目3', '项目4', '项目6']);
    expect(book.indexOf(draftOf(5).id)).toBe(1);
  });

  it('ticks rows, and forgets those that go', () => {
    const book = bookOfFour();
    book.tick([draftOf(1).id, draftOf(2).id], true);
    book.remove(new Set([draftOf(1).id]));
    expect(names(book.shown().filter(({ ticked }) => ticked))).toEqual(['项目2']);
    expect(book.find(draftOf(1).id)).toBeUndefined();
  });

  it('tells of every change once', () => {
    const book = createPlanBook(fresh);
    let told = 0;
    const stop = book.subscribe(() => void told++);
    book.load([draftOf(1)], new Set());
    book.put([draftOf(1, { name: '新' })]);
    stop();
    book.put([draftOf(1)]);
    expect(told).toBe(2);
  });
});
