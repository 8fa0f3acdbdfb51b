// The architecture as a table: which area of the source may import which, and which packages are whose.
// Everything not said here is refused.

/** Folders whose imports are checked. */
export const sourceFolders = ['shared', 'electron', 'renderer', 'test'];

/** What an area may import beside itself. @type {Record<string, readonly string[]>} */
const layers = {
  'shared/base': [],
  'shared/policy': ['shared/base'],
  'shared/crypto': ['shared/base'],
  'shared/journal': ['shared/crypto', 'shared/base'],
  'shared/domain': ['shared/policy', 'shared/base'],
  'shared/bundle': ['shared/journal', 'shared/crypto', 'shared/domain', 'shared/base'],
  'shared/backup': ['shared/journal', 'shared/crypto', 'shared/domain', 'shared/base'],
  'shared/ipc': ['shared/backup', 'shared/bundle', 'shared/journal', 'shared/domain', 'shared/policy', 'shared/base'],
  electron: ['shared'],
  'renderer/text': ['shared'],
  'renderer/bridge': ['shared'],
  'renderer/tabular': ['renderer/text', 'shared'],
  'renderer/excel': ['renderer/ui', 'renderer/tabular', 'renderer/text', 'renderer/bridge', 'shared'],
  'renderer/ui': ['renderer/tabular', 'renderer/bridge', 'renderer/text', 'shared'],
  'renderer/paper': ['renderer/ui', 'renderer/text', 'renderer/bridge', 'shared'],
  'renderer/data': ['renderer/bridge', 'renderer/text', 'shared'],
  // What several features show of the tables in the same way.
  'renderer/lists': ['renderer/data', 'renderer/tabular', 'renderer/excel', 'renderer/ui', 'renderer/bridge', 'renderer/text', 'shared'],
  'renderer/features': [
    'renderer/lists',
    'renderer/data',
    'renderer/tabular',
    'renderer/excel',
    'renderer/paper',
    'renderer/ui',
    'renderer/bridge',
    'renderer/text',
    'shared',
  ],
  'renderer/app': ['renderer/features', 'renderer/data', 'renderer/ui', 'renderer/bridge', 'renderer/text', 'shared'],
  'renderer/main.tsx': ['renderer/app', 'renderer/ui', 'shared'],
  test: ['shared', 'electron', 'renderer'],
};

/** What shared may take from outside: it must run in a browser, in Node and in a worker alike. */
const sharedPackages = ['zod', 'canonicalize', 'hash-wasm', '@noble/curves'];
/** Packages with one owner. @type {Record<string, string>} */
const owners = { dexie: 'renderer/data', 'dexie-react-hooks': 'renderer/', electron: 'electron/' };
const pagePackages = /^(react|react-dom|react-router|react-hook-form|antd|@ant-design\/|@tanstack\/|@hookform\/|dexie)/;

/**
 * Why an import is refused, or undefined.
 * @param {string} file
 * @param {import('./imports.mjs').Target} target
 * @param {string} specifier
 */
export function judge(file, target, specifier) {
  if (file.startsWith('test/')) return undefined; // tests may look at everything
  if (target.kind === 'file') return judgeFile(file, target.path);
  if (target.kind === 'node') return file.startsWith('electron/') ? undefined : `${specifier}: only electron/ runs on Node`;
  if (target.kind === 'package') return judgePackage(file, target.name);
  return undefined;
}

/**
 * @param {string} file
 * @param {string} target
 */
function judgeFile(file, target) {
  const [from, to] = [areaOf(file), areaOf(target)];
  if (from === undefined) return 'lies in no known area; name it in build/checks/layers.mjs';
  if (from === to) {
    const [mine, other] = [file, target].map((path) => path.split('/')[2]);
    return from === 'renderer/features' && mine !== other ? `imports another feature (${target}); move what both need to lists, ui, data or shared` : undefined;
  }
  const allowed = (layers[from] ?? []).some((area) => target.startsWith(`${area}/`) || target === area);
  return allowed ? undefined : `${from} must not import ${target}`;
}

/**
 * @param {string} file
 * @param {string} name
 */
function judgePackage(file, name) {
  if (file.startsWith('shared/') && !sharedPackages.includes(name)) return `shared must not import the package ${name}`;
  const owner = owners[name];
  if (owner !== undefined && !file.startsWith(owner)) return `only ${owner} imports ${name}`;
  if (file.startsWith('electron/') && pagePackages.test(name)) return `${name} belongs to the page`;
  return undefined;
}

/** @param {string} file */
function areaOf(file) {
  return Object.keys(layers).find((area) => file === area || file.startsWith(`${area}/`));
}
