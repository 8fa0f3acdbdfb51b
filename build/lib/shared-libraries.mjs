// Makes sure the machine has what a Linux Chromium needs to draw: shared libraries, fonts, and a virtual display where there is no real one.
// As root on a Debian it installs what lacks; elsewhere it says in one line what to install.
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { hasProgram, read, run } from './run.mjs';
import { say, SetupError } from './say.mjs';

const libraries = [
  { soname: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { soname: 'libatk-bridge-2.0.so.0', packages: ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'] },
  { soname: 'libcups.so.2', packages: ['libcups2t64', 'libcups2'] },
  { soname: 'libnss3.so', packages: ['libnss3'] },
  { soname: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { soname: 'libgbm.so.1', packages: ['libgbm1'] },
  { soname: 'libXss.so.1', packages: ['libxss1'] },
];
const programs = [
  { name: 'dbus-daemon', packages: ['dbus-daemon', 'dbus'] },
  { name: 'openssl', packages: ['openssl'] },
  { name: 'unzip', packages: ['unzip'] },
  { name: 'zip', packages: ['zip'] },
];
const displayPrograms = [
  { name: 'Xvfb', packages: ['xvfb'] },
  { name: 'xauth', packages: ['xauth'] },
];
/** What the tests open our files with: spreadsheets, documents, and the pages of PDFs. The application needs none of them. */
const officePrograms = [
  { name: 'localc', packages: ['libreoffice-calc'] },
  { name: 'lowriter', packages: ['libreoffice-writer'] },
  { name: 'pdftotext', packages: ['poppler-utils'] },
];
const fonts = [
  { language: 'zh-cn', file: /CJK|SourceHan|wqy|simsun|Droid.*Fallback/i, packages: ['fonts-noto-cjk'] },
  { language: 'mn-cn', file: /Mongolian/i, packages: ['fonts-noto-core'] },
];

/**
 * Checks and, where it may, installs.
 * @param {{ display: boolean, office: boolean }} needs display: a virtual display will be used; office: files are opened with LibreOffice
 */
export async function ensureSharedLibraries(needs) {
  if (process.platform !== 'linux') return;
  const before = await findLacking(needs);
  if (before.length === 0) return;
  if (process.getuid?.() === 0 && hasProgram('apt-get')) await install(before);
  const after = await findLacking(needs);
  const vital = after.filter((lack) => lack.vital);
  if (vital.length > 0) {
    throw new SetupError(`缺少系统组件(${names(vital)}),请先安装`, `please install them first: ${hint(after)}`);
  }
  if (after.length > 0) say(`建议安装(${names(after)})`, `recommended: ${hint(after)}`);
}

/**
 * @typedef {{ what: string, packages: readonly string[], vital: boolean }} Lack
 * @param {{ display: boolean, office: boolean }} needs
 * @returns {Promise<Lack[]>}
 */
async function findLacking(needs) {
  const known = read('ldconfig', ['-p']) ?? read('/sbin/ldconfig', ['-p']);
  const isThere = (/** @type {string} */ soname) => known === undefined || known.includes(`\t${soname} `);
  const lacking = libraries.filter(({ soname }) => !isThere(soname)).map(({ soname, packages }) => ({ what: soname, packages, vital: true }));
  const wanted = [...(needs.display ? displayPrograms : []), ...(needs.office ? officePrograms : []), ...programs];
  for (const { name, packages } of wanted) {
    const vital = name === 'Xvfb' || officePrograms.some((program) => program.name === name);
    if (!hasProgram(name)) lacking.push({ what: name, packages, vital });
  }
  for (const font of fonts) {
    if (!(await hasFont(font))) lacking.push({ what: `font:${font.language}`, packages: font.packages, vital: false });
  }
  return lacking;
}

/** @param {typeof fonts[number]} font */
async function hasFont(font) {
  const listed = read('fc-list', [`:lang=${font.language}`, 'family']);
  if (listed !== undefined) return listed.trim() !== '';
  const folder = '/usr/share/fonts';
  return existsSync(folder) && (await readdir(folder, { recursive: true })).some((name) => font.file.test(name));
}

/** @param {readonly Lack[]} lacking */
async function install(lacking) {
  say(`安装系统组件:${names(lacking)}`, 'installing system packages with apt-get');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  /** @type {import('node:child_process').SpawnOptions} */
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  await run('apt-get', ['-qq', 'update'], quiet);
  await run('apt-get', ['-qq', '-y', '--no-install-recommends', 'install', ...new Set(lacking.map(available))], quiet);
}

/**
 * The package's name in this release: some were renamed when 64-bit time came.
 * @param {Lack} lack
 */
function available(lack) {
  const known = (/** @type {string} */ name) => /Candidate: (?!\(none\))/.test(read('apt-cache', ['policy', name]) ?? '');
  return lack.packages.find(known) ?? /** @type {string} */ (lack.packages.at(-1));
}

/** @param {readonly Lack[]} lacking */
function names(lacking) {
  return lacking.map(({ what }) => what).join(' ');
}

/** @param {readonly Lack[]} lacking */
function hint(lacking) {
  return `sudo apt-get install ${[...new Set(lacking.map(({ packages }) => packages.at(-1)))].join(' ')}`;
}
