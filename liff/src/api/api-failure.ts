import type { Problem, ProblemCode } from '../../../shared/api/problem.ts';
import { apiText } from './text.ts';

/** What can end a call: the server's answer, or none. */
export type FailureCode = ProblemCode | 'offline' | 'slow';

/** Failures that a later try, as it is, may not meet. */
const PASSING: ReadonlySet<FailureCode> = new Set([
  'offline',
  'slow',
  'busy',
  'line-unreachable',
  'too-many',
  'failed',
]);
const LOGIN: ReadonlySet<FailureCode> = new Set(['login-expired', 'login-invalid', 'login-missing']);

/** Why a call brought nothing. The sentence is for the person and says what to do. */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  readonly sentence: string;
  readonly field: string | undefined;
  /** What stands now, where the server says so with `changed`. */
  readonly current: unknown;

  constructor(problem: Omit<Problem, 'code'> & { readonly code: FailureCode; readonly current?: unknown }) {
    super(problem.code);
    this.name = 'ApiFailure';
    this.code = problem.code;
    this.sentence = problem.sentence;
    this.field = problem.field;
    this.current = problem.current;
  }

  /** Whether the same call may work a moment later. */
  get passes(): boolean {
    return PASSING.has(this.code);
  }

  /** Whether a new login would help. */
  get needsLogin(): boolean {
    return LOGIN.has(this.code);
  }
}

/** What a caught error is to a person: the failure itself, or, for a fault of the page, that it did not work. */
export function asFailure(error: unknown): ApiFailure {
  return error instanceof ApiFailure ? error : new ApiFailure({ code: 'failed', sentence: apiText.failed });
}
