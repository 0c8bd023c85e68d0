// The built program, called again and again in one process: most of a short call is the start of one.
import { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import os from 'node:os';
import { pathToFileURL } from 'node:url';

// Worlds here are tiny: a second thread takes longer to start than it saves. Tests of threads say --jobs.
os.availableParallelism = () => 1;
syncBuiltinESMExports();

const [, , script] = process.argv;
const streams = [process.stdout, process.stderr];
let said = [[], []];
let calls = 0;

for (const [i, stream] of streams.entries()) {
  stream.setMaxListeners(0);
  stream.write = (chunk, encoding, done) => {
    said[i].push(Buffer.from(chunk));
    (typeof encoding === 'function' ? encoding : done)?.();
    return true;
  };
}
process.setMaxListeners(0);
// A call that ends its process says the rest as any program does.
process.on('exit', () => {
  for (const i of [0, 1]) if (said[i].length > 0) writeSync(i + 1, Buffer.concat(said[i]));
});

process.on('message', async (args) => {
  said = [[], []];
  process.exitCode = undefined;
  process.argv = [process.execPath, script, ...args];
  await import(`${pathToFileURL(script)}?${++calls}`);
  const [out, err] = said.map((chunks) => Buffer.concat(chunks).toString());
  said = [[], []];
  process.send({ code: process.exitCode ?? 0, out, err });
  process.exitCode = undefined;
});
