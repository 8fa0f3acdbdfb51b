// Makes the plan's template workbook from the columns of the plan. Run it when they have changed; a test says when.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { root } from './lib/paths.mjs';
import { runScript, say } from './lib/say.mjs';

const target = join(root, 'renderer/features/plan/import/plan-template.xlsx');

await runScript(async () => {
  const load = (/** @type {string} */ path) => runnerImport(join(root, path), { configFile: false, root, logLevel: 'warn' });
  const { module: spec } = await load('renderer/features/plan/import/plan-template.ts');
  const { module: maker } = await load('renderer/excel/template/build.ts');
  const bytes = await maker.buildTemplate(spec.PLAN_TEMPLATE);
  await writeFile(target, bytes);
  say(`已生成模板(${bytes.length} 字节)`, `wrote the template, ${bytes.length} bytes`);
});
