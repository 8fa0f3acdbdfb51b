// The program behind `npm run seed`: fills the training profile on plain Node.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realDataFolder, runSeed } from './seed';

const { productName } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as { readonly productName: string };

process.exitCode = await runSeed({
  args: process.argv.slice(2),
  realDataFolder: realDataFolder(productName, process.env, process.platform),
  print: (line) => {
    console.log(line);
  },
});
