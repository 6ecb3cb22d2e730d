import { describe, expect, test } from 'vitest';
import { judgeReport } from '../../src/definition/report.js';
import { deriveShape } from '../../src/definition/report-contract.js';

const EXAMPLE = { feature: 'login', steps: ['one'] };
const contract = { shape: deriveShape(EXAMPLE), example: JSON.stringify(EXAMPLE) };
const judge = (...lines: string[]) => judgeReport(lines.join('\n'), contract);

const GOOD = '{ "feature": "search", "steps": [] }';
const accepted = { kind: 'accepted', report: { feature: 'search', steps: [] } };

describe('the report is', () => {
  test('the last json block, whatever stands around it', () => {
    expect(judge('```json', '{ "feature": 1 }', '```', 'Better:', '```json', GOOD, '```', 'Bye.')).toEqual(accepted);
    expect(judge('```json', GOOD, '```', 'Worse:', '```json', '{ "feature": "x" }', '```')).toEqual({
      kind: 'violations',
      violations: [{ pointer: '/steps', expected: 'a list, empty where it does not apply', found: 'no such key' }],
    });
  });

  test('a json block before a later block of another language or of none', () => {
    expect(judge('```json', GOOD, '```', '```sh', 'ls', '```', '```', '{ "a": 1 }', '```')).toEqual(accepted);
  });

  test('a json block in capitals, in tildes, or within a list', () => {
    expect(judge('~~~JSON', GOOD, '~~~')).toEqual(accepted);
    expect(judge('1. Done:', '', '   ```json', `   ${GOOD}`, '   ```')).toEqual(accepted);
    expect(judge('```json\r', `${GOOD}\r`, '```\r')).toEqual(accepted);
  });

  test('without a json block the last untagged block that starts with a brace', () => {
    expect(judge('```', '{ "feature": 1 }', '```', '```', `\n  ${GOOD}`, '```', '```', 'ls', '```')).toEqual(accepted);
  });

  test('accepted with the keys that the contract does not know', () => {
    expect(judge('```json', '{ "feature": null, "steps": null, "more": [1] }', '```')).toEqual({
      kind: 'accepted',
      report: { feature: null, steps: null, more: [1] },
    });
  });
});

describe('there is no report', () => {
  test.each([
    ['in an empty message', ''],
    ['in prose', 'All done.'],
    ['in JSON without a fence', GOOD],
    ['in a block of another language', `\`\`\`yaml\n${GOOD}\n\`\`\``],
    ['in an untagged block that holds no object', '```\n[1]\n```'],
    ['in a json block that stands inside another block', `\`\`\`\`md\n\`\`\`json\n${GOOD}\n\`\`\`\n\`\`\`\``],
  ])('%s', (_, message) => {
    expect(judge(message)).toEqual({ kind: 'missing' });
  });
});

describe('a block that does not parse says why', () => {
  test.each(['', '{ "feature": }', "{ 'feature': 'x' }", `${GOOD} // done`])('%j', (text) => {
    const judgement = judge('```json', text, '```');
    expect(judgement).toEqual({ kind: 'not-json', reason: expect.stringMatching(/JSON/) });
    expect(judgement).not.toMatchObject({ reason: expect.stringContaining('never closed') });
  });

  test('and that it is never closed, where that is so', () => {
    expect(judge('```json', '{ "feature": "x"')).toEqual({
      kind: 'not-json',
      reason: expect.stringMatching(/ \(the block is never closed\)$/),
    });
  });

  test('but an unclosed block that does parse is a report', () => {
    expect(judge('```json', GOOD)).toEqual(accepted);
  });
});

test.each(['null', '[]', '"x"', '1'])('the JSON %s is one violation at the root', (text) => {
  expect(judge('```json', text, '```')).toMatchObject({ kind: 'violations', violations: [{ pointer: '' }] });
});
