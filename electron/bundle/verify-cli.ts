// The program behind `npm run verify`: checks one bundle on plain Node. It must not touch a station's data.

import { runVerify } from './verify-report';

process.exitCode = await runVerify(process.argv.slice(2), (line) => {
  console.log(line);
});
