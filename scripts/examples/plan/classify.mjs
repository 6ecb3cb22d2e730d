/** Languages whose blocks are run or checked. */
export const LANGUAGES = ['python', 'sql', 'sh', 'bash', 'json', 'yaml', 'toml', 'typescript', 'lua'];
/** Languages of blocks that are no code. */
export const NO_CODE = ['text', 'http'];

const MARK = /^<!--\s*not[ -]run\b/i;
const REASON = /^<!--\s*not run:\s*(\S.*?)\s*-->$/;

/**
 * What is to be done with a block.
 * @param {import('../find/blocks.mjs').Block} block
 * @returns {{ state: 'run' } | { state: 'no code' } | { state: 'skip', reason: string } | { state: 'wrong', message: string }}
 */
export function classify({ language, code, above, closed, deep }) {
  if (deep) return wrong('the fence is indented by four columns or more, which makes it plain text: indent it less');
  if (!closed) return wrong('the fence is not closed');
  const mark = above.trim();
  if (MARK.test(mark)) {
    const reason = REASON.exec(mark)?.[1];
    return reason && reason !== '--'
      ? { state: 'skip', reason }
      : wrong('the mark needs a reason: <!-- not run: reason -->');
  }
  if (NO_CODE.includes(language)) return { state: 'no code' };
  if (!LANGUAGES.includes(language)) {
    const known = [...LANGUAGES, ...NO_CODE].join(', ');
    return wrong(
      `${language === '' ? 'the fence names no language' : `unknown language ${language}`}: use one of ${known}, or say why it is not run in <!-- not run: reason --> on the line above`,
    );
  }
  return code.some((line) => line.trim() !== '') ? { state: 'run' } : wrong('the block is empty');
}

function wrong(message) {
  return { state: 'wrong', message };
}
