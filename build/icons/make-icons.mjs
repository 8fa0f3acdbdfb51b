// Draws icon.png, icon.ico and, for the bundle files, gfb.ico from their drawings with the runtime's own renderer: start the runtime on this folder.
// Only needed when the drawing changes; the results are committed.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

const folder = import.meta.dirname;
const icoSizes = [16, 24, 32, 48, 64, 128, 256];

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false });
  await window.loadURL('about:blank');
  const draw = async (/** @type {string} */ svg, /** @type {number} */ size) => {
    const url = await window.webContents.executeJavaScript(`new Promise((done) => {
      const image = new Image();
      image.onload = () => {
        const canvas = Object.assign(document.createElement('canvas'), { width: ${size}, height: ${size} });
        canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size});
        done(canvas.toDataURL('image/png'));
      };
      image.src = 'data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}';
    })`);
    return Buffer.from(url.split(',')[1], 'base64');
  };
  for (const name of ['icon', 'gfb']) {
    const svg = await readFile(join(folder, `${name}.svg`), 'utf8');
    if (name === 'icon') await writeFile(join(folder, 'icon.png'), await draw(svg, 512));
    const images = [];
    for (const size of icoSizes) images.push(await draw(svg, size));
    await writeFile(join(folder, `${name}.ico`), packIco(images));
  }
  app.quit();
});

/** An .ico whose images are PNGs. @param {readonly Buffer[]} images */
function packIco(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  images.forEach((image, index) => {
    const at = 6 + 16 * index;
    const size = icoSizes[index] ?? 0;
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(image.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += image.length;
  });
  return Buffer.concat([head, ...images]);
}
