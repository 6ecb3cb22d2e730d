import { type Details, EMPTY, field } from '../case.js';

const T = 'permission-mode';

/** What hooks are told about the agent's permission mode; the session's own is `default`. */
const mode = (name: string, yaml: string, is: string, details: Details = {}) =>
  field(T, name, yaml, { kind: 'permission mode', is }, details);

/** A session of another mode, from which `default` can be told. */
const strict = { args: ['--permission-mode', 'dontAsk', '--allowedTools', 'Agent,Task'] };

export const permissionModeCases = [
  mode('accept-edits', 'permissionMode: acceptEdits', 'acceptEdits'),
  mode('auto', 'permissionMode: auto', 'auto'),
  mode('bypass-permissions', 'permissionMode: bypassPermissions', 'bypassPermissions', {
    judgement: 'The session has to be allowed to bypass permissions itself, which its file cannot say.',
  }),
  mode('dont-ask', 'permissionMode: dontAsk', 'dontAsk'),
  mode('plan', 'permissionMode: plan', 'plan'),
  mode('default', 'permissionMode: default', 'default', strict),
  mode('manual', 'permissionMode: manual', 'default', strict),
  mode('missing', '', 'dontAsk', { ...strict, subject: "no permissionMode: the session's" }),
  mode('yolo', 'permissionMode: yolo', 'yolo'),
  mode('ask', 'permissionMode: ask', 'ask'),
  mode('bubble', 'permissionMode: bubble', 'bubble'),
  mode('lower-case', 'permissionMode: acceptedits', 'acceptEdits'),
  mode('kebab-case', 'permissionMode: accept-edits', 'acceptEdits'),
  mode('with-blanks', "permissionMode: ' plan '", 'plan'),
  mode('quoted', 'permissionMode: "plan"', 'plan'),
  mode('number', 'permissionMode: 1', '1'),
  mode('boolean', 'permissionMode: true', 'true'),
  mode('list', 'permissionMode: [plan]', 'plan'),
  mode('mapping', 'permissionMode: { mode: plan }', 'plan'),
  mode('null', 'permissionMode:', 'default', { subject: "permissionMode: nothing (the session's)" }),
  mode('empty', "permissionMode: ''", 'default', {
    subject: "permissionMode: nothing (the session's)",
    judgement: EMPTY,
  }),
];
