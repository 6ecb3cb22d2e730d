// Records terminal sessions with the real programs and writes them to docs/images as SVG: npm run recordings.
// It needs Python 3 and git. What is recorded changes with the programs, so the files are committed and a test holds them to
// what the programs say today.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../run-bundled.mjs';
import { makeFolders } from './folders.mjs';
import { install } from './install.mjs';
import { playCast } from './screen.mjs';
import { sentBack } from './sent-back.mjs';
import { drawRecording } from './svg.mjs';

const recorder = fileURLToPath(new URL('./record.py', import.meta.url));
const only = process.argv.slice(2);

for (const [name, recording] of Object.entries({ install, 'sent-back': sentBack })) {
  if (only.length > 0 && !only.includes(name)) continue;
  const folders = makeFolders(root);
  const { close, ...scenario } = await recording.prepare(folders);
  try {
    const screen = await playCast(await record(scenario));
    const svg = drawRecording(screen, recording);
    writeFileSync(path.join(root, `docs/images/${name}.svg`), svg);
    console.log(`docs/images/${name}.svg: ${screen.frames.length} frames, ${svg.length} bytes`);
  } finally {
    await close?.();
    folders.remove();
  }
}

function record(scenario) {
  const folder = mkdtempSync(path.join(tmpdir(), 'recording-'));
  const file = path.join(folder, 'scenario.json');
  writeFileSync(file, JSON.stringify(scenario));
  return new Promise((resolve, reject) => {
    const child = spawn('python3', [recorder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let cast = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      cast += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      rmSync(folder, { recursive: true });
      if (code === 0) resolve(cast);
      else reject(new Error('the recording failed'));
    });
  });
}
