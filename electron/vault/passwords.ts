// Operators' passwords as scrypt hashes in operators.json; they open the screen, not the station's key. It knows nothing
// of names and posts, and what it holds goes into no journal.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readFileIfPresent, systemCodeOf, writeFileAtomic } from '../lib/atomic-file';
import { failure, ok, type Failure, type Result } from '#shared/base/result';
import { createTurns } from '../lib/in-turn';
import { deriveScrypt, SCRYPT_COST } from './scrypt';
import { checkSecretLength, secretBytes } from './secret-text';
import { createThrottle } from './throttle';

export const OPERATORS_FILE = 'operators.json';
const HASH_BYTES = 32;
const SALT_BYTES = 16;
const OPERATORS_MAX = 10_000;

const base64Of = (bytes: number): z.ZodString => z.string().length(Math.ceil(bytes / 3) * 4).regex(/^[A-Za-z0-9+/]+={0,2}$/);
const operatorSchema = z.strictObject({
  operatorId: z.string().min(1).max(100),
  // The only cost we write; another one in the file is damage or tampering, never a reason to derive more cheaply.
  scrypt: z.strictObject({ N: z.literal(SCRYPT_COST.N), r: z.literal(SCRYPT_COST.r), p: z.literal(SCRYPT_COST.p) }),
  salt: base64Of(SALT_BYTES),
  hash: base64Of(HASH_BYTES),
});
const fileSchema = z.strictObject({
  v: z.literal(1),
  operators: z.array(operatorSchema).max(OPERATORS_MAX).refine((list) => new Set(list.map((one) => one.operatorId)).size === list.length),
});
type Operator = z.infer<typeof operatorSchema>;

/** `operator.store-damaged`: the file is there but unreadable; it is never taken for empty. Carries `system` where the system refused. */
export type StoreFault = Failure<'operator.store-damaged' | 'operator.storage-failed'>;
/** `operator.try-later` carries `waitMs`. */
export type VerifyFault = Failure<'operator.wrong-password' | 'operator.unknown' | 'operator.try-later'> | StoreFault;
/** Carries `minimum`. */
export type PasswordFault = Failure<'operator.short-password'>;

export interface OperatorStore {
  ids(): Promise<Result<readonly string[], StoreFault>>;
  has(operatorId: string): Promise<Result<boolean, StoreFault>>;
  /** Sets or replaces a password without asking for the old one; who may do that is the caller's question. */
  set(operatorId: string, password: string): Promise<Result<void, PasswordFault | StoreFault>>;
  verify(operatorId: string, password: string): Promise<Result<void, VerifyFault>>;
  change(operatorId: string, current: string, next: string): Promise<Result<void, VerifyFault | PasswordFault>>;
  remove(operatorId: string): Promise<Result<void, StoreFault>>;
}

/** `now` is a monotonic clock in milliseconds, for the waits after wrong passwords. */
export function createOperatorStore(options: { readonly directory: string; readonly now?: () => number }): OperatorStore {
  const path = join(options.directory, OPERATORS_FILE);
  const throttle = createThrottle(options.now);
  const inTurn = createTurns();

  const list = async (): Promise<Result<readonly Operator[], StoreFault>> => {
    try {
      const bytes = await readFileIfPresent(path);
      return bytes === null ? ok([]) : parseOperators(bytes);
    } catch (error) {
      return failure('operator.store-damaged', { system: systemCodeOf(error) });
    }
  };

  const replace = (edit: (operators: readonly Operator[]) => readonly Operator[]): Promise<Result<void, StoreFault>> =>
    inTurn(async () => {
      const operators = await list();
      if (!operators.ok) return operators;
      const text = JSON.stringify({ v: 1, operators: edit(operators.value) }, null, 2);
      try {
        return ok(await writeFileAtomic(path, `${text}\n`, { mode: 0o600 }));
      } catch (error) {
        const system = systemCodeOf(error);
        if (system === '') throw error;
        return failure('operator.storage-failed', { system });
      }
    });

  const set: OperatorStore['set'] = async (operatorId, password) => {
    const long = checkSecretLength(password, 'operator.short-password');
    if (!long.ok) return long;
    const operator = await hashPassword(operatorId, password);
    const written = await replace((operators) => [...operators.filter((one) => one.operatorId !== operatorId), operator]);
    if (written.ok) throttle.succeeded(operatorId);
    return written;
  };

  const verify: OperatorStore['verify'] = async (operatorId, password) => {
    const operators = await list();
    if (!operators.ok) return operators;
    const operator = operators.value.find((one) => one.operatorId === operatorId);
    if (operator === undefined) return failure('operator.unknown');
    const waitMs = throttle.begin(operatorId);
    if (waitMs > 0) return failure('operator.try-later', { waitMs });
    if (!(await matches(operator, password))) return failure('operator.wrong-password');
    throttle.succeeded(operatorId);
    return ok(undefined);
  };

  return {
    async ids() {
      const operators = await list();
      return operators.ok ? ok(operators.value.map((one) => one.operatorId)) : operators;
    },
    async has(operatorId) {
      const operators = await list();
      return operators.ok ? ok(operators.value.some((one) => one.operatorId === operatorId)) : operators;
    },
    set,
    verify,
    async change(operatorId, current, next) {
      const verified = await verify(operatorId, current);
      return verified.ok ? set(operatorId, next) : verified;
    },
    remove: (operatorId) => replace((operators) => operators.filter((one) => one.operatorId !== operatorId)),
  };
}

function parseOperators(bytes: Uint8Array): Result<readonly Operator[], StoreFault> {
  try {
    const parsed = fileSchema.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? ok(parsed.data.operators) : failure('operator.store-damaged');
  } catch {
    return failure('operator.store-damaged');
  }
}

async function hashPassword(operatorId: string, password: string): Promise<Operator> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await deriveScrypt(secretBytes(password), salt, HASH_BYTES, SCRYPT_COST);
  return { operatorId, scrypt: { ...SCRYPT_COST }, salt: salt.toString('base64'), hash: hash.toString('base64') };
}

async function matches(operator: Operator, password: string): Promise<boolean> {
  const expected = Buffer.from(operator.hash, 'base64');
  const found = await deriveScrypt(secretBytes(password), Buffer.from(operator.salt, 'base64'), HASH_BYTES, operator.scrypt);
  return expected.length === found.length && timingSafeEqual(expected, found);
}
