// What the set-up form holds while typing, and what it becomes: one createStation request.

import { z } from 'zod';
import { buyerSchema, ORDINARY_OFFICE } from '#shared/domain/buyer';
import { nameText, optionalText } from '#shared/domain/fields';
import { officeKindSchema } from '#shared/domain/office';
import type { RequestOf } from '#shared/ipc/contract';
import { typedLine, typedUscc } from '../../ui/typed';

const twice = <Shape extends { first: string; second: string }>(value: Shape) => value.first === value.second;
const secret = (min: number, short: string) =>
  z
    .object({ first: z.string().min(min, short).max(128), second: z.string() })
    .refine(twice, { path: ['second'], message: 'password.mismatch' });

export const setupSchema = z.object({
  secrecyDeclared: z.boolean().refine((declared) => declared, 'declaration.missing'),
  officeKind: officeKindSchema,
  leagueCode: z.string(),
  regionCode: z.string().regex(/^15\d{4}$/, 'choice.missing'),
  name: typedLine(100).pipe(nameText),
  uscc: typedUscc,
  buyer: buyerSchema.pick({
    buyerType: true,
    civilServiceManaged: true,
    administrativeFunction: true,
    establishment: true,
    fundedByFinance: true,
    institutionClass: true,
  }).extend({ needStatement: optionalText(500) }),
  operators: z
    .array(z.object({ name: typedLine(100), post: typedLine(50), password: secret(8, 'password.short') }))
    .min(1)
    .max(10),
  passphrase: secret(10, 'passphrase.short'),
}).refine(({ officeKind, leagueCode }) => officeKind === 'region' || leagueCode !== '', {
  path: ['leagueCode'],
  message: 'choice.missing',
  // Also while other fields are wrong: a step is judged before the next ones are filled in.
  when: () => true,
});

export type SetupTyped = z.input<typeof setupSchema>;
export type SetupStored = z.output<typeof setupSchema>;

export const EMPTY_OPERATOR: SetupTyped['operators'][number] = { name: '', post: '', password: { first: '', second: '' } };

export const SETUP_DEFAULTS: SetupTyped = {
  secrecyDeclared: false,
  officeKind: 'unit',
  leagueCode: '',
  regionCode: '',
  name: '',
  uscc: '',
  buyer: ORDINARY_OFFICE,
  operators: [EMPTY_OPERATOR, EMPTY_OPERATOR],
  passphrase: { first: '', second: '' },
};

/** Only a purchasing unit is a buyer; a finance office sends none. */
export function toCreateRequest(stored: SetupStored): RequestOf<'createStation'> {
  const { name, uscc, regionCode, officeKind, operators, passphrase, buyer } = stored;
  return {
    name,
    uscc,
    regionCode,
    officeKind,
    secrecyDeclared: true,
    buyer: officeKind === 'unit' ? { name, uscc, regionCode, ...buyer } : null,
    operators: operators.map((operator) => ({ name: operator.name, post: operator.post, password: operator.password.first })),
    passphrase: passphrase.first,
  };
}
