// What the command line prints: each finding in English and Chinese, one verdict, an exit code. It knows no process.

import { readFile } from 'node:fs/promises';
import { systemCodeOf } from '../lib/atomic-file';
import { type Finding, verifyBundle } from './verify-bundle';

const MARKS: Readonly<Record<Finding['state'], string>> = { good: '[ok]  ', open: '[??]  ', failed: '[FAIL]' };

/** Arguments: BUNDLE.gfb [TRUSTED.pem]. Returns the exit code: 1 when anything failed, 2 when it was called wrongly. */
export async function runVerify(args: readonly string[], print: (line: string) => void): Promise<0 | 1 | 2> {
  const [path, trusted, more] = args;
  if (path === undefined || more !== undefined) {
    print('usage: verify-cli BUNDLE.gfb [TRUSTED.pem]');
    print('用法:verify-cli 封装包.gfb [可信公钥.pem]');
    return 2;
  }
  try {
    const pem = trusted === undefined ? undefined : await readFile(trusted, 'utf8');
    const { findings, result } = await verifyBundle(path, pem);
    for (const { state, english, chinese } of findings) print(`${MARKS[state]} ${english}\n       ${chinese}`);
    if (!result.ok) return 1;
    print(verdict(result.value.signerTrusted, findings));
    return 0;
  } catch (error) {
    const system = systemCodeOf(error);
    if (system === '') throw error;
    print(`[FAIL] a file cannot be read (${system})\n       文件无法读取(${system})`);
    return 1;
  }
}

function verdict(signerTrusted: boolean, findings: readonly Finding[]): string {
  if (!signerTrusted) return 'WHOLE, SENDER NOT PROVEN 内容完整,发送单位尚未证实';
  const open = findings.some(({ state }) => state === 'open');
  return open ? 'VERIFIED EXCEPT WHAT IS MARKED [??] 除标有 [??] 的各项外,核验通过' : 'VERIFIED 核验通过';
}
