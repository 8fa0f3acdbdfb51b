// `npm start`: sets up and opens the application; where nothing can be shown it runs the demonstration journey instead.
import { appDir } from './lib/paths.mjs';
import { hasDisplay } from './lib/display.mjs';
import { run } from './lib/run.mjs';
import { runScript, say } from './lib/say.mjs';
import { runDemo } from './demo.mjs';
import { setUp } from './setup.mjs';

await runScript(async () => {
  if (!hasDisplay()) {
    say('没有显示器,改为在虚拟显示器中运行演示', 'no display here: running the demonstration journey in a virtual one instead');
    return runDemo();
  }
  const runtime = await setUp({ display: false });
  say('启动购服台', 'starting the application');
  // Chromium's sandbox refuses root; only development ever runs as root.
  const flags = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return run(runtime.executable, [...flags, appDir, ...process.argv.slice(2)]);
});
