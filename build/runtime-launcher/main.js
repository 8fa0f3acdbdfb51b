// Starts the application folder named by the first argument that is not a flag, as the stock runtime's own starter would.
// The await matters: Electron holds back `ready` until this module is through, so the application may still register schemes.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

try {
  const folder = resolve(process.argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(manifest.productName ?? manifest.name);
  app.setVersion(manifest.version);
  app.setAppPath(folder);
  await import(pathToFileURL(join(folder, manifest.main)).href);
} catch (error) {
  // Without this Electron opens a dialogue, and a test would wait for nobody to close it.
  console.error(error);
  app.exit(1);
}
