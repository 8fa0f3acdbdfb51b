// How moments, sizes and long hashes are written on screens.

const MOMENT = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});

/** A UTC moment as 2026-03-02 09:20, Shanghai time. */
export function formatMoment(iso: string): string {
  return MOMENT.format(new Date(iso)).replaceAll('/', '-');
}

export function formatSize(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} 字节`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
