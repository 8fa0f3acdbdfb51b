import { describe, expect, it } from 'vitest';
import { BLANK_PROOF, proofSchema, type TypedProof } from '../../../../renderer/features/restore/key-proof';

const proof = (typed: Partial<TypedProof>) => proofSchema.safeParse({ ...BLANK_PROOF, ...typed });
const complaints = (typed: Partial<TypedProof>) => proof(typed).error?.issues.map(({ path, message }) => [path.join('.'), message]);
const CODE = 'ABCDE-FGHJK';

describe('proofSchema', () => {
  it('wants the passphrase, whatever stands in the fields of the other way', () => {
    expect(complaints({})).toEqual([['passphrase', 'passphrase.empty']]);
    expect(proof({ passphrase: ' 短 ', recoveryCode: CODE, newPassphrase: 'x' }).data).toEqual({ passphrase: ' 短 ' });
  });

  it('wants the code and the new passphrase twice, long enough and the same', () => {
    expect(complaints({ way: 'sheet' })).toEqual([['recoveryCode', 'code.empty'], ['newPassphrase', 'passphrase.short']]);
    expect(complaints({ way: 'sheet', recoveryCode: CODE, newPassphrase: '123456789', again: '123456789' })).toEqual([['newPassphrase', 'passphrase.short']]);
    expect(complaints({ way: 'sheet', recoveryCode: CODE, newPassphrase: '1234567890', again: '1234567891' })).toEqual([['again', 'password.mismatch']]);
    expect(proof({ way: 'sheet', passphrase: 'x', recoveryCode: ` ${CODE} `, newPassphrase: '1234567890', again: '1234567890' }).data).toEqual({ recoveryCode: CODE, newPassphrase: '1234567890' });
  });
});
