/** A form that a text of a report has to keep because all its examples keep it. */
export interface TextPattern {
  form: RegExp;
  /** In words, to stand behind "expected". */
  description: string;
}

const PATTERNS: readonly TextPattern[] = [
  { form: /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|QUERY)$/, description: 'an HTTP method in capitals' },
  { form: /^\/\S*$/, description: 'a path that starts with "/"' },
  { form: /^\d+\/[A-Za-z]+$/, description: 'a rate limit of the form N/unit' },
];

/** The pattern that an example makes plain; no text follows two of them. */
export function findPattern(example: string): TextPattern | undefined {
  return PATTERNS.find(({ form }) => form.test(example));
}
