// How far long work is, in words: what is being done, the count in its own unit, the time it has taken.

import { formatSize } from './format';

interface Progress {
  readonly step: keyof typeof STEPS;
  readonly unit: 'bytes' | 'parts' | 'rows';
  readonly done: number;
  readonly total: number | null;
}

const STEPS = {
  reading: '正在读取',
  checking: '正在核验',
  storing: '正在存入',
  packing: '正在打包',
  writing: '正在写入',
  comparing: '正在读回比对',
  exporting: '正在导出',
  'backing-up': '正在备份',
  restoring: '正在恢复',
} as const;

const UNITS = { bytes: '', parts: ' 项', rows: ' 行' } as const;

export function stepWords(progress: Progress | null): string {
  return progress === null ? '正在准备' : STEPS[progress.step];
}

/** 已处理 1,200 / 4,000 行; empty before the first word. */
export function countWords(progress: Progress | null): string {
  if (progress === null) return '';
  const { unit, done, total } = progress;
  const shown = (count: number) => (unit === 'bytes' ? formatSize(count) : count.toLocaleString('zh-CN'));
  return `已处理 ${shown(done)}${total === null ? '' : ` / ${shown(total)}`}${UNITS[unit]}`;
}

/** 12 秒, 1 分 05 秒. */
export function tookWords(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return seconds < 60 ? `${String(seconds)} 秒` : `${String(Math.floor(seconds / 60))} 分 ${String(seconds % 60).padStart(2, '0')} 秒`;
}
