import { isDigit, isLetter, isSpace } from '../characters.js';

/** A form that a text of a report has to keep because all its examples keep it. */
export interface TextPattern {
  /** As a regular expression, which a JSON Schema can say. */
  form: string;
  /** Whether a text has the form: a hook asks that without making the expression. */
  fits(text: string): boolean;
  /** In words, to stand behind "expected". */
  description: string;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY'];

const PATTERNS = {
  method: {
    form: `^(?:${METHODS.join('|')})$`,
    fits: (text: string) => METHODS.includes(text),
    description: 'an HTTP method in capitals',
  },
  path: {
    form: '^\\/\\S*$',
    fits: (text: string) => text.startsWith('/') && ![...text].some(isSpace),
    description: 'a path that starts with "/"',
  },
  rate: { form: '^\\d+\\/[A-Za-z]+$', fits: isRate, description: 'a rate limit of the form N/unit' },
} satisfies Record<string, TextPattern>;

export type PatternName = keyof typeof PATTERNS;

/** By their names, so that what follows one is plain data. */
export const TEXT_PATTERNS: Readonly<Record<PatternName, TextPattern>> = PATTERNS;

const NAMES = Object.keys(PATTERNS) as PatternName[];

/** The pattern that an example makes plain; no text follows two of them. */
export function findPattern(example: string): PatternName | undefined {
  return NAMES.find((name) => TEXT_PATTERNS[name].fits(example));
}

function isRate(text: string): boolean {
  if (!isDigit(text.charAt(0))) return false;
  const [count = '', unit = '', ...more] = text.split('/');
  return more.length === 0 && unit !== '' && [...count].every(isDigit) && [...unit].every(isLetter);
}
