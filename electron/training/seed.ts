// What `npm run seed` does: reads its words, fills the training profile or empties and fills it again, and says what it did.

import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { asResult } from '../lib/refusal';
import { createLog } from '../lib/log';
import { fillTraining, itemsForRecords, USUAL_ITEMS } from './fill';
import { TRAINING_PASSPHRASE, TRAINING_PASSWORD } from './offices';
import { emptyTraining } from './empty-training';
import { readFilled, trainingFolderOf } from './training-folder';

export interface SeedSurroundings {
  readonly args: readonly string[];
  /** The real data folder; only its name is used, to find the training folder beside it. */
  readonly realDataFolder: string;
  readonly print: (line: string) => void;
}

const USAGE = 'usage: npm run seed -- [--items N | --records N] [--again]\n用法:npm run seed -- [--items 计划项目数 | --records 记录总数] [--again 清空演练数据后重新填充]';

/** Why it stopped, for a person at a command line. */
const REASONS: Readonly<Record<string, string>> = {
  'training.in-use': 'a training desk is open or is being filled: close it first 演练窗口开着或正在填充,请先关闭',
  'training.not-ours': 'the folder holds something that is no training data; nothing was removed 文件夹里有不是演练数据的内容,没有删除任何文件',
  'training.not-empty': 'there is training data already; --again empties and fills it again 已有演练数据,加 --again 清空后重新填充',
};

/** Gives back the exit code: 2 when it was called wrongly. */
export async function runSeed({ args, realDataFolder, print }: SeedSurroundings): Promise<0 | 1 | 2> {
  const wanted = readArguments(args);
  if (wanted === null) {
    print(USAGE);
    return 2;
  }
  const folder = trainingFolderOf(realDataFolder);
  const filled = await readFilled(folder);
  if (filled !== null && !wanted.again) {
    print(`already filled on ${filled.day} with ${String(filled.items)} plan items, nothing to do (--again fills anew)\n已于 ${filled.day} 填充 ${String(filled.items)} 个计划项目,无需再填(--again 重新填充)\n${folder}`);
    return 0;
  }
  const done = await asResult(async () => {
    if (!wanted.again) return;
    await emptyTraining(folder);
    print('emptied the training profile 已清空演练数据');
  });
  const result = done.ok ? await fillTraining({ folder, items: wanted.items, log: createLog(join(folder, 'unit-1', 'logs')), say: (step) => { print(`· ${step}`); } }) : done;
  if (!result.ok) {
    const { code, evidence } = result.error;
    print(`stopped: ${REASONS[code] ?? code} ${evidence === undefined ? '' : JSON.stringify(evidence)}\n${folder}`);
    return 1;
  }
  print(`filled with ${String(wanted.items)} plan items 已填充 ${String(wanted.items)} 个计划项目:\n${folder}`);
  print(`password 口令 ${TRAINING_PASSWORD}   passphrase 密钥口令 ${TRAINING_PASSPHRASE}`);
  print('npm start -- --training   (=unit-1, =unit-2, =county)');
  return 0;
}

interface Wanted {
  readonly items: number;
  readonly again: boolean;
}

function readArguments(args: readonly string[]): Wanted | null {
  let items = USUAL_ITEMS;
  let again = false;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at];
    if (word === '--again') again = true;
    else if (word === '--items' || word === '--records') {
      at += 1;
      const count = Number(/^\d{2,7}$/.exec(args[at] ?? '')?.[0] ?? Number.NaN);
      if (!(count >= 20)) return null;
      items = word === '--items' ? count : itemsForRecords(count);
    } else return null;
  }
  return { items, again };
}

/** Where Electron keeps the application's data under this name; GOUFU_DATA may name another folder, as for the application. */
export function realDataFolder(productName: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const named = env['GOUFU_DATA'];
  if (named !== undefined && named !== '') return resolve(named);
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), productName);
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', productName);
  const config = env['XDG_CONFIG_HOME'];
  return join(config === undefined || config === '' ? join(homedir(), '.config') : config, productName);
}
