import { constants } from 'node:os';
import { explainSystemError } from '../errors.js';
import { type ProcessGroup, type ProgramCall, startGroup } from './process-group.js';

export interface TimedCall extends ProgramCall {
  /** What the program reads on stdin. */
  input?: string;
  timeoutMs: number;
}

export type ProgramRun =
  /** Of a program that a signal ended, the exit code is the one that a shell gives: 128 and the signal's number. */
  | { kind: 'ended'; exitCode: number; stdout: string; stderr: string; durationMs: number }
  | { kind: 'timed-out'; durationMs: number }
  | { kind: 'not-started'; reason: string };

/** Runs a program to its end, or for as long as it may take. */
export type RunProgram = (call: TimedCall) => Promise<ProgramRun>;

/** How much of what a program prints is kept, in UTF-16 units. */
const MAX_OUTPUT = 1024 * 1024;

export const runProgram: RunProgram = ({ input = '', timeoutMs, ...call }) =>
  new Promise((resolve) => {
    const started = performance.now();
    let group: ProcessGroup;
    try {
      group = startGroup(call);
    } catch (error) {
      resolve({ kind: 'not-started', reason: error instanceof Error ? error.message : String(error) });
      return;
    }
    const { child, end } = group;
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] = (output[name] + text).slice(0, MAX_OUTPUT);
      });
    }
    let isFinished = false;
    const finish = async (run: ProgramRun) => {
      // One that is ended for its time closes as well, and that is not how it came out.
      if (isFinished) return;
      isFinished = true;
      clearTimeout(timer);
      await end();
      resolve(run);
    };
    const duration = () => Math.round(performance.now() - started);
    const timer = setTimeout(() => finish({ kind: 'timed-out', durationMs: duration() }), timeoutMs);
    child.once('error', (error) =>
      finish({ kind: 'not-started', reason: explainSystemError(error)?.message ?? error.message }),
    );
    child.once('close', (code, signal) => {
      const exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
      void finish({ kind: 'ended', exitCode, ...output, durationMs: duration() });
    });
    child.stdin.end(input);
  });
