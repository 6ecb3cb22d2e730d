import { describe, test } from 'vitest';
import { json, plugin, settings } from '../cases/package-files.js';
import type { MemoryFiles } from '../memory-access.js';
import { expectSilence } from './silence.js';

const command = (text: string, more: object = {}) => ({
  hooks: { Stop: [{ hooks: [{ type: 'command', command: text, ...more }] }] },
});

const SCRIPT = '.claude/hooks/check';
const PROJECT = '"$CLAUDE_PROJECT_DIR"';
const script = (ending: string, content: string, executable = false): MemoryFiles => ({
  [SCRIPT + ending]: executable ? { script: content } : content,
});

describe('a command whose script is there and can run', () => {
  const sh = script('.sh', '#!/bin/sh\ntrue\n', true);
  const plain = script('.sh', 'true\n');
  const python = script('.py', 'import sys\r\n');
  const node = script('.mjs', 'export {};\n');

  test.each<[string, MemoryFiles]>([
    [`${PROJECT}/${SCRIPT}.sh`, sh],
    [`"$CLAUDE_PROJECT_DIR/${SCRIPT}.sh"`, sh],
    [`"\${CLAUDE_PROJECT_DIR}/${SCRIPT}.sh" --quiet < /dev/null`, sh],
    [`${PROJECT}/${SCRIPT}.sh && echo "in $CLAUDE_PROJECT_DIR"`, sh],
    [`A=1 B="x y" ${PROJECT}/${SCRIPT}.sh`, sh],
    [`${SCRIPT}.sh`, sh],
    [`./${SCRIPT}.sh`, sh],
    [`./.claude/../${SCRIPT}.sh`, sh],
    [`bash ${PROJECT}/${SCRIPT}.sh`, plain],
    [`/bin/bash -eu ${PROJECT}/${SCRIPT}.sh`, plain],
    [`bash --norc ${PROJECT}/${SCRIPT}.sh`, plain],
    [`/usr/bin/env bash ${PROJECT}/${SCRIPT}.sh`, plain],
    [`env A=1 sh ${PROJECT}/${SCRIPT}.sh`, plain],
    [`python3 -u ${PROJECT}/${SCRIPT}.py`, python],
    [`python3 -W ignore ${PROJECT}/${SCRIPT}.py`, python],
    [`node --no-warnings ${PROJECT}/${SCRIPT}.mjs`, node],
    [`node --import tsx ${PROJECT}/${SCRIPT}.mjs`, node],
    [`node --experimental-strip-types ${PROJECT}/${SCRIPT}.mjs`, node],
    [`node -r dotenv/config ./${SCRIPT}.mjs`, node],
    [`bun ${PROJECT}/${SCRIPT}.mjs`, node],
    [`bun run ./${SCRIPT}.mjs`, node],
    [`deno run -A ./${SCRIPT}.mjs`, node],
    [`npx tsx ./${SCRIPT}.mjs`, node],
    [`bash -o pipefail ${SCRIPT}.sh`, plain],
    [`exec ${SCRIPT}.sh`, sh],
    [`timeout 10 ./${SCRIPT}.sh`, sh],
    [`python3 -X utf8 ${SCRIPT}.py`, python],
    [`uv run --script ${SCRIPT}.py`, python],
    [`${PROJECT}/${SCRIPT}.py`, script('.py', '#!/usr/bin/env python3\n', true)],
    [`${PROJECT}/${SCRIPT}.mjs`, script('.mjs', '#!/usr/bin/env -S node --no-warnings\n', true)],
    [`${PROJECT}/${SCRIPT}`, script('', '\x7fELF\x02\x01\x01\0\0', true)],
    [`${PROJECT}/${SCRIPT}.sh`, script('.sh', '#! /bin/sh\ntrue\n', true)],
  ])('%j', (text, files) => expectSilence({ ...settings(command(text)), ...files }));
});

describe('a command that no shell reads', () => {
  const node = script('.mjs', 'export {};\n');
  const args = (...list: string[]) => ({ args: list });

  test.each<[string, object, MemoryFiles]>([
    ['node', args(`\${CLAUDE_PROJECT_DIR}/${SCRIPT}.mjs`), node],
    ['node', args('--no-warnings', `\${CLAUDE_PROJECT_DIR}/${SCRIPT}.mjs`, '--quiet'), node],
    ['npx', args('prettier', '--write', '.'), {}],
    ['npx', args(), {}],
    ['/usr/bin/env', args('node', '-e', '0'), {}],
    [`\${CLAUDE_PROJECT_DIR}/${SCRIPT}.sh`, args('a b', '$HOME', "it's"), script('.sh', '#!/bin/sh\n', true)],
    ['bash', args('-c', 'echo "$CLAUDE_PROJECT_DIR"'), {}],
  ])('%j %j', (text, more, files) => expectSilence({ ...settings(command(text, more)), ...files }));
});

describe('a command for PowerShell', () => {
  test.each([
    'Write-Host done',
    '& "$env:CLAUDE_PROJECT_DIR\\.claude\\hooks\\check.ps1"',
    '.\\.claude\\hooks\\check.ps1',
    'Get-Content .\\README.md',
  ])('%j', (text) =>
    expectSilence({ ...settings(command(text, { shell: 'powershell' })), ...script('.ps1', 'exit 0\r\n') }),
  );
});

describe('a command of a plugin', () => {
  const files = { 'scripts/check.sh': { script: '#!/bin/sh\n' }, 'scripts/check.mjs': 'export {};\n' };

  test.each([
    `"\${CLAUDE_PLUGIN_ROOT}"/scripts/check.sh`,
    `"\${CLAUDE_PLUGIN_ROOT}/scripts/check.sh"`,
    '"$CLAUDE_PLUGIN_ROOT"/scripts/check.sh',
    `node "\${CLAUDE_PLUGIN_ROOT}/scripts/check.mjs" "$CLAUDE_PROJECT_DIR"`,
    '"$CLAUDE_PROJECT_DIR"/scripts/anything.sh',
    `mkdir -p "\${CLAUDE_PLUGIN_DATA}"`,
  ])('%j', (text) => expectSilence({ ...plugin(), ...json('hooks/hooks.json', command(text)), ...files }));
});
