import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../shared/journal/canonical';
import { attachmentsIn, REFERENCE_MARK } from '../../../shared/bundle/references';

const reference = { sm3: 'a'.repeat(64), name: '合同.pdf', sizeBytes: 5, mediaType: 'application/pdf' };

describe('attachmentsIn', () => {
  it('finds references at any depth, and every line that holds one holds the mark', () => {
    const body = { attachments: [reference], inner: { list: [{ proof: { ...reference, sm3: 'b'.repeat(64) } }] } };
    expect(attachmentsIn(body).map(({ sm3 }) => sm3[0]).sort()).toEqual(['a', 'b']);
    expect(canonicalJson(body)).toContain(REFERENCE_MARK);
  });

  it('takes nothing that only resembles one', () => {
    expect(attachmentsIn({ a: { ...reference, sizeBytes: 0 }, b: { ...reference, more: 1 }, c: 'application/pdf', d: null })).toEqual([]);
  });
});
