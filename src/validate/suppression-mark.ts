const MARK = 'backend-system-architect: disable';

/** Whether comments of a file may turn rules off. */
export function mayHaveSuppressions(text: string): boolean {
  return text.includes(MARK);
}
