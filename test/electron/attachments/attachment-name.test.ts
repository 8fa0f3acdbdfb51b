// Names as records show them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanAttachmentName } from '../../../electron/attachments/attachment-name';
import { attachmentSchema } from '../../../shared/domain/fields';

describe('cleanAttachmentName', () => {
  it('keeps an ordinary name and composes it', () => {
    expect(cleanAttachmentName('2026年 服务合同（终稿）.pdf')).toBe('2026年 服务合同（终稿）.pdf');
    expect(cleanAttachmentName('cafe\u0301.pdf')).toBe('caf\u00e9.pdf');
  });

  it('removes controls, direction marks, byte order marks, lone surrogates and path separators', () => {
    expect(cleanAttachmentName('合同\u202efdp.exe\u0000\n\ufeff.pdf')).toBe('合同fdp.exe.pdf');
    expect(cleanAttachmentName('..\\..\\a/b\ud800.png')).toBe('....ab.png');
  });

  it('cuts to 200 between characters and keeps a short ending', () => {
    const long = cleanAttachmentName(`${'字'.repeat(300)}.pdf`);
    expect(long).toHaveLength(200);
    expect(long.endsWith('字.pdf')).toBe(true);
    expect(cleanAttachmentName('\ud842\udfb7'.repeat(150)).length).toBe(200);
    expect(cleanAttachmentName(`a${'\ud842\udfb7'.repeat(150)}`).length).toBe(199);
  });

  it('gives a name even to what has none', () => {
    expect(cleanAttachmentName(' \u200e\t')).toBe('附件');
  });

  it('always satisfies the schema of a reference', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
        expect(attachmentSchema.shape.name.safeParse(cleanAttachmentName(name)).success).toBe(true);
      }),
    );
  });
});
