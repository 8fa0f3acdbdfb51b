import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sm3HexSchema } from '#shared/base/ids';
import { deskAtWork, freshFolder } from '../exchange/support';
import { codeOf, countyRequest, valueOf } from '../station/support';

const PDF = '%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n';

describe('attachmentHandlers', () => {
  it('copies chosen files in and one of them out again, byte for byte', async () => {
    const desk = await deskAtWork(countyRequest);
    const folder = await freshFolder();
    await writeFile(join(folder, '合同扫描件.pdf'), PDF);
    desk.answers.files = [join(folder, '合同扫描件.pdf')];
    const [attachment] = valueOf(await desk.handlers.pickAttachments({}));
    expect(attachment).toMatchObject({ name: '合同扫描件.pdf', sizeBytes: PDF.length, mediaType: 'application/pdf' });
    expect(desk.settings.current.lastFolder).toBe(folder);

    desk.answers.save = join(folder, 'out.pdf');
    const sm3 = attachment?.sm3 ?? sm3HexSchema.parse('');
    expect(valueOf(await desk.handlers.saveAttachment({ sm3, name: '../合同.pdf' }))).toEqual({ fileName: 'out.pdf' });
    expect(await readFile(join(folder, 'out.pdf'), 'utf8')).toBe(PDF);
  });

  it('says which of several files was refused', async () => {
    const desk = await deskAtWork(countyRequest);
    const folder = await freshFolder();
    await writeFile(join(folder, 'good.pdf'), PDF);
    await writeFile(join(folder, 'bad.pdf'), 'MZ not a pdf');
    desk.answers.files = [join(folder, 'good.pdf'), join(folder, 'bad.pdf')];
    expect(await desk.handlers.pickAttachments({})).toMatchObject({ ok: false, error: { code: 'attachment.unknown-type', evidence: { place: 2 } } });
  });

  it('takes no more files at once than a record can hold', async () => {
    const desk = await deskAtWork(countyRequest);
    desk.answers.files = Array.from({ length: 51 }, (_, index) => `/nowhere/${String(index)}`);
    expect(codeOf(await desk.handlers.pickAttachments({}))).toBe('attachment.too-many');
  });

  it('saves nothing that is not held', async () => {
    const desk = await deskAtWork(countyRequest);
    const folder = await freshFolder();
    desk.answers.save = join(folder, 'x.pdf');
    expect(codeOf(await desk.handlers.saveAttachment({ sm3: sm3HexSchema.parse('0'.repeat(64)), name: 'x' }))).toBe('attachment.missing');
    expect(await readdir(folder)).toEqual([]);
  });

  it('hands out no attachment whose bytes have changed, and says that it is damaged', async () => {
    const desk = await deskAtWork(countyRequest);
    const folder = await freshFolder();
    await writeFile(join(folder, 'a.pdf'), PDF);
    desk.answers.files = [join(folder, 'a.pdf')];
    const sm3 = valueOf(await desk.handlers.pickAttachments({}))[0]?.sm3 ?? sm3HexSchema.parse('');
    await writeFile(join(desk.place().folder, 'attachments', sm3.slice(0, 2), sm3), PDF.replace('1 0 obj', '2 0 obj'));
    desk.answers.save = join(folder, 'out.pdf');
    expect(codeOf(await desk.handlers.saveAttachment({ sm3, name: 'a.pdf' }))).toBe('attachment.damaged');
    expect(await readdir(folder)).toEqual(['a.pdf']);
    valueOf(await desk.handlers.pickAttachments({}));
    valueOf(await desk.handlers.saveAttachment({ sm3, name: 'a.pdf' }));
    expect(await readFile(join(folder, 'out.pdf'), 'utf8')).toBe(PDF);
  });

  it('says so when the chosen place cannot be written', async () => {
    const desk = await deskAtWork(countyRequest);
    const folder = await freshFolder();
    await writeFile(join(folder, 'a.pdf'), PDF);
    desk.answers.files = [join(folder, 'a.pdf')];
    const [attachment] = valueOf(await desk.handlers.pickAttachments({}));
    desk.answers.save = join(folder, 'a.pdf', 'below-a-file.pdf');
    expect(codeOf(await desk.handlers.saveAttachment({ sm3: attachment?.sm3 ?? sm3HexSchema.parse(''), name: 'a.pdf' }))).toBe('file.not-written');
  });
});
