// Prints every breach of the layers and fails when there is one.
import { checkImports } from './imports.mjs';

const breaches = await checkImports();
for (const breach of breaches) console.error(breach);
process.exitCode = breaches.length === 0 ? 0 : 1;
