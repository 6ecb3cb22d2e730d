const CONTEXT = '.claude/context';

/**
 * A context in which every text and every key that a file may hold is the given one, in all places that the report shows;
 * only what the schemas prescribe is not.
 */
export function hostileContext(text: string): Record<string, string> {
  const at = '2026-05-06T07:08:09.000Z';
  const value = { [text]: [text, { [text]: [[{ [text]: text }]] }, 1, true, null] };
  const origin = { run: text, agent: text, at };
  const decision = { ...origin, decision: text, reason: text, [`${text}!`]: value };
  const report = {
    feature: text,
    endpoints_created: [{ method: text, path: text, auth: text, rate_limit: text, [`${text}!`]: value }, text, value],
    models_created: [
      { name: text, table: text, fields: [text, text] },
      { name: value, fields: value },
    ],
    middleware_added: [{ name: text, config: value }, text],
    security_measures: [text, value],
    test_commands: [text, value],
    decisions: [{ decision: text, reason: text, [`${text}!`]: value }, value],
    blockers: [text, value],
    [`${text}!`]: value,
  };
  const calls = { count: 3, complete: true, budget: text };
  const handoff = {
    ...{ $schema: 'handoff/1', id: text, from: text, to: text, purpose: text, run: text, created_at: text },
    ...{ status: 'closed', closed_at: text, feature: text, payload: value, [`${text}!`]: value },
  };
  return {
    [`${CONTEXT}/session/state.json`]: JSON.stringify({
      $schema: 'session-state/1',
      agent_decisions: { [text]: [decision] },
      tasks_completed: [
        { ...origin, feature: text, tool_calls: calls, outside_boundaries: [text], report, [`${text}!`]: value },
        { ...origin, run: `${text}?`, at: text, feature: value, report: { ...report, feature: value } },
      ],
      tasks_pending: [{ ...origin, run: 'pending', blockers: [text], feature: text, [`${text}!`]: value }],
      [`${text}!`]: value,
    }),
    [`${CONTEXT}/knowledge/decisions/active.json`]: JSON.stringify({
      $schema: 'decisions/1',
      decisions: [{ ...decision, at: text }],
      [`${text}!`]: value,
    }),
    [`${CONTEXT}/handoffs/a.json`]: JSON.stringify(handoff),
    [`${CONTEXT}/handoffs/b.json`]: JSON.stringify({ $schema: 'handoff/2' }),
  };
}

/** Texts that would be more than text if they were not escaped; a script that runs says so in `window.hacked`. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<script>window.hacked = 1; alert(1)</script>',
  '"><img src=x onerror="window.hacked = 1; alert(1)">',
  "'><svg onload='window.hacked = 1'><a href='javascript:window.hacked=1'>x</a>",
  '</style><script>window.hacked = 1</script><style>',
  '</title></svg></main><iframe src="javascript:parent.hacked=1"></iframe>',
  '--><!--><script>window.hacked = 1</script>',
  '<![CDATA[<script>window.hacked = 1</script>]]>',
  '<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/a.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example/">',
  '<style>*{display:none}body{background:url(https://evil.example/)}</style>',
  'javascript:window.hacked=1',
  '&lt;script&gt;window.hacked=1&lt;/script&gt; &#60;b&#62; &amp;amp;',
  'ltr \u202Ertl override\u202C \u2066isolate\u2069 \u200F end',
  'nul \u0000 bell \u0007 escape \u001b[31m \u009b line\u2028paragraph\u2029',
  'half \uD83D and \uDE00 of an emoji, and a whole \u{1F600}\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
  'a\r\nb\rc\nd\te',
  '{{window.hacked = 1}} {{constructor.constructor("window.hacked=1")()}} `x`',
  '__proto__',
  '',
];

/** 100 kB without a place to break at. */
export const LONG_TEXT = 'x'.repeat(100_000);
