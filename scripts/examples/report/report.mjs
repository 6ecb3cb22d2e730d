/**
 * @typedef {import('../find/blocks.mjs').Block} Block
 * @typedef {{ text: string[], passed: number, failed: number }} Report
 */

/**
 * Tells what became of each block, and of the service's tests where they were run.
 * @param {import('../plan/plan.mjs').Plan} plan
 * @param {import('../run/settle.mjs').Outcome[]} outcomes
 * @param {import('../run/service.mjs').ServiceOutcome | undefined} service
 * @param {ReturnType<typeof import('picocolors').createColors>} color
 * @returns {Report}
 */
export function report(plan, outcomes, service, color) {
  const problems = [
    ...plan.wrong.map(({ block, message }) => ({ block, file: block.file, line: block.line, message, details: '' })),
    ...outcomes.flatMap((outcome) => outcome.problems),
    ...lost(plan, outcomes),
  ].sort((one, other) => compare(one.block, other.block) || one.line - other.line);
  const failedBlocks = new Set(problems.map(({ block }) => block));
  const passedBlocks = new Set(outcomes.flatMap(({ passed }) => passed));
  const passed = passedBlocks.size + (service?.passed ?? 0);
  const failed = failedBlocks.size + (service?.problems.length ?? 0);
  const text = [
    ...problems.flatMap((problem) => describe(problem, color)),
    ...(service?.problems ?? []).flatMap(({ message, details }) => [
      `${color.red('backend-service')}  ${message}`,
      ...indent(details, color),
    ]),
    ...table(plan),
    ...plan.skipped.map(({ block, reason }) => `not run: ${block.file}:${block.line} ${block.language}: ${reason}`),
    ...(service?.skipped ?? []).map((message) => `not run: backend-service: ${message}`),
    ...(service ? [`backend-service: ${service.passed} passed, ${service.problems.length} failed`] : []),
    (failed > 0 ? color.red : color.green)(`${passed} passed, ${failed} failed`),
  ];
  return { text, passed, failed };
}

/** A block that was to be run and that no outcome names. */
function lost(plan, outcomes) {
  const known = new Set(
    outcomes.flatMap((outcome) => [...outcome.passed, ...outcome.problems.map(({ block }) => block)]),
  );
  return plan.run
    .filter((block) => !known.has(block))
    .map((block) => ({ block, file: block.file, line: block.line, message: 'no result came back', details: '' }));
}

function describe({ file, line, block, message, details }, color) {
  const [first, ...rest] = message.split('\n');
  const own = file === block.file ? '' : ` (of the block in ${block.file}:${block.line})`;
  return [
    `${color.red(`${file}:${line}`)}  ${block.language || 'no language'}  ${first}${own}`,
    ...indent([...rest, details].join('\n'), color),
  ];
}

function indent(text, color) {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const shown = lines.length > 30 ? [...lines.slice(0, 10), '...', ...lines.slice(-20)] : lines;
  return shown.map((line) => color.dim(`    ${line}`));
}

function table({ found, run, noCode, skipped }) {
  const languages = [...new Set(found.map(({ language }) => language))].sort();
  const count = (blocks, language) => blocks.filter((block) => block.language === language).length;
  const rows = languages.map((language) => [
    language || '(none)',
    count(found, language),
    noCode.some((block) => block.language === language) ? 'no code' : count(run, language),
    count(
      skipped.map(({ block }) => block),
      language,
    ),
  ]);
  const all = [['language', 'found', 'run', 'skipped'], ...rows, ['all', found.length, run.length, skipped.length]];
  return [
    '',
    ...all.map(([name, ...cells]) => name.padEnd(12) + cells.map((cell) => `${cell}`.padStart(9)).join('')),
    '',
  ];
}

function compare(one, other) {
  return one.file < other.file ? -1 : one.file > other.file ? 1 : one.line - other.line;
}
