// What is typed to prove that the station may be restored: the key's passphrase, or the recovery sheet with a new passphrase.

import { z } from 'zod';
import type { KeyProof } from '#shared/ipc/backup';

const LEAST = 10;

export const proofSchema = z
  .object({
    way: z.enum(['passphrase', 'sheet']),
    passphrase: z.string().max(128),
    recoveryCode: z.string().trim().max(100),
    newPassphrase: z.string().max(128),
    again: z.string(),
  })
  .superRefine(({ way, passphrase, recoveryCode, newPassphrase, again }, context) => {
    const complain = (path: string, message: string) => { context.addIssue({ code: 'custom', path: [path], message }); };
    if (way === 'passphrase') {
      if (passphrase === '') complain('passphrase', 'passphrase.empty');
      return;
    }
    if (recoveryCode === '') complain('recoveryCode', 'code.empty');
    if (newPassphrase.length < LEAST) complain('newPassphrase', 'passphrase.short');
    else if (newPassphrase !== again) complain('again', 'password.mismatch');
  })
  .transform(({ way, passphrase, recoveryCode, newPassphrase }): KeyProof => (way === 'passphrase' ? { passphrase } : { recoveryCode, newPassphrase }));

export type TypedProof = z.input<typeof proofSchema>;

export const BLANK_PROOF: TypedProof = { way: 'passphrase', passphrase: '', recoveryCode: '', newPassphrase: '', again: '' };
