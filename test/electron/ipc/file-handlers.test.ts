import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { deskAtWork, freshFolder } from '../exchange/support';
import { codeOf, countyRequest, valueOf } from '../station/support';

const bytes = new TextEncoder().encode('PK');

describe('fileHandlers', () => {
  it('writes the bytes into the file the user named and remembers its folder', async () => {
    const desk = await deskAtWork(countyRequest);
    const folder = await freshFolder();
    desk.answers.save = join(folder, '计划.xlsx');
    expect(valueOf(await desk.handlers.saveFile({ kind: 'xlsx', suggestedName: '计划', bytes }))).toEqual({ fileName: '计划.xlsx' });
    expect(await readFile(join(folder, '计划.xlsx'))).toEqual(Buffer.from(bytes));
    expect(desk.settings.current.lastFolder).toBe(folder);
  });

  it('writes nothing when the user thinks better of it', async () => {
    const desk = await deskAtWork(countyRequest);
    desk.answers.save = null;
    expect(valueOf(await desk.handlers.saveFile({ kind: 'docx', suggestedName: '合同', bytes }))).toEqual({ fileName: null });
  });

  it('says so when the chosen place cannot be written, and leaves nothing there', async () => {
    const desk = await deskAtWork(countyRequest);
    const folder = await freshFolder();
    await writeFile(join(folder, 'a.txt'), '');
    desk.answers.save = join(folder, 'a.txt', '计划.xlsx');
    expect(codeOf(await desk.handlers.saveFile({ kind: 'xlsx', suggestedName: '计划', bytes }))).toBe('file.not-written');
    expect(await readdir(folder)).toEqual(['a.txt']);
  });

  it('answers nobody who has not signed in', async () => {
    const desk = await deskAtWork(countyRequest);
    await desk.handlers.signOut({});
    expect(codeOf(await desk.handlers.saveFile({ kind: 'xlsx', suggestedName: '计划', bytes }))).toBe('session.not-signed-in');
  });
});
